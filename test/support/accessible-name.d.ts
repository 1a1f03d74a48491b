/**
 * Role, name and description of an element, near enough for tests of native controls: the order
 * is that of the specification (aria-labelledby, aria-label, label, content, title), the rare
 * parts of it are left out. The accessibility tree itself is checked with `a11ySnapshot`.
 */
export declare function roleOf(element: Element): string | undefined;
/** White space as a reader hears it: one space between words, none around. */
export declare const normalized: (text: string) => string;
/** The text that is shown in an element, through slots, without what is hidden from readers. */
export declare function textOf(node: Node): string;
/** The elements that an attribute of ids points at, in its own root. */
export declare function referenced(element: Element, attribute: string): Element[];
export declare function nameOf(element: Element): string;
export declare function descriptionOf(element: Element): string;

/** The page as a person meets it: one tree, through open shadow roots and slots. */
export type Root = Element | ShadowRoot | Document;
/** The children that are shown: those of the shadow root, and those put in a slot. */
export declare function shownChildren(node: Node): Node[];
/** Every element from here down, itself included, in the order in which it is read. */
export declare function elementsOf(root: Root): Generator<Element>;
/** Every element from here down, shown in a slot or not: for checks of the markup itself. */
export declare function elementsInAllRoots(root: Root): Generator<Element>;
/** Whether assistive technology is told about an element; visually hidden text counts as shown. */
export declare function isExposed(element: Element): boolean;
/** The parent in the tree that is shown: the slot of a slotted node, the host of a root. */
export declare function parentOf(node: Node): Node | null;

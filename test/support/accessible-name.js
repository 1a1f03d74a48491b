/**
 * Role, name and description of an element, near enough for tests of native controls: the order
 * is that of the specification (aria-labelledby, aria-label, label, content, title), the rare
 * parts of it are left out. The accessibility tree itself is checked with `a11ySnapshot`.
 */
import { isExposed, shownChildren } from './tree.js';
const NAMED_BY_CONTENT = new Set([
    'button',
    'cell',
    'checkbox',
    'columnheader',
    'heading',
    'link',
    'option',
    'radio',
    'row',
    'rowheader',
    'summary',
    'tab',
]);
const INPUT_ROLES = {
    button: 'button',
    checkbox: 'checkbox',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
};
const ELEMENT_ROLES = {
    article: 'article',
    aside: 'complementary',
    blockquote: 'blockquote',
    button: 'button',
    caption: 'caption',
    dd: 'definition',
    details: 'group',
    dialog: 'dialog',
    dt: 'term',
    fieldset: 'group',
    figure: 'figure',
    hr: 'separator',
    img: 'img',
    li: 'listitem',
    main: 'main',
    meter: 'meter',
    nav: 'navigation',
    ol: 'list',
    option: 'option',
    output: 'status',
    p: 'paragraph',
    progress: 'progressbar',
    // No role is defined for it; under this name a test can still ask for it.
    summary: 'summary',
    table: 'table',
    tbody: 'rowgroup',
    td: 'cell',
    textarea: 'textbox',
    thead: 'rowgroup',
    time: 'time',
    tr: 'row',
    ul: 'list',
};
function nativeRoleOf(element) {
    const name = element.localName;
    if (/^h[1-6]$/.test(name))
        return 'heading';
    if (name === 'a')
        return element.hasAttribute('href') ? 'link' : undefined;
    if (name === 'input') {
        const type = element.type;
        return type === 'hidden' ? undefined : (INPUT_ROLES[type] ?? 'textbox');
    }
    if (name === 'select')
        return element.multiple ? 'listbox' : 'combobox';
    if (name === 'th')
        return element.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader';
    if (name === 'img')
        return element.getAttribute('alt') === '' ? undefined : 'img';
    // These are landmarks only when they have a name.
    if (name === 'section')
        return nameFromAria(element) === '' ? undefined : 'region';
    if (name === 'form')
        return nameFromAria(element) === '' ? undefined : 'form';
    return ELEMENT_ROLES[name];
}
export function roleOf(element) {
    const role = element.getAttribute('role')?.trim().split(/\s+/)[0];
    if (role === 'none' || role === 'presentation')
        return undefined;
    return role === undefined || role === '' ? nativeRoleOf(element) : role;
}
/** White space as a reader hears it: one space between words, none around. */
export const normalized = (text) => text.replace(/\s+/g, ' ').trim();
function isBlock(element) {
    const { display } = getComputedStyle(element);
    return !display.startsWith('inline') && display !== 'contents';
}
/** The text of a node as it is read; `hidden` also reads what is not shown. */
function textOfNode(node, hidden, skip) {
    if (node instanceof Text)
        return node.data;
    if (!(node instanceof Element))
        return '';
    if (node === skip || (!hidden && !isExposed(node)))
        return '';
    const label = node.getAttribute('aria-label');
    if (label !== null && label.trim() !== '')
        return label;
    if (node instanceof HTMLImageElement)
        return node.alt;
    const text = shownChildren(node)
        .map((child) => textOfNode(child, hidden, skip))
        .join('');
    return node.localName === 'br' || isBlock(node) ? ` ${text} ` : text;
}
/** The text that is shown in an element, through slots, without what is hidden from readers. */
export function textOf(node) {
    if (node instanceof Element) {
        return normalized(shownChildren(node)
            .map((child) => textOfNode(child, false))
            .join(''));
    }
    return normalized([...node.childNodes].map((child) => textOfNode(child, false)).join(''));
}
/** The elements that an attribute of ids points at, in its own root. */
export function referenced(element, attribute) {
    const root = element.getRootNode();
    return (element.getAttribute(attribute) ?? '')
        .split(/\s+/)
        .filter((id) => id !== '')
        .map((id) => root.getElementById(id))
        .filter((target) => target !== null);
}
/** A reference is read even where it is hidden, but what is hidden in a shown one is not. */
const referencedText = (element, attribute) => normalized(referenced(element, attribute)
    .map((target) => textOfNode(target, !isExposed(target)))
    .join(' '));
function nameFromAria(element) {
    const text = referencedText(element, 'aria-labelledby');
    return text === '' ? normalized(element.getAttribute('aria-label') ?? '') : text;
}
function nameFromNative(element) {
    if (element instanceof HTMLImageElement)
        return element.alt;
    if (element instanceof HTMLFieldSetElement)
        return textOfFirst(element, 'legend');
    if (element instanceof HTMLTableElement)
        return textOfFirst(element, 'caption');
    if (element.localName === 'figure')
        return textOfFirst(element, 'figcaption');
    if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) {
        return element.value;
    }
    const labels = element.labels;
    return [...(labels ?? [])].map((label) => textOfNode(label, false, element)).join(' ');
}
function textOfFirst(element, name) {
    const child = [...element.children].find(({ localName }) => localName === name);
    return child === undefined ? '' : textOf(child);
}
export function nameOf(element) {
    const fromAria = nameFromAria(element);
    if (fromAria !== '')
        return fromAria;
    const fromNative = normalized(nameFromNative(element));
    if (fromNative !== '')
        return fromNative;
    const fromContent = NAMED_BY_CONTENT.has(roleOf(element) ?? '') ? textOf(element) : '';
    return fromContent === '' ? normalized(element.getAttribute('title') ?? '') : fromContent;
}
export function descriptionOf(element) {
    return referencedText(element, 'aria-describedby');
}

/** The page as a person meets it: one tree, through open shadow roots and slots. */
/** The children that are shown: those of the shadow root, and those put in a slot. */
export function shownChildren(node) {
    if (node instanceof Element && node.shadowRoot !== null)
        return [...node.shadowRoot.childNodes];
    if (node instanceof HTMLSlotElement) {
        const assigned = node.assignedNodes({ flatten: true });
        return assigned.length > 0 ? assigned : [...node.childNodes];
    }
    return [...node.childNodes];
}
/** Every element from here down, itself included, in the order in which it is read. */
export function* elementsOf(root) {
    if (root instanceof Element)
        yield root;
    for (const child of shownChildren(root)) {
        if (child instanceof Element)
            yield* elementsOf(child);
    }
}
/** Every element from here down, shown in a slot or not: for checks of the markup itself. */
export function* elementsInAllRoots(root) {
    if (root instanceof Element) {
        yield root;
        if (root.shadowRoot !== null)
            yield* elementsInAllRoots(root.shadowRoot);
    }
    for (const child of root.children)
        yield* elementsInAllRoots(child);
}
/** Whether an element is shown. A slot has no box of its own, and is shown where its parent is. */
function isShown(element) {
    if (getComputedStyle(element).display !== 'contents') {
        return element.checkVisibility({ visibilityProperty: true });
    }
    const parent = parentOf(element);
    const outer = parent instanceof ShadowRoot ? parent.host : parent;
    return outer instanceof Element ? isShown(outer) : true;
}
/** Whether assistive technology is told about an element; visually hidden text counts as shown. */
export function isExposed(element) {
    if (!isShown(element))
        return false;
    for (let node = element; node !== null; node = parentOf(node)) {
        if (!(node instanceof Element))
            continue;
        if (node.getAttribute('aria-hidden') === 'true' || node.hasAttribute('inert'))
            return false;
    }
    return true;
}
/** The parent in the tree that is shown: the slot of a slotted node, the host of a root. */
export function parentOf(node) {
    if (node instanceof ShadowRoot)
        return node.host;
    if (node instanceof Element && node.assignedSlot !== null)
        return node.assignedSlot;
    return node.parentNode;
}

/** Moves the focus to the first element that matches, as to the beginning of something new; never to the body. */
export function moveFocus(root: ParentNode, selector: string): void {
  // What was meant may not be there: a saved form may speak of a step that its record no longer has.
  const target =
    root.querySelector<HTMLElement>(selector) ??
    root.querySelector<HTMLElement>('button, [tabindex="-1"]');
  if (target?.tabIndex !== -1) {
    target?.focus();
    return;
  }
  // A heading begins something new, so it goes to the top, clear of the page's bars by its scroll margin. Focus alone
  // would bring no more than its one line into view.
  target.scrollIntoView({ block: 'start', behavior: 'instant' });
  target.focus({ preventScroll: true });
}

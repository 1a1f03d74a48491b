/**
 * Letters typed into our fields would start the page's one-letter shortcuts, because in a shadow root the page's
 * handlers see the widget as the target, not a text field. Capturing handlers of the page cannot be stopped.
 */
function keepPrintableKeysInside(event: Event): void {
  // Chromium's autofill makes every field believe in a key that was pressed, and this one has no name.
  const {
    key = '',
    ctrlKey,
    metaKey,
    altKey,
    target,
  } = event as Omit<KeyboardEvent, 'key'> & { readonly key?: string };
  const isText =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
  // AltGr writes @ and € on Finnish keyboards and reports Ctrl and Alt both pressed.
  const isShortcut = (ctrlKey || metaKey || altKey) && !(ctrlKey && altKey);
  if (key.length === 1 && isText && !isShortcut) event.stopPropagation();
}

/**
 * After Tab, Chromium brings the caret of a textarea into view and not the field, so that a fixed bar of the page may
 * cover it. Other controls are brought past such bars by their scroll margin.
 */
function uncoverTextarea(event: Event): void {
  const { key, target } = event as KeyboardEvent;
  if (key === 'Tab' && target instanceof HTMLTextAreaElement) {
    target.scrollIntoView({ block: 'nearest' });
  }
}

/** Follows the keys that are pressed in a form, from now on. */
export function followKeys(root: Node): void {
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, keepPrintableKeysInside);
  root.addEventListener('keyup', uncoverTextarea);
}

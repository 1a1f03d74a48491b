/**
 * Letters typed into our fields would start the page's one-letter shortcuts, because in a shadow root the page's
 * handlers see the widget as the target, not a text field. Capturing handlers of the page cannot be stopped.
 */
export function keepPrintableKeysInside(event: Event): void {
  const { key, ctrlKey, metaKey, altKey, target } = event as KeyboardEvent;
  const isText =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
  // AltGr writes @ and € on Finnish keyboards and reports Ctrl and Alt both pressed.
  const isShortcut = (ctrlKey || metaKey || altKey) && !(ctrlKey && altKey);
  if (key.length === 1 && isText && !isShortcut) event.stopPropagation();
}

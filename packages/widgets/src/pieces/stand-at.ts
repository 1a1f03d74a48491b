const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * Takes whoever came by a link to a part of a text there with the focus too: a browser would have, had the part been there
 * when it looked. Otherwise Tab and a screen reader begin at the top of the page. Who has the focus already keeps it, and
 * so does the page around a frame.
 */
export function standAt(part: Element): void {
  const { activeElement, body } = document;
  if (activeElement !== body || (parent !== self && !document.hasFocus())) return;
  const heading = part.querySelector<HTMLElement>(HEADINGS);
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** Tables that are wider than their place: they are scrolled in it, by keyboard too, and the place says what is in it. */

const FRAME = '.puntari-table-frame';

/** The frames that are followed, and what each is called whose table has no caption. */
const names = new WeakMap<Element, string>();

const isTooNarrow = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;

function mark(frame: HTMLElement, isNarrow: boolean): void {
  if (isNarrow) {
    const caption = frame.querySelector('caption')?.textContent.trim();
    frame.tabIndex = 0;
    // Not a region: landmarks are the page's.
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', caption ?? names.get(frame) ?? '');
  } else for (const name of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(name);
}

/** First measured, then changed: a browser lays out once. */
function markAll(frames: readonly HTMLElement[]): void {
  const narrow = frames.map(isTooNarrow);
  for (const [index, frame] of frames.entries()) mark(frame, narrow[index] === true);
}

let observer: ResizeObserver | undefined;

/** Follows the tables of a document, whoever rendered it. Those that are followed already stay so. */
export function followFrames(document: Element, tableName: string): void {
  observer ??= new ResizeObserver((entries) => {
    markAll(entries.flatMap(({ target }) => target.closest<HTMLElement>(FRAME) ?? []));
  });
  const found = [...document.querySelectorAll<HTMLElement>(FRAME)];
  const added = found.filter((frame) => !names.has(frame));
  for (const frame of added) {
    names.set(frame, tableName);
    observer.observe(frame);
    // Larger letters make a table wider and leave its frame as it is.
    for (const table of frame.children) observer.observe(table);
  }
  // Of what is out of sight the observer says nothing yet, but Tab comes there.
  markAll(added);
}

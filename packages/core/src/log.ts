/** Messages for the developers of the page. In English, and never with anything a resident wrote. */
const PREFIX = '[puntari]';
const said = new Set<string>();

/** Says once a page what is wrong and what would be right. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(PREFIX, message);
}

/** Something the page's developer must mend: the resident sees a short message instead of the widget. */
export function logError(message: string): void {
  console.error(PREFIX, message);
}

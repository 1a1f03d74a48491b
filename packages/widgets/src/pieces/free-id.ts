import { isServer } from 'lit';

/**
 * An element id that nothing else on the page has: a page may show one record in two languages, or several times.
 *
 * @param host - The widget. What it has itself is its own to have again.
 */
export function freeId(host: HTMLElement, id: string, lang: string): string {
  if (isServer) return id;
  const root = host.getRootNode() as Document | ShadowRoot;
  let free = id;
  for (let place = 1; ; place += 1) {
    const other = root.getElementById(free);
    if (!other || host.contains(other)) return free;
    free = `${id}-${lang}${place === 1 ? '' : String(place)}`;
  }
}

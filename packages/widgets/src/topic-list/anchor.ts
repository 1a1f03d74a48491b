import { isServer } from 'lit';

import { anchorOf } from './topic-list.model.js';

/**
 * The element id of a topic, which nothing else on the page has: a page may show one list in two languages, or several
 * times.
 *
 * @param host - The list. What it has itself is its own to have again.
 */
export function freeAnchor(host: HTMLElement, topicId: string, lang: string): string {
  const id = anchorOf(topicId);
  if (isServer) return id;
  const root = host.getRootNode() as Document | ShadowRoot;
  let free = id;
  for (let place = 1; ; place += 1) {
    const other = root.getElementById(free);
    if (!other || host.contains(other)) return free;
    free = `${id}-${lang}${place === 1 ? '' : String(place)}`;
  }
}

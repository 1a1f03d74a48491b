/** Follows `lang` and `dir` wherever they stand: on an element, on its ancestors, on the hosts of outer shadow roots. */

interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/** One observer a root, however many widgets stand in it. */
const watches = new WeakMap<Node, Watch>();

function* rootsOf(element: Element): Generator<Node> {
  let root = element.getRootNode();
  yield root;
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    yield root;
  }
}

function watch(root: Node, listener: () => void): () => void {
  let found = watches.get(root);
  if (!found) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const notify of listeners) notify();
    });
    observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    found = { observer, listeners };
    watches.set(root, found);
  }
  const { listeners, observer } = found;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer.disconnect();
    watches.delete(root);
  };
}

/** Calls back whenever a language around the element may have changed, until the returned function is called. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const stops = [...rootsOf(element)].map((root) => watch(root, listener));
  return () => {
    for (const stop of stops) stop();
  };
}

/** The nearest `lang`: the element's, an ancestor's, an outer host's. An empty one says "unknown" and is passed over. */
export function nearestLanguage(element: Element): string | undefined {
  let from: Element | null = element;
  while (from) {
    const bearer: Element | null = from.closest('[lang]:not([lang=""])');
    if (bearer) return bearer.getAttribute('lang') ?? undefined;
    const root: Node = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

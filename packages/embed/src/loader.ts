/**
 * Defines a widget when its tag comes near the view, so that a page pays only for what its reader is about to see.
 * Without globals: two loaders, of two versions perhaps, agree by an event.
 */
import { isSupported } from './baseline.js';
import { importer, type Modules } from './importer.js';
import { PREFIX, type WidgetName, WIDGETS } from './names.js';

/** How far from the view a widget is loaded: about a second of scrolling. */
const NEAR = '600px';
const REQUEST = 'puntari-observe';
/** Looked for among all nodes of a page: nine names at once take several times as long. */
const WAITING = ':not(:defined)';

/** Asked before a root is watched: a loader that is there already watches it and strikes out the names it knows. */
interface ObserveRequest extends Event {
  readonly names: Set<string>;
  readonly root: Document | ShadowRoot;
}

export interface Loader {
  /**
   * Watches a document or a shadow root for widgets, now and later. A shadow root is not seen from outside: who puts a
   * widget into one calls this for it.
   */
  observe(root?: Document | ShadowRoot): void;
  /** Defines widgets at once, near the view or not. Rejects when one of them could not be loaded. */
  defineAll(names?: readonly WidgetName[]): Promise<void>;
}

/** A loader that watches nothing yet. A function: its state takes fewer letters than the fields of a class. */
export function loaderOf(modules: Modules): Loader {
  const watched = new WeakSet<Node>();
  let ownNames: readonly WidgetName[] | undefined;
  let hasServerRoot = false;
  let sight: IntersectionObserver | undefined;

  /** The tags of ours in a node that are no widgets yet, and itself. */
  const find = (node: Document | ShadowRoot | Element): Element[] => {
    const waiting = [node as Element, ...node.querySelectorAll(WAITING)].filter(
      (one) =>
        // Documents and shadow roots have no name.
        (one as Partial<Element>).localName?.startsWith(PREFIX) && one.matches(WAITING),
    );
    hasServerRoot ||= waiting.some(({ shadowRoot }) => shadowRoot);
    return waiting;
  };

  const imports = importer(modules, () => {
    find(document);
    return hasServerRoot;
  });

  const onSight = (target: Element): void => {
    const waiting = find(target);
    if (!waiting[0]) sight?.unobserve(target);
    for (const { localName } of waiting) {
      const name = localName.slice(PREFIX.length) as WidgetName;
      if (ownNames?.includes(name)) void imports.import(name);
    }
  };

  const watch = (node: Document | ShadowRoot | Element): void => {
    sight ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) onSight(target);
      },
      { rootMargin: NEAR },
    );
    for (const tag of find(node)) {
      // What is plainly in view need not wait until the first frame has been drawn, which takes a slowed phone 0.1 s.
      // What a closed accordion hides has a place too; Safari before 17.4 cannot tell, so there all wait.
      const { bottom, top } = tag.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight && (tag as Partial<Element>).checkVisibility?.())
        onSight(tag);
      // An empty tag in a modal dialog never comes into view for WebKit; the dialog does.
      sight.observe(tag.closest('dialog,[popover]') ?? tag);
    }
  };

  const start = (root: Document | ShadowRoot): void => {
    if (watched.has(root)) return;
    watched.add(root);
    watch(root);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        // A text has no name.
        for (const node of addedNodes)
          if ((node as Partial<Element>).localName) watch(node as Element);
    }).observe(root, { childList: true, subtree: true });
  };

  /** Takes the widgets that nobody loads yet, perhaps none, and answers the loaders that come later. */
  const take = ({ names, root }: ObserveRequest): void => {
    const own = WIDGETS.filter((name) => names.has(name));
    ownNames = own;
    if (own.length < WIDGETS.length) console.warn('[puntari] Two loaders.');
    document.addEventListener(REQUEST, ((later: ObserveRequest) => {
      for (const name of own) later.names.delete(name);
      start(later.root);
    }) as EventListener);
    addEventListener('online', imports.retry);
    start(root);
  };

  return {
    observe(root = document) {
      if (!isSupported()) return;
      const request = Object.assign(new Event(REQUEST), { names: new Set<string>(WIDGETS), root });
      document.dispatchEvent(request);
      if (!ownNames) take(request);
    },
    async defineAll(names = WIDGETS) {
      if (isSupported()) await Promise.all(names.map((name) => imports.import(name)));
    },
  };
}

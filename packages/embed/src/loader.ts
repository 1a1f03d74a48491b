/**
 * Defines a widget when its tag comes near the view, so that a page pays only for what its reader is about to see.
 * Without globals: two loaders, of two versions perhaps, agree by an event.
 */
import { isSupported } from './baseline.js';
import { Importer, type Modules } from './importer.js';
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

export class Loader {
  readonly #importer: Importer;
  readonly #watched = new WeakSet<Node>();
  #names: readonly WidgetName[] | undefined;
  #hasServerRoot = false;
  #sight: IntersectionObserver | undefined;

  constructor(modules: Modules) {
    this.#importer = new Importer(modules, () => {
      this.#find(document);
      return this.#hasServerRoot;
    });
  }

  /**
   * Watches a document or a shadow root for widgets, now and later. A shadow root is not seen from outside: who puts a
   * widget into one calls this for it.
   */
  observe(root: Document | ShadowRoot = document): void {
    if (!isSupported()) return;
    const request = Object.assign(new Event(REQUEST), { names: new Set<string>(WIDGETS), root });
    document.dispatchEvent(request);
    if (!this.#names) this.#take(request);
  }

  /** Defines widgets at once, near the view or not. Rejects when one of them could not be loaded. */
  async defineAll(names: readonly WidgetName[] = WIDGETS): Promise<void> {
    if (isSupported()) await Promise.all(names.map((name) => this.#importer.import(name)));
  }

  /** Takes the widgets that nobody loads yet, perhaps none, and answers the loaders that come later. */
  #take({ names, root }: ObserveRequest): void {
    const own = WIDGETS.filter((name) => names.has(name));
    this.#names = own;
    if (own.length < WIDGETS.length) console.warn('[puntari] Two loaders: the first stays.');
    document.addEventListener(REQUEST, (event) => {
      const later = event as ObserveRequest;
      for (const name of own) later.names.delete(name);
      this.#start(later.root);
    });
    addEventListener('online', () => this.#importer.retry());
    this.#start(root);
  }

  #start(root: Document | ShadowRoot): void {
    if (this.#watched.has(root)) return;
    this.#watched.add(root);
    this.#watch(root);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Element) this.#watch(node);
    }).observe(root, { childList: true, subtree: true });
  }

  #watch(node: Document | ShadowRoot | Element): void {
    this.#sight ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) this.#onSight(target);
      },
      { rootMargin: NEAR },
    );
    for (const tag of this.#find(node)) {
      // What is plainly in view need not wait until the first frame has been drawn, which takes a slowed phone 0.1 s.
      // What a closed accordion hides has a place too; Safari before 17.4 cannot tell, so there all wait.
      const { bottom, top } = tag.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight && (tag as Partial<Element>).checkVisibility?.())
        this.#onSight(tag);
      // An empty tag in a modal dialog never comes into view for WebKit; the dialog does.
      this.#sight.observe(tag.closest('dialog,[popover]') ?? tag);
    }
  }

  #onSight(target: Element): void {
    const waiting = this.#find(target);
    if (waiting.length === 0) this.#sight?.unobserve(target);
    for (const { localName } of waiting) {
      const name = localName.slice(PREFIX.length) as WidgetName;
      if (this.#names?.includes(name)) void this.#importer.import(name);
    }
  }

  /** The tags of ours in a node that are no widgets yet, and itself. */
  #find(node: Document | ShadowRoot | Element): Element[] {
    const waiting = [node as Element, ...node.querySelectorAll(WAITING)].filter(
      (one) =>
        // Documents and shadow roots have no name.
        (one as Partial<Element>).localName?.startsWith(PREFIX) && one.matches(WAITING),
    );
    this.#hasServerRoot ||= waiting.some(({ shadowRoot }) => shadowRoot);
    return waiting;
  }
}

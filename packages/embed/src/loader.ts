/**
 * Defines a widget when its tag comes near the view, so that a page pays only for what its reader is about to see.
 * Without globals: two loaders, of two versions perhaps, agree by an event.
 */
import { isSupported } from './baseline.js';
import { WIDGETS, type WidgetName } from './names.js';

/** How far from the view a widget is loaded: about a second of scrolling. */
const NEAR = '600px';
const REQUEST = 'puntari-observe';
const PREFIX = 'puntari-';
const SELECTOR = WIDGETS.map((name) => PREFIX + name).join();

/** Where the modules come from. Each is asked for again after a failure. */
export interface Modules {
  widget(name: WidgetName): Promise<unknown>;
  /** Lit's support for server-sent roots. It has to be evaluated before Lit. */
  hydration(): Promise<unknown>;
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

/** Asked before a root is watched: a loader that is there already watches it and strikes out the names it knows. */
interface ObserveRequest extends Event {
  readonly names: Set<string>;
  readonly root: Document | ShadowRoot;
}

const nameOf = ({ localName }: Element): WidgetName => localName.slice(PREFIX.length) as WidgetName;

/** The tags of ours that are no widgets yet, in a node and itself. */
function findWaiting(node: ParentNode): Element[] {
  const found = [...node.querySelectorAll(SELECTOR)];
  if (node instanceof Element && node.matches(SELECTOR)) found.push(node);
  return found.filter(({ localName }) => !customElements.get(localName));
}

export function createLoader(modules: Modules): Loader {
  const loads = new Map<WidgetName, Promise<void>>();
  const failed = new Set<WidgetName>();
  const watched = new WeakSet<Node>();
  let names: readonly WidgetName[] | undefined;
  let hasServerRoot = false;
  let readiness: Promise<void> | undefined;
  let sight: IntersectionObserver | undefined;

  function find(node: ParentNode): Element[] {
    const waiting = findWaiting(node);
    hasServerRoot ||= waiting.some(({ shadowRoot }) => shadowRoot);
    return waiting;
  }

  /** What has to be there before the first widget, and so before Lit. Later it would be of no use. */
  async function prepare(): Promise<void> {
    // While the page is on its way a server-sent root may still be to come.
    if (document.readyState === 'loading')
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve);
      });
    find(document);
    if (hasServerRoot) await modules.hydration();
  }

  async function importWidget(name: WidgetName): Promise<void> {
    if (customElements.get(PREFIX + name)) return;
    readiness ??= prepare();
    try {
      await readiness;
    } catch (error) {
      readiness = undefined;
      throw error;
    }
    await modules.widget(name);
    failed.delete(name);
  }

  function load(name: WidgetName): Promise<void> {
    let loading = loads.get(name);
    if (!loading) {
      loading = importWidget(name);
      loads.set(name, loading);
      loading.catch((error: unknown) => {
        loads.delete(name);
        if (!failed.has(name))
          console.error(`[puntari] <${PREFIX}${name}> was not loaded and is tried again later.`, error);
        failed.add(name);
      });
    }
    return loading;
  }

  function watch(node: ParentNode): void {
    // An empty tag in a modal dialog never comes into view for WebKit; the dialog does.
    for (const tag of find(node)) sight?.observe(tag.closest('dialog,[popover]') ?? tag);
  }

  function onSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      const waiting = find(target);
      if (waiting.length === 0) sight?.unobserve(target);
      for (const tag of waiting) if (names?.includes(nameOf(tag))) void load(nameOf(tag));
    }
  }

  function start(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    sight ??= new IntersectionObserver(onSight, { rootMargin: NEAR });
    watch(root);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node instanceof Element) watch(node);
    }).observe(root, { childList: true, subtree: true });
  }

  /** Takes the widgets that nobody loads yet, and answers the loaders that come later. */
  function take(request: ObserveRequest): void {
    const own = WIDGETS.filter((name) => request.names.has(name));
    names = own;
    if (own.length < WIDGETS.length)
      console.warn('[puntari] There is a loader on this page already. The first one stays.');
    if (own.length === 0) return;
    document.addEventListener(REQUEST, (event) => {
      const later = event as ObserveRequest;
      for (const name of own) later.names.delete(name);
      start(later.root);
    });
    addEventListener('online', () => {
      for (const name of failed) void load(name);
    });
    start(request.root);
  }

  return {
    observe(root = document): void {
      if (!isSupported()) return;
      const request = Object.assign(new Event(REQUEST), { names: new Set<string>(WIDGETS), root });
      document.dispatchEvent(request);
      if (!names) take(request);
    },
    async defineAll(wanted = WIDGETS): Promise<void> {
      if (isSupported()) await Promise.all(wanted.map(load));
    },
  };
}

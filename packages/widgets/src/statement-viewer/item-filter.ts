import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Shows some of the items that stand in the light DOM. Find in page, links and print still reach all of them. */
export class ItemFilter implements ReactiveController {
  readonly #host: Host;
  readonly #showAll: () => void;
  #state = '';
  #listening: AbortController | undefined;

  /** @param showAll - Called when something asks for an item that is hidden. */
  constructor(host: Host, showAll: () => void) {
    this.#host = host;
    this.#showAll = showAll;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // The browser found a word in a hidden item.
    this.#host.addEventListener('beforematch', this.#showAll, { signal });
    addEventListener('hashchange', () => this.#followHash(), { signal });
    addEventListener('beforeprint', () => this.#apply(''), { signal });
    addEventListener('afterprint', () => this.#apply(this.#state), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** Shows the items whose answer stands at `state`; all when it is empty. */
  show(state: string): void {
    this.#state = state;
    this.#apply(state);
  }

  /** How many items an answer state leaves. */
  count(state: string): number {
    return this.#items.filter((item) => matches(item, state)).length;
  }

  /** The first item that an answer state leaves. */
  firstOf(state: string): HTMLElement | undefined {
    return this.#items.find((item) => matches(item, state));
  }

  /** Goes to the item that the page's address names: it was not there yet when the browser looked. */
  followFirstHash(): void {
    const target = this.#target;
    // Who has scrolled since is reading something else.
    if (target && scrollY === 0) target.scrollIntoView();
  }

  /** An id that nothing else on the page has: a page may show one statement in two languages. */
  freeId(id: string, lang: string): string {
    if (isServer) return id;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const other = root.getElementById(id);
    return other && !this.#host.contains(other) ? `${id}-${lang}` : id;
  }

  get #box(): HTMLElement | null {
    return this.#host.querySelector(':scope > [slot="document"]');
  }

  get #items(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  }

  get #target(): HTMLElement | null {
    // Ids of items have no character that an address must escape.
    const id = this.#host.ownerDocument.location.hash.slice(1);
    return id ? (this.#items.find((item) => item.id === id) ?? null) : null;
  }

  /** A link to an item that is hidden shows it, also where the browser does not do so by itself. */
  #followHash(): void {
    const target = this.#target;
    if (!target || matches(target, this.#state)) return;
    this.#apply('');
    this.#showAll();
    target.scrollIntoView();
  }

  #apply(state: string): void {
    for (const item of this.#items) setHidden(item, !matches(item, state));
    for (const section of this.#box?.querySelectorAll<HTMLElement>('[data-theme]') ?? []) {
      setHidden(section, !section.querySelector('[data-item]:not([hidden])'));
    }
  }
}

const matches = ({ dataset }: HTMLElement, state: string): boolean =>
  state === '' || dataset['status'] === state;

/** Hidden so that find in page still finds it; browsers that do not know this hide it like any other. */
function setHidden(element: HTMLElement, hidden: boolean): void {
  if (hidden) element.setAttribute('hidden', 'until-found');
  else element.removeAttribute('hidden');
}

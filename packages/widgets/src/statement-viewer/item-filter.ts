/** Shows some of the items that stand in the light DOM. Find in page, links and print still reach all of them. */
export class ItemFilter {
  readonly #host: HTMLElement;
  readonly #showAll: () => void;
  #state = '';
  #listening: AbortController | undefined;

  /** @param showAll - Called when something asks for an item that is hidden. */
  constructor(host: HTMLElement, showAll: () => void) {
    this.#host = host;
    this.#showAll = showAll;
  }

  get #box(): HTMLElement | null {
    return this.#host.querySelector(':scope > [slot="document"]');
  }

  connect(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // The browser found a word in a hidden item.
    this.#host.addEventListener('beforematch', this.#showAll, { signal });
    addEventListener('hashchange', () => this.followHash(), { signal });
    addEventListener('beforeprint', () => this.#apply(''), { signal });
    addEventListener('afterprint', () => this.#apply(this.#state), { signal });
  }

  disconnect(): void {
    this.#listening?.abort();
  }

  /** Shows the items whose answer stands at `state`; all when it is empty. */
  show(state: string): void {
    this.#state = state;
    this.#apply(state);
  }

  /** How many items are shown. */
  count(state: string): number {
    return [...(this.#box?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].filter((item) =>
      matches(item, state),
    ).length;
  }

  /** Goes to the item that the page's address names: it was not there yet, or is hidden, when the browser looked. */
  followHash(): void {
    const { location } = this.#host.ownerDocument;
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? this.#box?.querySelector(`#${CSS.escape(id)}`) : null;
    if (!target) return;
    if (this.#state) {
      this.#apply('');
      this.#showAll();
    }
    target.scrollIntoView();
  }

  /** An id that nothing else on the page has: a page may show one statement in two languages. */
  freeId(id: string, lang: string): string {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const other = root.getElementById(id);
    return other && !this.#host.contains(other) ? `${id}-${lang}` : id;
  }

  #apply(state: string): void {
    for (const section of this.#box?.querySelectorAll<HTMLElement>('[data-theme]') ?? []) {
      const items = [...section.querySelectorAll<HTMLElement>('[data-item]')];
      for (const item of items) setHidden(item, !matches(item, state));
      setHidden(section, !items.some((item) => matches(item, state)));
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

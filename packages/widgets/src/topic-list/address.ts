import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { isSame, type View } from './topic-list.model.js';
import { readView, showView } from './url-state.js';

type Host = ReactiveControllerHost & HTMLElement;

export interface AddressOptions {
  /** What stands before each name of the list; nothing where the page does not ask for any. */
  readonly prefix: () => string | undefined;
  /** Shows what Back or Forward leads to. */
  readonly onView: (view: View) => void;
}

/** The page's address as far as it is the list's: written when the view changes, read when Back and Forward lead elsewhere. */
export class Address implements ReactiveController {
  readonly #host: Host;
  readonly #options: AddressOptions;
  #last: View | undefined;
  #listening: AbortController | undefined;

  constructor(host: Host, options: AddressOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    addEventListener('popstate', () => void this.#follow(), { signal: this.#listening.signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  read(): View | undefined {
    const prefix = this.#options.prefix();
    this.#last = prefix === undefined ? undefined : readView(location.search, prefix);
    return this.#last;
  }

  write(view: View): void {
    const prefix = this.#options.prefix();
    if (prefix === undefined) return;
    showView(prefix, view);
    this.#last = view;
  }

  async #follow(): Promise<void> {
    const before = this.#last;
    const view = this.read();
    // A link within the page comes by here too, and what was typed a moment ago is not in the address yet.
    if (!view || (before && isSame(view, before))) return;
    const focused = this.#focused;
    this.#options.onView(view);
    await this.#host.updateComplete;
    // Whoever stood on what has gone would begin at the top of the page.
    if (focused && (!focused.isConnected || focused.closest('[hidden]')))
      this.#host.shadowRoot?.querySelector('summary')?.focus({ preventScroll: true });
  }

  get #focused(): Element | null {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    if (!this.#host.contains(activeElement)) return null;
    return this.#host.shadowRoot?.activeElement ?? activeElement;
  }
}

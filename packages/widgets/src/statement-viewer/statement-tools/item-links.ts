import type { Locale } from '@puntari/core';
import type { ReactiveController } from 'lit';

import type { ItemFilter } from '../item-filter.js';

type Host = HTMLElement & { readonly locale: Locale };

/** How long it is shown that an address was copied, in milliseconds. */
const SHOWN_FOR = 4000;

/** Where a link within the page leads. A `<base>` of the page would make it a link to another page. */
const addressOf = (link: HTMLAnchorElement): string => new URL(link.hash, location.href).href;

/**
 * Follows the links of an item to itself and to those beside it (`way-on.ts`): passes over the items that are not shown,
 * takes the focus along, and copies the address.
 */
export class ItemLinks implements ReactiveController {
  readonly #host: Host;
  readonly #filter: ItemFilter;
  readonly #say: (text: string) => void;

  constructor(host: Host, filter: ItemFilter, say: (text: string) => void) {
    this.#host = host;
    this.#filter = filter;
    this.#say = say;
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#onClick);
  }

  readonly #onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    // A link that is opened beside this page is the browser's.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const item = link.closest<HTMLElement>('[data-item]');
    const go = item ? link.dataset['go'] : undefined;
    if (!item || go === undefined || go === 'linkTo') {
      this.#follow(link, event);
      if (go) void this.#copy(link);
      return;
    }
    const next = this.#neighbour(item, go === 'nextItem' ? 1 : -1);
    if (!next) return;
    event.preventDefault();
    this.#goTo(next);
    const heading = next.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  };

  /** Follows a link within the text where the browser would not. All others are the browser's. */
  #follow(link: HTMLAnchorElement, event: MouseEvent): void {
    if (event.defaultPrevented || !link.getAttribute('href')?.startsWith('#')) return;
    const parts = [...this.#host.querySelectorAll<HTMLElement>('[id]')];
    const target = parts.find(({ id }) => link.hash === `#${id}`);
    if (!target) return;
    const leadsAway = link.href !== addressOf(link);
    const standsThere = link.hash === location.hash && target.closest('[hidden]') !== null;
    if (!leadsAway && !standsThere) return;
    event.preventDefault();
    this.#goTo(target);
  }

  /** As a link would: the address tells where the reader is, and Back leads back. */
  #goTo(target: HTMLElement): void {
    if (location.hash === `#${target.id}`) {
      // The browser does nothing for an address that stands there already.
      this.#filter.followHash();
      target.scrollIntoView();
    } else location.hash = target.id;
  }

  /** The item that is shown next to another; nothing at the ends. */
  #neighbour(item: HTMLElement, step: 1 | -1): HTMLElement | undefined {
    const { items } = this.#filter;
    let at = items.indexOf(item) + step;
    while (items[at]?.hasAttribute('hidden')) at += step;
    return items[at];
  }

  async #copy(link: HTMLAnchorElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(addressOf(link));
    } catch {
      // Not allowed here. The address stands in the address bar, where the link has led.
      return;
    }
    const note = document.createElement('span');
    note.className = 'puntari-note';
    // It has been announced.
    note.ariaHidden = 'true';
    note.textContent = this.#host.locale.t('copied');
    this.#say(note.textContent);
    link.after(note);
    setTimeout(() => {
      note.remove();
    }, SHOWN_FOR);
  }
}

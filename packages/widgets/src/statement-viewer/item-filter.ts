import { longTextOf } from '@puntari/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { standAt } from '../pieces/stand-at.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What a reader wants to see of a statement. Empty parts leave everything. */
export interface Criteria {
  /** Where the answer stands; see `AnswerState`. */
  readonly state: string;
  /** The id of a theme; `OTHER` for the items of none. */
  readonly theme: string;
  /** Words that all have to stand in the item or in its answer, in any order. */
  readonly words: string;
}

/** Every item. */
export const ALL: Criteria = { state: '', theme: '', words: '' };

/** Stands for the items of no theme. No id begins so. */
export const OTHER = '-';

export const isAll = ({ state, theme, words }: Criteria): boolean =>
  state === '' && theme === '' && words.trim() === '';

/** The row that leads on from an item; see `way-on.ts`. */
export const WAY_ON = '.puntari-way-on';

/** Words are copied with what nobody sees: soft hyphens in their middle, marks of direction at their ends. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '');

/** What is searched in; a statement is long, and a reader types letter by letter. */
let searched = new WeakMap<HTMLElement, string>();

/** The items say something else now. */
export const forgetWords = (): void => {
  searched = new WeakMap();
};

function textOf(item: HTMLElement): string {
  let text = searched.get(item);
  if (text === undefined) {
    // The links around it name other items.
    const own = [...item.children].filter((part) => !part.matches(WAY_ON));
    text = fold(own.map(({ textContent }) => textContent).join(' '));
    searched.set(item, text);
  }
  return text;
}

/** Shows some of the items that stand in the light DOM. Find in page, links and print still reach all of them. */
export class ItemFilter implements ReactiveController {
  readonly #host: Host;
  readonly #showAll: () => void;
  #criteria = ALL;
  #listening: AbortController | undefined;

  /** @param showAll - Called when something asks for an item that is hidden. */
  constructor(host: Host, showAll: () => void) {
    this.#host = host;
    this.#showAll = showAll;
    host.addController(this);
  }

  /** All of them, shown or not, in the order of the page. */
  get items(): HTMLElement[] {
    return [...(longTextOf(this.#host)?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // The browser found a word in a hidden item.
    this.#host.addEventListener('beforematch', this.#showAll, { signal });
    addEventListener('hashchange', () => this.followHash(), { signal });
    addEventListener('beforeprint', () => this.#apply(ALL), { signal });
    addEventListener('afterprint', () => this.#apply(this.#criteria), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  show(criteria: Criteria): void {
    const isNothingHidden = isAll(this.#criteria) && isAll(criteria);
    this.#criteria = criteria;
    if (!isNothingHidden) this.#apply(criteria);
  }

  /** The items that are left. */
  matching(criteria: Criteria): HTMLElement[] {
    return this.items.filter(matcher(criteria));
  }

  /** Goes to what the page's address names: it was not there yet when the browser looked. */
  followFirstHash(): void {
    const target = this.#target;
    // Who has scrolled since is reading something else.
    if (!target || scrollY !== 0) return;
    target.scrollIntoView();
    standAt(target);
  }

  /** A link to what is hidden shows it, also where the browser does not do so by itself. */
  followHash(): void {
    const target = this.#target;
    if (!target?.closest('[hidden]')) return;
    this.#apply(ALL);
    this.#showAll();
    target.scrollIntoView();
  }

  /** An item, a theme or another part of the text that the page's address names. */
  get #target(): HTMLElement | undefined {
    // Ids have no character that an address must escape.
    const name = this.#host.ownerDocument.location.hash.slice(1);
    const parts = longTextOf(this.#host)?.querySelectorAll<HTMLElement>('[id]') ?? [];
    return [...parts].find(({ id }) => id === name);
  }

  #apply(criteria: Criteria): void {
    const matches = matcher(criteria);
    const sections = new Map<Element, boolean>();
    for (const item of this.items) {
      const isShown = matches(item);
      setHidden(item, !isShown);
      const section = item.closest('[data-theme]');
      if (section) sections.set(section, isShown || sections.get(section) === true);
    }
    for (const [section, isShown] of sections) setHidden(section, !isShown);
  }
}

function matcher({ state, theme, words }: Criteria): (item: HTMLElement) => boolean {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const section = theme === OTHER ? '' : theme;
  return (item) =>
    (state === '' || item.dataset['status'] === state) &&
    (theme === '' ||
      (item.closest<HTMLElement>('[data-theme]')?.dataset['theme'] ?? '') === section) &&
    (wanted.length === 0 || wanted.every((word) => textOf(item).includes(word)));
}

/**
 * Hidden so that find in page still finds it; browsers that do not know this hide it like any other. Those that do would
 * still tell a screen reader of an article with nothing in it.
 */
function setHidden(element: Element, hidden: boolean): void {
  // What stands as it should is left alone: of a thousand items most do.
  if (hidden === element.hasAttribute('hidden')) return;
  if (hidden) {
    element.setAttribute('hidden', 'until-found');
    element.setAttribute('aria-hidden', 'true');
  } else for (const name of ['hidden', 'aria-hidden']) element.removeAttribute(name);
}

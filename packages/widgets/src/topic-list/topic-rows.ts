import { longTextOf } from '@puntari/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { standAt } from '../pieces/stand-at.js';
import { areasOf } from './topic-list.document.js';
import {
  comparer,
  type Criteria,
  fold,
  isEverything,
  matcher,
  type Row,
  type Sort,
} from './topic-list.model.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Up to how many topics find in page reaches those that are hidden. Of more, `hidden="until-found"` takes Chromium seconds where a
 * plain `hidden` takes a tenth of one; see docs/performance.md.
 */
const MOST_FOUND = 2000;

/** A topic in the light DOM. Its title and its words are read when they are first asked for. */
class TopicRow implements Row {
  readonly article: HTMLElement;
  readonly place: number;
  /** What is hidden and moved: the item of a list, where the topic stands in one. */
  readonly box: HTMLElement;
  // Read once: a thousand topics are compared ten thousand times.
  readonly status: string;
  readonly areas: readonly string[];
  readonly level: string;
  readonly year: string;
  readonly plannedOn: string;
  readonly supporters: number | undefined;
  #title: string | undefined;
  #text: string | undefined;

  constructor(article: HTMLElement, place: number) {
    const { parentElement, dataset } = article;
    this.article = article;
    this.place = place;
    this.box = parentElement?.localName === 'li' ? parentElement : article;
    this.status = dataset['status'] ?? '';
    this.areas = areasOf(dataset['area']);
    this.level = dataset['level'] ?? '';
    this.year = dataset['year'] ?? '';
    this.plannedOn = dataset['planned'] ?? '';
    const { supporters } = dataset;
    this.supporters = supporters === undefined ? undefined : Number(supporters);
  }

  get title(): string {
    this.#title ??= this.article.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim() ?? '';
    return this.#title;
  }

  get text(): string {
    // Between a name and its value there may be no space in the text.
    this.#text ??= fold([...this.article.children].map(({ textContent }) => textContent).join(' '));
    return this.#text;
  }
}

/**
 * Chooses and orders the topics that stand in the light DOM. Find in page and links reach all of them, print those that are
 * left; none is made again, so that whatever has the focus or was selected stays.
 */
export class TopicRows implements ReactiveController {
  readonly #host: Host;
  readonly #showAll: () => void;
  #read:
    | { readonly box: Element; readonly key: unknown; readonly rows: readonly TopicRow[] }
    | undefined;
  #sorted: { readonly box: Element; readonly by: string } | undefined;
  #criteria: Criteria | undefined;
  #listening: AbortController | undefined;

  /** @param showAll - Called when something asks for a topic that is hidden. */
  constructor(host: Host, showAll: () => void) {
    this.#host = host;
    this.#showAll = showAll;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // The browser found a word in a hidden topic.
    this.#host.addEventListener('beforematch', () => this.#reveal(), { signal });
    addEventListener('hashchange', () => this.#followHash(), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** As they were published. */
  get all(): readonly TopicRow[] {
    const box = longTextOf(this.#host);
    if (!box) return [];
    // The same element may say something else.
    const { key } = box.dataset;
    if (this.#read?.box !== box || this.#read.key !== key) {
      const articles = [...box.querySelectorAll<HTMLElement>('article[data-topic]')];
      const rows = articles.map((article, place) => new TopicRow(article, place));
      this.#read = { box, key, rows };
    }
    return this.#read.rows;
  }

  /** How many there are; without reading them. */
  get total(): number {
    return longTextOf(this.#host)?.querySelectorAll('article[data-topic]').length ?? 0;
  }

  count(criteria: Criteria): number {
    return isEverything(criteria) ? this.total : this.all.filter(matcher(criteria)).length;
  }

  show(criteria: Criteria): void {
    const isNothingHidden =
      isEverything(criteria) && (!this.#criteria || isEverything(this.#criteria));
    this.#criteria = criteria;
    if (isNothingHidden) return;
    const isShown = matcher(criteria);
    const how = this.all.length > MOST_FOUND ? '' : 'until-found';
    for (const row of this.all) setHidden(row.box, !isShown(row) && how);
  }

  /** Moves the topics; reading order follows. The one that has the focus stays, and the others go around it. */
  sort(sort: Sort, lang: string): void {
    const box = longTextOf(this.#host);
    const by = sort === 'title' ? `${sort} ${lang}` : sort;
    const before = this.#sorted?.box === box ? this.#sorted?.by : 'published';
    if (!box || before === by) return;
    this.#sorted = { box, by };
    const sorted = this.all.toSorted(comparer(sort, lang)).map((row) => row.box);
    // A text that the page wrote may have its topics in several lists: each keeps its own.
    const lists = new Map<HTMLElement, HTMLElement[]>();
    for (const one of sorted) {
      const list = one.parentElement;
      if (list && !lists.get(list)?.push(one)) lists.set(list, [one]);
    }
    for (const [list, boxes] of lists) arrange(list, boxes, list === box);
  }

  /** Goes to the topic that the page's address names: it was not there yet when the browser looked. */
  followFirstHash(): void {
    const target = this.#target;
    if (!target) return;
    if (target.hidden) this.#followHash();
    // Who has scrolled since is reading something else.
    else if (scrollY === 0) target.scrollIntoView();
    else return;
    standAt(target);
  }

  get #target(): HTMLElement | undefined {
    // Ids of topics have no character that an address must escape.
    const id = this.#host.ownerDocument.location.hash.slice(1);
    const row = id === '' ? undefined : this.all.find(({ article }) => article.id === id);
    return row?.box;
  }

  /** At once: what is shown later would push away what the browser scrolls to now. */
  #reveal(): void {
    for (const { box } of this.all) setHidden(box, false);
    this.#showAll();
  }

  /** A link to a topic that is hidden shows it, also where the browser does not do so by itself. */
  #followHash(): void {
    const target = this.#target;
    if (!target?.hasAttribute('hidden')) return;
    this.#reveal();
    target.scrollIntoView();
  }
}

/** Puts elements into this order, where they stand among others. */
function arrange(parent: HTMLElement, boxes: readonly HTMLElement[], isRoot: boolean): void {
  const at = boxes.findIndex((one) => one.contains(parent.ownerDocument.activeElement));
  if (at !== -1) {
    boxes[at]?.before(...boxes.slice(0, at));
    boxes[at]?.after(...boxes.slice(at + 1));
    return;
  }
  const others = new Set<Node>(boxes);
  const next = [...parent.childNodes].findLast((node) => others.has(node))?.nextSibling;
  // Off the page for a moment: a thousand topics are moved in half the time, and nothing is laid out between.
  const mark = new Comment();
  if (!isRoot) parent.replaceWith(mark);
  if (next) next.before(...boxes);
  else parent.append(...boxes);
  if (!isRoot) mark.replaceWith(parent);
}

/**
 * Hidden so that find in page still finds it; browsers that do not know this hide it like any other. Those that do would
 * still tell a screen reader of an item with nothing in it.
 *
 * @param how - The value of `hidden`; `false` shows it.
 */
function setHidden(element: Element, how: string | false): void {
  // What stands as it should is left alone: of a thousand topics most do.
  if ((how !== false) === element.hasAttribute('hidden')) return;
  if (how !== false) {
    element.setAttribute('hidden', how);
    element.setAttribute('aria-hidden', 'true');
  } else {
    element.removeAttribute('hidden');
    element.removeAttribute('aria-hidden');
  }
}

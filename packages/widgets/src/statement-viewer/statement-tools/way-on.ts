import { type Locale, whenIdle } from '@puntari/core';

import { WAY_ON } from '../item-filter.js';

/** How many items get their links before the page may do something else. */
const AT_ONCE = 40;

const titleOf = (item: Element): string =>
  (item.querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** What an item is called in a link: the words before its title, and its place where others are called the same. */
function namesOf(items: readonly Element[]): string[] {
  const names = items.map((item) => titleOf(item).split(':', 1)[0] ?? '');
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${String(index + 1)})`,
  );
}

/** What the items are called whose links stand there. */
const called = new WeakMap<Element, string>();

function linkTo(item: Element, kind: string, text: string): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${item.id}`;
  link.dataset['go'] = kind;
  link.textContent = text;
  return link;
}

/**
 * Puts below each item where it stands among all, a link to itself, and links to those beside it: in the order of the
 * page, and on a text that the page wrote itself too.
 *
 * @param isCurrent - Whether the text is still the one on the page.
 */
export async function addWayOn(
  box: Element,
  locale: Locale,
  isCurrent: () => boolean,
): Promise<void> {
  const { t } = locale;
  const items = [...box.querySelectorAll('[data-item]')];
  const names = namesOf(items);
  const link = (kind: string, at: number): HTMLElement[] => {
    const item = items[at];
    return item?.id ? [linkTo(item, kind, t(kind, { item: names[at] }))] : [];
  };
  for (const [at, item] of items.entries()) called.set(item, names[at] ?? '');
  for (const [at, item] of items.entries()) {
    // The text itself, in another language perhaps, is drawn first.
    if (at % AT_ONCE === 0) {
      await whenIdle();
      if (!isCurrent()) return;
    }
    const row = document.createElement('p');
    row.className = WAY_ON.slice(1);
    row.dataset['needsScript'] = '';
    const place = document.createElement('span');
    place.textContent = t('place', {
      number: locale.number(at + 1),
      total: locale.number(items.length),
    });
    const links = [
      ...link('linkTo', at),
      ...link('previousItem', at - 1),
      ...link('nextItem', at + 1),
    ];
    row.append(...[place, ...links].flatMap((part) => [part, ' ']));
    item.querySelector(`:scope > ${WAY_ON}`)?.remove();
    item.append(row);
  }
  leadOn(items, locale);
}

/** Makes a link lead to another item, and say so. Where there is none to lead to it goes away for as long. */
function lead(from: Element, kind: string, to: Element | undefined, { t }: Locale): void {
  const link = from.querySelector<HTMLAnchorElement>(`:scope > ${WAY_ON} > [data-go=${kind}]`);
  if (!link) return;
  link.hidden = to === undefined;
  if (!to || link.hash === `#${to.id}`) return;
  link.href = `#${to.id}`;
  link.textContent = t(kind, { item: called.get(to) });
}

/** The links below the items lead to those beside them that are shown. */
export function leadOn(items: readonly Element[], locale: Locale): void {
  const shown = items.filter((item) => !item.hasAttribute('hidden'));
  for (const [at, item] of shown.entries()) {
    lead(item, 'previousItem', shown[at - 1], locale);
    lead(item, 'nextItem', shown[at + 1], locale);
  }
}

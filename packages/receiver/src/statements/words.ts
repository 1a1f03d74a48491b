/** What the pages and the feed of answers say in the same way. */
import { isForeign, type LocalizedText, pickText, type ResponseStatus } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { wordsIn } from '../pages/words.js';
import type { PublicChange } from './changes.js';

export const statusWord = (status: ResponseStatus, lang: string): string =>
  wordsIn(lang).t(`responseStatus.${status}`);

/** A whole text is no name: as much of it as one recognizes it by. */
const MAX_NAME = 120;

const shortened = (text: string): string =>
  text.length <= MAX_NAME ? text : `${text.slice(0, MAX_NAME).replace(/\s+\S*$/, '')}…`;

interface Named {
  readonly number?: string | undefined;
  readonly title: LocalizedText;
}

/** What an item is called in one line: its number, where it has one, and its title. */
export function itemName({ number, title }: Named, lang: string): string {
  const name = shortened(pickText(title, lang).text);
  return number === undefined ? name : `${number}. ${name}`;
}

/** The same on a page, marked with its language where that is not the page's. */
export function itemNameIn(named: Named, lang: string): Html {
  const picked = pickText(named.title, lang);
  const name = itemName(named, lang);
  return isForeign(picked.lang, lang)
    ? html`<span lang="${picked.lang}">${name}</span>`
    : html`${name}`;
}

/** What happened, in one line. */
export function changeTitle(change: PublicChange, lang: string): string {
  const { t } = wordsIn(lang);
  const status = statusWord(change.status, lang);
  const item = itemName(change, lang);
  return t(change.corrected ? `changes.corrected.${change.kind}` : `changes.new.${change.kind}`, {
    item,
    status,
  });
}

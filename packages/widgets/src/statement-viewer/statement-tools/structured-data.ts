/** A statement for search engines, in the terms of schema.org. */
import type { LocalizedText, Statement } from '@puntari/contracts';
import type { Locale } from '@puntari/core';

import { itemName } from '../item.document.js';
import { proseInWords } from '../prose-in-words.js';
import { stateWord } from '../response.document.js';
import { type IsOver, stateOf } from '../statement-viewer.model.js';

/** A search engine reads no more of a page than this; the page has all of it in words. */
const MOST_ITEMS = 200;

/**
 * A `Report` with its items as parts, each with its address on the page and the state of its answer in words.
 *
 * @param anchor - The element id of an item.
 */
export function structuredData(
  statement: Statement,
  locale: Locale,
  isOver: IsOver,
  anchor: (itemId: string) => string,
): object {
  const { id, title, question, adoptedOn, publishedOn, handedOverOn, panel, items } = statement;
  const words = (text: LocalizedText | undefined): string | undefined =>
    text === undefined ? undefined : locale.text(text).text;
  const name = words(panel.name);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    identifier: id,
    name: words(title),
    inLanguage: locale.lang,
    dateCreated: adoptedOn,
    datePublished: publishedOn ?? handedOverOn ?? adoptedOn,
    about: proseInWords(question, statement, locale),
    author: name === undefined ? undefined : { '@type': 'Organization', name },
    hasPart: items.slice(0, MOST_ITEMS).map((item, index) => {
      const state = stateOf(item, statement, isOver);
      const own = words(item.title);
      return {
        '@type': 'CreativeWork',
        position: index + 1,
        name: own ? `${itemName(item, locale)}: ${own}` : itemName(item, locale),
        url: `#${anchor(item.id)}`,
        creativeWorkStatus: state && stateWord(locale, state),
      };
    }),
  };
}

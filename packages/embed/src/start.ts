import type { AskedEarly } from '@puntari/core';

import { PREFIX, type WidgetName, WIDGETS } from './names.js';

/**
 * The build puts in: the hash of all words; how many of the chunks each widget starts with, in the order of `WIDGETS`; and the
 * chunks. Letters count here.
 */
const table: unknown = '%CHUNKS%';
const [words, counts, ...chunks] = table as readonly [string, readonly number[], ...string[]];

/**
 * Asks for what a widget starts with, a round trip before it would ask itself: its chunks, its words in the language around
 * the first of its tags, and the record of that tag. Behind a language that we do not have stands Finnish.
 *
 * Only begun: the widget asks for all of it again, and it alone says whether something is missing.
 *
 * @param load - Imports a file from the loader's own folder.
 */
export function begin(name: WidgetName, load: (file: string) => Promise<unknown>): void {
  const tag = document.querySelector<AskedEarly>(PREFIX + name);
  const around = tag?.closest<HTMLElement>('[lang]')?.lang;
  const lang = /^sv|^en/.exec(around ?? '')?.[0] ?? 'fi';
  const asks = [
    ...chunks.slice(0, counts[WIDGETS.indexOf(name)]),
    `locales/${name}.${lang}-${words}`,
  ].map((part) => load(`${part}.js`));
  const src = tag?.getAttribute('src');
  // One that has its record in it has no use for another.
  if (tag && src && !tag.querySelector('script')) {
    // As the widget asks too.
    const asked = fetch(src, { credentials: 'omit', headers: { Accept: 'application/json' } });
    asks.push(asked);
    tag.asked = { [src]: asked };
  }
  for (const ask of asks) ask.catch(() => undefined);
}

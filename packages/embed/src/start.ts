import { PREFIX, type WidgetName, WIDGETS } from './names.js';

/**
 * The build puts in: the hash of all words; how many of the chunks each widget starts with, in the order of `WIDGETS`; and the
 * chunks. Letters count here.
 */
const table: unknown = '%CHUNKS%';
const [words, counts, ...chunks] = table as readonly [string, readonly number[], ...string[]];

/**
 * What a widget starts with, from the loader's own folder: chunks, and its words in the language around the first of its
 * tags. Behind a language that we do not have stands Finnish.
 */
export function startOf(name: WidgetName): string[] {
  const around = document.querySelector(PREFIX + name)?.closest<HTMLElement>('[lang]')?.lang;
  const [lang] = /^sv|^en/.exec(around ?? '') ?? ['fi'];
  return [...chunks.slice(0, counts[WIDGETS.indexOf(name)]), `locales/${name}.${lang}-${words}`];
}

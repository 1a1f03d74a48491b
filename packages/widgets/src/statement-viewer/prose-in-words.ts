import { type LocalizedText, pickText, type Statement } from '@puntari/contracts';
import type { Locale } from '@puntari/core';

import { wordsOfMarkup } from './markup-support.js';

/** A longer text as words alone, for a file or a search engine; nothing where there is none. */
export function proseInWords(
  text: LocalizedText | undefined,
  { textFormat }: Pick<Statement, 'textFormat'>,
  { lang }: Pick<Locale, 'lang'>,
): string | undefined {
  if (text === undefined) return undefined;
  const picked = pickText(text, lang).text;
  return textFormat === 'html'
    ? wordsOfMarkup(picked)
        .replaceAll(/\n{2,}/g, '\n')
        .trim()
    : picked;
}

import * as v from 'valibot';

/** BCP 47 as far as we use it: `fi`, `sv-FI`, `fi-simple`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A text in one language, or one text per language. */
export const localizedText = v.union(
  [
    v.pipe(v.string(), v.nonEmpty('a text that is not empty')),
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a language tag such as "fi"')),
        v.string(),
      ),
      v.check(
        (map) => Object.values(map).some((text) => text !== ''),
        'a text in at least one language',
      ),
    ),
  ],
  'a text, or a map from languages to texts',
);
export type LocalizedText = v.InferOutput<typeof localizedText>;

/** A text that was picked, and the language it is in where that is known. */
export interface PickedText {
  readonly text: string;
  /** The language of the text; absent when the record gives one text without saying its language. */
  readonly lang?: string;
}

/** The last resort of every widget: Finnish is the source language. */
export const SOURCE_LANGUAGE = 'fi';

/**
 * The languages to try, best first: `sv-FI` gives `sv-FI, sv, fi`.
 *
 * @param lang - A BCP 47 tag; anything else is tried as it is and then falls back.
 */
export function fallbackChain(lang: string): string[] {
  const parts = lang.trim().replaceAll('_', '-').split('-');
  const chain: string[] = [];
  while (parts.length > 0) {
    chain.push(parts.join('-'));
    parts.pop();
  }
  if (!chain.includes(SOURCE_LANGUAGE)) chain.push(SOURCE_LANGUAGE);
  return chain.filter((tag) => tag !== '');
}

/**
 * The text of a record in the best language there is. Falls back along the chain, then to English, then to whatever the
 * record has: a text in another language is better than none.
 */
export function pickText(text: LocalizedText, lang: string): PickedText {
  if (typeof text === 'string') return { text };
  for (const tag of [...fallbackChain(lang), 'en', ...Object.keys(text)]) {
    const found = Object.hasOwn(text, tag) ? text[tag] : undefined;
    if (found !== undefined && found !== '') return { text: found, lang: tag };
  }
  return { text: '' };
}

/** Whether a text in language `shown` needs its own `lang` inside a widget that speaks `lang`. */
export function isForeign(shown: string | undefined, lang: string): boolean {
  return shown !== undefined && shown.split('-')[0] !== lang.split('-')[0];
}

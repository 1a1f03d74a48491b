import type { LocalizedText } from '@puntari/contracts';

import { spokenLanguage } from '../http/negotiate.js';
import en from '../locales/en.json' with { type: 'json' };
import fi from '../locales/fi.json' with { type: 'json' };
import sv from '../locales/sv.json' with { type: 'json' };
import statementsEn from '../statements/locales/en.json' with { type: 'json' };
import statementsFi from '../statements/locales/fi.json' with { type: 'json' };
import statementsSv from '../statements/locales/sv.json' with { type: 'json' };

const WORDS = {
  fi: { ...fi, ...statementsFi },
  sv: { ...sv, ...statementsSv },
  en: { ...en, ...statementsEn },
} as const;
type Spoken = keyof typeof WORDS;

/** The languages that the receiver's own pages speak. */
export const SPOKEN_LANGUAGES = Object.keys(WORDS) as Spoken[];

/** The keys of the Finnish file, with dots: `receipt.reference`. */
type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : KeyOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
export type WordKey = KeyOf<(typeof WORDS)['fi']>;

export type Translate = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

function find(lang: Spoken, key: WordKey): string {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], WORDS[lang]);
  return String(found);
}

/** The words of the receiver in a language, or in the nearest that it speaks. */
export function wordsIn(tag: string): { lang: Spoken; t: Translate } {
  const lang = spokenLanguage(tag, SPOKEN_LANGUAGES) as Spoken;
  const t: Translate = (key, values = {}) =>
    find(lang, key).replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return { lang, t };
}

/** A text in every language the receiver speaks, for a record that travels on. */
export function inEveryLanguage(
  key: WordKey,
  values?: Readonly<Record<string, string>>,
): LocalizedText {
  return Object.fromEntries(SPOKEN_LANGUAGES.map((lang) => [lang, wordsIn(lang).t(key, values)]));
}

import { fallbackChain, type LocalizedText } from '@puntari/contracts';

import { spokenLanguage } from '../http/negotiate.js';
import feedbackEn from '../feedback/locales/en.json' with { type: 'json' };
import feedbackFi from '../feedback/locales/fi.json' with { type: 'json' };
import feedbackSv from '../feedback/locales/sv.json' with { type: 'json' };
import ar from '../locales/ar.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import fiSimple from '../locales/fi-simple.json' with { type: 'json' };
import fi from '../locales/fi.json' with { type: 'json' };
import sv from '../locales/sv.json' with { type: 'json' };
import statementsEn from '../statements/locales/en.json' with { type: 'json' };
import statementsFi from '../statements/locales/fi.json' with { type: 'json' };
import statementsSv from '../statements/locales/sv.json' with { type: 'json' };
import topicsEn from '../topics/locales/en.json' with { type: 'json' };
import topicsFi from '../topics/locales/fi.json' with { type: 'json' };
import topicsSv from '../topics/locales/sv.json' with { type: 'json' };

const WORDS = {
  fi: { ...fi, ...statementsFi, ...topicsFi, ...feedbackFi },
  sv: { ...sv, ...statementsSv, ...topicsSv, ...feedbackSv },
  en: { ...en, ...statementsEn, ...topicsEn, ...feedbackEn },
  'fi-simple': fiSimple,
  ar,
} as const;
type Spoken = keyof typeof WORDS;

/** The languages of the pages that residents see. What one of them lacks is said in Finnish, text by text. */
export const SPOKEN_LANGUAGES = Object.keys(WORDS) as Spoken[];

/** Those of the pages for officers, and of forms that no other language has words for. */
export const OFFICIAL_LANGUAGES = ['fi', 'sv', 'en'] as const satisfies readonly Spoken[];

const DIRECTIONS: Readonly<Partial<Record<string, 'rtl'>>> = { ar: 'rtl' };

/** In which direction a page in one of these languages is read. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => DIRECTIONS[lang] ?? 'ltr';

/** The keys of the Finnish file, with dots: `receipt.reference`. */
type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : KeyOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
export type WordKey = KeyOf<(typeof WORDS)['fi']>;

export type Translate = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** The text that a language has of its own. */
function ownText(lang: Spoken, key: WordKey): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | undefined)?.[name],
      WORDS[lang],
    );
  return typeof found === 'string' ? found : undefined;
}

function find(lang: Spoken, key: WordKey): string {
  for (const tag of fallbackChain(lang)) {
    const text = tag in WORDS ? ownText(tag as Spoken, key) : undefined;
    if (text !== undefined) return text;
  }
  return key;
}

/** The words of the receiver in a language, or in the nearest that it speaks. */
export function wordsIn(tag: string): { lang: Spoken; t: Translate } {
  const lang = spokenLanguage(tag, SPOKEN_LANGUAGES) as Spoken;
  const t: Translate = (key, values = {}) =>
    find(lang, key).replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return { lang, t };
}

/** A text in every language that has it, for a record that travels on. */
export function inEveryLanguage(
  key: WordKey,
  values?: Readonly<Record<string, string>>,
): LocalizedText {
  const languages = SPOKEN_LANGUAGES.filter((lang) => ownText(lang, key) !== undefined);
  return Object.fromEntries(languages.map((lang) => [lang, wordsIn(lang).t(key, values)]));
}

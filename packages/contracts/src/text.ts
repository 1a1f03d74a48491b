import type { LocalizedText } from './text-schema.js';

/** BCP 47 as far as we use it: `fi`, `sv-FI`, `fi-simple`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * What no answer needs: control characters (PostgreSQL refuses U+0000), half of a surrogate pair (it cannot be stored as
 * UTF-8), and the marks that turn the direction of the text after them (an answer must not rearrange the table of
 * answers it is read in). Line breaks, tabs and joiners stay.
 */
export const UNSAFE = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** The text as it is kept: one form of every character and of the line break, nothing unsafe, no space around it. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNSAFE, '').normalize('NFC').trim();
}

/** Characters as the counter under a field shows them: a letter with its accent is one, an emoji is one or a few. */
export function countCharacters(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Whether a text says anything. */
export const isSaid = (text: string): boolean => text.trim() !== '';

/** A text that was picked, and the language it is in where that is known. */
export interface PickedText {
  readonly text: string;
  /** The language of the text; absent when the record gives one text without saying its language. */
  readonly lang?: string;
}

/** The last resort of every widget: Finnish is the source language. */
export const SOURCE_LANGUAGE = 'fi';

/** A tag has few subtags; more are not a language, and each costs a step of the chain. */
const MAX_SUBTAGS = 6;

/** Case as it is usually written: `sv-fi` is `sv-FI`. HTML does not care about it, the keys of a record do. */
function subtagCase(subtag: string, index: number): string {
  const lower = subtag.toLowerCase();
  if (index === 0) return lower;
  if (subtag.length === 2) return lower.toUpperCase();
  return /^[a-z]{4}$/.test(lower) ? lower.replace(/^./, (first) => first.toUpperCase()) : lower;
}

/** Every text of a record asks for the same few. */
const chains = new Map<string, readonly string[]>();
const MOST_KEPT = 50;

/**
 * The languages to try, best first: `sv-FI` gives `sv-FI, sv, fi`.
 *
 * @param lang - A BCP 47 tag in any case; what is no tag is left out.
 */
export function fallbackChain(lang: string): readonly string[] {
  const known = chains.get(lang);
  if (known) return known;
  const chain = chainOf(lang);
  // A page speaks a few; what else comes in is somebody else's text, and need not be kept.
  if (chains.size < MOST_KEPT) chains.set(lang, chain);
  return chain;
}

function chainOf(lang: string): string[] {
  const parts = lang.trim().replaceAll('_', '-').split('-', MAX_SUBTAGS).map(subtagCase);
  const chain: string[] = [];
  while (parts.length > 0) {
    chain.push(parts.join('-'));
    parts.pop();
  }
  const tags = chain.filter((tag) => LANGUAGE_TAG.test(tag));
  return tags.includes(SOURCE_LANGUAGE) ? tags : [...tags, SOURCE_LANGUAGE];
}

/**
 * The text of a record in the best language there is. Falls back along the chain, then to English, then to whatever the
 * record has: a text in another language is better than none.
 */
export function pickText(text: LocalizedText, lang: string): PickedText {
  if (typeof text === 'string') return { text };
  return (
    firstOf(text, fallbackChain(lang)) ??
    firstOf(text, ['en', ...Object.keys(text)]) ?? { text: '' }
  );
}

function firstOf(
  text: Readonly<Record<string, string>>,
  tags: readonly string[],
): PickedText | undefined {
  for (const tag of tags) {
    const found = Object.hasOwn(text, tag) ? text[tag] : undefined;
    if (found !== undefined && isSaid(found)) return { text: found, lang: tag };
  }
  return undefined;
}

const primary = (tag: string): string | undefined => tag.trim().toLowerCase().split(/[-_]/, 1)[0];

/** Whether a text in language `shown` needs its own `lang` inside a widget that speaks `lang`. */
export function isForeign(shown: string | undefined, lang: string): boolean {
  // Most are equal as they are, and a list asks for thousands.
  return shown !== undefined && shown !== lang && primary(shown) !== primary(lang);
}

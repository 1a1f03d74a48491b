/** What stands in the fields of any form, read in the form in which it is kept. Not a part of the package's face. */
import { isAnswer, toOneLine, withoutUnseen } from './answers.js';
import type { FieldValues } from './fields.js';
import { cleanText, fallbackChain, SOURCE_LANGUAGE } from './text.js';

export const many = (values: FieldValues, name: string): string[] => {
  const value = values[name];
  const texts = typeof value === 'string' ? [value] : [...(value ?? [])];
  return [...new Set(texts.map(cleanText).filter(isAnswer))];
};

export const one = (values: FieldValues, name: string): string => many(values, name)[0] ?? '';

/** What was written, in the form in which it is kept; nothing when nothing is left of it. */
export const some = (
  values: FieldValues,
  name: string,
  keep: (text: string) => string = (text) => text,
): string | undefined => keep(one(values, name)) || undefined;

export const isTicked = (values: FieldValues, name: string): boolean =>
  one(values, name) === 'true';

/** Digits of a full-width or an Arabic keyboard are digits: `١٩٩٠` is 1990. */
export const latinDigits = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * Spaces people put into addresses by accident or by autocorrect, a dictated full stop at the end, and what an address
 * wears where it was copied from: `<aino@example.fi>`, `mailto:aino@example.fi`.
 */
export const cleanEmail = (text: string): string =>
  withoutUnseen(text)
    .replaceAll(/\s/g, '')
    .replace(/^(<|mailto:)+/i, '')
    // The look-behind lets a match start only where a row of dots starts; without it a long row takes minutes.
    .replace(/(?<![.,;>])[.,;>]+$/, '');

/** Spaces, dashes and brackets are ways of writing, not part of the number. A Finnish number becomes `+358…`. */
export const cleanPhone = (text: string): string =>
  latinDigits(text)
    .replaceAll(/[\s().\-/\u2010-\u2015\u2212]/g, '')
    .replace(/^00/, '+')
    .replace(/^0(?=[1-9])/, '+358')
    // People write +358 (0)40 123 4567.
    .replace(/^\+3580+/, '+358');

/** An answer to a question that has room for one line. */
export const line = (values: FieldValues, name: string): string | undefined =>
  some(values, name, toOneLine);

/** The language as a tag that can be kept. A page may say `lang="FI"`, or nothing. */
export const languageOf = (lang: string): string => fallbackChain(lang)[0] ?? SOURCE_LANGUAGE;

/** Drops what is empty, so that "not answered" is one thing: an absent key. */
export function compact<T extends object>(
  object: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const filled = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

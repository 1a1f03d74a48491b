import { randomBytes, randomInt } from 'node:crypto';

/** Without B, G, I, L, O, Q, S, U, V, W, Z: each looks or sounds like another letter or a digit. */
export const LETTERS = 'ACDEFHJKMNPRTXY';
/** Without 0 and 1. */
export const DIGITS = '23456789';

/** Letters and digits in turn, so that no word is spelled by chance. */
const PATTERN = 'LDL-DLL';
const GROUP = PATTERN.indexOf('-');

const oneOf = (characters: string): string => characters.charAt(randomInt(characters.length));

/** A reference that can be read aloud: `K7M-4PX`. About three million; the database makes sure that each is used once. */
export function createReference(): string {
  return PATTERN.replaceAll(/[LD]/g, (place) => oneOf(place === 'L' ? LETTERS : DIGITS));
}

/** A reference as somebody wrote down what was read aloud: in small letters, with spaces, without the hyphen. */
export function normalizeReference(text: string): string {
  const signs = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${signs.slice(0, GROUP)}-${signs.slice(GROUP)}`;
}

/** Whoever knows the address of a receipt can read it, so it cannot be guessed. */
export function createPageId(): string {
  return randomBytes(18).toString('base64url');
}

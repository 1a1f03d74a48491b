import { randomInt } from 'node:crypto';

import { normalizeInvitationCode } from '@puntari/contracts';

import { DIGITS, LETTERS } from '../submissions/reference.js';

/** As many as a prime, which is what lets the check character see every slip that is counted below. */
const ALPHABET = DIGITS + LETTERS;

/** Characters that are drawn: 40 bits, so that a guess meets one of five thousand codes once in 360 million tries. */
const DRAWN = 9;

/** How it is printed: `K7M4-PX2Y-99`. */
const GROUP = 4;

/**
 * The last character of a code. Each place has a weight of its own, so that neither one wrong character nor two that
 * changed places ever give the code of somebody else.
 */
export function checkCharacter(drawn: string): string {
  const sum = [...drawn].reduce(
    (total, sign, place) => total + (place + 1) * ALPHABET.indexOf(sign),
    0,
  );
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** A new code, as it is printed in a letter. */
export function createCode(): string {
  const drawn = Array.from({ length: DRAWN }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = drawn + checkCharacter(drawn);
  return code.match(new RegExp(`.{1,${String(GROUP)}}`, 'g'))?.join('-') ?? code;
}

/** Longest code that a submission may carry. */
const MAX_LENGTH = 40;

/** Whether somebody who types this is understood. */
export function isCode(text: string): boolean {
  return text.length <= MAX_LENGTH && normalizeInvitationCode(text) !== '';
}

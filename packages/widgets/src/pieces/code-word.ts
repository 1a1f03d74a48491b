import type { Translate } from '@puntari/core';

/**
 * The words for a code of a vocabulary. A record may bring a code that is newer than this widget: it is shown in neutral
 * words, never as a code and never as a guess.
 */
export function codeWord(t: Translate, vocabulary: string, code: string | number): string {
  return t([`${vocabulary}.${String(code)}`, 'unknownCode']);
}

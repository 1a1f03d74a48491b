/** The longer texts of a statement. */
import type { LocalizedText } from '@puntari/contracts';
import { type Locale, paragraphs } from '@puntari/core';
import { nothing } from 'lit';

import type { Part } from '../pieces/document.js';

/** A text with its paragraphs; nothing where there is none. */
export function prose(text: LocalizedText | undefined, { lang }: Locale): Part {
  return text === undefined ? nothing : paragraphs(text, lang);
}

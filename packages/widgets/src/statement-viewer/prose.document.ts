/** The longer texts of a statement. */
import type { LocalizedText } from '@puntari/contracts';
import { type Locale, paragraphs } from '@puntari/core';
import { nothing } from 'lit';

import type { Part, Resolve } from '../pieces/document.js';
import type { Markup } from './markup-support.js';

/** What is the same for all texts of a statement. */
export interface ProseOptions {
  /** The level of the statement's title. */
  readonly level: number;
  readonly resolve: Resolve;
  /** Absent where the texts are plain. */
  readonly markup?: Markup | null | undefined;
}

/**
 * A text with its paragraphs, or as it is marked up; nothing where there is none.
 *
 * @param depth - How far below the title the heading is under which it stands: its own headings are below that one.
 */
export function prose(
  text: LocalizedText | undefined,
  { lang }: Locale,
  { level, resolve, markup }: ProseOptions,
  depth: number,
): Part {
  if (text === undefined) return nothing;
  return markup
    ? markup.render(text, { lang, level: level + depth + 1, resolve })
    : paragraphs(text, lang);
}

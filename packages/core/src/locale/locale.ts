import { type LocalizedText, pickText, type PickedText } from '@puntari/contracts';

import { type DateStyle, directionOf, formatDate, formatList, formatNumber } from './formats.js';
import { spokenLanguage, type Translate, translator } from './words.js';

/**
 * One language to speak: its words, dates, numbers and lists. On a server it is made for a request; in the browser
 * `LocaleController` is one that follows the page.
 */
export class Locale {
  /** The time zone in which instants are shown; the record's. */
  timeZone: string | undefined;

  /** Where its words stand, reworded ones first. */
  namespaces: readonly string[];
  #lang: string;

  /**
   * @param lang - The wished language; its words must have been loaded.
   * @param namespaces - Where words are looked for; the widget's own first.
   */
  constructor(lang: string, namespaces: readonly string[]) {
    this.namespaces = namespaces;
    this.#lang = spokenLanguage(lang, namespaces[0] ?? '');
  }

  /** The language the words are shown in. */
  get lang(): string {
    return this.#lang;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#lang);
  }

  get t(): Translate {
    return translator(this.#lang, this.namespaces);
  }

  /** A record's text in this language, or in the best one it has. */
  text(text: LocalizedText): PickedText {
    return pickText(text, this.#lang);
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return formatNumber(value, this.#lang, options);
  }

  list(items: readonly string[], type?: Intl.ListFormatType): string {
    return formatList(items, this.#lang, type);
  }

  /** A day or a moment in words; see `formatDate`. */
  date(iso: string, style?: DateStyle): string {
    return formatDate(iso, this.#lang, style, this.timeZone);
  }

  /** Speaks another language from now on. */
  protected speak(lang: string): void {
    this.#lang = lang;
  }
}

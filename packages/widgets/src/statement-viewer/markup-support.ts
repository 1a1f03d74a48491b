/**
 * Markup in the longer texts of a statement. What cleans and arranges it weighs as much as a widget, and few statements
 * have any: it is loaded when the first one does. A server brings its own.
 */
import { type LocalizedText, pickText } from '@puntari/contracts';
import { paragraphs } from '@puntari/core';
import { isServer } from 'lit';

import type { Part, Resolve } from '../pieces/document.js';

/** Where a text stands. */
export interface Place {
  /** The language around it. */
  readonly lang: string;
  /** The level of its highest heading. */
  readonly level: number;
  readonly resolve: Resolve;
}

/** How a text that is written as markup is shown. */
export interface Markup {
  render(text: LocalizedText, place: Place): Part;
  /** What only a browser can tell of a document that is shown: which tables stick out of it. */
  settle?(document: Element, tableName: string): void;
}

/** Those that editors write. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0' };

/** The words of a text that is written as markup, in paragraphs. For reading only: what comes out is no clean HTML. */
export function wordsOfMarkup(html: string): string {
  return html
    .replace(/<(script|style)[^]*?<\/\1>|<!--[^]*?-->/gi, '')
    .replace(/<\/?(p|h\d|[uo]l|li|[bt]r|div)\b[^<>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
}

/** Without the support: the words are there to read. */
const WORDS: Markup = {
  render(text, { lang }) {
    const picked = pickText(text, lang);
    const words = wordsOfMarkup(picked.text);
    return paragraphs(picked.lang ? { [picked.lang]: words } : words, lang);
  },
};

let support: Markup | undefined;

/** Gives the support itself, on a server. */
export function useMarkup(markup: Markup): void {
  support = markup;
}

/** Calls back with the support: at once where it is there; with the words alone where it cannot be had. */
export function withMarkup(take: (markup: Markup) => void): void {
  if (support || isServer) {
    take(support ?? WORDS);
    return;
  }
  void import('./markup.js')
    .then(({ browserMarkup }) => (support = browserMarkup(WORDS)))
    .catch(() => WORDS)
    .then(take);
}

/** Small pieces of the texts in the light DOM. Class names carry our prefix: the page's own sheets reach them. */
import type { Body, Link } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { dayInWords } from './day-in-words.js';

/** Makes a URL of a record absolute. */
export type Resolve = (url: string) => string;
export type Part = TemplateResult | typeof nothing;

const DEEPEST_HEADING = 6;
const BYTES_PER_KILOBYTE = 1000;

/**
 * A heading inside a long text. Unlike core's it takes no focus from script: of a thousand items none is a step to start
 * at. There is no h7, so deeper ones stay at 6.
 */
export function textHeading(level: number, content: unknown): TemplateResult {
  switch (Math.min(level, DEEPEST_HEADING)) {
    case 1:
      return html`<h1>${content}</h1>`;
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}

/** A heading and what stands under it; nothing where there is nothing to say. */
export function section(level: number, title: unknown, content: unknown): Part {
  if (content === undefined || content === nothing) return nothing;
  return html`${textHeading(level, title)}${content}`;
}

export function dayOf(iso: string | undefined, locale: Locale): Part {
  return iso ? html`<time datetime=${iso}>${dayInWords(iso, locale)}</time>` : nothing;
}

/** One name with its value; nothing where the value is missing. */
export function fact(name: string, value: unknown): Part {
  if (value === undefined || value === nothing) return nothing;
  // In one line: spaces between them would be a third of all nodes in a list of a thousand topics.
  // prettier-ignore
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** A list of names and values without its empty rows; an empty list would be no valid HTML. */
export function factList(rows: readonly Part[]): Part {
  const given = rows.filter((row) => row !== nothing);
  return given.length > 0 ? html`<dl class="puntari-facts">${given}</dl>` : nothing;
}

/** The parts that are given, with a comma between them. */
export function joined(...parts: readonly unknown[]): Part {
  const given = parts.filter((part) => part !== undefined && part !== nothing && part !== '');
  if (given.length === 0) return nothing;
  return html`${given.map((part, index) => (index > 0 ? html`, ${part}` : part))}`;
}

/** One as it is, several as a list. */
export function listed(texts: readonly unknown[]): Part {
  if (texts.length < 2) return joined(...texts);
  return html`<ul>
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;
}

export function bodyName(body: Body | undefined, locale: Locale, resolve: Resolve): Part {
  if (!body) return nothing;
  const name = inline(body.name, locale.lang);
  if (!body.url) return html`${name}`;
  return html`<a href=${resolve(locale.text(body.url).text)}>${name}</a>`;
}

/** The language's own name in the language of the reader; the tag where the browser does not know it. */
export function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const sizeOf = (bytes: number, locale: Locale): string =>
  locale.number(Math.max(1, Math.round(bytes / BYTES_PER_KILOBYTE)), {
    style: 'unit',
    unit: 'kilobyte',
  });

/** A link that says in its text what opens: kind, size and language. */
export function linkTo(link: Link, locale: Locale, resolve: Resolve): TemplateResult {
  const { label, url, format, size, lang } = link;
  const about = [
    format,
    size === undefined ? undefined : sizeOf(size, locale),
    lang && languageName(lang, locale.lang),
  ].filter((part) => part !== undefined);
  return html`<a href=${resolve(locale.text(url).text)} hreflang=${ifDefined(lang)}
    >${inline(label, locale.lang)}${about.length > 0 ? ` (${about.join(', ')})` : nothing}</a
  >`;
}

export function linkList(
  links: readonly Link[] | undefined,
  locale: Locale,
  resolve: Resolve,
): Part {
  if (!links?.length) return nothing;
  return html`<ul class="puntari-links">
    ${links.map((link) => html`<li>${linkTo(link, locale, resolve)}</li>`)}
  </ul>`;
}

/** What is published, as an Atom feed (RFC 4287), for feed readers and newsrooms. */
import { createHmac } from 'node:crypto';

import { cleanText, type LocalizedText, pickText } from '@puntari/contracts';

import { type Html, html } from './html.js';

/** Readers of feeds ask again and again; what is older can be asked for as JSON. */
const MAX_ENTRIES = 100;

const HEX = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/;

/** Always the same for the same thing here; written as a UUID of version 8 (RFC 9562). */
export function permanentId(secret: string, name: string): string {
  const hex = createHmac('sha256', secret).update(`atom\n${name}`).digest('hex');
  return `urn:uuid:${hex.replace(HEX, '$1-$2-8$3-8$4-$5').slice(0, 36)}`;
}

/** XML 1.0 has no room for them; the rest of its gaps is in what no text of ours keeps. */
const NOT_IN_XML = /[\uFFFE\uFFFF]/g;

export const forXml = (text: string): string => cleanText(text).replaceAll(NOT_IN_XML, '');

/** A text in the language of the feed, or with its own marked. What XML cannot hold is left out. */
export const localized = (
  text: LocalizedText,
  lang: string,
): { text: string; lang: string | undefined } => {
  const picked = pickText(text, lang);
  return { text: forXml(picked.text), lang: picked.lang };
};

/** A text as it was written: a blank line begins a paragraph. */
export const paragraphs = (text: string): string[] => text.trim().split(/\n\s*\n/);

/** A day has no hour: noon is that day everywhere in Europe. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** Where it stands on a page, where it does. */
  readonly page?: string;
  readonly texts: readonly LocalizedText[];
}

export interface AtomFeed {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  /** When nothing stands in it yet. */
  readonly begun: string;
  readonly self: string;
  readonly page?: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

const pageLink = (page: string | undefined): Html | undefined =>
  page === undefined ? undefined : html`<link rel="alternate" type="text/html" href="${page}" />`;

function entryOf({ id, title, updated, page, texts }: FeedEntry, lang: string): Html {
  const content = texts
    .map((text) => localized(text, lang))
    .flatMap(({ text, lang: own }) =>
      paragraphs(text).map((part) => html`<p lang="${own ?? lang}">${part}</p>`.text),
    )
    .join('');
  return html`<entry>
    <id>${id}</id>
    <title>${forXml(title)}</title>
    <updated>${updated}</updated>
    ${pageLink(page)}
    <content type="html">${content}</content>
  </entry>`;
}

export function renderFeed(feed: AtomFeed): string {
  const { id, lang, title, author, begun, self, page, entries } = feed;
  const shown = entries.slice(0, MAX_ENTRIES);
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
      <id>${id}</id>
      <title>${forXml(title)}</title>
      <updated>${shown[0]?.updated ?? begun}</updated>
      <author><name>${forXml(author)}</name></author>
      <link rel="self" type="application/atom+xml" href="${self}" />
      ${pageLink(page)} ${shown.map((entry) => entryOf(entry, lang))}
    </feed> `.text;
}

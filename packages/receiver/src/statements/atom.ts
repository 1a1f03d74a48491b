/** What changed about a statement as an Atom feed (RFC 4287), for feed readers and newsrooms. */
import { createHmac } from 'node:crypto';

import { cleanText, type LocalizedText, pickText, type Statement } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { wordsIn } from '../pages/words.js';
import type { DatedChange } from './changes.js';
import { changeTitle, paragraphs } from './words.js';

/** Readers of feeds ask again and again; what is older can be asked for as JSON. */
const MAX_ENTRIES = 100;

export interface Feed {
  readonly statement: Statement;
  readonly changes: readonly DatedChange[];
  readonly lang: string;
  /** Where the receiver is reached, without a slash at the end. */
  readonly origin: string;
  /** Makes ids that no other receiver makes, and that stay. */
  readonly secret: string;
}

const HEX = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/;

/** Always the same for the same thing here; written as a UUID of version 8 (RFC 9562). */
function permanentId(secret: string, name: string): string {
  const hex = createHmac('sha256', secret).update(`atom\n${name}`).digest('hex');
  return `urn:uuid:${hex.replace(HEX, '$1-$2-8$3-8$4-$5').slice(0, 36)}`;
}

/** XML 1.0 has no room for them; the rest of its gaps is in what no text of ours keeps. */
const NOT_IN_XML = /[\uFFFE\uFFFF]/g;

const forXml = (text: string): string => cleanText(text).replaceAll(NOT_IN_XML, '');

/** A text in the language of the feed, or with its own marked. What XML cannot hold is left out. */
const localized = (
  text: LocalizedText,
  lang: string,
): { text: string; lang: string | undefined } => {
  const picked = pickText(text, lang);
  return { text: forXml(picked.text), lang: picked.lang };
};

/** A day has no hour: noon is that day everywhere in Europe. */
const instantOf = ({ at, on }: DatedChange): string => at ?? `${on}T12:00:00Z`;

function entryOf(change: DatedChange, feed: Feed): Html {
  const { statement, lang, origin, secret } = feed;
  const content = change.texts
    .map((text) => localized(text, lang))
    .flatMap(({ text, lang: own }) =>
      paragraphs(text).map((part) => html`<p lang="${own ?? lang}">${part}</p>`.text),
    )
    .join('');
  return html`<entry>
    <id>${permanentId(secret, `${statement.id}\n${change.key}`)}</id>
    <title>${forXml(changeTitle(change, lang))}</title>
    <updated>${instantOf(change)}</updated>
    <link
      rel="alternate"
      type="text/html"
      href="${origin}/statements/${statement.id}/changes?lang=${lang}#${change.item}"
    />
    <content type="html">${content}</content>
  </entry>`;
}

export function renderAtom(feed: Feed): string {
  const { statement, changes, lang: tag, origin, secret } = feed;
  const { lang, t } = wordsIn(tag);
  const title = localized(statement.title, lang).text;
  const author = localized(statement.handedOverTo?.name ?? statement.title, lang).text;
  const path = `${origin}/statements/${statement.id}/changes`;
  const shown = changes.slice(0, MAX_ENTRIES);
  const [newest] = shown;
  const entries = shown.map((change) => entryOf(change, { ...feed, lang }));
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
      <id>${permanentId(secret, `${statement.id}\n${lang}`)}</id>
      <title>${t('changes.title', { title })}</title>
      <updated>${newest ? instantOf(newest) : `${statement.adoptedOn}T12:00:00Z`}</updated>
      <author><name>${author}</name></author>
      <link rel="self" type="application/atom+xml" href="${path}.atom?lang=${lang}" />
      <link rel="alternate" type="text/html" href="${path}?lang=${lang}" />
      ${entries}
    </feed> `.text;
}

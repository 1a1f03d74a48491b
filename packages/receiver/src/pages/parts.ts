import {
  type Contact,
  isForeign,
  type LocalizedText,
  mailLink,
  phoneLink,
  pickText,
} from '@puntari/contracts';

import { paragraphs } from './feed.js';
import { type Html, html } from './html.js';
import { directionOf, type Translate } from './words.js';

/** A text of a record, marked with its language where that is not the page's. */
export function textIn(text: LocalizedText, lang: string): Html {
  const picked = pickText(text, lang);
  if (isForeign(picked.lang, lang)) {
    return html`<span lang="${picked.lang}" dir="auto">${picked.text}</span>`;
  }
  // A record that does not say its language is mostly Finnish: on an Arabic page its own letters tell the direction.
  return picked.lang === undefined && directionOf(lang) === 'rtl'
    ? html`<span dir="auto">${picked.text}</span>`
    : html`${picked.text}`;
}

/** A text in paragraphs, marked with its language where that is not the page's. */
export function paragraphsIn(text: LocalizedText, lang: string): Html {
  const picked = pickText(text, lang);
  const own = isForeign(picked.lang, lang) ? picked.lang : undefined;
  const parts = paragraphs(picked.text).map(
    (part) => html`<p ${own !== undefined && html`lang="${own}"`}>${part}</p>`,
  );
  return html`${parts}`;
}

/** One line of a `dl`; nothing without a value. */
export function described(term: string, value: Html | undefined): Html | undefined {
  return (
    value &&
    html`<dt>${term}</dt>
      <dd>${value}</dd>`
  );
}

/** A link where there is somewhere to lead to; what was written all the same. */
const linked = (text: string, href: string | undefined): Html =>
  html`<bdi>${href ? html`<a href="${href}">${text}</a>` : text}</bdi>`;

/** Whom a resident can reach, and how, as a `dl`. */
export function contactList(contact: Contact, lang: string, t: Translate): Html {
  const { name, role, phone, email, address, hours, url } = contact;
  const lines = [
    phone && described(t('contact.phone'), linked(phone, phoneLink(phone))),
    email && described(t('contact.email'), linked(email, mailLink(email))),
    address && described(t('contact.address'), textIn(address, lang)),
    hours && described(t('contact.hours'), textIn(hours, lang)),
    url && webLine(pickText(url, lang).text, t),
  ].filter((line): line is Html => Boolean(line));
  const who = [name, role].filter((text) => text !== undefined).map((text) => textIn(text, lang));
  return html`${who.map((line) => html`<p>${line}</p>`)}
    <dl>${lines}</dl>`;
}

/** Only whole addresses: a relative one belongs to the record's page, not to ours. */
const webLine = (url: string, t: Translate): Html | undefined =>
  /^https?:\/\//i.test(url)
    ? described(t('contact.url'), html`<bdi><a href="${url}">${url}</a></bdi>`)
    : undefined;

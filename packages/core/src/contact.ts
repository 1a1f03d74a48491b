import { type Contact, mailLink, phoneLink, pickText } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from './locale/locale.js';
import { inline } from './texts.js';

/** Only an address that can be read and typed elsewhere too; the record may not have been checked yet. */
const webAddress = (url: string): string | undefined =>
  /^https?:\/\//.test(url) ? url : undefined;

/** A link where there is somewhere to lead to; what was written all the same. */
const linked = (text: string | undefined, href: string | undefined): unknown => {
  if (!text) return nothing;
  return href ? html`<a href=${href} dir="ltr">${text}</a>` : html`<bdi>${text}</bdi>`;
};

/** How to reach a person, in the same order everywhere. */
export function contactDetails({ t, lang }: Locale, contact: Contact): TemplateResult {
  const { name, role, phone, email, address, hours, url } = contact;
  const page = url === undefined ? undefined : webAddress(pickText(url, lang).text);
  const row = (label: string, value: unknown): TemplateResult | typeof nothing =>
    value === undefined || value === nothing
      ? nothing
      : html`<li><span>${label}</span> ${value}</li>`;
  return html`<ul class="puntari-links">
    ${name ? html`<li>${inline(name, lang)}${role ? html`${`${t('comma')} `}${inline(role, lang)}` : nothing}</li>` : nothing}
    ${row(t('contact.phone'), linked(phone, phone && phoneLink(phone)))}
    ${hours ? html`<li>${inline(hours, lang)}</li>` : nothing}
    ${row(t('contact.email'), linked(email, email && mailLink(email)))}
    ${row(t('contact.address'), inline(address, lang))} ${row(t('contact.url'), linked(page, page))}
  </ul>`;
}

import { type Contact, pickText } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from './locale/locale.js';
import { inline } from './texts.js';

/** Numbers are written in groups and dialled without them. */
const dial = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Only an address that can be read and typed elsewhere too; the record may not have been checked yet. */
const webAddress = (url: string): string | undefined =>
  /^https?:\/\//.test(url) ? url : undefined;

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
    ${row(t('contact.phone'), phone ? html`<a href="tel:${dial(phone)}" dir="ltr">${phone}</a>` : nothing)}
    ${hours ? html`<li>${inline(hours, lang)}</li>` : nothing}
    ${row(t('contact.email'), email ? html`<a href="mailto:${email}" dir="ltr">${email}</a>` : nothing)}
    ${row(t('contact.address'), inline(address, lang))}
    ${row(t('contact.url'), page ? html`<a href=${page} dir="ltr">${page}</a>` : nothing)}
  </ul>`;
}

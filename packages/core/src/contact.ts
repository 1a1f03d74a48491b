import type { Contact } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from './locale/locale.js';
import { inline } from './texts.js';

/** Numbers are written in groups and dialled without them. */
const dial = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** How to reach a person, in the same order everywhere. */
export function contactDetails({ t, lang }: Locale, contact: Contact): TemplateResult {
  const { name, role, phone, email, address, hours } = contact;
  const row = (label: string, value: unknown): TemplateResult | typeof nothing =>
    value === undefined || value === nothing
      ? nothing
      : html`<li><span>${label}</span> ${value}</li>`;
  return html`<ul class="contact">
    ${name ? html`<li>${inline(name, lang)}${role ? html`, ${inline(role, lang)}` : nothing}</li>` : nothing}
    ${row(
      t('contact.phone'),
      phone
        ? html`<a href="tel:${dial(phone)}" dir="ltr">${phone}</a
            >${hours ? html`, ${inline(hours, lang)}` : nothing}`
        : nothing,
    )}
    ${row(t('contact.email'), email ? html`<a href="mailto:${email}" dir="ltr">${email}</a>` : nothing)}
    ${row(t('contact.address'), inline(address, lang))}
  </ul>`;
}

import type { Contact } from '@puntari/contracts';
import { html, type TemplateResult } from 'lit';

import { contactDetails } from '../contact.js';
import type { Locale } from '../locale/locale.js';

/** Whom to ask: the same in the same place in every step. */
export function contactHelp(locale: Locale, contact: Contact, key = 'help'): TemplateResult {
  return html`<div class="puntari-help">
    <p>${locale.t(key)}</p>
    ${contactDetails(locale, contact)}
  </div>`;
}

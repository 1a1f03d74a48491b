import type { Receipt } from '@puntari/contracts';

import { html } from './html.js';
import { renderPage } from './layout.js';
import { contactList, described, textIn } from './parts.js';
import { wordsIn } from './words.js';

/** How Finland writes dates in each language; a bare `sv` would write them as Sweden does. */
const LOCALES: Readonly<Record<string, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

interface Moment {
  readonly lang: string;
  readonly timeZone: string;
}

const formatTime = (instant: string, { lang, timeZone }: Moment): string =>
  new Intl.DateTimeFormat(LOCALES[lang] ?? lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));

const formatDate = (date: string, lang: string): string =>
  new Intl.DateTimeFormat(LOCALES[lang] ?? lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

export interface ReceiptPage {
  readonly kind: 'registration' | 'feedback';
  readonly receipt: Receipt;
  readonly lang: string;
  readonly timeZone: string;
}

/** The page that says: it arrived, this is its name, and this happens next. */
export function renderReceiptPage({ kind, receipt, lang: tag, timeZone }: ReceiptPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t(`receipt.${kind}Title`);
  const { answerBy, answerAt, withdraw, contact } = receipt;
  const main = html`<h1>${title}</h1>
    ${receipt.replaced && html`<p>${t('receipt.replaced')}</p>`}
    <p>${t('receipt.reference')}<br /><bdi class="reference">${receipt.reference}</bdi></p>
    <p>${t('receipt.keep')}</p>
    <dl>
      ${described(t('receipt.receivedAt'), html`${formatTime(receipt.receivedAt, { lang, timeZone })}`)}
      ${described(t('receipt.readBy'), textIn(receipt.readBy, lang))}
      ${answerBy && described(t(`receipt.${kind}AnswerBy`), html`${formatDate(answerBy, lang)}`)}
      ${answerAt && described(t('receipt.answerAt'), textIn(answerAt, lang))}
      ${withdraw && described(t('receipt.withdraw'), textIn(withdraw, lang))}
    </dl>
    ${
      contact &&
      html`<h2>${t('receipt.contact')}</h2>
        ${contactList(contact, lang, t)}`
    }`;
  return renderPage({ lang, title, main });
}

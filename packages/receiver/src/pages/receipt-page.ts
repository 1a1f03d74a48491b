import type { Receipt } from '@puntari/contracts';

import type { EntryKind } from '../submissions/action.js';
import { formatDate, formatTime } from './dates.js';
import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { contactList, described, textIn } from './parts.js';
import { type Translate, wordsIn } from './words.js';

export interface ReceiptPage {
  readonly kind: EntryKind;
  readonly receipt: Receipt;
  readonly lang: string;
  readonly timeZone: string;
  /** Where it is seen and taken back, and a registration corrected. */
  readonly manage?: string | undefined;
  /** Of this receiver, so that the address of that page can be read on paper. */
  readonly origin?: string;
  /** Who has left is told so; of feedback, `deleted` when its words are. */
  readonly status?: string | undefined;
}

function manageLink(
  { kind, manage: path, origin = '' }: ReceiptPage,
  lang: string,
  t: Translate,
): Html | undefined {
  if (path === undefined) return undefined;
  const [words, hint] =
    kind === 'feedback'
      ? [t('given.manage'), t('given.manageHint')]
      : [t('receipt.manage'), t('receipt.manageHint')];
  return html`<p>
    <a href="${path}?lang=${lang}">${words}</a>
    <bdi class="printed">${origin}${path}</bdi><br />${hint}
  </p>`;
}

/** Of what was deleted nothing is left to tell of but that. */
function renderGonePage({ kind, receipt, lang: tag }: ReceiptPage): string {
  const { lang, t } = wordsIn(tag);
  const isFeedback = kind === 'feedback';
  const title = t(isFeedback ? 'given.deletedTitle' : 'manage.deletedTitle');
  const main = html`<h1>${title}</h1>
    <p>${t(isFeedback ? 'given.deletedText' : 'manage.deletedText')}</p>
    ${receipt.contact && contactList(receipt.contact, lang, t)}`;
  return renderPage({ lang, title, main });
}

/** The page that says: it arrived, this is its name, and this happens next. */
export function renderReceiptPage(page: ReceiptPage): string {
  const { kind, receipt, timeZone } = page;
  const { lang, t } = wordsIn(page.lang);
  if (page.status === 'deleted') return renderGonePage(page);
  const hasWithdrawn = page.status === 'withdrawn';
  const title = t(hasWithdrawn ? 'manage.withdrawnTitle' : `receipt.${kind}Title`);
  const { answerBy, answerAt, withdraw, contact } = receipt;
  const main = html`<h1>${title}</h1>
    ${receipt.replaced && html`<p>${t('receipt.replaced')}</p>`}
    <p>${t('receipt.reference')}<br /><bdi class="reference">${receipt.reference}</bdi></p>
    <p>${t('receipt.keep')}</p>
    ${manageLink(page, lang, t)}
    <dl>
      ${described(t('receipt.receivedAt'), html`${formatTime(receipt.receivedAt, { lang, timeZone })}`)}
      ${described(t('receipt.readBy'), textIn(receipt.readBy, lang))}
      ${!hasWithdrawn && answerBy && described(t(`receipt.${kind}AnswerBy`), html`${formatDate(answerBy, lang)}`)}
      ${answerAt && described(t('receipt.answerAt'), textIn(answerAt, lang))}
      ${!hasWithdrawn && withdraw && described(t('receipt.withdraw'), textIn(withdraw, lang))}
    </dl>
    ${
      contact &&
      html`<h2>${t('receipt.contact')}</h2>
        ${contactList(contact, lang, t)}`
    }`;
  return renderPage({ lang, title, main });
}

import type { Receipt } from '@puntari/contracts';

import type { EntryKind } from '../submissions/action.js';
import { formatDate, formatTime } from './dates.js';
import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { contactList, described, textIn } from './parts.js';
import { type Translate, type WordKey, wordsIn } from './words.js';

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

/** The words of the private link, and of what was deleted. */
const MANAGE = {
  registration: ['receipt.manage', 'receipt.manageHint'],
  feedback: ['given.manage', 'given.manageHint'],
  proposal: ['receipt.manageProposal', 'receipt.manageProposalHint'],
} as const satisfies Record<EntryKind, readonly WordKey[]>;
const DELETED = {
  registration: ['manage.deletedTitle', 'manage.deletedText'],
  feedback: ['given.deletedTitle', 'given.deletedText'],
  proposal: ['ownProposal.deletedTitle', 'ownProposal.deletedText'],
} as const satisfies Record<EntryKind, readonly WordKey[]>;

function manageLink(
  { kind, manage: path, origin = '' }: ReceiptPage,
  lang: string,
  t: Translate,
): Html | undefined {
  if (path === undefined) return undefined;
  const [words, hint] = MANAGE[kind];
  return html`<p>
    <a href="${path}?lang=${lang}">${t(words)}</a>
    <bdi class="printed">${origin}${path}</bdi><br />${t(hint)}
  </p>`;
}

/** Of what was deleted nothing is left to tell of but that. */
function renderGonePage({ kind, receipt, lang: tag }: ReceiptPage): string {
  const { lang, t } = wordsIn(tag);
  const [titleKey, text] = DELETED[kind];
  const title = t(titleKey);
  const main = html`<h1>${title}</h1>
    <p>${t(text)}</p>
    ${receipt.contact && contactList(receipt.contact, lang, t)}`;
  return renderPage({ lang, title, main });
}

/** The page that says: it arrived, this is its name, and this happens next. */
export function renderReceiptPage(page: ReceiptPage): string {
  const { kind, receipt, timeZone } = page;
  const { lang, t } = wordsIn(page.lang);
  if (page.status === 'deleted') return renderGonePage(page);
  const hasWithdrawn = page.status === 'withdrawn';
  const withdrawn = kind === 'proposal' ? 'ownProposal.withdrawnTitle' : 'manage.withdrawnTitle';
  const title = t(hasWithdrawn ? withdrawn : `receipt.${kind}Title`);
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

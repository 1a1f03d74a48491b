/** The pages behind a private link. */
import type { Contact, Panel } from '@puntari/contracts';

import type { Managed } from '../submissions/managing.js';
import { renderAnswers } from './answers.js';
import { formatTime } from './dates.js';
import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { contactList, described, textIn } from './parts.js';
import { FORM_STYLES_PATH } from './stylesheet.js';
import { type Translate, wordsIn } from './words.js';

export interface ManagePage {
  readonly own: Managed;
  readonly panel: Panel | undefined;
  /** The address of the page, without a query. */
  readonly path: string;
  readonly lang: string;
  /** Until when the answers can be corrected; nothing when that is over. */
  readonly correctableUntil: number | undefined;
  /** Whether a correction came too late, so that its sender must hear that it was not kept. */
  readonly isTooLate?: boolean;
}

/** The two ways to take a registration back: keeping what was said, or not. */
export type Leaving = 'withdraw' | 'delete';

const linkTo = ({ path }: ManagePage, act: string, lang: string): string =>
  `${path}${act}?lang=${lang}`;

const whomToCall = (contact: Contact | undefined, lang: string, t: Translate): Html | undefined =>
  contact &&
  html`<h2>${t('manage.contact')}</h2>
    ${contactList(contact, lang, t)}`;

const contactOf = ({ panel, own }: ManagePage): Contact | undefined =>
  panel?.contact ?? own.receipt.contact;

/** What can still be done, and what cannot. */
function whatCanBeDone(page: ManagePage, lang: string, t: Translate): Html {
  const { correctableUntil, own } = page;
  const hasWithdrawn = own.status === 'withdrawn';
  const acts = [
    correctableUntil !== undefined &&
      html`<li><a href="${linkTo(page, '/correct', lang)}">${t('manage.correct')}</a></li>`,
    !hasWithdrawn &&
      html`<li><a href="${linkTo(page, '/withdraw', lang)}">${t('manage.withdraw')}</a></li>`,
    html`<li><a href="${linkTo(page, '/delete', lang)}">${t('manage.delete')}</a></li>`,
  ].filter((act): act is Html => act !== false);
  const until =
    correctableUntil === undefined
      ? t('manage.notCorrectable')
      : t('manage.correctableUntil', {
          time: formatTime(correctableUntil, { lang, timeZone: own.timeZone }),
        });
  return html`${!hasWithdrawn && html`<p>${until}</p>`}
    <ul>
      ${acts}
    </ul>`;
}

/** What somebody sent, and what can be done with it. */
export function renderManagePage(page: ManagePage): string {
  const { own, panel, isTooLate } = page;
  const { lang, t } = wordsIn(page.lang);
  if (own.submission === undefined) return renderDeletedPage(page);
  const title = t(own.status === 'withdrawn' ? 'manage.withdrawnTitle' : 'manage.title');
  const time = (instant: string): Html =>
    html`${formatTime(instant, { lang, timeZone: own.timeZone })}`;
  const main = html`<h1>${title}</h1>
    ${isTooLate && html`<p>${t('problem.notSaved')}</p>`}
    ${own.status === 'withdrawn' && html`<p>${t('manage.withdrawnText')}</p>`}
    <p>${t('manage.secret')}</p>
    <dl>
      ${panel && described(t('manage.panel'), textIn(panel.title, lang))}
      ${described(t('manage.reference'), html`<bdi>${own.reference}</bdi>`)}
      ${described(t('receipt.receivedAt'), time(own.receivedAt))}
      ${own.updatedAt !== own.receivedAt && described(t('manage.updatedAt'), time(own.updatedAt))}
    </dl>
    ${whatCanBeDone(page, lang, t)} ${renderAnswers({ panel, submission: own.submission, lang, t })}
    ${whomToCall(contactOf(page), lang, t)}`;
  return renderPage({ lang, title, main });
}

function renderDeletedPage(page: ManagePage): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t('manage.deletedTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('manage.deletedText')}</p>
    ${whomToCall(contactOf(page), lang, t)}`;
  return renderPage({ lang, title, main });
}

/** Asks once more before something that cannot be undone. */
export function renderConfirmPage(page: ManagePage, leaving: Leaving): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t(`manage.${leaving}Title`);
  const main = html`<h1>${title}</h1>
    <p>${t(`manage.${leaving}Text`)}</p>
    <form method="post" action="${linkTo(page, `/${leaving}`, lang)}">
      <button type="submit">${t(`manage.${leaving}Confirm`)}</button>
    </form>
    <p><a href="${linkTo(page, '', lang)}">${t('manage.keep')}</a></p>`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}

/** The pages behind a private link. */
import type { Panel } from '@puntari/contracts';

import type { Managed } from '../submissions/managing.js';
import type { Standing } from '../submissions/standing.js';
import { holdsSeat } from '../submissions/status.js';
import { renderAnswers } from './answers.js';
import { formatDate, formatDeadline, formatTime } from './dates.js';
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
  /** Where the person stands in the draw; nothing when they have left. */
  readonly standing: Standing | undefined;
  /** Whether a correction came too late, so that its sender must hear that it was not kept. */
  readonly isTooLate?: boolean;
}

/** The two ways to take a registration back: keeping what was said, or not. */
export type Leaving = 'withdraw' | 'delete';

export const linkTo = ({ path }: ManagePage, act: string, lang: string): string =>
  `${path}${act}?lang=${lang}`;

export function whomToCall(
  { panel, own }: ManagePage,
  lang: string,
  t: Translate,
): Html | undefined {
  const contact = panel?.contact ?? own.receipt.contact;
  return (
    contact &&
    html`<h2>${t('manage.contact')}</h2>
      ${contactList(contact, lang, t)}`
  );
}

/** Where the person stands, in words, and by when the result is told where it is not known yet. */
function standingIn({ standing, panel }: ManagePage, lang: string, t: Translate): Html | undefined {
  if (standing === undefined) return undefined;
  const { drawnOn, toldBy } = panel?.registration ?? {};
  const isOpen = standing === 'pool' || standing === 'waiting';
  const dates = [
    standing === 'pool' && drawnOn && t('status.drawnOn', { date: formatDate(drawnOn, lang) }),
    isOpen && toldBy && t('status.toldBy', { date: formatDate(toldBy, lang) }),
  ].filter((sentence) => typeof sentence === 'string');
  return html`<p class="standing">${t(`status.${standing}.title`)}</p>
    <p>${t(`status.${standing}.text`)}</p>
    ${dates.map((sentence) => html`<p>${sentence}</p>`)}`;
}

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
          time: formatDeadline(correctableUntil, { lang, timeZone: own.timeZone }),
        });
  return html`${!hasWithdrawn && html`<p>${until}</p>`}
    <ul class="acts">
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
    ${standingIn(page, lang, t)}
    <p>${t('manage.secret')}</p>
    <dl>
      ${panel && described(t('manage.panel'), textIn(panel.title, lang))}
      ${described(t('manage.reference'), html`<bdi>${own.reference}</bdi>`)}
      ${described(t('receipt.receivedAt'), time(own.receivedAt))}
      ${own.updatedAt !== own.receivedAt && described(t('manage.updatedAt'), time(own.updatedAt))}
    </dl>
    ${whatCanBeDone(page, lang, t)} ${renderAnswers({ panel, submission: own.submission, lang, t })}
    ${whomToCall(page, lang, t)}`;
  return renderPage({ lang, title, main });
}

function renderDeletedPage(page: ManagePage): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t('manage.deletedTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('manage.deletedText')}</p>
    ${whomToCall(page, lang, t)}`;
  return renderPage({ lang, title, main });
}

/** Asks once more before something that cannot be undone. */
export function renderConfirmPage(page: ManagePage, leaving: Leaving): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t(`manage.${leaving}Title`);
  const losesSeat = leaving === 'withdraw' && holdsSeat(page.own.status);
  const main = html`<h1>${title}</h1>
    <p>${t(losesSeat ? 'manage.withdrawSeatText' : `manage.${leaving}Text`)}</p>
    <form method="post" action="${linkTo(page, `/${leaving}`, lang)}">
      <button type="submit">${t(`manage.${leaving}Confirm`)}</button>
    </form>
    <p><a href="${linkTo(page, '', lang)}">${t('manage.keep')}</a></p>`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}

/** The pages behind the private link of feedback. */
import { type FeedbackStatus, pickText } from '@puntari/contracts';

import { formatDate, formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { contactList, described, paragraphsIn, textIn } from '../pages/parts.js';
import { FORM_STYLES_PATH } from '../pages/stylesheet.js';
import { type Translate, wordsIn } from '../pages/words.js';
import type { GivenFeedback } from './given.js';

export interface GivenPage {
  readonly given: GivenFeedback;
  /** The address of the page, without a query. */
  readonly path: string;
  readonly lang: string;
}

function whomToCall({ given }: GivenPage, lang: string, t: Translate): Html | undefined {
  const { contact } = given.receipt;
  return (
    contact &&
    html`<h2>${t('manage.contact')}</h2>
      ${contactList(contact, lang, t)}`
  );
}

/** What came of it, in three parts. */
function outcomeIn({ given }: GivenPage, lang: string, t: Translate): Html | undefined {
  const { outcome } = given.told;
  if (!outcome) return undefined;
  const { said, decided, why, on, link } = outcome;
  const url = link && pickText(link.url, lang).text;
  return html`<h2>${t('given.outcomeTitle')}</h2>
    <dl>
      ${described(t('given.said'), paragraphsIn(said, lang))}
      ${described(t('given.decided'), paragraphsIn(decided, lang))}
      ${described(t('given.why'), paragraphsIn(why, lang))}
      ${on !== undefined && described(t('given.on'), html`${formatDate(on, lang)}`)}
    </dl>
    ${link && url !== undefined && /^https?:\/\//i.test(url) && html`<p><a href="${url}">${textIn(link.label, lang)}</a></p>`}`;
}

function sentIn({ given }: GivenPage, t: Translate): Html {
  const { submission, told } = given;
  const { text, attachments = [] } = submission;
  const names = attachments.map(({ name }) => html`<li><bdi>${name}</bdi></li>`);
  const shown = told.publicText === text ? 'given.isShown' : 'given.isShownEdited';
  return html`<h2>${t('given.sentTitle')}</h2>
    ${
      text !== undefined &&
      html`<h3>${t('given.text')}</h3>
        ${text.split('\n').map((line) => html`<p lang="${submission.lang}" dir="auto">${line}</p>`)}`
    }
    ${
      names.length > 0 &&
      html`<h3>${t('given.files')}</h3>
        <ul>
          ${names}
        </ul>`
    }
    <h3>${t('given.shown')}</h3>
    <p>${t(told.publicText === undefined ? 'given.isNotShown' : shown)}</p>
    ${
      told.publicText !== undefined &&
      told.publicText !== text &&
      html`<blockquote dir="auto">${told.publicText}</blockquote>`
    }`;
}

/** Where feedback stands, and what can be done with it. */
export function renderGivenPage(page: GivenPage): string {
  const { given, path } = page;
  const { lang, t } = wordsIn(page.lang);
  if (given.forgottenAt !== null) return renderForgottenPage(page);
  const { told, timeZone } = given;
  const title = t('given.title');
  const { receivedAt, status, statusNote, handler, answerBy, answerAt, reference, outcome } = told;
  const main = html`<h1>${title}</h1>
    <p>${t('given.secret')}</p>
    <dl>
      ${described(t('manage.reference'), html`<bdi>${reference}</bdi>`)}
      ${described(t('receipt.receivedAt'), html`${formatTime(receivedAt, { lang, timeZone })}`)}
      ${described(t('given.state'), html`${t(`given.status.${status as FeedbackStatus}`)}`)}
      ${described(t('given.handler'), textIn(handler, lang))}
      ${!outcome && answerBy !== undefined && described(t('receipt.feedbackAnswerBy'), html`${formatDate(answerBy, lang)}`)}
      ${answerAt !== undefined && described(t('receipt.answerAt'), textIn(answerAt, lang))}
      ${statusNote !== undefined && described(t('given.note'), paragraphsIn(statusNote, lang))}
    </dl>
    ${outcomeIn(page, lang, t)} ${sentIn(page, t)}
    <p><a href="${path}/delete?lang=${lang}">${t('given.delete')}</a></p>
    ${whomToCall(page, lang, t)}`;
  return renderPage({ lang, title, main });
}

function renderForgottenPage(page: GivenPage): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t('given.deletedTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('given.deletedText')}</p>
    ${whomToCall(page, lang, t)}`;
  return renderPage({ lang, title, main });
}

/** Asks once more before something that cannot be undone. */
export function renderForgetPage({ path, lang: tag }: GivenPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t('given.deleteTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('given.deleteText')}</p>
    <form method="post" action="${path}/delete?lang=${lang}">
      <button type="submit">${t('given.deleteConfirm')}</button>
    </form>
    <p><a href="${path}?lang=${lang}">${t('given.keep')}</a></p>`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}

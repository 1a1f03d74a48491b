/** The pages behind the private link of a proposal. */
import { pickText } from '@puntari/contracts';

import { formatDate, formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { contactList, described, textIn } from '../pages/parts.js';
import { FORM_STYLES_PATH } from '../pages/stylesheet.js';
import { wordsIn } from '../pages/words.js';
import { list } from './desk-parts.js';
import type { GivenProposal, ToldTopic } from './given-proposal.js';
import { wordsOfProposal } from './proposal-words.js';

export interface GivenProposalPage {
  readonly given: GivenProposal;
  /** The address of the page, without a query. */
  readonly path: string;
  readonly lang: string;
  /** Somebody wanted to take back what was looked at in the meantime. */
  readonly isTooLate?: boolean;
}

function whomToCall({ given, lang: tag }: GivenProposalPage): Html | undefined {
  const { lang, t } = wordsIn(tag);
  const contact = given.call?.contact ?? given.receipt.contact;
  return (
    contact &&
    html`<h2>${t('manage.contact')}</h2>
      ${contactList(contact, lang, t)}`
  );
}

/** The topic that it became, or was merged into: what everybody knows of it. */
function topicIn(topic: ToldTopic, tag: string): Html {
  const { lang, t } = wordsIn(tag);
  const { title, status, statusReason, history, url } = topic;
  const address = url === undefined ? undefined : pickText(url, lang).text;
  const name = textIn(title, lang);
  const steps = history.map(
    ({ on, status: step, text }) =>
      html`<li>
        ${formatDate(on, lang)}:
        ${t(`topicStatus.${step}`)}${text !== undefined && html`<br />${textIn(text, lang)}`}
      </li>`,
  );
  return html`<h2>${t('ownProposal.topic')}</h2>
    <p>${address === undefined ? name : html`<a href="${address}">${name}</a>`}</p>
    ${list(
      described(t('ownProposal.topicState'), html`${t(`topicStatus.${status}`)}`),
      statusReason !== undefined && described(t('ownProposal.reason'), textIn(statusReason, lang)),
    )}
    ${
      steps.length > 0 &&
      html`<h3>${t('ownProposal.steps')}</h3>
        <ol>
          ${steps}
        </ol>`
    }`;
}

function standing({ given, lang: tag }: GivenProposalPage): Html {
  const { lang, t } = wordsIn(tag);
  const { told, timeZone } = given;
  const { reference, receivedAt, status, statusAt, reason, readBy, answerBy, answerAt } = told;
  const clock = { lang, timeZone };
  return list(
    described(t('manage.reference'), html`<bdi>${reference}</bdi>`),
    described(t('receipt.receivedAt'), html`${formatTime(receivedAt, clock)}`),
    described(t('ownProposal.state'), html`${t(`proposalStatus.${status}`)}`),
    status !== 'proposed' &&
      described(t('ownProposal.since'), html`${formatTime(statusAt, clock)}`),
    reason !== undefined && described(t('ownProposal.reason'), textIn(reason, lang)),
    // Nobody reads what was taken back, and no answer comes.
    status !== 'withdrawn' && described(t('receipt.readBy'), textIn(readBy, lang)),
    answerBy !== undefined &&
      described(t('receipt.proposalAnswerBy'), html`${formatDate(answerBy, lang)}`),
    status !== 'withdrawn' &&
      answerAt !== undefined &&
      described(t('receipt.answerAt'), textIn(answerAt, lang)),
  );
}

/** Where a proposal stands, and what can be done with it. */
export function renderGivenProposalPage(page: GivenProposalPage): string {
  const { given, path, isTooLate = false } = page;
  const { told, words, call, hasContact } = given;
  const { lang, t } = wordsIn(page.lang);
  const { status, topic } = told;
  if (status === 'deleted') return renderDeletedPage(page);
  const isWithdrawn = status === 'withdrawn';
  const title = t(isWithdrawn ? 'ownProposal.withdrawnTitle' : 'ownProposal.title');
  const main = html`<h1>${title}</h1>
    ${isTooLate && html`<p><strong>${t('ownProposal.tooLate')}</strong></p>`}
    <p>${t(`ownProposal.explained.${status}`)}</p>
    ${isWithdrawn && !hasContact && html`<p>${t('ownProposal.contactGone')}</p>`}
    <p>${t(status === 'proposed' ? 'ownProposal.secret' : 'ownProposal.secretLater')}</p>
    ${standing(page)} ${topic && topicIn(topic, lang)}
    ${
      words !== null &&
      html`<h2>${t('ownProposal.words')}</h2>
        ${wordsOfProposal(words, call, lang)}`
    }
    ${
      status === 'proposed'
        ? html`<p><a href="${path}/withdraw?lang=${lang}">${t('ownProposal.withdraw')}</a></p>`
        : !isWithdrawn && html`<p>${t('ownProposal.notWithdrawable')}</p>`
    }
    ${whomToCall(page)}`;
  return renderPage({ lang, title, main });
}

function renderDeletedPage(page: GivenProposalPage): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t('ownProposal.deletedTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('ownProposal.deletedText')}</p>
    ${whomToCall(page)}`;
  return renderPage({ lang, title, main });
}

/** Asks once more before something that cannot be undone. */
export function renderTakeBackPage({ path, lang: tag }: GivenProposalPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t('ownProposal.withdrawTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('ownProposal.withdrawText')}</p>
    <form method="post" action="${path}/withdraw?lang=${lang}">
      <button type="submit">${t('ownProposal.withdrawConfirm')}</button>
    </form>
    <p><a href="${path}?lang=${lang}">${t('manage.keep')}</a></p>`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}

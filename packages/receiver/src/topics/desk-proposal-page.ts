/** One proposal, for officers: what it says, who made it, what can be done, and what was done. */
import { DEFAULT_TIME_ZONE, type ProposalStatus, type TopicCall } from '@puntari/contracts';

import { backTo, frame } from '../officers/frame.js';
import { formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described } from '../pages/parts.js';
import { type Translate, wordsIn } from '../pages/words.js';
import { PROPOSAL_ACTS } from './desk-forms.js';
import { acts, DESK_PATH, list, pathOf, PROPOSALS } from './desk-parts.js';
import { canDo, type ListedProposal } from './proposal-store.js';
import { wordsOfProposal } from './proposal-words.js';
import type { ProposerContact } from './proposals.js';

export interface ProposalPage {
  readonly proposal: ListedProposal;
  readonly contact: ProposerContact | undefined;
  /** Nothing when it is no longer published: then codes have no words, and are shown themselves. */
  readonly call: TopicCall | undefined;
  readonly lang: string;
  readonly isRecorded: boolean;
}

/** As the history names them: a resident, or `officer: Aino Virkanen`. */
const whoDid = (by: string, t: Translate): string =>
  by === 'resident' ? t('desk.byProposer') : by.replace(/^officer: /, '');

function contactOf(contact: ProposerContact, tag: string): Html {
  const { t } = wordsIn(tag);
  const { name, email, phone } = contact;
  return html`<details>
    <summary>${t('desk.who')}</summary>
    ${list(
      described(t('proposing.name'), html`<bdi>${name}</bdi>`),
      email !== undefined && described(t('proposing.email'), html`<bdi>${email}</bdi>`),
      phone !== undefined && described(t('proposing.phone'), html`<bdi>${phone}</bdi>`),
    )}
  </details>`;
}

export function renderProposalPage(page: ProposalPage): string {
  const { lang, t } = wordsIn(page.lang);
  const { proposal, contact, isRecorded, call } = page;
  const { reference, status, topicId, receivedAt, history } = proposal;
  const clock = { lang, timeZone: call?.timeZone ?? DEFAULT_TIME_ZONE };
  const title = t('desk.proposal', { reference });
  const path = pathOf(PROPOSALS, reference);
  const possible = PROPOSAL_ACTS.filter((act) => canDo(proposal, act));
  const main = html`${backTo(DESK_PATH, lang, t('desk.backToAll'))}
    <h1>${title}</h1>
    ${isRecorded && html`<p class="notice" role="status">${t('desk.recorded')}</p>`}
    ${list(
      described(t('agenda.status'), html`${t(`proposalStatus.${status}`)}`),
      described(t('desk.received'), html`${formatTime(receivedAt, clock)}`),
      topicId !== undefined &&
        described(
          t('desk.becameTopic'),
          html`<a href="${pathOf(topicId)}?lang=${lang}">${topicId}</a>`,
        ),
    )}
    ${proposal.submission ? wordsOfProposal(proposal.submission, call, lang) : html`<p>${t('desk.deletedWords')}</p>`}
    ${contact && contactOf(contact, lang)} ${possible.length > 0 && acts(possible, path, lang)}
    <h2>${t('desk.history')}</h2>
    <ol class="entries" reversed>
      ${history.toReversed().map(
        ({ at, to, by, comment }) =>
          html`<li>
            <p>
              ${formatTime(at, clock)}, <bdi>${whoDid(by, t)}</bdi>:
              ${t(`proposalStatus.${to as ProposalStatus}`)}
            </p>
            ${comment !== undefined && html`<p class="said">${comment}</p>`}
          </li>`,
      )}
    </ol>`;
  return frame({ lang, title: isRecorded ? `${t('desk.recorded')} ${title}` : title, path, main });
}

/** One proposal, for officers: what it says, who made it, what can be done, and what was done. */
import {
  DEFAULT_TIME_ZONE,
  type LocalizedText,
  type ProposalStatus,
  type TopicCall,
} from '@puntari/contracts';

import { backTo, frame } from '../officers/frame.js';
import { formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import { type Translate, wordsIn } from '../pages/words.js';
import { PROPOSAL_ACTS } from './desk-forms.js';
import { acts, DESK_PATH, list, pathOf, PROPOSALS, said } from './desk-parts.js';
import { canDo, type ListedProposal } from './proposal-store.js';
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

interface Choice {
  readonly id: string;
  readonly label: LocalizedText;
}

/** What was chosen from a list of the call, in its words. */
function chosen(ids: readonly string[] | undefined, known: readonly Choice[], lang: string) {
  const words = (ids ?? []).map((id) => {
    const found = known.find((one) => one.id === id);
    return html`<li>${found ? textIn(found.label, lang) : id}</li>`;
  });
  return words.length === 0
    ? undefined
    : html`<ul>
        ${words}
      </ul>`;
}

function wordsOfProposal(
  { submission }: ListedProposal,
  call: TopicCall | undefined,
  tag: string,
): Html {
  const { lang, t } = wordsIn(tag);
  const { areas = [], decisions = [] } = call ?? {};
  const known = decisions.map(({ id, title }) => ({ id, label: title }));
  if (!submission) return html`<p>${t('desk.deletedWords')}</p>`;
  const { title, question, background, suitability, area, decision, proposer } = submission;
  const own = (text: string | undefined): Html | undefined =>
    text === undefined ? undefined : said(text, submission.lang);
  const codes = (items: readonly string[] = []): Html | undefined =>
    items.length === 0 ? undefined : html`${items.join(', ')}`;
  return list(
    described(t('proposing.title'), own(title)),
    described(t('proposing.question'), own(question)),
    described(t('proposing.background'), own(background)),
    described(
      t('proposing.reasons'),
      codes(suitability.reasons.map((reason) => t(`suitability.${reason}`))),
    ),
    described(t('proposing.reasonsText'), own(suitability.text)),
    described(t('proposing.areas'), chosen(area?.ids, areas, lang)),
    described(t('proposing.areaText'), own(area?.text)),
    described(
      t('proposing.decisions'),
      chosen(decision?.id === undefined ? [] : [decision.id], known, lang),
    ),
    described(t('proposing.decisionText'), own(decision?.text)),
    described(t('proposing.kind'), html`${t(`proposerKind.${proposer.kind}`)}`),
    described(
      t('desk.consents'),
      html`${t(submission.nameMayBePublished ? 'answer.yes' : 'answer.no')}`,
    ),
  );
}

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
    ${wordsOfProposal(proposal, call, lang)} ${contact && contactOf(contact, lang)}
    ${possible.length > 0 && acts(possible, path, lang)}
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

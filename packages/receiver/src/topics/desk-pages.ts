/** The pages on which officers bring topics from proposals to a choice. They work without JavaScript. */
import { pickText, type Topic, type TopicCall } from '@puntari/contracts';

import { backTo, frame } from '../officers/frame.js';
import { formatDate } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import { wordsIn } from '../pages/words.js';
import { TOPIC_ACTS } from './desk-forms.js';
import { acts, DESK_PATH, entriesIn, list, pathOf, PROPOSALS, said } from './desk-parts.js';
import { levelInWords } from './level-in-words.js';
import type { ListedProposal } from './proposal-store.js';
import type { TopicState } from './record.js';

export interface DeskPage {
  readonly calls: readonly {
    readonly call: TopicCall;
    readonly proposals: readonly ListedProposal[];
  }[];
  readonly topics: readonly Topic[];
  readonly lang: string;
}

/** Everything: proposals to each call, and topics. */
export function renderDeskPage({ calls, topics, lang: tag }: DeskPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t('desk.title');
  const proposalItem = ({ reference, status, submission }: ListedProposal): Html =>
    html`<li>
      <a href="${pathOf(PROPOSALS, reference)}?lang=${lang}">${reference}</a> –
      ${t(`proposalStatus.${status}`)}${submission && html`: ${said(submission.title, submission.lang)}`}
    </li>`;
  const main = html`<h1>${title}</h1>
    ${calls.map(
      ({ call, proposals }) =>
        html`<h2>${t('desk.proposals', { title: pickText(call.title, lang).text })}</h2>
          ${
            proposals.length === 0
              ? html`<p>${t('desk.noProposals')}</p>`
              : html`<ul>
                  ${proposals.map(proposalItem)}
                </ul>`
          }`,
    )}
    <h2>${t('desk.topics')}</h2>
    ${
      topics.length === 0
        ? html`<p>${t('desk.noTopics')}</p>`
        : html`<ul>
            ${topics.map(
              ({ id, title: name, year, status }) =>
                html`<li>
                  <a href="${pathOf(id)}?lang=${lang}">${textIn(name, lang)}</a> – ${year},
                  ${t(`topicStatus.${status}`)}
                </li>`,
            )}
          </ul>`
    }`;
  return frame({ lang, title, path: DESK_PATH, main });
}

function topicNow(topic: Topic, tag: string): Html {
  const { lang, t } = wordsIn(tag);
  const { question, summary, decision, level, supporters, proposedBy, choice } = topic;
  return list(
    described(t('agenda.status'), html`${t(`topicStatus.${topic.status}`)}`),
    question !== undefined && described(t('agenda.question'), textIn(question, lang)),
    described(t('agenda.summary'), textIn(summary, lang)),
    described(t('agenda.decision'), textIn(decision.body.name, lang)),
    decision.plannedOn !== undefined &&
      described(t('agenda.plannedOn'), html`${formatDate(decision.plannedOn, lang)}`),
    level !== undefined && described(t('level.title'), html`${levelInWords(level, lang)}`),
    supporters !== undefined && described(t('agenda.supporters'), html`${supporters}`),
    proposedBy !== undefined && described(t('agenda.proposedBy'), textIn(proposedBy, lang)),
    choice && described(t('agenda.chosenBy'), textIn(choice.body.name, lang)),
    choice?.reasons !== undefined && described(t('agenda.reasons'), textIn(choice.reasons, lang)),
  );
}

export interface TopicPage {
  readonly state: TopicState;
  /** As everybody reads it. */
  readonly topic: Topic;
  readonly lang: string;
  readonly isRecorded: boolean;
}

/** One topic: as it is, what can be done, and how it came about. */
export function renderTopicPage({ state, topic, lang: tag, isRecorded }: TopicPage): string {
  const { lang, t } = wordsIn(tag);
  const title = pickText(topic.title, lang).text;
  const path = pathOf(topic.id);
  const { entries, differsInContent } = state;
  const main = html`${backTo(DESK_PATH, lang, t('desk.backToAll'))}
    <h1>${textIn(topic.title, lang)}</h1>
    ${isRecorded && html`<p class="notice" role="status">${t('desk.recorded')}</p>`}
    <h2>${t('desk.now')}</h2>
    ${differsInContent && html`<p class="notice">${t('desk.differs')}</p>`} ${topicNow(topic, lang)}
    ${acts(TOPIC_ACTS, path, lang)}
    <h2>${t('desk.history')}</h2>
    ${
      entries.length === 0
        ? html`<p>${t('desk.noHistory')}</p>`
        : entriesIn(entries, topic.timeZone, lang)
    }`;
  return frame({ lang, title: isRecorded ? `${t('desk.recorded')} ${title}` : title, path, main });
}

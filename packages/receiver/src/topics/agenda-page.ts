/** The topics of a year for those who choose among them, to read on a screen and on paper. */
import {
  type LocalizedText,
  isForeign,
  pickText,
  SUITABILITY_REASONS,
  type Topic,
  type TopicStatus,
} from '@puntari/contracts';

import { formatDate, inOneLine } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { textIn } from '../pages/parts.js';
import { type Translate, wordsIn } from '../pages/words.js';
import { paragraphs } from '../pages/feed.js';
import { levelInWords } from './level-in-words.js';

/** Where its stylesheet is served. */
export const AGENDA_STYLES_PATH = '/topics/agenda.css';

/** A topic that fits on a sheet is not torn apart. */
export const AGENDA_STYLES = `
@page { size: A4; margin: 1.5cm 2cm; }
article { break-inside: avoid; margin-block-start: 2em; border-block-start: 2px solid var(--puntari-color-border-strong, #595959); }
h2 { margin-block: .5em .25em; break-after: avoid; }
h3 { font-size: 1em; line-height: 1.25; margin-block: 1em .25em; break-after: avoid; }
p { margin-block: .25em .5em; }
.question { font-size: 1.125em; font-weight: 600; }
.facts > div { display: flex; flex-wrap: wrap; gap: 0 1.5em; margin-block-end: .25em; }
.facts dt { flex: 0 1 auto; min-inline-size: min(13em, 100%); }
.facts dd { flex: 1 1 12em; margin: 0; }
.choice { margin-block: 1em 0; border-inline-start: 5px solid var(--puntari-color-border-strong, #595959); padding-inline-start: 1em; }
.choice h3 { margin-block-start: 0; }
.chosen { font-weight: 600; }
@media print {
  :root { font-size: 11pt; line-height: 1.35; }
  .printed { font-size: .875em; }
}
`.trimStart();

/** From when on a topic is before those who choose. */
const LISTED: readonly TopicStatus[] = [
  'on-list',
  'chosen',
  'not-chosen',
  'panel-running',
  'statement-given',
  'answered',
];

/** What comes of choosing. */
const CHOICES: readonly TopicStatus[] = ['chosen', 'not-chosen'];

export const isListed = ({ status }: Topic): boolean => LISTED.includes(status);

/** A text in paragraphs, marked with its language where that is not the page's. */
function spoken(text: LocalizedText, lang: string): Html {
  const picked = pickText(text, lang);
  const own = isForeign(picked.lang, lang) ? picked.lang : undefined;
  return html`${paragraphs(picked.text).map(
    (part) => html`<p ${own !== undefined && html`lang="${own}"`}>${part}</p>`,
  )}`;
}

const part = (title: string, text: LocalizedText | undefined, lang: string): Html | undefined =>
  text === undefined
    ? undefined
    : html`<h3>${title}</h3>
        ${spoken(text, lang)}`;

function why({ suitability }: Topic, lang: string, t: Translate): Html | undefined {
  if (!suitability) return undefined;
  const { reasons, text } = suitability;
  const known = SUITABILITY_REASONS.filter((reason) => reasons.includes(reason));
  if (known.length === 0 && text === undefined) return undefined;
  const list = html`<ul>
    ${known.map((reason) => html`<li>${t(`suitability.${reason}`)}</li>`)}
  </ul>`;
  return html`<h3>${t('agenda.why')}</h3>
    ${known.length > 0 && list} ${text && spoken(text, lang)}`;
}

const listed = (texts: readonly Html[]): Html =>
  html`${texts.map((text, index) => (index === 0 ? text : html`, ${text}`))}`;

/** Side by side where there is room, else one below the other. */
const fact = (term: string, value: Html): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function facts(topic: Topic, lang: string, t: Translate): Html {
  const { decision, area = [], level, supporters, proposedBy, proposerKind, status } = topic;
  const proposer =
    proposedBy === undefined
      ? proposerKind && html`${t(`proposerKind.${proposerKind}`)}`
      : textIn(proposedBy, lang);
  return html`<dl class="facts">
    ${fact(t('agenda.status'), html`${t(`topicStatus.${status}`)}`)}
    ${fact(t('agenda.decision'), textIn(decision.body.name, lang))}
    ${fact(
      t('agenda.plannedOn'),
      html`${decision.plannedOn === undefined ? t('agenda.noDay') : formatDate(decision.plannedOn, lang)}`,
    )}
    ${area.length > 0 && fact(t('agenda.area'), listed(area.map((place) => textIn(place, lang))))}
    ${level !== undefined && fact(t('level.title'), html`${levelInWords(level, lang)}`)}
    ${supporters !== undefined && fact(t('agenda.supporters'), html`${supporters}`)}
    ${proposer && fact(t('agenda.proposedBy'), proposer)}
  </dl>`;
}

/** What became of a topic when it was chosen among: a later status does not say. */
function isNotChosen({ status, history = [] }: Topic): boolean {
  const outcome = history.findLast((step) => CHOICES.includes(step.status));
  return (outcome?.status ?? status) === 'not-chosen';
}

function choice(topic: Topic, lang: string): Html | undefined {
  const { t } = wordsIn(lang);
  const { choice: made, status, statusReason } = topic;
  const reasons = made?.reasons ?? (status === 'not-chosen' ? statusReason : undefined);
  if (!made && reasons === undefined) return undefined;
  const minutes = made?.minutes;
  const url = minutes && pickText(minutes.url, lang).text;
  return html`<div class="choice">
    <h3>${t('agenda.choice')}</h3>
    <p class="chosen">${t(isNotChosen(topic) ? 'agenda.notChosen' : 'agenda.chosen')}</p>
    <dl class="facts">
      ${made && fact(t('agenda.chosenBy'), textIn(made.body.name, lang))}
      ${made && fact(t('agenda.chosenOn'), html`${formatDate(made.on, lang)}`)}
      ${made?.section !== undefined && fact(t('agenda.section'), html`${inOneLine(made.section)}`)}
      ${reasons && fact(t('agenda.reasons'), textIn(reasons, lang))}
      ${
        minutes &&
        fact(
          t('agenda.minutes'),
          html`<a href="${url}">${textIn(minutes.label, lang)}</a>
            <bdi class="printed">${url}</bdi>`,
        )
      }
    </dl>
  </div>`;
}

function article(topic: Topic, place: number, tag: string): Html {
  const { lang, t } = wordsIn(tag);
  return html`<article aria-labelledby="${topic.id}">
    <h2 id="${topic.id}">${place + 1}. ${textIn(topic.title, lang)}</h2>
    ${
      topic.question &&
      html`<h3>${t('agenda.question')}</h3>
        <p class="question">${textIn(topic.question, lang)}</p>`
    }
    ${part(t('agenda.summary'), topic.summary, lang)} ${facts(topic, lang, t)}
    ${why(topic, lang, t)} ${part(t('agenda.notSuitable'), topic.notSuitable, lang)}
    ${part(t('agenda.background'), topic.background, lang)} ${choice(topic, lang)}
  </article>`;
}

export interface AgendaPage {
  readonly year: number;
  /** Those of the year that are listed. */
  readonly topics: readonly Topic[];
  readonly lang: string;
  /** Of this page, so that it can be found again from paper. */
  readonly address: string;
}

export function renderAgendaPage({ year, topics, lang: tag, address }: AgendaPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t('agenda.title', { year: String(year) });
  const overview = html`<ol>
    ${topics.map(
      ({ id, title: name, status }) =>
        html`<li><a href="#${id}">${textIn(name, lang)}</a> – ${t(`topicStatus.${status}`)}</li>`,
    )}
  </ol>`;
  const main = html`<h1>${title}</h1>
    <p>${t('agenda.intro')}</p>
    ${
      topics.length === 0
        ? html`<p>${t('agenda.none', { year: String(year) })}</p>`
        : html`<p>${t('agenda.count', { count: String(topics.length) })}</p>
            ${overview}`
    }
    ${topics.map((topic, place) => article(topic, place, lang))}
    <p class="printed"><bdi>${address}</bdi></p>`;
  return renderPage({ lang, title, main, stylesheet: AGENDA_STYLES_PATH });
}

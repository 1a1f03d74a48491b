/** How an answer and its history read on the pages of officers. */
import {
  DEFAULT_TIME_ZONE,
  type LocalizedText,
  type Response,
  type Statement,
} from '@puntari/contracts';

import { formatDate, formatTime, inOneLine } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import { type Translate, type WordKey, wordsIn } from '../pages/words.js';
import { changedFields } from './change.js';
import type { Entry } from './store.js';
import { statusWord } from './words.js';

/** A text in all its languages: who answers is answerable for each. */
function everyLanguage(text: LocalizedText): Html {
  if (typeof text === 'string') return html`<span class="said">${text}</span>`;
  return html`${Object.entries(text)
    .filter(([, said]) => said.trim() !== '')
    .map(([lang, said]) => html`<p class="said" lang="${lang}">${said}</p>`)}`;
}

const saidAll = (text: LocalizedText | undefined): Html | undefined =>
  text === undefined ? undefined : everyLanguage(text);

const day = (date: string | undefined, lang: string): Html | undefined =>
  date === undefined ? undefined : html`${formatDate(date, lang)}`;

type Line = Html | undefined;
const list = (...lines: readonly Line[]): Html =>
  html`<dl>${lines.filter((line): line is Html => line !== undefined)}</dl>`;

/** One body's handling. */
export function handlingLines(handling: Response['handling'][number], lang: string): Html {
  const { t } = wordsIn(lang);
  const { body, date, section, proposal, decision, url } = handling;
  return list(
    described(t('answering.field.handlingBody'), everyLanguage(body.name)),
    described(t('answering.field.date'), day(date, lang)),
    described(
      t('answering.field.section'),
      section === undefined ? undefined : html`${inOneLine(section)}`,
    ),
    described(t('answering.field.proposal'), saidAll(proposal)),
    described(t('answering.field.decision'), saidAll(decision)),
    described(t('answering.field.url'), url === undefined ? undefined : html`${url}`),
  );
}

export function stepLines(step: Response['progress'][number], lang: string): Html {
  const { t } = wordsIn(lang);
  return list(
    described(t('answering.field.on'), day(step.on, lang)),
    described(t('answering.field.status'), html`${statusWord(step.status, lang)}`),
    described(t('answering.field.progressNote'), saidAll(step.note)),
  );
}

type Answer = Omit<Response, 'handling' | 'progress'>;

/** The answer itself, without handlings and progress. */
export function answerLines(response: Answer, lang: string): Html {
  const { t } = wordsIn(lang);
  const { status, text, reason, body, decidedOn, due, next, contact } = response;
  const reach = [contact?.phone, contact?.email].filter((way) => way !== undefined).join(', ');
  return list(
    described(t('answering.field.status'), html`${statusWord(status, lang)}`),
    described(t('answering.field.text'), saidAll(text)),
    described(t('answering.field.reason'), saidAll(reason)),
    described(t('answering.field.body'), saidAll(body?.name)),
    described(t('answering.field.decidedOn'), day(decidedOn, lang)),
    described(t('answering.field.due'), day(due, lang)),
    described(t('answering.field.next'), saidAll(next?.text)),
    described(t('answering.field.nextBy'), day(next?.by, lang)),
    described(t('answering.field.nextOwner'), saidAll(next?.owner)),
    described(t('answering.field.contactName'), saidAll(contact?.name)),
    described(t('answering.field.contact'), reach === '' ? undefined : html`${reach}`),
  );
}

const FIELD_WORDS: Readonly<Record<string, WordKey>> = {
  status: 'answering.field.status',
  text: 'answering.field.text',
  reason: 'answering.field.reason',
  body: 'answering.field.body',
  decidedOn: 'answering.field.decidedOn',
  due: 'answering.field.due',
  next: 'answering.field.next',
  contact: 'answering.field.contact',
  handling: 'answering.field.handling',
  progress: 'answering.field.progress',
  attachments: 'answering.field.attachments',
};

function changedWords({ before, after }: Entry, t: Translate): string {
  const fields = changedFields(before, after).map((field) => {
    const word = FIELD_WORDS[field];
    return word ? t(word) : field;
  });
  return fields.length > 0 ? fields.join(', ') : t('answering.nothingChanged');
}

function whatWasRecorded({ change }: Entry, lang: string): Html {
  const { t } = wordsIn(lang);
  if (change.kind === 'response') return answerLines(change.response, lang);
  if (change.kind === 'handling' && change.handling) return handlingLines(change.handling, lang);
  if (change.kind === 'progress' && change.progress) return stepLines(change.progress, lang);
  return html`<p>${t('answering.removed')}</p>`;
}

/** What was recorded by whom and when, newest first. */
export function history(entries: readonly Entry[], statement: Statement, lang: string): Html {
  const { t } = wordsIn(lang);
  const clock = { lang, timeZone: statement.timeZone ?? DEFAULT_TIME_ZONE };
  return html`<ol class="entries" reversed>
    ${entries.toReversed().map((entry) => {
      const { version, recordedAt, change } = entry;
      return html`<li>
        <h3>
          ${t('answering.version', { version: String(version) })}:
          ${t(`answering.kind.${change.kind}`)}
        </h3>
        ${list(
          described(t('answering.when'), html`${formatTime(recordedAt, clock)}`),
          described(t('answering.who'), html`<bdi>${change.recordedBy}</bdi>`),
          described(t('answering.changed'), html`${changedWords(entry, t)}`),
          described(
            t('answering.whyCorrected'),
            change.note === undefined ? undefined : textIn(change.note, lang),
          ),
        )}
        <details>
          <summary>${t('answering.what')}</summary>
          ${whatWasRecorded(entry, lang)}
        </details>
      </li>`;
    })}
  </ol>`;
}

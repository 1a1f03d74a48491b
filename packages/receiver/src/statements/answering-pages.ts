/** The pages on which an official answers a statement. They work without JavaScript. */
import {
  asksForAnswer,
  type FieldError,
  type FieldValues,
  pickText,
  type Statement,
} from '@puntari/contracts';

import { backTo, frame } from '../officers/frame.js';
import { type Html, html } from '../pages/html.js';
import { textIn } from '../pages/parts.js';
import { wordsIn } from '../pages/words.js';
import { answerLines, handlingLines, history, stepLines } from './answer-parts.js';
import { CHANGE_KINDS, type ChangeKind } from './change.js';
import { type Asked, fieldsOf } from './form-fields.js';
import { errorSummary, recordingAs, renderFields } from './form-parts.js';
import type { ItemState } from './record.js';
import { itemName, itemNameIn, statusWord } from './words.js';

export const ANSWERS_PATH = '/operator/answers';

const pathOf = (...parts: readonly string[]): string =>
  [ANSWERS_PATH, ...parts.map(encodeURIComponent)].join('/');

const nameOf = ({ item }: ItemState) => ({ number: item.number, title: item.title ?? item.text });

/** All statements. */
export function renderStatementsPage(statements: readonly Statement[], tag: string): string {
  const { lang, t } = wordsIn(tag);
  const title = t('answering.title');
  const main = html`<h1>${title}</h1>
    ${
      statements.length === 0
        ? html`<p>${t('answering.noStatements')}</p>`
        : html`<p>${t('answering.choose')}</p>
            <ul>
              ${statements.map(
                (statement) =>
                  html`<li>
                    <a href="${pathOf(statement.id)}?lang=${lang}"
                      >${textIn(statement.title, lang)}</a
                    >
                  </li>`,
              )}
            </ul>`
    }`;
  return frame({ lang, title, path: ANSWERS_PATH, main });
}

/** How far an answer has come, as residents see it: a fact or an argument waits for none. */
function progressOf({ item, response }: ItemState, lang: string): Html | undefined {
  const status = response?.status ?? (asksForAnswer(item.kind) ? 'awaiting' : undefined);
  return status && html`– ${statusWord(status, lang)}`;
}

/** The items of one statement, with how far each answer has come. */
export function renderItemsPage(
  statement: Statement,
  states: readonly ItemState[],
  tag: string,
): string {
  const { lang, t } = wordsIn(tag);
  const title = pickText(statement.title, lang).text;
  const main = html`${backTo(ANSWERS_PATH, lang, t('answering.backToAll'))}
    <h1>${textIn(statement.title, lang)}</h1>
    <p>${t('answering.chooseItem')}</p>
    <ul>
      ${states.map(
        (state) =>
          html`<li>
            <a href="${pathOf(statement.id, state.item.id)}?lang=${lang}"
              >${itemNameIn(nameOf(state), lang)}</a
            >
            ${progressOf(state, lang)}
          </li>`,
      )}
    </ul>`;
  return frame({ lang, title, path: pathOf(statement.id), main });
}

/** What stands in an answer, each handling and step with a way to put it right. */
function answerNow({ statement, item, response }: ItemState, lang: string): Html {
  const { t } = wordsIn(lang);
  if (!response) return html`<p>${t('answering.notAnswered')}</p>`;
  const correct = (kind: 'handling' | 'progress', place: number): Html => {
    const path = pathOf(statement.id, item.id, kind);
    const what = `${t(`answering.kind.${kind}`)} ${String(place + 1)}`;
    return html`<p>
      <a href="${path}?place=${place}&lang=${lang}">${t('answering.correct', { what })}</a>
    </p>`;
  };
  const each = (kind: 'handling' | 'progress', lines: readonly Html[]): Html[] =>
    lines.map(
      (line, place) =>
        html`<h3>${t(`answering.kind.${kind}`)} ${place + 1}</h3>
          ${line} ${correct(kind, place)}`,
    );
  return html`${answerLines(response, lang)}
  ${each(
    'handling',
    response.handling.map((handling) => handlingLines(handling, lang)),
  )}
  ${each(
    'progress',
    response.progress.map((step) => stepLines(step, lang)),
  )}`;
}

export interface ItemPage {
  readonly state: ItemState;
  readonly lang: string;
  /** Whether something was just recorded, so that it is said. */
  readonly recorded: 'now' | 'before' | undefined;
}

/** One item: what the panel said, what was answered, what can be done, and how it came about. */
export function renderItemPage({ state, lang: tag, recorded }: ItemPage): string {
  const { lang, t } = wordsIn(tag);
  const { statement, item, entries } = state;
  const name = itemName(nameOf(state), lang);
  const title = recorded ? `${t('answering.recorded')} ${name}` : name;
  const done = recorded === 'before' ? t('answering.recordedAgain') : t('answering.recorded');
  const main = html`${backTo(pathOf(statement.id), lang, t('answering.back'))}
    <h1>${itemNameIn(nameOf(state), lang)}</h1>
    ${recorded && html`<p class="notice" role="status">${done}</p>`}
    <h2>${t('answering.whatPanelSaid')}</h2>
    <p class="said">${textIn(item.text, lang)}</p>
    <h2>${t('answering.now')}</h2>
    ${state.differsInContent && html`<p class="notice">${t('answering.differs')}</p>`}
    ${answerNow(state, lang)}
    <h2>${t('answering.whatToDo')}</h2>
    <dl>
      ${CHANGE_KINDS.map(
        (kind) =>
          html`<dt>
              <a href="${pathOf(statement.id, item.id, kind)}?lang=${lang}"
                >${t(`answering.act.${kind}`)}</a
              >
            </dt>
            <dd>${t(`answering.actHint.${kind}`)}</dd>`,
      )}
    </dl>
    <h2>${t('answering.history')}</h2>
    ${entries.length === 0 ? html`<p>${t('answering.noHistory')}</p>` : history(entries, statement, lang)}`;
  return frame({ lang, title, path: pathOf(statement.id, item.id), main });
}

/** Why a form comes back. */
export type Trouble = 'errors' | 'conflict' | 'expired';

export interface AnswerForm {
  readonly state: ItemState;
  readonly kind: ChangeKind;
  readonly place: number | undefined;
  readonly languages: readonly string[];
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly trouble: Trouble | undefined;
  /** The version that was seen before, where it has changed since. */
  readonly seen?: number;
  readonly officer: string;
  readonly key: string;
  readonly token: string;
  readonly lang: string;
}

function troubleNotice(form: AnswerForm, fields: readonly Asked[]): Html | undefined {
  const { lang, trouble, state, kind, place, seen = 0 } = form;
  const { t } = wordsIn(lang);
  if (trouble === 'errors') return errorSummary({ ...form, fields });
  if (trouble === 'expired') {
    return html`<div class="notice">
      <h2>${t('answering.expiredTitle')}</h2>
      <p>${t('answering.expired')}</p>
    </div>`;
  }
  if (trouble !== 'conflict') return undefined;
  // An answer takes the place of the one before; a handling or a step would stand there a second time.
  const isAdded = kind !== 'response' && place === undefined;
  const newer = state.entries.filter(({ version }) => version > seen);
  return html`<div class="notice">
    <h2>${t('answering.conflictTitle')}</h2>
    <p>${t('answering.conflict')}</p>
    ${isAdded && html`<p>${t('answering.conflictAdds')}</p>`}
    <h2>${t('answering.conflictNow')}</h2>
    ${history(newer, state.statement, lang)}
    <h2>${t('answering.now')}</h2>
    ${state.response && answerLines(state.response, lang)}
  </div>`;
}

const troubleTitle = (form: AnswerForm, title: string): string => {
  const { t } = wordsIn(form.lang);
  if (form.trouble === 'errors') return t('form.errorTitle', { title });
  if (form.trouble === 'conflict') return `${t('answering.conflictTitle')}: ${title}`;
  return form.trouble === 'expired' ? `${t('answering.expiredTitle')}: ${title}` : title;
};

/** The form for an answer, a handling or a step. */
export function renderAnswerForm(page: AnswerForm): string {
  const { lang, t } = wordsIn(page.lang);
  const form = { ...page, lang };
  const { state, kind, place, officer, key, token } = form;
  const { statement, item, version } = state;
  const isCorrection = place !== undefined && kind !== 'response';
  const act = isCorrection ? t(`answering.actCorrect.${kind}`) : t(`answering.act.${kind}`);
  const fields = fieldsOf(kind, place);
  const query = place === undefined ? '' : `?place=${String(place)}`;
  const path = `${pathOf(statement.id, item.id, kind)}${query}`;
  const main = html`${backTo(pathOf(statement.id, item.id), lang, t('answering.backToItem'))}
    <h1>${act}</h1>
    <p>${itemNameIn(nameOf(state), lang)}</p>
    ${troubleNotice(form, fields)}
    <p>${t('answering.publicHint')}</p>
    <p>${t('answering.languagesHint')}</p>
    ${recordingAs(form, t('answering.recordingAs', { name: officer }))}
    <form method="post" action="${path}" novalidate>
      <input type="hidden" name="lang" value="${lang}" />
      <input type="hidden" name="version" value="${version}" />
      <input type="hidden" name="key" value="${key}" />
      <input type="hidden" name="token" value="${token}" />
      ${renderFields({ ...form, fields })}
      <p><button type="submit">${t('answering.save')}</button></p>
    </form>`;
  return frame({ lang, title: troubleTitle(form, act), path, main });
}

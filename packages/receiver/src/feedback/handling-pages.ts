/** The pages on which an officer handles feedback. They work without JavaScript. */
import {
  DEFAULT_TIME_ZONE,
  type FeedbackChannel,
  type FeedbackStatus,
  type FieldError,
  type FieldValues,
  personalDataIn,
} from '@puntari/contracts';

import { formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described, paragraphsIn } from '../pages/parts.js';
import { OFFICIAL_LANGUAGES, type Translate, wordsIn } from '../pages/words.js';
import { backTo, frame } from '../officers/frame.js';
import { errorSummary, recordingAs, renderFields } from '../statements/form-parts.js';
import { renderAbout } from './handling-about.js';
import {
  HANDLING_BUTTONS,
  HANDLING_FIELDS,
  HANDLING_KINDS,
  type HandlingKind,
  openedOn,
} from './handling-forms.js';
import { type FeedbackState, publicText, recordOf } from './record.js';

export const HANDLING_PATH = '/operator/handling';

const pathOf = (reference: string): string => `${HANDLING_PATH}/${reference}`;

const time = (instant: string, lang: string): string =>
  formatTime(instant, { lang, timeZone: DEFAULT_TIME_ZONE });

const statusWord = (status: string, t: Translate): string =>
  t(`given.status.${status as FeedbackStatus}`);

interface Listed {
  readonly reference: string;
  readonly receivedAt: string;
  readonly status: string;
}

/**
 * What there is, newest first.
 *
 * @param before - Asks for what is older than what is listed; nothing where there is nothing older.
 */
export function renderHandlingList(
  rows: readonly Listed[],
  tag: string,
  before: string | undefined,
): string {
  const { lang, t } = wordsIn(tag);
  const title = t('handling.title');
  const items = rows.map(
    ({ reference, receivedAt, status }) =>
      html`<li>
        <a href="${pathOf(reference)}?lang=${lang}">${reference}</a> – ${time(receivedAt, lang)} –
        ${statusWord(status, t)}
      </li>`,
  );
  const main = html`<h1>${title}</h1>
    ${
      items.length === 0
        ? html`<p>${t('handling.none')}</p>`
        : html`<p>${t('handling.choose')}</p>
            <ul>
              ${items}
            </ul>`
    }
    ${
      before !== undefined &&
      html`<p>
        <a href="${HANDLING_PATH}?${new URLSearchParams({ before, lang }).toString()}"
          >${t('handling.older')}</a
        >
      </p>`
    }`;
  return frame({ lang, title, path: HANDLING_PATH, main });
}

export type HandlingTrouble = 'invalid' | 'conflict' | 'expired';

/** A form that comes back, with what was written. */
export interface SentBack {
  readonly kind: HandlingKind;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly trouble: HandlingTrouble;
}

export interface HandlingPage {
  readonly state: FeedbackState;
  /** Absent where its record has left the content. */
  readonly channel: FeedbackChannel | undefined;
  readonly lang: string;
  readonly officer: string;
  readonly token: string;
  readonly keyOf: (kind: HandlingKind) => string;
  readonly isRecorded: boolean;
  readonly back?: SentBack | undefined;
}

function written({ state, channel }: HandlingPage, spoken: string, t: Translate): Html {
  const { submission, forgottenAt } = state;
  const { text, attachments = [], mayBePublished, wantsReply, lang } = submission;
  if (forgottenAt !== null) return html`<p>${t('handling.forgotten')}</p>`;
  const files = attachments.map(
    ({ id, name }) =>
      html`<li>
        <a href="/operator/feedback/files/${id}"><bdi>${name}</bdi></a>
      </li>`,
  );
  return html`${
      text === undefined
        ? html`<p>${t('handling.noWords')}</p>`
        : html`<p class="said" lang="${lang}" dir="auto">${text}</p>`
    }
    ${personalDataIn(text ?? '').length > 0 && html`<p class="notice">${t('handling.personalData')}</p>`}
    ${renderAbout(submission, channel, { lang: spoken, t })}
    ${
      files.length > 0 &&
      html`<h3>${t('handling.files')}</h3>
        <ul>
          ${files}
        </ul>`
    }
    <p>${t(mayBePublished ? 'handling.mayBePublished' : 'handling.mayNotBePublished')}</p>
    ${wantsReply && html`<p>${t('handling.wantsReply')}</p>`}`;
}

function standing({ state }: HandlingPage, lang: string, t: Translate): Html {
  const { status, outcome, statusNote } = recordOf(state);
  const shown = publicText(state);
  return html`<dl>
    ${described(t('given.state'), html`${statusWord(status, t)}`)}
    ${statusNote !== undefined && described(t('given.note'), paragraphsIn(statusNote, lang))}
    ${shown !== undefined && described(t('handling.text'), html`<span class="said">${shown}</span>`)}
    ${outcome && described(t('given.said'), paragraphsIn(outcome.said, lang))}
    ${outcome && described(t('given.decided'), paragraphsIn(outcome.decided, lang))}
    ${outcome && described(t('given.why'), paragraphsIn(outcome.why, lang))}
  </dl>`;
}

function form(page: HandlingPage, kind: HandlingKind, lang: string, t: Translate): Html {
  const { state, token, keyOf, back } = page;
  const sent = back?.kind === kind ? back : undefined;
  const parts = {
    fields: HANDLING_FIELDS[kind],
    languages: OFFICIAL_LANGUAGES,
    values: sent?.values ?? openedOn(kind, state),
    errors: sent?.errors ?? [],
    lang,
  };
  const buttons = HANDLING_BUTTONS[kind].map(([name, value, words]) =>
    name === ''
      ? html`<button type="submit">${t(words)}</button> `
      : html`<button type="submit" name="${name}" value="${value}">${t(words)}</button> `,
  );
  return html`<h2>${t(`handling.${kind}Title`)}</h2>
    <p>${t(`handling.${kind}Hint`)}</p>
    ${sent && sent.errors.length > 0 && errorSummary(parts)}
    <form method="post" action="${pathOf(state.reference)}/${kind}" novalidate>
      <input type="hidden" name="lang" value="${lang}" />
      <input type="hidden" name="version" value="${state.version}" />
      <input type="hidden" name="key" value="${keyOf(kind)}" />
      <input type="hidden" name="token" value="${token}" />
      ${renderFields(parts)}
      <p>${buttons}</p>
    </form>`;
}

function history({ state }: HandlingPage, lang: string, t: Translate): Html {
  const entries = state.entries
    .toReversed()
    .map(
      ({ recordedAt, recordedBy, change }) =>
        html`<li>
          ${time(recordedAt, lang)} – ${recordedBy} –
          ${t(`handling.kind.${change.kind}`)}${
            change.kind === 'status' && html`: ${statusWord(change.status, t)}`
          }${
            change.kind === 'moderation' &&
            html`: ${t(change.decision === 'publish' ? 'handling.publish' : 'handling.hide')}`
          }
        </li>`,
    );
  return entries.length === 0
    ? html`<p>${t('handling.noHistory')}</p>`
    : html`<ul>
        ${entries}
      </ul>`;
}

/** One feedback: what was written, where it stands, and what can be recorded. */
export function renderHandlingPage(page: HandlingPage): string {
  const { state, officer, isRecorded, back } = page;
  const { lang, t } = wordsIn(page.lang);
  const { reference, receivedAt, submission, forgottenAt } = state;
  const kinds = HANDLING_KINDS.filter((kind) => kind !== 'moderation' || submission.mayBePublished);
  const title = back ? t('form.errorTitle', { title: reference }) : reference;
  const main = html`${backTo(HANDLING_PATH, lang, t('handling.back'))}
    <h1><bdi>${reference}</bdi></h1>
    ${isRecorded && html`<p class="notice" role="status">${t('handling.recorded')}</p>`}
    ${back && html`<p class="notice" role="alert">${t(`handling.trouble.${back.trouble}`)}</p>`}
    <p>${t('receipt.receivedAt')}: ${time(receivedAt, lang)}</p>
    <h2>${t('handling.written')}</h2>
    ${written(page, lang, t)}
    <h2>${t('handling.now')}</h2>
    ${standing(page, lang, t)}
    ${
      forgottenAt === null &&
      html`${recordingAs({ errors: back?.errors ?? [], lang }, t('answering.recordingAs', { name: officer }))}
        <p>${t('handling.each')}</p>
        ${kinds.map((kind) => form(page, kind, lang, t))}`
    }
    <h2>${t('handling.history')}</h2>
    ${history(page, lang, t)}`;
  return frame({ lang, title, path: pathOf(reference), main });
}

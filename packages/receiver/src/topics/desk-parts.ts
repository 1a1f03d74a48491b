/** What the pages of officers for topics are put together from. */
import { DEFAULT_TIME_ZONE } from '@puntari/contracts';

import { TAKEN_IDS } from '../content/content.js';
import { formatTime } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import { wordsIn } from '../pages/words.js';
import type { Act } from './desk-forms.js';
import type { Entry } from './store.js';

export const DESK_PATH = '/operator/topics';

export const pathOf = (...parts: readonly string[]): string =>
  [DESK_PATH, ...parts.map(encodeURIComponent)].join('/');

export const PROPOSALS = TAKEN_IDS.topics;

export type Line = Html | undefined | false;
export const list = (...lines: readonly Line[]): Html =>
  html`<dl>${lines.filter((line): line is Html => Boolean(line))}</dl>`;

/** A text as it was written. */
export const said = (text: string, lang: string): Html =>
  html`<span class="said" lang="${lang}">${text}</span>`;

export const acts = (names: readonly Act[], base: string, lang: string): Html => {
  const { t } = wordsIn(lang);
  return html`<h2>${t('desk.whatToDo')}</h2>
    <dl>
      ${names.map(
        (act) =>
          html`<dt><a href="${base}/${act}?lang=${lang}">${t(`desk.act.${act}`)}</a></dt>
            <dd>${t(`desk.actHint.${act}`)}</dd>`,
      )}
    </dl>`;
};

/** What was recorded by whom and when, newest first. */
export function entriesIn(
  entries: readonly Entry[],
  timeZone: string | undefined,
  tag: string,
): Html {
  const { lang, t } = wordsIn(tag);
  const clock = { lang, timeZone: timeZone ?? DEFAULT_TIME_ZONE };
  return html`<ol class="entries" reversed>
    ${entries.toReversed().map(
      ({ version, recordedAt, change, after }) =>
        html`<li>
          <h3>
            ${t('desk.version', { version: String(version) })}: ${t(`desk.kind.${change.kind}`)}
          </h3>
          ${list(
            described(t('answering.when'), html`${formatTime(recordedAt, clock)}`),
            described(t('answering.who'), html`<bdi>${change.recordedBy}</bdi>`),
            described(t('agenda.status'), html`${t(`topicStatus.${after.status}`)}`),
            change.kind === 'merge' &&
              change.reason !== undefined &&
              described(t('desk.field.mergeReason'), textIn(change.reason, lang)),
            change.note !== undefined &&
              described(t('desk.field.note'), html`<span class="said">${change.note}</span>`),
          )}
        </li>`,
    )}
  </ol>`;
}

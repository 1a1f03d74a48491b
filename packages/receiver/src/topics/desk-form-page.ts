/** The forms of officers for topics and proposals. */
import type { FieldError, FieldValues } from '@puntari/contracts';

import { backTo, frame } from '../officers/frame.js';
import { type Html, html } from '../pages/html.js';
import { wordsIn } from '../pages/words.js';
import type { Asked } from '../statements/form-fields.js';
import { errorSummary, recordingAs, renderFields } from '../statements/form-parts.js';
import type { Act } from './desk-forms.js';
import { entriesIn } from './desk-parts.js';
import type { Entry } from './store.js';

/** Why a form comes back. */
export type Trouble = 'errors' | 'conflict' | 'expired' | 'impossible';

export interface DeskForm {
  readonly act: Act;
  /** Where it is sent to. */
  readonly path: string;
  /** The page that it belongs to, and what that is called. */
  readonly back: { readonly path: string; readonly isTopic: boolean; readonly name: string };
  readonly fields: readonly Asked[];
  readonly languages: readonly string[];
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly trouble: Trouble | undefined;
  /** What was recorded since the form was opened. */
  readonly newer: readonly Entry[];
  readonly version: number;
  readonly officer: string;
  readonly key: string;
  readonly token: string;
  readonly lang: string;
}

const TROUBLES = {
  conflict: ['desk.conflictTitle', 'desk.conflict'],
  impossible: ['desk.impossibleTitle', 'desk.impossible'],
  expired: ['answering.expiredTitle', 'answering.expired'],
} as const;

function notice(form: DeskForm): Html | undefined {
  const { trouble, lang, newer } = form;
  const { t } = wordsIn(lang);
  if (trouble === undefined) return undefined;
  if (trouble === 'errors') return errorSummary(form);
  const [title, text] = TROUBLES[trouble];
  return html`<div class="notice">
    <h2>${t(title)}</h2>
    <p>${t(text)}</p>
    ${newer.length > 0 && entriesIn(newer, undefined, lang)}
  </div>`;
}

/** The form for one act. */
export function renderDeskForm(page: DeskForm): string {
  const { lang, t } = wordsIn(page.lang);
  const form = { ...page, lang };
  const { act, path, back, trouble, version, officer, key, token } = form;
  const title = t(`desk.act.${act}`);
  const shown =
    trouble === undefined
      ? title
      : trouble === 'errors'
        ? t('form.errorTitle', { title })
        : `${t(TROUBLES[trouble][0])}: ${title}`;
  const main = html`${backTo(back.path, lang, t(back.isTopic ? 'desk.backToTopic' : 'desk.backToProposal'))}
    <h1>${title}</h1>
    <p>${back.name}</p>
    ${notice(form)}
    <p>${t(`desk.actHint.${act}`)}</p>
    <p>${t('desk.publicHint')}</p>
    ${recordingAs(form, t('desk.recordingAs', { name: officer }))}
    <form method="post" action="${path}" novalidate>
      <input type="hidden" name="lang" value="${lang}" />
      <input type="hidden" name="version" value="${version}" />
      <input type="hidden" name="key" value="${key}" />
      <input type="hidden" name="token" value="${token}" />
      ${renderFields(form)}
      <p><button type="submit">${t('desk.save')}</button></p>
    </form>`;
  return frame({ lang, title: shown, path, main });
}

import type { Contact } from '@puntari/contracts';

import type { ProblemCode } from '../http/problem.js';
import { html } from './html.js';
import { renderPage } from './layout.js';
import { contactList } from './parts.js';
import { wordsIn } from './words.js';

/** Problems that belong to programs; a person with a browser can meet the others. */
const OF_PROGRAMS = [
  'key-missing',
  'key-malformed',
  'unauthorized',
  'not-drawable',
  'impossible-change',
  'invalid',
  'method-not-allowed',
  'timeout',
  'headers-too-large',
  'version-malformed',
  'version-changed',
  'version-missing',
  'key-used',
  'no-attachments',
] as const;
type ShownCode = Exclude<ProblemCode, (typeof OF_PROGRAMS)[number]>;

const isShown = (code: ProblemCode): code is ShownCode =>
  !(OF_PROGRAMS as readonly string[]).includes(code);

export interface ProblemPage {
  readonly code: ProblemCode;
  readonly lang: string;
  /** Whether something was sent, so that its sender must hear that it was not kept. */
  readonly wasSent: boolean;
  /** Whom to turn to instead. */
  readonly contact: Contact | undefined;
}

export function renderProblemPage({ code, lang: tag, wasSent, contact }: ProblemPage): string {
  const { lang, t } = wordsIn(tag);
  const shown = isShown(code) ? code : 'malformed';
  const title = t(`problem.${shown}.title`);
  const main = html`<h1>${title}</h1>
    ${wasSent && html`<p>${t('problem.notSaved')}</p>`}
    <p>${t(`problem.${shown}.text`)}</p>
    ${
      contact &&
      html`<h2>${t('problem.otherChannel')}</h2>
        ${contactList(contact, lang, t)}`
    }`;
  return renderPage({ lang, title, main });
}

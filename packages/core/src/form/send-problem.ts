import type { Contact, Problem } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { contactDetails } from '../contact.js';
import { heading } from '../heading.js';
import { errorIcon } from '../icons.js';
import type { Locale } from '../locale/locale.js';
import { FINAL } from './final.js';

/** The receiver's codes that have words of their own; everything else is "could not be sent". */
const KNOWN = [
  'network',
  'timeout',
  'closed',
  'upcoming',
  'full',
  'cancelled',
  'too-large',
  'rate-limited',
];

/**
 * Why it was not sent, that nothing was lost, and another way. The heading takes focus.
 *
 * @param retryAfter - Seconds the receiver asked to wait.
 */
export function renderSendProblem(
  locale: Locale,
  problem: Problem,
  retryAfter: number | undefined,
  contact: Contact | undefined,
  level: number,
): TemplateResult {
  const { t } = locale;
  const code = KNOWN.find((known) => known === problem.code) ?? 'other';
  const why = t(`send.problem.${code}`);
  // That it is over is told also to who has sent nothing yet.
  const isOver = FINAL.includes(code);
  const minutes = retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60));
  return html`<div class="puntari-notice" data-kind="error">
    ${heading(level, html`${errorIcon()}${isOver ? why : t('send.failed')}`, { id: 'send-problem' })}
    ${isOver ? nothing : html`<p>${why}</p>`}
    ${minutes === undefined ? nothing : html`<p>${t('send.retryAfter', { count: minutes })}</p>`}
    <p>${t('send.kept')}</p>
    ${
      contact
        ? html`<p>${t('send.otherWay')}</p>
            ${contactDetails(locale, contact)}`
        : nothing
    }
  </div>`;
}

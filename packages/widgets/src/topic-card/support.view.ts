import type { Problem } from '@puntari/contracts';
import type { Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import type { Support } from './support.js';

/** What went wrong, where there are words for it; everything else is a fault of ours. */
const KNOWN = ['network', 'timeout', 'rate-limited'];

export interface SupportOptions {
  readonly support: Support;
  /** The title of the topic: several cards stand on a page, and each button has a name of its own. */
  readonly title: unknown;
  /** Whether the page shows how many support the topic. */
  readonly isCounted: boolean;
  /** Whether the support is remembered on this device. */
  readonly isRemembered: boolean;
}

export function problemText({ t }: Locale, { code = '' }: Problem, isSupported: boolean): string {
  const cause = t(`support.problem.${KNOWN.includes(code) ? code : 'other'}`);
  return `${t(isSupported ? 'support.undoFailed' : 'support.failed')} ${cause}`;
}

function label({ t }: Locale, { isSending, isSupported, problem }: Support): string {
  if (isSending) return t('support.sending');
  if (problem) return t(isSupported ? 'support.undoAgain' : 'support.again');
  return t(isSupported ? 'support.undo' : 'support.give');
}

/** A key that is held down presses again and again. */
const onKey = (event: KeyboardEvent): void => {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
};

/** The button of a topic that can be supported, and what the counting means. The button stays the same in every state. */
export function renderSupport(locale: Locale, options: SupportOptions): TemplateResult {
  const { t } = locale;
  const { support, title, isCounted, isRemembered } = options;
  const { isSupported, isSending, problem, isClosed } = support;
  const note = [
    t('support.note'),
    ...(isCounted ? [t('support.noteCount')] : []),
    t(isRemembered ? 'support.noteRemembered' : 'support.noteUndo'),
  ];
  if (isClosed)
    return html`<p id="support-closed" tabindex="-1" class="puntari-hint">
      ${t('support.closed')}
    </p>`;
  return html`<button
      type="button"
      id="support"
      class="puntari-button"
      data-kind=${isSupported ? 'secondary' : nothing}
      aria-disabled=${isSending ? 'true' : nothing}
      aria-describedby="support-note"
      @click=${(event: MouseEvent) => {
        support.press(event);
      }}
      @keydown=${onKey}
    >
      ${label(locale, support)}<span class="puntari-visually-hidden"> (${title})</span>
    </button>
    ${
      problem
        ? html`<div class="puntari-notice" data-kind="error">
            <p>${problemText(locale, problem, isSupported)}</p>
          </div>`
        : nothing
    }
    ${isSupported && !isSending ? html`<p><strong>${t('support.given')}</strong></p>` : nothing}
    <p class="puntari-hint" id="support-note">${note.join(' ')}</p>`;
}

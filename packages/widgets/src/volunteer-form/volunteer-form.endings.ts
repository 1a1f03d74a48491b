/** Pages on which nothing is asked: the panel is not open, or the person cannot take part. Each says what to do instead. */
import type { FieldError, Panel } from '@puntari/contracts';
import { heading, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { linkList, type Resolve } from '../pieces/document.js';
import { deadlineOf } from '../pieces/deadline.js';
import { momentOf } from '../pieces/moment.js';
import { reasonOf } from './volunteer-form.messages.js';

export interface EndingOptions {
  readonly locale: Locale;
  /** Of the heading. */
  readonly level: number;
  readonly resolve: Resolve;
}

function otherWays({ otherWays: ways }: Panel, options: EndingOptions): unknown {
  const { locale, level, resolve } = options;
  if (!ways?.length) return nothing;
  return html`${heading(level, locale.t('otherWays'))} ${linkList(ways, locale, resolve)}`;
}

/** @param state - `upcoming`, `closed`, `full` or `cancelled`. */
export function renderNotOpen(panel: Panel, state: string, options: EndingOptions): TemplateResult {
  const { locale, level } = options;
  const { opens, closes } = panel.registration;
  // The receiver may know of it before the record does, whose day is then not the day on which it closed.
  const isEarly = state === 'closed' && Date.parse(closes) > Date.now();
  const text = isEarly ? 'send.problem.closed' : `state.${state}.text`;
  return html`<div class="puntari-notice">
      ${heading(level, locale.t(`state.${state}.title`), { id: 'step' })}
      <p>
        ${locale.t(text, { opens: momentOf(opens, locale), closes: deadlineOf(closes, locale) })}
      </p>
    </div>
    ${otherWays(panel, options)}`;
}

/** @param reasons - What keeps the person from taking part, as far as it is known here. */
export function renderIneligible(
  panel: Panel,
  reasons: readonly FieldError[],
  options: EndingOptions,
): TemplateResult {
  const { locale, level } = options;
  return html`${heading(level, locale.t('ineligible.title'), { id: 'step' })}
    <p>${locale.t('ineligible.text')}</p>
    ${
      reasons.length > 0
        ? html`<ul>
            ${reasons.map((error) => html`<li>${reasonOf(panel, locale, error)}</li>`)}
          </ul>`
        : nothing
    }
    <p>${locale.t('ineligible.otherWays')}</p>
    ${otherWays(panel, { ...options, level: level + 1 })}`;
}

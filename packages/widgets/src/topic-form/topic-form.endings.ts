/** Pages on which nothing is asked: the call is not open yet, or no more. Each says when, and what to do instead. */
import type { TopicCall } from '@puntari/contracts';
import { heading, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { linkList, type Part, type Resolve } from '../pieces/document.js';
import { deadlineOf } from '../pieces/deadline.js';
import { momentOf } from '../pieces/moment.js';

export interface EndingOptions {
  readonly locale: Locale;
  /** Of the heading. */
  readonly level: number;
  readonly resolve: Resolve;
}

/** @param state - `upcoming` or `closed`. */
export function renderNotOpen(
  call: TopicCall,
  state: string,
  { locale, level, resolve }: EndingOptions,
): TemplateResult {
  const { t } = locale;
  const { opens, closes, chosenOn, otherChannels } = call;
  const values = {
    opens: momentOf(opens, locale),
    closes: deadlineOf(closes, locale),
    year: String(call.year),
  };
  return html`<div class="puntari-notice">
      ${heading(level, t(`state.${state}.title`, values), { id: 'step' })}
      <p>${t(`state.${state}.text`, values)}</p>
      ${chosenOn ? html`<p>${t('state.chosenOn', { date: locale.date(chosenOn) })}</p>` : nothing}
      ${topicsLink(call, locale, resolve)}
    </div>
    ${
      otherChannels?.length
        ? html`${heading(level, t('otherChannels'))} ${linkList(otherChannels, locale, resolve)}`
        : nothing
    }`;
}

/** To the topics that there are already. */
export function topicsLink({ topicsPage }: TopicCall, locale: Locale, resolve: Resolve): Part {
  if (topicsPage === undefined) return nothing;
  return html`<p>
    <a class="alone" href=${resolve(locale.text(topicsPage).text)}>${locale.t('topicsPage')}</a>
  </p>`;
}

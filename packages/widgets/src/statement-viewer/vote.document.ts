import type { Statement, Vote } from '@puntari/contracts';
import { codeWord, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { joined, type Part } from '../pieces/document.js';
import { sum, tally } from './statement-viewer.model.js';

const percent = (share: number, locale: Locale): string =>
  locale.t('percent').replace('{{number}}', String(Math.round(share * 100)));

/** How the panel voted: the numbers as they were given, and what each percentage is counted from. */
export function voteText(vote: Vote, panel: Statement['panel'], locale: Locale): TemplateResult {
  const { t } = locale;
  const { counts, baseTotal, addsUp } = tally(vote, panel);
  const ballots = counts
    .filter(({ ballot, count }) => count > 0 || ballot === 'for' || ballot === 'against')
    .map(({ ballot, count, share }) => {
      const text = `${t(`ballot.${ballot}`)} ${locale.number(count)}`;
      return share === undefined ? text : `${text} (${percent(share, locale)})`;
    });
  return html`${vote.method === 'consensus' ? html`<p>${t('consensus')}</p>` : nothing}
  ${vote.method === 'rank' ? html`<p>${t('ranked')}</p>` : nothing}
  ${ballots.length > 0 ? html`<p>${joined(...ballots)}.</p>` : nothing} ${scaleTable(vote, locale)}
  ${
    baseTotal === undefined
      ? nothing
      : html`<p class="puntari-note">
          ${t('countedFrom', { base: codeWord(t, 'voteBase', vote.base), total: locale.number(baseTotal) })}
        </p>`
  }
  ${addsUp ? nothing : html`<p class="puntari-note">${t('doesNotAddUp')}</p>`}
  ${threshold(vote, locale)}`;
}

function threshold({ threshold: needed }: Vote, locale: Locale): Part {
  if (needed === undefined) return nothing;
  // Written as a share or in percent; no rule asks for one percent or less.
  const share = percent(needed > 1 ? needed / 100 : needed, locale);
  return html`<p class="puntari-note">${locale.t('threshold', { share })}</p>`;
}

function scaleTable({ scale }: Vote, locale: Locale): Part {
  if (!scale?.length) return nothing;
  const { t } = locale;
  return html`<table class="puntari-table" data-numbers>
    <caption>
      ${t('scale', { max: scale.length, total: locale.number(sum(scale)) })}
    </caption>
    <tbody>
      <tr>
        <th scope="row">${t('grade')}</th>
        ${scale.map((_, index) => html`<th scope="col">${index + 1}</th>`)}
      </tr>
      <tr>
        <th scope="row">${t('votes')}</th>
        ${scale.map((count) => html`<td>${locale.number(count)}</td>`)}
      </tr>
    </tbody>
  </table>`;
}

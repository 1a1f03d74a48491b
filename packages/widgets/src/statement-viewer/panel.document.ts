import { pickText, SOURCE_LANGUAGE, type Statement } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing } from 'lit';

import { countedFrom } from '../pieces/counted-from.js';
import { fact, factList, type Part } from '../pieces/document.js';

type Row = NonNullable<Statement['panel']['composition']>[number];
const SHARES = ['population', 'pool', 'panel'] as const;
const NUMBERS = ['invited', 'volunteers', 'seats', 'tookPart', 'days'] as const;
type Share = (typeof SHARES)[number];

/** Who the panel was, in numbers, and how it compares with the residents. */
export function panelNumbers({ panel }: Statement, locale: Locale): Part {
  const { t } = locale;
  const numbers = factList(
    NUMBERS.map((name) =>
      fact(t(`panel.${name}`), panel[name] === undefined ? nothing : locale.number(panel[name])),
    ),
  );
  const comparison = compositionTables(panel, locale);
  return numbers === nothing && comparison === nothing ? nothing : html`${numbers}${comparison}`;
}

/**
 * Rows of one feature stand together under its name, in the order of the record, and the same ones in every language: what
 * is kept back would differ, and two languages would tell it together.
 */
function byFeature(rows: readonly Row[]): Row[][] {
  const names = rows.map(({ feature }) => pickText(feature, SOURCE_LANGUAGE).text);
  return [...new Set(names)].map((name) => rows.filter((_, place) => names[place] === name));
}

/** Half a percent, by which a share that was rounded can be wrong. */
const ROUNDING = 0.005;

/** Fewer than five, as `HIDDEN_BELOW` says, counted from a share: beside the code that counts them it would be a file more. */
const FEW = 4.5;

/**
 * Of which rows the share of a group is kept back: those of few people, and one more where these could be computed. It is
 * the one that `tellCounts` takes in the panel composition: two that differ would tell both.
 */
function hiddenIn(rows: readonly Row[], share: Share, panel: Statement['panel']): boolean[] {
  if (share === 'population') return [];
  // What is not known is no number, and so neither few nor many.
  const base = Number(countedFrom(panel, share));
  const counts = rows.map((row) => row.counts?.[share] ?? Number(row[share]) * base);
  const hidden = counts.map((count) => count < FEW);
  const others = rows.reduce((left, row) => left - Number(row[share]), 1);
  const first = hidden.indexOf(true);
  if (first < 0 && !(others > rows.length * ROUNDING && others * base < FEW)) return hidden;
  const next = counts.findIndex((count, place) => place > first && count >= FEW);
  hidden[next < 0 ? counts.findIndex((count) => count >= FEW) : next] = true;
  return hidden;
}

/** A table for each feature, so that every number has its two headers. */
function compositionTables(panel: Statement['panel'], locale: Locale): Part {
  const rows = panel.composition ?? [];
  if (rows.length === 0) return nothing;
  const { t, lang } = locale;
  const columns = SHARES.filter((share) => rows.some((row) => row[share] !== undefined));
  const cell = (share: number | undefined, isHidden: boolean | undefined): string =>
    share === undefined
      ? t('noFigure')
      : isHidden
        ? t('hidden')
        : locale.number(share, { style: 'percent' });
  let note: Part = nothing;
  return html`<details class="puntari-disclosure">
    <summary>${t('composition')}</summary>
    ${byFeature(rows).map((values) => {
      const hidden = columns.map((column) => hiddenIn(values, column, panel));
      if (hidden.flat().includes(true)) note = html`<p class="puntari-note">${t('hiddenNote')}</p>`;
      return html`<table class="puntari-table" data-numbers data-columns="equal">
        <caption>
          ${inline(values[0]?.feature, lang)}
        </caption>
        <tbody>
          <tr>
            <td></td>
            ${columns.map((column) => html`<th scope="col">${t(`share.${column}`)}</th>`)}
          </tr>
          ${values.map(
            (row, place) =>
              html`<tr>
                <th scope="row">${inline(row.value, lang)}</th>
                ${columns.map((column, at) => html`<td>${cell(row[column], hidden[at]?.[place])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`;
    })}
    ${note}
  </details>`;
}

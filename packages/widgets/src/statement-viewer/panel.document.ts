import type { Statement } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing } from 'lit';

import { fact, factList, type Part } from '../pieces/document.js';

type Row = NonNullable<Statement['panel']['composition']>[number];
const SHARES = ['population', 'pool', 'panel'] as const;

/** Who the panel was, in numbers, and how it compares with the residents. */
export function panelNumbers({ panel }: Statement, locale: Locale): Part {
  const { t } = locale;
  const number = (name: string, value: number | undefined): Part =>
    fact(t(`panel.${name}`), value === undefined ? nothing : locale.number(value));
  const numbers = factList([
    number('invited', panel.invited),
    number('volunteers', panel.volunteers),
    number('seats', panel.seats),
    number('tookPart', panel.tookPart),
    number('days', panel.days),
  ]);
  const comparison = compositionTables(panel.composition ?? [], locale);
  return numbers === nothing && comparison === nothing ? nothing : html`${numbers}${comparison}`;
}

/** Rows of one feature stand together under its name, in the order of the record. */
function byFeature(rows: readonly Row[], locale: Locale): Map<string, Row[]> {
  const features = new Map<string, Row[]>();
  for (const row of rows) {
    const name = locale.text(row.feature).text;
    features.set(name, [...(features.get(name) ?? []), row]);
  }
  return features;
}

/** A table for each feature, so that every number has its two headers. */
function compositionTables(rows: readonly Row[], locale: Locale): Part {
  if (rows.length === 0) return nothing;
  const { t, lang } = locale;
  const columns = SHARES.filter((share) => rows.some((row) => row[share] !== undefined));
  const cell = (share: number | undefined): unknown =>
    share === undefined ? t('noFigure') : locale.number(share, { style: 'percent' });
  return html`<details class="puntari-disclosure">
    <summary>${t('composition')}</summary>
    ${[...byFeature(rows, locale).values()].map(
      (values) =>
        html`<table class="puntari-table" data-numbers data-columns="equal">
          <caption>
            ${inline(values[0]?.feature, lang)}
          </caption>
          <tr>
            <td></td>
            ${columns.map((column) => html`<th scope="col">${t(`share.${column}`)}</th>`)}
          </tr>
          ${values.map(
            (row) =>
              html`<tr>
                <th scope="row">${inline(row.value, lang)}</th>
                ${columns.map((column) => html`<td>${cell(row[column])}</td>`)}
              </tr>`,
          )}
        </table>`,
    )}
  </details>`;
}

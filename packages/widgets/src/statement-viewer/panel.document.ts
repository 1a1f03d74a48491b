import type { Statement } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing } from 'lit';

import { compare, type Figure } from '../pieces/comparison.js';
import { fact, factList, type Part } from '../pieces/document.js';

const NUMBERS = ['invited', 'volunteers', 'seats', 'tookPart', 'days'] as const;

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

/** A table for each feature, so that every number has its two headers. */
function compositionTables(panel: Statement['panel'], locale: Locale): Part {
  const { features, groups, hides } = compare(panel);
  if (features.length === 0) return nothing;
  const { t, lang } = locale;
  const textOf = (figure: Figure): string => {
    if (figure.kind === 'told') return locale.number(figure.share, { style: 'percent' });
    return t(figure.kind === 'hidden' ? 'hidden' : 'noFigure');
  };
  return html`<details class="puntari-disclosure">
    <summary>${t('composition')}</summary>
    ${features.map(
      ({ name, values }) =>
        html`<table class="puntari-table" data-numbers data-columns="equal">
          <caption>
            ${inline(name, lang)}
          </caption>
          <tbody>
            <tr>
              <td></td>
              ${groups.map((group) => html`<th scope="col">${t(`share.${group}`)}</th>`)}
            </tr>
            ${values.map(
              (value) =>
                html`<tr>
                  <th scope="row">${inline(value.name, lang)}</th>
                  ${groups.map((group) => html`<td>${textOf(value.figures[group])}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>`,
    )}
    ${hides ? html`<p class="puntari-note">${t('hiddenNote')}</p>` : nothing}
  </details>`;
}

import type { PanelComposition, PanelFigures } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

import {
  baseOf,
  type ComparedValue,
  compare,
  type Comparison,
  type Feature,
  type Figure,
  type Group,
} from '../pieces/comparison.js';
import { type Part, textHeading } from '../pieces/document.js';

/** The comparison with its heading. */
export function documentOf(
  { panel }: PanelComposition,
  locale: Locale,
  level: number,
): TemplateResult {
  const { t, lang } = locale;
  const { name } = panel;
  const comparison = comparisonOf(panel, locale);
  return html`${textHeading(level, t('title'))}
  ${name === undefined ? nothing : html`<p>${inline(name, lang)}</p>`}
  ${comparison === nothing ? html`<p>${t('empty')}</p>` : comparison}`;
}

/**
 * Bars to look at, and the same numbers as a table, which is what screen readers get. Nothing where there is nothing to
 * compare.
 */
export function comparisonOf(panel: PanelFigures, locale: Locale): Part {
  const comparison = compare(panel);
  const { features, groups, hides } = comparison;
  if (features.length === 0) return nothing;
  const { t } = locale;
  return html`<div class="puntari-bars" role="img" aria-label=${t('comparison.chart')}>
      ${features.map((feature) => featureBars(feature, groups, locale))}
    </div>
    <details class="puntari-disclosure">
      <summary>${t('comparison.table')}</summary>
      ${features.map((feature) => featureTable(feature, groups, locale))}
    </details>
    ${groups.map((group) => baseText(panel, group, locale))}
    ${hides ? html`<p class="puntari-note">${t('comparison.hiddenNote')}</p>` : nothing}`;
}

/** What the percentages are counted from. Of the panel also that it is not told. */
function baseText(panel: PanelFigures, group: Group, locale: Locale): Part {
  const { t } = locale;
  const base = baseOf(panel, group);
  if (base !== undefined)
    return html`<p class="puntari-note">
      ${t(`comparison.base.${group}`, { total: locale.number(base) })}
    </p>`;
  return group === 'panel' ? html`<p class="puntari-note">${t('comparison.noBase')}</p>` : nothing;
}

function figureText(figure: Figure, locale: Locale): string {
  const { t } = locale;
  if (figure.kind === 'unknown') return t('comparison.unknown');
  if (figure.kind === 'hidden') return t('comparison.hidden');
  const share = locale.number(figure.share, { style: 'percent' });
  return figure.count === undefined
    ? share
    : t('comparison.withCount', { share, count: locale.number(figure.count) });
}

function featureBars(
  { name, values }: Feature,
  groups: Comparison['groups'],
  locale: Locale,
): TemplateResult {
  const { lang, t } = locale;
  const bar = (value: ComparedValue, group: Group): Part => {
    const figure = value.figures[group];
    // Words of what is not known stand in the table; a bar for it would only take room.
    if (figure.kind === 'unknown') return nothing;
    return html`<div>
      ${t('comparison.figure', { group: t(`comparison.group.${group}`), figure: figureText(figure, locale) })}
      ${figure.kind === 'told' ? barOf(figure.share, group) : nothing}
    </div>`;
  };
  return html`<p><strong>${inline(name, lang)}</strong></p>
    ${values.map(
      (value) =>
        html`<div>
          <strong>${inline(value.name, lang)}</strong>
          ${groups.map((group) => bar(value, group))}
        </div>`,
    )}`;
}

/** Told apart without color: hollow, striped and solid. */
const FILLS: Readonly<Record<Group, SVGTemplateResult>> = {
  // Half of the stroke lies outside and is cut off.
  population: svg`<rect width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="4"></rect>`,
  pool: svg`<line y1="50%" x2="100%" y2="50%" stroke="currentColor" stroke-width="12" stroke-dasharray="4 4"></line>`,
  panel: svg`<rect width="100%" height="100%" fill="currentColor"></rect>`,
};

/** As wide as its share, so that it starts where text starts, also from right to left. */
function barOf(share: number, group: Group): TemplateResult {
  const width = `${String(Math.round(share * 1000) / 10)}%`;
  return html`<svg width=${width} height="12" aria-hidden="true">${FILLS[group]}</svg>`;
}

/** A table for each feature, so that every number has its two headers. */
function featureTable(
  { name, values }: Feature,
  groups: Comparison['groups'],
  locale: Locale,
): TemplateResult {
  const { lang, t } = locale;
  return html`<table class="puntari-table" data-numbers data-columns="equal">
    <caption>
      ${inline(name, lang)}
    </caption>
    <tr>
      <td></td>
      ${groups.map((group) => html`<th scope="col">${t(`comparison.group.${group}`)}</th>`)}
    </tr>
    ${values.map(
      ({ name: value, figures }) =>
        html`<tr>
          <th scope="row">${inline(value, lang)}</th>
          ${groups.map((group) => html`<td>${figureText(figures[group], locale)}</td>`)}
        </tr>`,
    )}
  </table>`;
}

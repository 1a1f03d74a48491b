import type { Statement, StatementItem } from '@puntari/contracts';
import { inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { type Part, textHeading } from '../pieces/document.js';
import { itemName } from './item.document.js';
import { stateWord } from './response.document.js';
import type { DocumentOptions } from './statement-viewer.document.js';
import { groupByTheme, stateOf } from './statement-viewer.model.js';

/** A list that is longer than this is no overview; its items are found by theme, by words and by the filter. */
const MOST_ITEMS = 40;

/** A part of the statement beside its items, which the contents lead to. */
export interface PartOfText {
  readonly anchor: string;
  readonly title: string;
}

/** What there is and where the answers stand, each a link. Nothing where there is nothing to choose from. */
export function contents(
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
  parts: readonly PartOfText[],
): Part {
  const { t } = locale;
  const groups = groupByTheme(statement);
  if (statement.items.length + parts.length < 3) return nothing;
  const isShort = statement.items.length <= MOST_ITEMS;
  const listOf = (items: readonly StatementItem[]): TemplateResult =>
    html`<ul>
      ${items.map((item) => html`<li>${itemLink(item, statement, locale, options)}</li>`)}
    </ul>`;
  const themes = groups.map(
    ({ theme, items }) =>
      html`<li>
        <a href="#${options.anchor(themeAnchor(theme?.id))}"
          >${themeName(theme, groups.length, locale)}</a
        >
        (${t('itemCount', { count: items.length })})${isShort ? listOf(items) : nothing}
      </li>`,
  );
  const rest = parts.map(
    ({ anchor, title }) => html`<li><a href="#${options.anchor(anchor)}">${title}</a></li>`,
  );
  // Two statements on one page are two landmarks.
  const name = `${t('contents')}: ${locale.text(statement.title).text}`;
  return html`<nav class="puntari-contents" aria-label=${name}>
    ${textHeading(options.level + 1, t('contents'))}
    <ul>
      ${themes} ${rest}
    </ul>
  </nav>`;
}

/** No id of an item begins with a hyphen. */
export const themeAnchor = (id = ''): string => `-theme-${id}`;

export function themeName(
  theme: { readonly label: Parameters<typeof inline>[0] } | undefined,
  groups: number,
  { t, lang }: Locale,
): unknown {
  return theme ? inline(theme.label, lang) : t(groups > 1 ? 'otherItems' : 'items');
}

function itemLink(
  item: StatementItem,
  statement: Statement,
  locale: Locale,
  { anchor, isOver }: DocumentOptions,
): TemplateResult {
  const state = stateOf(item, statement, isOver);
  const name = itemName(item, locale);
  const { title } = item;
  return html`<a href="#${anchor(item.id)}"
      >${title ? html`${name}: ${inline(title, locale.lang)}` : name}</a
    >
    ${state ? html`<span class="puntari-tag" data-status=${state}>${stateWord(locale, state)}</span>` : nothing}`;
}

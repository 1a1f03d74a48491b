import { isForeign, type Statement, type StatementItem } from '@puntari/contracts';
import { codeWord, inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { languageName, type Part, section, textHeading } from '../pieces/document.js';
import { prose } from './prose.document.js';
import { answerText } from './response.document.js';
import type { DocumentOptions } from './statement-viewer.document.js';
import { hasEasy, inEasyLanguage, stateOf } from './statement-viewer.model.js';
import { voteText } from './vote.document.js';

/** What an item is called: "Toimintasuositus 4a". */
export function itemName({ kind, number }: StatementItem, { t }: Locale): string {
  const word = codeWord(t, 'itemKind', kind);
  return number ? `${word} ${number}` : word;
}

/**
 * One item with its answer. `data-item` and `data-status` are what the filter goes by; a page that writes the text
 * itself uses the same.
 *
 * @param order - All items as they are shown, which goes by themes.
 */
export function itemText(
  item: StatementItem,
  order: readonly StatementItem[],
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { id, title, rationale, vote } = item;
  const state = stateOf(item, statement, options.today);
  const below = options.level + 3;
  const name = itemName(item, locale);
  return html`<article id=${options.anchor(id)} data-item=${id} data-status=${ifDefined(state)}>
    ${textHeading(options.level + 2, title ? html`${name}: ${inline(title, lang)}` : name)}
    ${ownText(item, locale, options)} ${section(below, t('rationale'), prose(rationale, locale))}
    ${section(below, t('vote'), vote && voteText(vote, statement.panel, locale))}
    ${state ? answerText(item, state, statement, locale, options) : nothing}
    ${wayOn(item, order, locale, options)}
  </article>`;
}

/** What the item says; in two versions where it has an easy one, the chosen one first. */
function ownText(item: StatementItem, locale: Locale, options: DocumentOptions): TemplateResult {
  const { t, lang } = locale;
  const { text } = item;
  const { lang: own } = locale.text(text);
  const other =
    own !== undefined && isForeign(own, lang)
      ? html`<p class="puntari-note">
          ${t('notTranslated', { language: languageName(own, lang) })}
        </p>`
      : nothing;
  return html`${other}${prose(text, locale)}${otherVersion(item, locale, options)}`;
}

function otherVersion(item: StatementItem, locale: Locale, { full }: DocumentOptions): Part {
  const { t, lang } = locale;
  if (!hasEasy(item.text, lang)) return nothing;
  const title = t(full ? 'fullVersion' : 'easyVersion', { item: itemName(item, locale) });
  return html`<details class="puntari-disclosure">
    <summary>${title}</summary>
    ${prose(item.text, full ?? inEasyLanguage(locale))}
  </details>`;
}

/** Where it stands among the items, its address, and the items beside it. */
function wayOn(
  item: StatementItem,
  items: readonly StatementItem[],
  locale: Locale,
  { anchor }: DocumentOptions,
): Part {
  const { t } = locale;
  const at = items.indexOf(item);
  const place = t('place', { number: locale.number(at + 1), total: locale.number(items.length) });
  const link = (kind: string, other: StatementItem | undefined): Part =>
    other
      ? html`<a href="#${anchor(other.id)}" data-go=${kind}
          >${t(kind, { item: distinctName(other, items, locale) })}</a
        >`
      : nothing;
  return html`<p class="puntari-way-on">
    <span>${place}</span> ${link('linkTo', item)} ${link('previousItem', items[at - 1])}
    ${link('nextItem', items[at + 1])}
  </p>`;
}

/** A link is told from the others by its words alone: items without a number are, by their place. */
function distinctName(
  item: StatementItem,
  items: readonly StatementItem[],
  locale: Locale,
): string {
  const name = itemName(item, locale);
  return item.number ? name : `${name} (${locale.number(items.indexOf(item) + 1)})`;
}

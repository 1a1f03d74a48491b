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
 */
export function itemText(
  item: StatementItem,
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { id, title, rationale, vote } = item;
  const state = stateOf(item, statement, options.isOver);
  const below = options.level + 3;
  const name = itemName(item, locale);
  return html`<article id=${options.anchor(id)} data-item=${id} data-status=${ifDefined(state)}>
    ${textHeading(options.level + 2, title ? html`${name}: ${inline(title, lang)}` : name)}
    ${ownText(item, locale, options)}
    ${section(below, t('rationale'), prose(rationale, locale, options, 3))}
    ${section(below, t('vote'), vote && voteText(vote, statement.panel, locale))}
    ${state ? answerText(item, state, statement, locale, options) : nothing}
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
  return html`${other}${prose(text, locale, options, 2)}${otherVersion(item, locale, options)}`;
}

function otherVersion(item: StatementItem, locale: Locale, options: DocumentOptions): Part {
  const { t, lang } = locale;
  const { full } = options;
  if (!hasEasy(item.text, lang)) return nothing;
  const title = t(full ? 'fullVersion' : 'easyVersion', { item: itemName(item, locale) });
  return html`<details class="puntari-disclosure">
    <summary>${title}</summary>
    ${prose(item.text, full ?? inEasyLanguage(locale), options, 2)}
  </details>`;
}

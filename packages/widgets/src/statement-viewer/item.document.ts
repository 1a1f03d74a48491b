import type { Statement, StatementItem } from '@puntari/contracts';
import { codeWord, inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { section, textHeading } from '../pieces/document.js';
import { prose } from './prose.document.js';
import { answerText } from './response.document.js';
import type { DocumentOptions } from './statement-viewer.document.js';
import { stateOf } from './statement-viewer.model.js';
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
  const { id, title, text, rationale, vote } = item;
  const state = stateOf(item, statement, options.today);
  const below = options.level + 3;
  const name = itemName(item, locale);
  return html`<article id=${options.anchor(id)} data-item=${id} data-status=${ifDefined(state)}>
    ${textHeading(options.level + 2, title ? html`${name}: ${inline(title, lang)}` : name)}
    ${prose(text, locale)} ${section(below, t('rationale'), prose(rationale, locale))}
    ${section(below, t('vote'), vote && voteText(vote, statement.panel, locale))}
    ${state ? answerText(item, state, statement, locale, options) : nothing}
  </article>`;
}

import type { Statement } from '@puntari/contracts';
import { codeWord, contactDetails, inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import {
  bodyName,
  dayOf,
  fact,
  factList,
  joined,
  linkList,
  type Part,
  section,
  textHeading,
} from '../pieces/document.js';
import { contents, type PartOfText, themeAnchor, themeName } from './contents.document.js';
import { itemName, itemText } from './item.document.js';
import { panelNumbers } from './panel.document.js';
import { prose, type ProseOptions } from './prose.document.js';
import { groupByTheme, type IsOver } from './statement-viewer.model.js';

export interface DocumentOptions extends ProseOptions {
  /** Tells which days are over, and so which answers are late. */
  readonly isOver: IsOver;
  /** The element id of an item or of a part of the text, by which it can be linked. */
  readonly anchor: (itemId: string) => string;
  /** Speaks the full version of a text, where the whole statement is shown in easy language. */
  readonly full?: Locale | undefined;
}

/** The whole statement, complete without the filter: what the panel said, and what was answered to each part of it. */
export function documentOf(
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { lang, t } = locale;
  const { title, question, summary, general, purpose, documents, contact, thanks } = statement;
  const below = options.level + 1;
  const rest: (PartOfText & { readonly content: unknown })[] = [
    { anchor: '-dissents', title: t('dissents'), content: dissents(statement, locale, options) },
    { anchor: '-evidence', title: t('evidence'), content: evidence(statement, locale, options) },
    {
      anchor: '-documents',
      title: t('documents'),
      content: linkList(documents, locale, options.resolve),
    },
    { anchor: '-thanks', title: t('thanks'), content: prose(thanks, locale, options, 1) },
  ].filter(({ content }) => content !== nothing);
  return html`${textHeading(options.level, inline(title, lang))}
  ${aboutFacts(statement, locale, options)}
  ${section(below, t('question'), prose(question, locale, options, 1))}
  ${section(below, t('summary'), prose(summary, locale, options, 1))}
  ${section(below, t('usedFor'), prose(purpose.usedFor, locale, options, 1))}
  ${section(below, t('outcome'), outcome(statement, locale, options))}
  ${contents(statement, locale, options, rest)}
  ${section(below, t('general'), prose(general, locale, options, 1))}
  ${themes(statement, locale, options)}
  ${rest.map(
    (part) =>
      html`<section id=${options.anchor(part.anchor)}>
        ${section(below, part.title, part.content)}
      </section>`,
  )}
  ${section(below, t('panelNumbers'), panelNumbers(statement, locale))}
  ${section(below, t('citation'), citation(statement, locale, options))}
  ${section(below, t('contactTitle'), contact && contactDetails(locale, contact))}`;
}

function aboutFacts(statement: Statement, locale: Locale, { resolve }: DocumentOptions): Part {
  const { t, lang } = locale;
  const { kind, panel, adoptedOn, handedOverOn, handedOverTo, publishedOn, answerBy } = statement;
  return factList([
    fact(t('kind'), codeWord(t, 'statementKind', kind)),
    fact(t('panelName'), inline(panel.name, lang)),
    fact(t('adoptedOn'), dayOf(adoptedOn, locale)),
    fact(
      t('handedOver'),
      joined(dayOf(handedOverOn, locale), bodyName(handedOverTo, locale, resolve)),
    ),
    fact(t('publishedOn'), dayOf(publishedOn, locale)),
    fact(t('answerBy'), dayOf(answerBy, locale)),
  ]);
}

/** How the statement is named in a text: as its record says, or by what every statement has. */
function citation(
  { citation: given, panel, title, adoptedOn }: Statement,
  locale: Locale,
  options: DocumentOptions,
): Part {
  const { t, lang } = locale;
  if (given) return prose(given, locale, options, 1);
  const parts = [panel.name ? html`${inline(panel.name, lang)}: ` : '', inline(title, lang)];
  return html`<p>${parts}. ${t('adoptedOn')} ${dayOf(adoptedOn, locale)}.</p>`;
}

function outcome({ purpose }: Statement, locale: Locale, options: DocumentOptions): Part {
  const { t, lang } = locale;
  const { takenIntoAccount, notTakenIntoAccount, on, effects } = purpose.outcome ?? {};
  return factList([
    fact(t('takenIntoAccount'), prose(takenIntoAccount, locale, options, 1)),
    fact(t('notTaken'), prose(notTakenIntoAccount, locale, options, 1)),
    fact(t('outcomeOn'), dayOf(on, locale)),
    fact(
      t('effects'),
      effects?.length
        ? html`<ul>
            ${effects.map((effect) => html`<li>${dayOf(effect.on, locale)}: ${inline(effect.text, lang)}</li>`)}
          </ul>`
        : nothing,
    ),
  ]);
}

function themes(statement: Statement, locale: Locale, options: DocumentOptions): TemplateResult[] {
  const groups = groupByTheme(statement);
  return groups.map(({ theme, items }) => {
    const anchor = options.anchor(themeAnchor(theme?.id));
    return html`<section id=${anchor} data-theme=${theme?.id ?? ''}>
      ${textHeading(options.level + 1, themeName(theme, groups.length, locale))}
      ${items.map((item) => itemText(item, statement, locale, options))}
    </section>`;
  });
}

function dissents(statement: Statement, locale: Locale, options: DocumentOptions): Part {
  const { t } = locale;
  if (!statement.dissents?.length) return nothing;
  return html`<ul class="puntari-dissents">
    ${statement.dissents.map(
      ({ text, supporters, itemIds = [] }) =>
        html`<li>
          ${prose(text, locale, options, 1)}
          ${factList([
            fact(t('supporters'), supporters === undefined ? nothing : locale.number(supporters)),
            fact(t('concerns'), itemLinks(itemIds, statement, locale, options)),
          ])}
        </li>`,
    )}
  </ul>`;
}

function itemLinks(
  ids: readonly string[],
  { items }: Statement,
  locale: Locale,
  { anchor }: DocumentOptions,
): Part {
  const links = items
    .filter(({ id }) => ids.includes(id))
    .map((item) => html`<a href="#${anchor(item.id)}">${itemName(item, locale)}</a>`);
  return joined(...links);
}

function evidence(
  { evidence: given }: Statement,
  locale: Locale,
  { resolve }: DocumentOptions,
): Part {
  const { lang } = locale;
  if (!given || (given.experts.length === 0 && !given.materials?.length)) return nothing;
  return html`${
    given.experts.length > 0
      ? html`<ul>
          ${given.experts.map(
            ({ name, role, affiliation }) =>
              html`<li>${joined(name, inline(role, lang), inline(affiliation, lang))}</li>`,
          )}
        </ul>`
      : nothing
  }${linkList(given.materials, locale, resolve)}`;
}

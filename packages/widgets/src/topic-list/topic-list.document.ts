import { pickText, type LocalizedText, type Topic, type TopicList } from '@puntari/contracts';
import { inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { fact, factList, type Part, type Resolve, textHeading } from '../pieces/document.js';
import { levelText } from '../pieces/level.js';
import {
  areaFact,
  decisionFacts,
  supportersFact,
  topicHead,
} from '../topic-card/topic-parts.document.js';

export interface ListOptions {
  /** The level of the title of the list; those of the topics are one below. */
  readonly level: number;
  readonly resolve: Resolve;
  /** The element id of a topic. */
  readonly anchor: (topicId: string) => string;
  /** Shows nowhere how many support a topic. */
  readonly noCount: boolean;
}

/** Stands between the areas of a topic. */
const AND = '|';

/** The name by which an area is known in every language: a list is filtered in one and linked to in another. */
export const areaKey = (area: LocalizedText): string =>
  pickText(area, 'fi').text.replaceAll(AND, '/').trim();

/** All topics, in the order in which they were published. Everything that they are chosen by stands in `data-*`. */
export function documentOf(list: TopicList, locale: Locale, options: ListOptions): TemplateResult {
  const { title, intro, topics } = list;
  // A thousand topics have five levels.
  const levels = new Map<number | undefined, Part>();
  const levelOf = ({ level }: Topic): Part => {
    const made = levels.get(level) ?? levelText(level, locale);
    levels.set(level, made);
    return made;
  };
  return html`${textHeading(options.level, inline(title, locale.lang))}
  ${paragraphs(intro, locale.lang)}
  ${
    topics.length === 0
      ? html`<p>${locale.t('none')}</p>`
      : html`<ol class="puntari-links">
          ${topics.map((topic) => html`<li>${article(topic, locale, { ...options, levelOf })}</li>`)}
        </ol>`
  }`;
}

interface ArticleOptions extends ListOptions {
  readonly levelOf: (topic: Topic) => Part;
}

function article(topic: Topic, locale: Locale, options: ArticleOptions): TemplateResult {
  const { id, title, status, level, year, area = [], decision, supporters } = topic;
  const { t, lang } = locale;
  const shown = options.noCount ? undefined : supporters;
  const reason = status === 'not-chosen' ? topic.statusReason : undefined;
  return html`<article
    id=${options.anchor(id)}
    aria-label=${pickText(title, lang).text}
    data-topic=${id}
    data-item=${id}
    data-status=${status}
    data-level=${ifDefined(level)}
    data-year=${year}
    data-area=${ifDefined(area.length > 0 ? area.map(areaKey).join(AND) : undefined)}
    data-planned=${ifDefined(decision.plannedOn)}
    data-supporters=${ifDefined(shown)}
  >
    ${topicHead(topic, locale, { level: options.level + 1, resolve: options.resolve })}
    ${
      reason
        ? html`<p><strong>${t('notChosen')}</strong></p>
            ${paragraphs(reason, lang)}`
        : nothing
    }
    ${factList([
      ...decisionFacts(topic, locale, options),
      fact(t('levelName'), options.levelOf(topic)),
      areaFact(topic, locale),
      fact(t('year'), year),
      supportersFact(shown, locale),
    ])}
  </article>`;
}

/** The areas of a text, by the mark in it. */
export const areasOf = (mark: string | undefined): string[] =>
  (mark ?? '')
    .split(AND)
    .map((area) => area.trim())
    .filter(Boolean);

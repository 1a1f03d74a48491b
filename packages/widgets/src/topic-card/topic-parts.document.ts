/** What the card and the list of topics say of a topic in the same words. */
import type { Topic } from '@puntari/contracts';
import { codeWord, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import {
  bodyName,
  dayOf,
  fact,
  joined,
  type Part,
  type Resolve,
  textHeading,
} from '../pieces/document.js';

export interface CardOptions {
  /** The level of the title. */
  readonly level: number;
  readonly variant?: string | undefined;
  /** How many support the topic; nothing where it is not told. */
  readonly supporters?: number | undefined;
  readonly resolve: Resolve;
}

/** What each way of showing a topic begins with: title, status and summary. */
export function topicHead(topic: Topic, locale: Locale, options: CardOptions): TemplateResult {
  const { title, url, status, summary } = topic;
  const name = inline(title, locale.lang);
  return html`${textHeading(
      options.level,
      url ? html`<a class="puntari-card-link" href=${options.resolve(url)}>${name}</a>` : name,
    )}
    <p>
      <span
        class="puntari-tag"
        data-kind=${ifDefined(status === 'not-chosen' ? undefined : 'info')}
        data-status=${status}
        >${codeWord(locale.t, 'topicStatus', status)}</span
      >
    </p>
    ${paragraphs(summary, locale.lang)}`;
}

/** Who decides, and when. */
export function decisionFacts(
  topic: Topic,
  locale: Locale,
  { resolve }: Pick<CardOptions, 'resolve'>,
): Part[] {
  const { t } = locale;
  const { body, plannedOn } = topic.decision;
  return [
    fact(t('decidedBy'), bodyName(body, locale, resolve)),
    fact(t('plannedOn'), plannedOn ? dayOf(plannedOn, locale) : t('noDate')),
  ];
}

export function areaFact({ area = [] }: Topic, { t, lang }: Locale): Part {
  return fact(t('area'), joined(...area.map((place) => inline(place, lang))));
}

/** How many support it, with what is counted. The number is marked, since it changes while the card is shown. */
export function supportersFact(supporters: number | undefined, locale: Locale): Part {
  if (supporters === undefined) return nothing;
  const text = supportersText(supporters, locale);
  return fact(locale.t('supporters'), html`<span data-supporters>${text}</span>`);
}

/** `128 kannattajaa` */
export function supportersText(count: number, locale: Locale): string {
  return locale.t('supporterCount', { count, number: locale.number(count) });
}

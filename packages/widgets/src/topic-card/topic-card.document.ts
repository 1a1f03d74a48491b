import { pickText, type Topic } from '@puntari/contracts';
import { codeWord, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import {
  bodyName,
  dayOf,
  fact,
  factList,
  joined,
  linkList,
  listed,
  type Part,
  type Resolve,
  section,
  textHeading,
} from '../pieces/document.js';
import { levelText } from '../pieces/level.js';
import { reasonName } from './topic-card.model.js';

export interface CardOptions {
  /** The level of the title. */
  readonly level: number;
  readonly variant?: string | undefined;
  readonly resolve: Resolve;
}

/**
 * The card as residents read it: what the matter is, how far it is, and when and how one can have a say. Whoever decides
 * is named as the one who decides; a panel never is.
 */
export function documentOf(topic: Topic, locale: Locale, options: CardOptions): TemplateResult {
  const { lang, t } = locale;
  const { title, url, status } = topic;
  const name = inline(title, lang);
  // Named by the words of its heading. Not by its id: a page may show one topic twice.
  return html`<article aria-label=${pickText(title, lang).text}>
    ${textHeading(
      options.level,
      url ? html`<a class="puntari-card-link" href=${options.resolve(url)}>${name}</a>` : name,
    )}
    <p>
      <span
        class="puntari-tag"
        data-kind=${ifDefined(status === 'not-chosen' ? undefined : 'info')}
        data-status=${status}
        >${codeWord(t, 'topicStatus', status)}</span
      >
    </p>
    ${paragraphs(topic.summary, lang)}
    ${options.variant === 'compact' ? compactFacts(topic, locale, options) : whole(topic, locale, options)}
  </article>`;
}

function decisionFacts(topic: Topic, locale: Locale, { resolve }: CardOptions): Part[] {
  const { t } = locale;
  const { body, plannedOn } = topic.decision;
  return [
    fact(t('decidedBy'), bodyName(body, locale, resolve)),
    fact(t('plannedOn'), plannedOn ? dayOf(plannedOn, locale) : t('noDate')),
  ];
}

function compactFacts(topic: Topic, locale: Locale, options: CardOptions): Part {
  return factList([
    ...decisionFacts(topic, locale, options),
    fact(locale.t('levelName'), levelText(topic.level, locale)),
  ]);
}

function influenceFacts(topic: Topic, locale: Locale, options: CardOptions): Part {
  const { t, lang } = locale;
  const { stage, forms = [], panelKind, decision, area, unit, year } = topic;
  return factList([
    fact(t('stageName'), stage ? codeWord(t, 'stage', stage) : nothing),
    ...decisionFacts(topic, locale, options),
    fact(t('levelName'), levelText(topic.level, locale)),
    fact(
      t('how'),
      listed([
        ...(panelKind ? [codeWord(t, 'panelKind', panelKind)] : []),
        ...forms.map((form) => codeWord(t, 'participationForm', form)),
      ]),
    ),
    fact(t('attached'), listed((decision.attach ?? []).map((at) => codeWord(t, 'attach', at)))),
    fact(t('area'), joined(...(area ?? []).map((place) => inline(place, lang)))),
    fact(t('year'), year),
    fact(t('unit'), unit ? inline(unit, lang) : nothing),
  ]);
}

function whole(topic: Topic, locale: Locale, options: CardOptions): TemplateResult {
  const { t, lang } = locale;
  const { question, background, status, statusReason, precedents, links, supporters } = topic;
  const below = options.level + 1;
  return html`${section(below, t(reasonName(status)), statusReason && paragraphs(statusReason, lang))}
  ${section(below, t('influence'), influenceFacts(topic, locale, options))}
  ${linkList(links, locale, options.resolve)}
  ${section(below, t('question'), question && paragraphs(question, lang))}
  ${section(below, t('background'), background && paragraphs(background, lang))}
  ${section(below, t('whySuitable'), suitability(topic, locale))}
  ${section(below, t('answer'), answer(topic, locale, options))}
  ${section(below, t('precedents'), linkList(precedents, locale, options.resolve))}
  ${factList([
    fact(t('proposedBy'), inline(topic.proposedBy, lang)),
    fact(t('supporters'), supporters === undefined ? nothing : locale.number(supporters)),
  ])}`;
}

function suitability({ suitability: given }: Topic, { t, lang }: Locale): Part {
  if (!given || (given.reasons.length === 0 && !given.text)) return nothing;
  const { reasons, text } = given;
  return html`${
    reasons.length > 0
      ? html`<ul>
          ${reasons.map((reason) => html`<li>${codeWord(t, 'suitability', reason)}</li>`)}
        </ul>`
      : nothing
  }${paragraphs(text, lang)}`;
}

function answer({ answer: given }: Topic, locale: Locale, { resolve }: CardOptions): Part {
  if (!given) return nothing;
  return html`${paragraphs(given.text, locale.lang)}
    <p>${joined(bodyName(given.body, locale, resolve), dayOf(given.on, locale))}</p>`;
}

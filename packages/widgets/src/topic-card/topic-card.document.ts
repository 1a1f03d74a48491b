import { pickText, type Topic } from '@puntari/contracts';
import { codeWord, contactDetails, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import {
  bodyName,
  dayOf,
  fact,
  factList,
  joined,
  linkList,
  listed,
  type Part,
  section,
} from '../pieces/document.js';
import { levelText } from '../pieces/level.js';
import { inAttachOrder, reasonName } from './topic-card.model.js';
import { choiceOf, historyLine, purposeOf, stageLine } from './topic-card.steps.js';
import {
  areaFact,
  type CardOptions,
  decisionFacts,
  supportersFact,
  topicHead,
} from './topic-parts.document.js';

/**
 * The card as residents read it: what the matter is, how far it is, and when and how one can have a say. Whoever decides
 * is named as the one who decides; a panel never is.
 */
export function documentOf(topic: Topic, locale: Locale, options: CardOptions): TemplateResult {
  const { title } = topic;
  // Named by the words of its heading. Not by its id: a page may show one topic twice.
  return html`<article aria-label=${pickText(title, locale.lang).text}>
    ${topicHead(topic, locale, options)}
    ${options.variant === 'compact' ? compactFacts(topic, locale, options) : whole(topic, locale, options)}
  </article>`;
}

function compactFacts(topic: Topic, locale: Locale, options: CardOptions): Part {
  return factList([
    ...decisionFacts(topic, locale, options),
    fact(locale.t('levelName'), levelText(topic.level, locale)),
    supportersFact(options.supporters, locale),
  ]);
}

function influenceFacts(topic: Topic, locale: Locale, options: CardOptions): Part {
  const { t, lang } = locale;
  const { forms = [], panelKind, decision, unit, year, cornerstone } = topic;
  return factList([
    fact(t('stageName'), stageLine(topic, locale)),
    ...decisionFacts(topic, locale, options),
    fact(t('levelName'), levelText(topic.level, locale)),
    fact(
      t('how'),
      listed([
        ...(panelKind ? [codeWord(t, 'panelKind', panelKind)] : []),
        ...forms.map((form) => codeWord(t, 'participationForm', form)),
      ]),
    ),
    fact(
      t('attached'),
      listed(inAttachOrder(decision.attach).map((at) => codeWord(t, 'attach', at))),
    ),
    areaFact(topic, locale),
    fact(t('year'), year),
    fact(t('unit'), unit ? inline(unit, lang) : nothing),
    fact(t('cornerstoneName'), cornerstone ? codeWord(t, 'cornerstone', cornerstone) : nothing),
  ]);
}

function whole(topic: Topic, locale: Locale, options: CardOptions): TemplateResult {
  const { t, lang } = locale;
  const { question, background, status, statusReason, precedents, links } = topic;
  const { proposedBy, proposerKind, notSuitable, contact } = topic;
  const below = options.level + 1;
  return html`${section(below, t(reasonName(status)), statusReason && paragraphs(statusReason, lang))}
  ${section(below, t('notSuitable'), notSuitable && paragraphs(notSuitable, lang))}
  ${section(below, t('influence'), influenceFacts(topic, locale, options))}
  ${linkList(links, locale, options.resolve)}
  ${section(below, t('question'), question && paragraphs(question, lang))}
  ${section(below, t('background'), background && paragraphs(background, lang))}
  ${section(below, t('whySuitable'), suitability(topic, locale))}
  ${section(below, t('purpose.title'), purposeOf(topic, locale))}
  ${section(below, t('choice'), choiceOf(topic, locale, options.resolve))}
  ${section(below, t('answer'), answer(topic, locale, options))}
  ${section(below, t('history'), historyLine(topic, locale))}
  ${section(below, t('precedents'), linkList(precedents, locale, options.resolve))}
  ${section(below, t('contactTitle'), contact ? contactDetails(locale, contact) : nothing)}
  ${factList([
    fact(t('proposedBy'), inline(proposedBy, lang)),
    fact(t('proposerName'), proposerKind ? codeWord(t, 'proposerKind', proposerKind) : nothing),
    supportersFact(options.supporters, locale),
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

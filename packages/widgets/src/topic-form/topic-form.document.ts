import { ATTACH_POINTS, type TopicCall } from '@puntari/contracts';
import { heading, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { bodyName, fact, factList, type Part, type Resolve } from '../pieces/document.js';
import { deadlineOf } from '../pieces/deadline.js';
import { momentOf } from '../pieces/moment.js';

/**
 * What a resident must know before proposing: why topics are asked for, what they are used for, how they are tied to the
 * decision; who chooses and when; who reads a proposal and by when. The same on the server and in the browser.
 */
export function documentOf(
  call: TopicCall,
  locale: Locale,
  level: number,
  resolve: Resolve,
): TemplateResult {
  const { lang, t } = locale;
  return html`${heading(level, inline(call.title, lang))} ${paragraphs(call.asks, lang)}
    ${factList([
      ...purposeRows(call, locale, resolve),
      ...choosingRows(call, locale, resolve),
      ...readingRows(call, locale),
    ])}
    <p>${t('about.noDecision')}</p>`;
}

const timed = (iso: string, words: string): TemplateResult =>
  html`<time datetime=${iso}>${words}</time>`;

const dayOf = (iso: string, locale: Locale): TemplateResult =>
  html`<time datetime=${iso}>${locale.date(iso)}</time>`;

function purposeRows({ purpose }: TopicCall, locale: Locale, resolve: Resolve): Part[] {
  const { t, lang } = locale;
  const { why, expected, usedFor, decision, outcome } = purpose;
  return [
    fact(t('purpose.why'), paragraphs(why, lang)),
    fact(t('purpose.expected'), paragraphs(expected, lang)),
    fact(t('purpose.usedFor'), paragraphs(usedFor, lang)),
    decision ? fact(t('purpose.decision'), decisionText(decision, locale, resolve)) : nothing,
    fact(t('purpose.taken'), paragraphs(outcome?.takenIntoAccount, lang)),
    fact(t('purpose.notTaken'), paragraphs(outcome?.notTakenIntoAccount, lang)),
  ];
}

function decisionText(
  { body, plannedOn, attach = [], note }: NonNullable<TopicCall['purpose']['decision']>,
  locale: Locale,
  resolve: Resolve,
): TemplateResult {
  const { t, lang } = locale;
  const points = attach.filter((point) => ATTACH_POINTS.includes(point));
  return html`${body ? html`<p>${t('purpose.decidedBy')} ${bodyName(body, locale, resolve)}</p>` : nothing}
  ${plannedOn ? html`<p>${t('purpose.plannedOn')} ${dayOf(plannedOn, locale)}</p>` : nothing}
  ${points.map((point) => html`<p>${t(`attach.${point}`)}</p>`)} ${paragraphs(note, lang)}`;
}

function choosingRows(call: TopicCall, locale: Locale, resolve: Resolve): Part[] {
  const { t } = locale;
  const { opens, closes, chosenBy, chosenOn } = call;
  return [
    fact(t('about.opens'), timed(opens, momentOf(opens, locale))),
    fact(t('about.closes'), timed(closes, deadlineOf(closes, locale))),
    fact(t('about.chosenBy'), bodyName(chosenBy, locale, resolve)),
    chosenOn ? fact(t('about.chosenOn'), dayOf(chosenOn, locale)) : nothing,
  ];
}

function readingRows(call: TopicCall, locale: Locale): Part[] {
  const { t, lang } = locale;
  const { readBy, contact, answerWithinDays, answersAt } = call;
  const reader = readBy ?? contact.name;
  return [
    reader ? fact(t('about.readBy'), inline(reader, lang)) : nothing,
    answerWithinDays === undefined
      ? nothing
      : fact(t('about.answerBy'), t('about.withinDays', { count: answerWithinDays })),
    fact(t('about.answersAt'), paragraphs(answersAt, lang)),
  ];
}

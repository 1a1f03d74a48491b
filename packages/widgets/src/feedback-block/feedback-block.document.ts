import { ATTACH_POINTS, type FeedbackChannel } from '@puntari/contracts';
import { heading, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import type { DocumentOptions } from './feedback-block.forms.js';

/**
 * What a resident must know before writing: why it is asked, what it is used for, how it is tied to the decision; who
 * reads it and by when. The same on the server and in the browser.
 */
export function documentOf(
  channel: FeedbackChannel,
  locale: Locale,
  { level, isCompact }: Pick<DocumentOptions, 'level' | 'isCompact'>,
  title: unknown = inline(channel.title, locale.lang),
): TemplateResult {
  const { lang } = locale;
  return html`${heading(level, title)} ${paragraphs(channel.intro, lang)}
    <dl class="puntari-facts">
      ${isCompact ? nothing : purposeRows(channel, locale)} ${readingRows(channel, locale)}
    </dl>`;
}

export const row = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function purposeRows({ purpose }: FeedbackChannel, locale: Locale): TemplateResult {
  const { t, lang } = locale;
  const { why, expected, usedFor, decision, outcome } = purpose;
  const part = (label: string, text: typeof why): TemplateResult | typeof nothing =>
    text ? row(label, paragraphs(text, lang)) : nothing;
  return html`${part(t('purpose.why'), why)} ${part(t('purpose.expected'), expected)}
  ${part(t('purpose.usedFor'), usedFor)}
  ${decision ? row(t('purpose.decision'), decisionOf(decision, locale)) : nothing}
  ${part(t('purpose.taken'), outcome?.takenIntoAccount)}
  ${part(t('purpose.notTaken'), outcome?.notTakenIntoAccount)}`;
}

function decisionOf(
  { body, plannedOn, attach = [], note }: NonNullable<FeedbackChannel['purpose']['decision']>,
  locale: Locale,
): TemplateResult {
  const { t, lang } = locale;
  const day = plannedOn
    ? html`, <time datetime=${plannedOn}>${locale.date(plannedOn)}</time>`
    : nothing;
  const known = attach.filter((point) => ATTACH_POINTS.includes(point));
  return html`${body ? html`<p>${t('purpose.decidedBy')} ${inline(body.name, lang)}${day}.</p>` : nothing}
  ${known.length > 0 ? html`<p>${known.map((point) => t(`attach.${point}`)).join(' ')}</p>` : nothing}
  ${paragraphs(note, lang)}`;
}

function readingRows(channel: FeedbackChannel, locale: Locale): TemplateResult {
  const { t, lang } = locale;
  const { readBy, answerWithinDays, answersAt, offersReply } = channel;
  const isAnswered = offersReply || answersAt !== undefined;
  return html`${row(t('about.readBy'), inline(readBy, lang))}
  ${
    isAnswered && answerWithinDays !== undefined
      ? row(t('about.answerBy'), t('about.withinDays', { count: answerWithinDays }))
      : nothing
  }
  ${answersAt ? row(t('about.answersAt'), paragraphs(answersAt, lang)) : nothing}`;
}

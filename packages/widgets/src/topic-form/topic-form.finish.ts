/** What comes after the first rendering: the rules, help while writing, the answers to check, the receipt. */
import {
  checkProposal,
  type Draft,
  proposalFromFields,
  type Receipt,
  type TopicCall,
  type TopicProposal,
} from '@puntari/contracts';
import {
  checkAnswers,
  codeWord,
  type FieldContext,
  heading,
  inline,
  type Locale,
  type SendState,
  sentAnswers,
  type SubmissionRules,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { Resolve } from '../pieces/document.js';
import { answersOf } from './topic-form.answers.js';
import { topicsLink } from './topic-form.endings.js';

export { isLookedAt, WritingAids } from './topic-form.aids.js';

export const rules: SubmissionRules<TopicCall, Draft<TopicProposal>> = {
  from: proposalFromFields,
  check: checkProposal,
};

export interface CheckOptions {
  /** Of the heading. */
  readonly level: number;
  readonly sendState: SendState;
  /** @param name - Of the field that somebody wants to change. */
  readonly onBack: (name?: string) => void;
}

/** Every answer, before anything is sent. */
export function renderCheck(
  call: TopicCall,
  context: FieldContext,
  { level, sendState, onBack }: CheckOptions,
): TemplateResult {
  const { t } = context;
  return html`<button
      type="button"
      class="puntari-button"
      data-kind="plain"
      id="back"
      aria-disabled=${ifDefined(sendState === 'sending' ? 'true' : undefined)}
      @click=${() => {
        onBack();
      }}
    >
      ${t('back')}
    </button>
    ${heading(level, t('check.title'), { id: 'step' })}
    ${sendState === 'editing' ? html`<p>${t('check.intro')}</p>` : nothing}
    ${checkAnswers(context, answersOf(call, context), onBack)}`;
}

/** What was sent, for the receipt. */
export function renderSent(call: TopicCall, context: FieldContext): TemplateResult {
  return sentAnswers(answersOf(call, context));
}

export interface NextOptions {
  readonly locale: Locale;
  /** Of the heading. */
  readonly level: number;
  readonly resolve: Resolve;
}

/** What becomes of the proposal: who does what, and when, as far as the call and the receipt know. */
export function renderNext(
  call: TopicCall,
  { readBy, answerBy }: Receipt,
  { locale, level, resolve }: NextOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { chosenBy, chosenOn, answersAt } = call;
  const name = (text: typeof readBy): string => locale.text(text).text;
  const step = (status: string, ...texts: unknown[]): TemplateResult =>
    html`<li><strong>${codeWord(t, 'status', status)}</strong><br />${texts}</li>`;
  return html`${heading(level, t('next.title'))}
    <ol class="next">
      ${step('proposed', t('next.proposed'))}
      ${step(
        'checked',
        t('next.checked', { reader: name(readBy) }),
        answerBy ? html` ${t('next.answerBy', { date: locale.date(answerBy) })}` : nothing,
      )}
      ${step('on-list', t('next.onList'), answersAt ? html` ${inline(answersAt, lang)}` : nothing)}
      ${step(
        'chosen',
        t('next.chosen', { body: name(chosenBy.name) }),
        chosenOn ? html` ${t('next.chosenOn', { date: locale.date(chosenOn) })}` : nothing,
      )}
    </ol>
    <p>${t('next.notChosen')}</p>
    <p>${t('about.noDecision')}</p>
    ${topicsLink(call, locale, resolve)}`;
}

/**
 * What is needed once somebody goes on: the code of the invitation, the rules, the answers to check, the receipt. A module of
 * its own, which comes after the first page.
 */
import {
  checkSubmission,
  type Draft,
  type Panel,
  type Submission,
  submissionFromFields,
} from '@puntari/contracts';
import {
  checkAnswers,
  type FieldContext,
  heading,
  inline,
  type ReceiptOptions,
  sentAnswers,
  type SubmissionRules,
} from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { answersOf } from './volunteer-form.answers.js';
import { receiptActions } from './volunteer-form.calendar.js';

export { Invitation } from './volunteer-form.invitation.js';

export const rules: SubmissionRules<Panel, Draft<Submission>> = {
  from: submissionFromFields,
  check: checkSubmission,
};

/** @param onChange - Called with the name of the field that somebody wants to change. */
export function renderAnswers(
  panel: Panel,
  context: FieldContext,
  onChange: (name: string) => void,
): TemplateResult {
  return checkAnswers(context, answersOf(panel, context), onChange);
}

/**
 * What the receipt says besides its title: what happens next, and what was sent as far as the page still has it.
 *
 * @param context - With the answers that were sent.
 * @param level - Of the heading.
 */
export function receiptOf(
  panel: Panel,
  context: FieldContext,
  level: number,
): Omit<ReceiptOptions, 'title' | 'level'> {
  const { t, locale, values } = context;
  const { drawnOn } = panel.registration;
  return {
    about: inline(panel.title, locale.lang),
    next: html`${heading(level + 1, t('receipt.next'))}
      <p>${drawnOn ? t('receipt.drawnOn', { date: locale.date(drawnOn) }) : t('receipt.drawn')}</p>
      <p>${t('about.lottery')}</p>`,
    actions: receiptActions(panel, context),
    sent: Object.keys(values).length > 0 ? sentAnswers(answersOf(panel, context)) : undefined,
  };
}

/** What comes after the last field: the rules, the answers to check, the receipt. A module of its own, after the steps. */
import {
  checkSubmission,
  type Draft,
  type Panel,
  type Submission,
  submissionFromFields,
} from '@puntari/contracts';
import { checkAnswers, type FieldContext, sentAnswers, type SubmissionRules } from '@puntari/core';
import type { TemplateResult } from 'lit';

import { answersOf } from './volunteer-form.answers.js';

export { receiptActions } from './volunteer-form.calendar.js';

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

/** What was sent, for the receipt. */
export function renderSent(panel: Panel, context: FieldContext): TemplateResult {
  return sentAnswers(answersOf(panel, context));
}

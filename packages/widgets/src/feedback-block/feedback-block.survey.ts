/** The experience of taking part, by the follow-up indicators of the participation model. */
import {
  type FeedbackChannel,
  SCALE_ANSWERS,
  surveyQuestionsOf,
  type SurveyQuestion,
} from '@puntari/contracts';
import { type FieldContext, radios } from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { documentOf } from './feedback-block.document.js';
import { privacyNote } from './feedback-block.fields.js';
import type { BlockForm } from './feedback-block.forms.js';
import { renderBlock } from './feedback-block.frame.js';

const NOT_KNOWN = 'cannot-say';

/** In words, nothing chosen beforehand; each may be left open. */
export function surveyFields(
  channel: FeedbackChannel,
  context: FieldContext,
  resolve?: (url: string) => string,
): TemplateResult {
  const { t } = context;
  return html`<p>${t('survey.intro')}</p>
    ${surveyQuestionsOf(channel).map((question) =>
      radios(context, {
        name: nameOf(question),
        label: t(`survey.question.${question}`),
        optional: true,
        choices: SCALE_ANSWERS.map((value) => ({
          value,
          label: t(`survey.scale.${value}`),
          isApart: value === NOT_KNOWN,
        })),
      }),
    )}
    ${privacyNote(channel, context, resolve)}`;
}

const nameOf = (question: SurveyQuestion): string => `survey/${question}`;

export const form: BlockForm = {
  name: 'survey',
  fieldsOf: (channel) => surveyQuestionsOf(channel).map(nameOf),
  // Nothing answered is nobody's fault in particular: it is said at the first.
  errorAt: (error, channel) =>
    error.pointer === '/survey'
      ? { pointer: `/${nameOf(surveyQuestionsOf(channel)[0] ?? 'heard')}`, code: 'answerOne' }
      : error,
  documentOf: (channel, locale, { level }) => ({
    key: `${channel.id}@${channel.version}@${locale.lang}@h${String(level)}@survey`,
    template: documentOf(channel, locale, { level, isCompact: false }, locale.t('survey.title')),
  }),
  render: (channel, block) =>
    renderBlock(channel, block, {
      form: 'survey',
      fields: surveyFields(channel, block.context, block.resolve),
      button: block.locale.t('survey.send'),
      thanks: block.locale.t('survey.thanks'),
    }),
};

import { NOT_STATED } from '@puntari/contracts';
import { type Choice, type FieldContext, radios } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { QUESTIONS } from '../fixtures/panel.js';
import { LONG_WORD } from '../fixtures/words.js';
import { form } from '../support/story-form.js';
import { LIVES_HERE, PREFER_NOT, say } from './labels.js';

const meta: Meta = { title: 'Fields/Radio buttons' };
export default meta;

const yesNo = (context: FieldContext): TemplateResult =>
  radios(context, {
    name: 'eligibility/livesInArea',
    label: say(context, LIVES_HERE),
    choices: [
      { value: 'true', label: context.t('yes') },
      { value: 'false', label: context.t('no') },
    ],
  });

const textOf = (context: FieldContext, text: unknown): string =>
  context.locale.text(text as string).text;

/** A background question with its reason and the choice that declines. */
const question = (context: FieldContext): TemplateResult => {
  const { id, label, hint, reason, options } = QUESTIONS.education;
  const choices = options.map((option): Choice => ({
    value: option.code,
    label: textOf(context, option.label),
  }));
  return radios(context, {
    name: `strata/${id}`,
    label: textOf(context, label),
    hint: textOf(context, hint),
    reason: textOf(context, reason),
    choices: [...choices, { value: NOT_STATED, label: say(context, PREFER_NOT), isApart: true }],
  });
};

export const Empty: StoryObj = { render: () => form(yesNo) };

export const Chosen: StoryObj = {
  render: () => form(yesNo, { values: { 'eligibility/livesInArea': 'true' } }),
};

export const WithError: StoryObj = {
  render: () => form(yesNo, { errors: { 'eligibility/livesInArea': ['error.any.missing'] } }),
};

export const WithReasonAndDecliningChoice: StoryObj = { render: () => form(question) };

export const Declined: StoryObj = {
  render: () => form(question, { values: { 'strata/education': NOT_STATED } }),
};

export const WithReasonAndError: StoryObj = {
  render: () => form(question, { errors: { 'strata/education': ['error.any.missing'] } }),
};

export const LongWords: StoryObj = {
  render: () =>
    form((context) =>
      radios(context, {
        name: 'long',
        label: LONG_WORD,
        optional: true,
        choices: [
          { value: 'a', label: LONG_WORD },
          { value: 'b', label: `${LONG_WORD} ${LONG_WORD}` },
        ],
      }),
    ),
};

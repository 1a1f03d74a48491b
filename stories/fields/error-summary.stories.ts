import {
  birthYearField,
  errorSummary,
  type FieldContext,
  fieldId,
  type SummaryError,
  textField,
} from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { form } from '../support/story-form.js';
import { BIRTH_YEAR, EMAIL, say } from './labels.js';

const meta: Meta = { title: 'Fields/Error summary' };
export default meta;

/** What `SubmittingWidget.focusField` does: a fragment in a shadow root would move nothing. */
const jump = (name: string): void => {
  document
    .querySelector('story-form')
    ?.shadowRoot?.querySelector<HTMLElement>(`#${fieldId(name)}`)
    ?.focus();
};

const summaryOf = (context: FieldContext): SummaryError[] =>
  [...context.errors].map(([name, message]) => ({ name, message }));

const twoFields = (context: FieldContext): TemplateResult =>
  html`${errorSummary(context, summaryOf(context), 2, jump)}
  ${birthYearField(context, { name: 'birthYear', label: say(context, BIRTH_YEAR) })}
  ${textField(context, { name: 'contact/email', type: 'email', label: say(context, EMAIL) })}`;

export const OneError: StoryObj = {
  render: () =>
    form(twoFields, { errors: { birthYear: ['error.any.range', { min: 1900, max: 2027 }] } }),
};

export const TwoErrors: StoryObj = {
  render: () =>
    form(twoFields, {
      values: { 'contact/email': 'aino' },
      errors: {
        birthYear: ['error.any.range', { min: 1900, max: 2027 }],
        'contact/email': ['error.any.format'],
      },
    }),
};

/** The receiver found something wrong that is no field of this form: it is said, and leads nowhere. */
export const WithoutField: StoryObj = {
  render: () =>
    form((context) =>
      errorSummary(context, [{ message: context.t('error.any.unknown') }], 2, jump),
    ),
};

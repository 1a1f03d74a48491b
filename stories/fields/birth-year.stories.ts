import { birthYearField, type FieldContext } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { form } from '../support/story-form.js';
import { BIRTH_YEAR, BIRTH_YEAR_HINT, say } from './labels.js';

const meta: Meta = { title: 'Fields/Birth year' };
export default meta;

const field = (context: FieldContext): TemplateResult =>
  birthYearField(context, {
    name: 'birthYear',
    label: say(context, BIRTH_YEAR),
    hint: say(context, BIRTH_YEAR_HINT),
  });

export const Empty: StoryObj = { render: () => form(field) };

export const Filled: StoryObj = { render: () => form(field, { values: { birthYear: '1984' } }) };

export const WithError: StoryObj = {
  render: () =>
    form(field, {
      values: { birthYear: '84' },
      errors: { birthYear: ['error.any.range', { min: 1900, max: 2027 }] },
    }),
};

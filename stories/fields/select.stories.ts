import type { FieldContext } from '@puntari/core';
import { select } from '@puntari/core/select';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { QUESTIONS } from '../fixtures/panel.js';
import { LONG_WORD } from '../fixtures/words.js';
import { form } from '../support/story-form.js';

const meta: Meta = { title: 'Fields/Select' };
export default meta;

const field = (context: FieldContext): TemplateResult => {
  const { id, label, reason, options } = QUESTIONS.area;
  return select(context, {
    name: `strata/${id}`,
    label: context.locale.text(label).text,
    reason: context.locale.text(reason).text,
    choices: options.map((option) => ({
      value: option.code,
      label: context.locale.text(option.label).text,
    })),
  });
};

export const Empty: StoryObj = { render: () => form(field) };

export const Chosen: StoryObj = {
  render: () => form(field, { values: { 'strata/area': 'suur-tapiola' } }),
};

export const WithError: StoryObj = {
  render: () => form(field, { errors: { 'strata/area': ['error.any.missing'] } }),
};

export const LongWords: StoryObj = {
  render: () =>
    form(
      (context) =>
        select(context, {
          name: 'long',
          label: LONG_WORD,
          hint: LONG_WORD,
          choices: [{ value: 'a', label: `${LONG_WORD} ${LONG_WORD}` }],
          optional: true,
        }),
      { values: { long: 'a' } },
    ),
};

import { type FieldContext, longTextField } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { FEEDBACK } from '../fixtures/feedback-channel.js';
import { form } from '../support/story-form.js';
import { say, YOUR_VIEW, YOUR_VIEW_HINT } from './labels.js';

const meta: Meta = { title: 'Fields/Long text' };
export default meta;

const MAX = 120;

const field = (
  context: FieldContext,
  more: { max?: number; optional?: boolean } = {},
): TemplateResult =>
  longTextField(context, {
    name: 'text',
    label: say(context, YOUR_VIEW),
    hint: say(context, YOUR_VIEW_HINT),
    ...more,
  });

export const Empty: StoryObj = { render: () => form((context) => field(context)) };

export const Optional: StoryObj = {
  render: () => form((context) => field(context, { optional: true })),
};

export const WithCount: StoryObj = {
  render: () =>
    form((context) => field(context, { max: MAX }), { values: { text: FEEDBACK.text } }),
};

/** Emoji and letters with accents are one character each, as the receiver counts them. */
export const CountOfEmoji: StoryObj = {
  render: () => form((context) => field(context, { max: MAX }), { values: { text: '👍é👍' } }),
};

/** Writing on beyond the limit is possible: nobody loses the end of a pasted text. */
export const OverTheLimit: StoryObj = {
  render: () =>
    form((context) => field(context, { max: MAX }), {
      values: { text: `${FEEDBACK.text} ${FEEDBACK.text}` },
    }),
};

export const WithError: StoryObj = {
  render: () =>
    form((context) => field(context, { max: MAX }), {
      values: { text: `${FEEDBACK.text} ${FEEDBACK.text}` },
      errors: { text: ['error.any.tooLong', { max: MAX }] },
    }),
};

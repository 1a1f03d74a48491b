import { checkbox, type FieldContext } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { form } from '../support/story-form.js';
import { AGREES, EMAIL_HINT, MAY_PUBLISH, say } from './labels.js';

const meta: Meta = { title: 'Fields/Single checkbox' };
export default meta;

const consent = (context: FieldContext): TemplateResult =>
  checkbox(context, { name: 'consent/process', label: say(context, AGREES) });

export const Empty: StoryObj = { render: () => form(consent) };

export const Ticked: StoryObj = {
  render: () => form(consent, { values: { 'consent/process': 'true' } }),
};

export const WithError: StoryObj = {
  render: () => form(consent, { errors: { 'consent/process': ['error.any.needed'] } }),
};

export const OptionalWithHint: StoryObj = {
  render: () =>
    form((context) =>
      checkbox(context, {
        name: 'mayBePublished',
        label: say(context, MAY_PUBLISH),
        hint: say(context, EMAIL_HINT),
        optional: true,
      }),
    ),
};

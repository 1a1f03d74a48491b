import { SUPPORT_NEEDS } from '@puntari/contracts';
import { checkboxes, type FieldContext } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { form } from '../support/story-form.js';
import { say, SUPPORT, SUPPORT_HINT } from './labels.js';

const meta: Meta = { title: 'Fields/Checkboxes' };
export default meta;

const group = (context: FieldContext): TemplateResult =>
  checkboxes(context, {
    name: 'support/needs',
    label: say(context, SUPPORT),
    hint: say(context, SUPPORT_HINT),
    choices: SUPPORT_NEEDS.map((need) => ({
      value: need,
      label: context.t(`supportNeed.${need}`),
    })),
  });

export const Empty: StoryObj = { render: () => form(group) };

export const Ticked: StoryObj = {
  render: () => form(group, { values: { 'support/needs': ['transport', 'diet'] } }),
};

export const WithError: StoryObj = {
  render: () => form(group, { errors: { 'support/needs': ['error.any.missing'] } }),
};

export const Optional: StoryObj = {
  render: () =>
    form((context) =>
      checkboxes(context, {
        name: 'support/needs',
        label: say(context, SUPPORT),
        optional: true,
        choices: [{ value: 'diet', label: context.t('supportNeed.diet') }],
      }),
    ),
};

import { textField } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { LONG_WORD } from '../fixtures/words.js';
import { form } from '../support/story-form.js';
import { EMAIL, EMAIL_HINT, FIRST_NAME, say } from './labels.js';

const meta: Meta = { title: 'Fields/Text' };
export default meta;

export const Empty: StoryObj = {
  render: () =>
    form((context) =>
      textField(context, {
        name: 'contact/firstName',
        label: say(context, FIRST_NAME),
        autocomplete: 'given-name',
      }),
    ),
};

export const Filled: StoryObj = {
  render: () =>
    form(
      (context) =>
        textField(context, {
          name: 'contact/firstName',
          label: say(context, FIRST_NAME),
          autocomplete: 'given-name',
        }),
      { values: { 'contact/firstName': 'Aino' } },
    ),
};

export const WithHint: StoryObj = {
  render: () =>
    form((context) =>
      textField(context, {
        name: 'contact/email',
        type: 'email',
        label: say(context, EMAIL),
        hint: say(context, EMAIL_HINT),
        autocomplete: 'email',
        isLeftToRight: true,
      }),
    ),
};

export const Optional: StoryObj = {
  render: () =>
    form((context) =>
      textField(context, {
        name: 'contact/email',
        type: 'email',
        label: say(context, EMAIL),
        autocomplete: 'email',
        optional: true,
        isLeftToRight: true,
      }),
    ),
};

export const WithError: StoryObj = {
  render: () =>
    form(
      (context) =>
        textField(context, {
          name: 'contact/email',
          type: 'email',
          label: say(context, EMAIL),
          hint: say(context, EMAIL_HINT),
          autocomplete: 'email',
          isLeftToRight: true,
        }),
      {
        values: { 'contact/email': 'aino.esimerkki' },
        errors: { 'contact/email': ['error.any.format'] },
      },
    ),
};

export const Widths: StoryObj = {
  render: () =>
    form((context) => [
      textField(context, { name: 'short', label: '02100', width: 'short' }),
      textField(context, { name: 'medium', label: 'Espoo', width: 'medium' }),
      textField(context, { name: 'full', label: 'Esimerkkitie 1 A 2' }),
    ]),
};

export const LongWords: StoryObj = {
  render: () =>
    form(
      (context) =>
        textField(context, { name: 'long', label: LONG_WORD, hint: LONG_WORD, optional: true }),
      { values: { long: LONG_WORD }, errors: { long: LONG_WORD } },
    ),
};

import { type FieldContext, heading } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { words } from '../fixtures/words.js';
import { form } from '../support/story-form.js';
import { say } from './labels.js';

const meta: Meta = { title: 'Fields/Notice' };
export default meta;

const TITLE = words('Ilmoittautuminen', 'Anmälan', 'Registration');
const TEXT = words(
  'Ilmoittautuminen on auki lokakuun loppuun.',
  'Anmälan är öppen till slutet av oktober.',
  'Registration is open until the end of October.',
);

const notice =
  (kind: string) =>
  (context: FieldContext): TemplateResult =>
    html`<div class="puntari-notice" data-kind=${kind}>
      ${heading(2, say(context, TITLE))}
      <p>${say(context, TEXT)}</p>
    </div>`;

export const Information: StoryObj = { render: () => form(notice('')) };
export const Success: StoryObj = { render: () => form(notice('success')) };
export const Warning: StoryObj = { render: () => form(notice('warning')) };
export const Problem: StoryObj = { render: () => form(notice('error')) };

export const TextOnly: StoryObj = {
  render: () => form((context) => html`<p class="puntari-notice">${say(context, TEXT)}</p>`),
};

import type { Problem } from '@puntari/contracts';
import { renderSendProblem } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { CONTACT } from '../fixtures/words.js';
import { BROKEN, BUSY, CLOSED, NETWORK } from '../support/answers.js';
import { form } from '../support/story-form.js';

const meta: Meta = { title: 'Fields/Send problem' };
export default meta;

const shown = (problem: Problem, retryAfter?: number): TemplateResult =>
  form(({ locale }) => renderSendProblem(locale, problem, retryAfter, CONTACT, 2));

export const NoConnection: StoryObj = { render: () => shown(NETWORK) };
export const Closed: StoryObj = { render: () => shown(CLOSED) };
export const TooManyAtOnce: StoryObj = { render: () => shown(BUSY, 180) };
export const ServiceFault: StoryObj = { render: () => shown(BROKEN) };

export const WithoutOtherChannel: StoryObj = {
  render: () => form(({ locale }) => renderSendProblem(locale, NETWORK, undefined, undefined, 2)),
};

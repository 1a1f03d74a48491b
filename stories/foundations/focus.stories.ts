import { textField } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { FIRST_NAME, say } from '../fields/labels.js';
import { control, widgetIn } from '../support/reach.js';
import { form } from '../support/story-form.js';

const meta: Meta = { title: 'Foundations/Focus', tags: ['!autodocs'] };
export default meta;

/** Two tones, so that it is seen on light and on dark; an outline, so that forced colors keep it. */
export const OnField: StoryObj = {
  render: () =>
    form((context) => textField(context, { name: 'firstName', label: say(context, FIRST_NAME) })),
  play: async ({ canvasElement }) => {
    control(await widgetIn(canvasElement), 'firstName').focus();
  },
};

export const OnButton: StoryObj = {
  render: () =>
    form(
      ({ t }) =>
        html`<div class="puntari-actions">
          <button class="puntari-button" type="submit">${t('continue')}</button>
        </div>`,
    ),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    widget.shadowRoot?.querySelector('button')?.focus({ focusVisible: true });
  },
};

import type { FieldContext } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { form } from '../support/story-form.js';

const meta: Meta = { title: 'Fields/Buttons' };
export default meta;

const three = ({ t }: FieldContext): TemplateResult =>
  html`<button type="button" class="puntari-button" data-kind="plain">${t('back')}</button>
    <div class="puntari-actions">
      <button class="puntari-button" type="submit">${t('continue')}</button>
      <button type="button" class="puntari-button" data-kind="secondary">${t('change')}</button>
    </div>`;

/** The main act is filled, another is outlined, and what acts in place looks like a link. */
export const Kinds: StoryObj = { render: () => form(three) };

/** Never `disabled`: it would say nothing and lose the focus. Pressing it again does nothing. */
export const Busy: StoryObj = {
  render: () =>
    form(
      ({ t }) =>
        html`<div class="puntari-actions">
          <button class="puntari-button" type="submit" aria-disabled="true">
            ${t('continue')}
          </button>
          <span>${t('send.sending')}</span>
        </div>`,
    ),
};

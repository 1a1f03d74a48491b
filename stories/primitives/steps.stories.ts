import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Steps heading' };
export default meta;

/** Read together with the heading. */
export const StepTwo: StoryObj = {
  render: () =>
    plain(html`<h2><span class="puntari-step-count">Vaihe 2/6</span> Taustatiedot</h2>`),
};

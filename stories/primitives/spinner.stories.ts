import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Spinner' };
export default meta;

/** The words say what is on its way. */
export const Sending: StoryObj = {
  render: () => plain(html`<p class="puntari-spinner">Lähetetään…</p>`),
};

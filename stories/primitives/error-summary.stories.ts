import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Error summary' };
export default meta;

/** In the order of the fields, in the words that stand there. */
export const TwoErrors: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-error-summary">
        <h2 tabindex="-1">Korjaa 2 kohtaa</h2>
        <ul>
          <li><a href="#summary-way">Valitse, miten saavut</a></li>
          <li><a href="#summary-postcode">Kirjoita postinumero</a></li>
        </ul>
      </div>`,
    ),
};

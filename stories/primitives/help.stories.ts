import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Help' };
export default meta;

/** In the same place on every page. */
export const BelowAForm: StoryObj = {
  render: () =>
    plain(
      html`<p>Kiitos vastauksistasi.</p>
        <div class="puntari-help">
          <p>Tarvitsetko apua?</p>
          <ul class="puntari-links">
            <li>Puhelin: <a href="tel:0981621" dir="ltr">09&nbsp;816&nbsp;21</a></li>
          </ul>
        </div>`,
    ),
};

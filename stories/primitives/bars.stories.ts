import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Bars' };
export default meta;

/** Each bar under its words; told apart without color. */
export const OneValue: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-bars" role="img" aria-label="Kaavio: paneeli verrattuna väestöön">
        <p><strong>Ikä</strong></p>
        <div>
          <strong>16–39 vuotta</strong>
          <div>
            Väestö: 42 %
            <svg width="42%" height="12" aria-hidden="true">
              <rect
                width="100%"
                height="100%"
                fill="none"
                stroke="currentColor"
                stroke-width="4"
              ></rect>
            </svg>
          </div>
          <div>
            Paneeli: 40 %
            <svg width="40%" height="12" aria-hidden="true">
              <rect width="100%" height="100%" fill="currentColor"></rect>
            </svg>
          </div>
        </div>
      </div>`,
    ),
};

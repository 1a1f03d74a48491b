import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Progress' };
export default meta;

/** Beside the words that say it. */
export const FourOfFive: StoryObj = {
  render: () =>
    plain(
      html`<p>
        Taso 4/5: yhdessä työskentely
        <span class="puntari-progress" aria-hidden="true"
          ><i data-on></i><i data-on></i><i data-on></i><i data-on></i><i></i
        ></span>
      </p>`,
    ),
};

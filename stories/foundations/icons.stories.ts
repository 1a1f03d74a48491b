import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { ICONS } from '../primitives/icons.js';
import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Foundations/Icons', tags: ['!autodocs'] };
export default meta;

/** Each drawing with its name in the code. */
export const All: StoryObj = {
  render: () =>
    plain(
      html`<ul
        class="puntari-links"
        style="display: grid; gap: .5em; grid-template-columns: repeat(auto-fill, minmax(11em, 1fr))"
      >
        ${ICONS.map(({ name, icon }) => html`<li>${icon()}<code>${name}</code></li>`)}
      </ul>`,
    ),
};

/** They grow with the words. */
export const Sizes: StoryObj = {
  render: () =>
    plain(
      html`${['0.875em', '1em', '1.5em', '2em'].map(
        (size) => html`<p style="font-size: ${size}">${ICONS.map(({ icon }) => icon())}</p>`,
      )}`,
    ),
};

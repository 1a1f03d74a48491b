import { successIcon } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { ICONS } from './icons.js';
import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Icons' };
export default meta;

/** In the color and the size of the words beside them. */
export const BesideWords: StoryObj = {
  render: () =>
    plain(
      html`<ul class="puntari-links">
        ${ICONS.map(({ icon, word }) => html`<li>${icon()}${word}</li>`)}
      </ul>`,
    ),
};

export const InHeading: StoryObj = {
  render: () => plain(html`<h2>${successIcon()}Ilmoittautumisesi on vastaanotettu</h2>`),
};

import {
  calendarIcon,
  checkIcon,
  chevronIcon,
  downloadIcon,
  errorIcon,
  externalIcon,
  infoIcon,
  printIcon,
  successIcon,
  warningIcon,
} from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Icons' };
export default meta;

const ALL = [
  [errorIcon, 'Virhe'],
  [successIcon, 'Onnistui'],
  [infoIcon, 'Tietoa'],
  [warningIcon, 'Varoitus'],
  [checkIcon, 'Valittu'],
  [chevronIcon, 'Seuraava'],
  [externalIcon, 'Toinen sivusto'],
  [downloadIcon, 'Lataa'],
  [printIcon, 'Tulosta'],
  [calendarIcon, 'Päivä'],
] as const;

/** In the color and the size of the words beside them. */
export const BesideWords: StoryObj = {
  render: () =>
    plain(
      html`<ul class="puntari-links">
        ${ALL.map(([icon, word]) => html`<li>${icon()}${word}</li>`)}
      </ul>`,
    ),
};

export const InHeading: StoryObj = {
  render: () => plain(html`<h2>${successIcon()}Ilmoittautumisesi on vastaanotettu</h2>`),
};

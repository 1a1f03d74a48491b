import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Timeline' };
export default meta;

/** The order is the point. */
export const Process: StoryObj = {
  render: () =>
    plain(
      html`<ol class="puntari-timeline">
        <li>
          <strong>Osallistujat arvotaan</strong>, 3. marraskuuta 2027<br />Paneeli vastaa asukkaita
          iältä, sukupuolelta ja asuinpaikalta.
        </li>
        <li><strong>Paneeli kokoontuu</strong>, 20. marraskuuta 2027</li>
        <li><strong>Lausuma julkaistaan</strong>, 14. helmikuuta 2028</li>
      </ol>`,
    ),
};

/** Past, going on, coming: by shape, and in words. */
export const HalfWay: StoryObj = {
  render: () =>
    plain(
      html`<ol class="puntari-timeline">
        <li data-state="past"><strong>Osallistujat arvotaan</strong><br />Päättynyt</li>
        <li data-state="now" aria-current="step">
          <strong>Paneeli kokoontuu</strong><br />Käynnissä nyt
        </li>
        <li data-state="coming"><strong>Lausuma julkaistaan</strong><br />Tulossa</li>
      </ol>`,
    ),
};

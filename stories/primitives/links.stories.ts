import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Links' };
export default meta;

/** How to reach somebody. */
export const WaysToReach: StoryObj = {
  render: () =>
    plain(
      html`<ul class="puntari-links">
        <li>Osallisuustyö</li>
        <li>Puhelin: <a href="tel:0981621" dir="ltr">09&nbsp;816&nbsp;21</a></li>
        <li>
          Sähköposti: <a href="mailto:osallisuus@example.fi" dir="ltr">osallisuus@example.fi</a>
        </li>
      </ul>`,
    ),
};

/** Each high enough for a thumb. */
export const ListOfLinks: StoryObj = {
  render: () =>
    plain(
      html`<ul class="puntari-links">
        <li><a href="#palaute">Kaupungin palautepalvelu</a></li>
        <li><a href="#nuoret">Nuorten palaute</a></li>
      </ul>`,
    ),
};

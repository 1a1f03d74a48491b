import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Text' };
export default meta;

/** Sizes go by the level, and are one smaller in a narrow container. */
export const Headings: StoryObj = {
  render: () =>
    plain(
      html`<h1>Asukaspaneeli kaupunkikeskusten liikenteestä</h1>
        <h2>Miksi asukkaita tarvitaan</h2>
        <h3>Mitä sinulta odotetaan</h3>
        <h4>Palkkio</h4>
        <p>Palkkio neljästä kokouspäivästä on yhteensä 150 €.</p>`,
    ),
};

/** Bullets and numbers are the same on every page. */
export const Lists: StoryObj = {
  render: () =>
    plain(
      html`<p>Tuo mukanasi:</p>
        <ul>
          <li>kutsukirje</li>
          <li>henkilöllisyystodistus</li>
        </ul>
        <p>Näin ilmoittaudut:</p>
        <ol>
          <li>Vastaa kysymyksiin.</li>
          <li>Tarkista vastauksesi.</li>
        </ol>`,
    ),
};

/** Compounds get hyphens where the browser knows Finnish, and stay in their column anyway. */
export const LongWords: StoryObj = {
  render: () =>
    plain(
      html`<h2>Palveluverkkosuunnitelman osallistumismahdollisuudet</h2>
        <p>Hyvinvointialueen palveluverkkosuunnitelmatyöryhmä kokoontuu.</p>`,
    ),
};

/** What is said beside the matter, and a time that is not parted. */
export const Note: StoryObj = {
  render: () =>
    plain(
      html`<p>Paneeli kokoontuu lauantaina <span class="puntari-nowrap">klo 9.30–16.00</span>.</p>
        <p class="puntari-note">Prosentit on laskettu läsnä olleista.</p>`,
    ),
};

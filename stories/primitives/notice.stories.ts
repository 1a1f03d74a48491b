import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Notice' };
export default meta;

/** Without a kind. */
export const Information: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-notice">
        <h3>Ilmoittautuminen on auki</h3>
        <p>Voit ilmoittautua lokakuun loppuun.</p>
      </div>`,
    ),
};

export const Success: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-notice" data-kind="success">
        <h3>Ilmoittautumisesi on vastaanotettu</h3>
        <p>Saat tiedon arvonnasta kirjeellä.</p>
      </div>`,
    ),
};

export const Warning: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-notice" data-kind="warning">
        <h3>Ilmoittautuminen päättyy pian</h3>
        <p>Voit ilmoittautua sunnuntaihin asti.</p>
      </div>`,
    ),
};

export const Problem: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-notice" data-kind="error">
        <h3>Lähettäminen ei onnistunut</h3>
        <p>Vastauksesi ovat tallessa. Yritä uudelleen.</p>
      </div>`,
    ),
};

export const OneSentence: StoryObj = {
  render: () =>
    plain(html`<p class="puntari-notice">Ilmoittautuminen on auki lokakuun loppuun.</p>`),
};

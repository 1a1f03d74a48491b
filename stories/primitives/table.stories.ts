import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Table' };
export default meta;

/** At the end of their columns, so that they can be compared. */
export const Numbers: StoryObj = {
  render: () =>
    plain(
      html`<table class="puntari-table" data-numbers>
        <caption>
          Ikä
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">Väestö</th>
            <th scope="col">Ilmoittautuneet</th>
            <th scope="col">Paneeli</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">16–29 vuotta</th>
            <td>22 %</td>
            <td>15 %</td>
            <td>21 %</td>
          </tr>
          <tr>
            <th scope="row">30–49 vuotta</th>
            <td>36 %</td>
            <td>33 %</td>
            <td>35 %</td>
          </tr>
        </tbody>
      </table>`,
    ),
};

/** At the start. */
export const Words: StoryObj = {
  render: () =>
    plain(
      html`<table class="puntari-table">
        <caption>
          Asiantuntijat
        </caption>
        <thead>
          <tr>
            <th scope="col">Nimi</th>
            <th scope="col">Aihe</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Liikenneinsinööri</th>
            <td>Katujen mitoitus</td>
          </tr>
        </tbody>
      </table>`,
    ),
};

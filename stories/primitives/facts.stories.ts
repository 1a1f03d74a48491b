import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Data list' };
export default meta;

/** Side by side where both have room. */
export const Facts: StoryObj = {
  render: () =>
    plain(
      html`<dl class="puntari-facts">
        <div>
          <dt>Järjestäjä</dt>
          <dd>Espoon kaupunki</dd>
        </div>
        <div>
          <dt>Tapaamiset</dt>
          <dd>
            <ul>
              <li>lauantaina 20. marraskuuta</li>
              <li>lauantaina 4. joulukuuta</li>
            </ul>
          </dd>
        </div>
      </dl>`,
    ),
};

/** What somebody has answered, and can change. */
export const WithActions: StoryObj = {
  render: () =>
    plain(
      html`<dl class="puntari-facts">
        <div>
          <dt>Postinumero</dt>
          <dd>02100</dd>
          <dd class="puntari-facts-action">
            <button class="puntari-button" data-kind="plain" type="button">
              Muuta <span class="puntari-visually-hidden">Postinumero</span>
            </button>
          </dd>
        </div>
        <div>
          <dt>Miten otamme sinuun yhteyttä?</dt>
          <dd>Sähköpostilla</dd>
          <dd class="puntari-facts-action">
            <button class="puntari-button" data-kind="plain" type="button">
              Muuta <span class="puntari-visually-hidden">Miten otamme sinuun yhteyttä?</span>
            </button>
          </dd>
        </div>
      </dl>`,
    ),
};

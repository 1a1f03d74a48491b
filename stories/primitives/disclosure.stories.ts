import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Disclosure' };
export default meta;

export const Closed: StoryObj = {
  render: () =>
    plain(
      html`<details class="puntari-disclosure">
        <summary>Vertaa paneelia väestöön</summary>
        <p>Luvut ovat vuodelta 2026.</p>
      </details>`,
    ),
};

export const Open: StoryObj = {
  render: () =>
    plain(
      html`<details class="puntari-disclosure" open>
        <summary>Vertaa paneelia väestöön</summary>
        <p>Luvut ovat vuodelta 2026.</p>
      </details>`,
    ),
};

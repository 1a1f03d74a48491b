import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Card' };
export default meta;

/** The heading is the link. */
export const WithLink: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-card">
        <h3><a href="#katutila">Keskustan katutila</a></h3>
        <p><span class="puntari-tag" data-kind="info">Valittu paneelin aiheeksi</span></p>
        <p>Miten katutila jaetaan kävelyn, pyöräilyn ja autojen kesken?</p>
      </div>`,
    ),
};

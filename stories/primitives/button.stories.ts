import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Button' };
export default meta;

/** One filled button on a view; the others are outlined, or look like a link. */
export const Kinds: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-actions">
        <button class="puntari-button" type="button">Jatka</button>
        <button class="puntari-button" data-kind="secondary" type="button">Keskeytä</button>
        <button class="puntari-button" data-kind="plain" type="button">Takaisin</button>
      </div>`,
    ),
};

/** The one thing to do on a page may be a link. */
export const Link: StoryObj = {
  render: () =>
    plain(html`<a class="puntari-button" href="#ilmoittaudu">Ilmoittaudu paneeliin</a>`),
};

/** Never disabled: it keeps its focus and its name. */
export const Busy: StoryObj = {
  render: () =>
    plain(
      html`<div class="puntari-actions">
        <button class="puntari-button" type="button" aria-disabled="true">Lähetä</button>
        <span class="puntari-spinner">Lähetetään…</span>
      </div>`,
    ),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { plain } from '../support/plain.js';

const meta: Meta = { title: 'Primitives/Tag' };
export default meta;

/** The word tells the status; color only helps. */
export const Kinds: StoryObj = {
  render: () =>
    plain(
      html`<p>
        <span class="puntari-tag">Merkitty tiedoksi</span>
        <span class="puntari-tag" data-kind="success">Hyväksytty</span>
        <span class="puntari-tag" data-kind="info">Arvioitavana</span>
        <span class="puntari-tag" data-kind="error">Hylätty</span>
        <span class="puntari-tag" data-kind="warning">Myöhässä</span>
      </p>`,
    ),
};

/** By the code of an answer. */
export const Statuses: StoryObj = {
  render: () =>
    plain(
      html`<p>
        <span class="puntari-tag" data-status="accepted">Hyväksytty</span>
        <span class="puntari-tag" data-status="partly">Hyväksytty osittain</span>
        <span class="puntari-tag" data-status="under-study">Arvioitavana</span>
        <span class="puntari-tag" data-status="rejected">Hylätty</span>
        <span class="puntari-tag" data-status="done">Toteutettu</span>
        <span class="puntari-tag" data-status="late">Myöhässä</span>
      </p>`,
    ),
};

/** Wraps like text. */
export const LongWord: StoryObj = {
  render: () =>
    plain(
      html`<p>
        <span class="puntari-tag" data-kind="info"
          >Kuuluu toiselle viranomaiselle, hyvinvointialueelle</span
        >
      </p>`,
    ),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { table, tokensOf, use } from './tokens.js';

const meta: Meta = { title: 'Foundations/Space and shape', tags: ['!autodocs'] };
export default meta;

export const Spaces: StoryObj = {
  render: () =>
    table(
      'Spaces',
      tokensOf('space').map((name) => ({
        name,
        sample: html`<div
          style="inline-size: ${use(name)}; block-size: 1.5em; background: ${use('color-action')}"
        ></div>`,
      })),
    ),
};

export const Corners: StoryObj = {
  render: () =>
    table(
      'Corners',
      tokensOf('radius').map((name) => ({
        name,
        sample: html`<div
          style="inline-size: 5em; block-size: 3em; border: 2px solid ${use('color-border-strong')}; border-radius: ${use(name)}"
        ></div>`,
      })),
    ),
};

/** 44 px at the usual size of text: what a finger hits, and what grows with the text. */
export const TargetSize: StoryObj = {
  render: () =>
    table('Smallest target', [
      {
        name: 'target-size',
        sample: html`<div
          style="inline-size: ${use('target-size')}; block-size: ${use('target-size')}; border: 2px dashed ${use('color-border-strong')}"
        ></div>`,
      },
    ]),
};

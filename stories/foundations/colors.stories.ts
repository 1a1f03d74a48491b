import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { table, type TokenName, tokensOf, use } from './tokens.js';

// The page has wide tables.
const meta: Meta = {
  title: 'Foundations/Colors',
  tags: ['!autodocs'],
  parameters: { docs: { toc: false } },
};
export default meta;

const swatch = (name: TokenName): TemplateResult =>
  html`<div
    style="block-size: 2.5em; max-inline-size: 20em; border: 1px solid ${use('color-border-strong')}; background: ${use(name)}"
  ></div>`;

export const Palette: StoryObj = {
  render: () =>
    table(
      'Colors',
      tokensOf('color')
        .filter((name) => name !== 'color-scheme')
        .map((name) => ({ name, sample: swatch(name) })),
    ),
};

/** Text color, and what it stands on. The build refuses a theme in which one of these is below 4.5:1. */
const PAIRS: readonly (readonly [TokenName, TokenName])[] = [
  ['color-text', 'color-background'],
  ['color-text', 'color-surface'],
  ['color-text-muted', 'color-background'],
  ['color-link', 'color-background'],
  ['color-action-text', 'color-action'],
  ['color-error', 'color-background'],
  ['color-text', 'color-error-surface'],
  ['color-text', 'color-success-surface'],
  ['color-text', 'color-warning-surface'],
  ['color-text', 'color-info-surface'],
];

export const TextOnSurfaces: StoryObj = {
  render: () =>
    html`<div style="display: grid; gap: .5em; max-inline-size: 40em; overflow-wrap: anywhere">
      ${PAIRS.map(
        ([color, surface]) =>
          html`<p
            style="margin: 0; padding: 1em; color: ${use(color)}; background: ${use(surface)}; border: 1px solid ${use('color-border')}"
          >
            ${color.replace('color-', '')} on ${surface.replace('color-', '')}
          </p>`,
      )}
    </div>`,
};

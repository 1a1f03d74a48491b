import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { table, tokensOf, use } from './tokens.js';

const meta: Meta = { title: 'Foundations/Type', tags: ['!autodocs'] };
export default meta;

export const Sizes: StoryObj = {
  render: () =>
    table(
      'Font sizes',
      tokensOf('font-size').map((name) => {
        const family = use(name.includes('heading') ? 'font-family-heading' : 'font-family');
        const weight = name.includes('heading') ? use('font-weight-heading') : '400';
        return {
          name,
          sample: html`<div
            lang="fi"
            style="font-family: ${family}; font-weight: ${weight}; font-size: ${use(name)}; line-height: 1.5"
          >
            Kuulemisesta kumppanuuteen
          </div>`,
        };
      }),
    ),
};

export const RunningText: StoryObj = {
  render: () =>
    html`<p
      lang="fi"
      style="margin: 0; font-family: ${use('font-family')}; line-height: ${use('line-height')}; max-inline-size: ${use('measure')}; color: ${use('color-text')}"
    >
      Osallisuus on henkilökohtainen tunne ja kokemus siitä, että kuuluu yhteisöön ja voi vaikuttaa
      itseä koskeviin asioihin. Asukas tietää, miten hänen mielipidettään käytetään, ja saa tiedon
      siitä, miten se otettiin huomioon tai miksi sitä ei otettu.
    </p>`,
};

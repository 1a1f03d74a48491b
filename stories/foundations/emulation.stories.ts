import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { use } from './tokens.js';

const meta: Meta = { title: 'Foundations/What no page can switch' };
export default meta;

/** Forced colors, contrast and motion are the reader's choice; how to see the widgets as they do. */
export const HowToSeeIt: StoryObj = {
  name: 'Forced colors, contrast, motion',
  render: () =>
    html`<div
      lang="en"
      dir="ltr"
      style="max-inline-size: 42em; line-height: 1.5; color: ${use('color-text')}; font-family: ${use('font-family')}"
    >
      <h2 style="font-size: 1.5em">Forced colors, contrast and motion</h2>
      <p>
        A page cannot switch forced colors on. The toolbar’s “Forced colors” applies the widgets’
        own rules for them and takes all other colors and shadows away: close enough to find what
        disappears, not the real thing. “More contrast” links the theme’s sheet for it, and “Reduced
        motion” stops all that moves; both look as they do for those who asked their device for
        them.
      </p>
      <h3 style="font-size: 1.125em">In Chrome and Edge</h3>
      <p>
        Developer tools, the three dots, More tools, Rendering: <em>forced-colors</em>,
        <em>prefers-contrast</em> and <em>prefers-reduced-motion</em>.
      </p>
      <h3 style="font-size: 1.125em">In Firefox</h3>
      <p>
        Settings, General, Contrast Control: Custom. For motion: <em>about:config</em>,
        <em>ui.prefersReducedMotion</em> = 1.
      </p>
      <h3 style="font-size: 1.125em">In Windows</h3>
      <p>Settings, Accessibility, Contrast themes. This is what residents use.</p>
    </div>`,
};

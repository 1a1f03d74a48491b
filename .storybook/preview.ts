import type { Preview } from '@storybook/web-components-vite';

import { useForcedColors } from './forced-colors.js';
import { useDirection, useLanguage } from './language.js';
import { useTheme, useWidth } from './themes.js';

const item = (value: string, title: string): { value: string; title: string } => ({ value, title });

const preview: Preview = {
  parameters: {
    layout: 'padded',
    options: {
      storySort: {
        order: ['Foundations', 'Fields', 'Widgets', 'Patterns', 'Embedding'],
      },
    },
    a11y: {
      test: 'error',
      config: {
        rules: [
          // A story is a part of a page: the page's own landmarks and title are not here.
          { id: 'region', enabled: false },
          { id: 'landmark-one-main', enabled: false },
          { id: 'page-has-heading-one', enabled: false },
          { id: 'target-size', enabled: true },
          { id: 'label-content-name-mismatch', enabled: true },
        ],
      },
    },
  },
  initialGlobals: {
    lang: 'fi',
    direction: 'auto',
    theme: 'neutral',
    scheme: 'light',
    colors: 'theme',
    width: 'full',
  },
  globalTypes: {
    lang: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          item('fi', 'suomi'),
          item('sv', 'svenska'),
          item('en', 'English'),
          item('ar', 'العربية (no words yet: falls back)'),
        ],
      },
    },
    direction: {
      description: 'Direction of the widgets',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          item('auto', 'Language’s direction'),
          item('ltr', 'Left to right'),
          item('rtl', 'Right to left'),
        ],
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [item('neutral', 'Neutral'), item('espoo', 'Espoo'), item('keusote', 'Keusote')],
      },
    },
    scheme: {
      description: 'Color scheme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [item('light', 'Light'), item('dark', 'Dark')],
      },
    },
    colors: {
      description: 'Forced colors',
      toolbar: {
        icon: 'accessibility',
        dynamicTitle: true,
        items: [item('theme', 'Theme’s colors'), item('forced', 'Forced colors (approximation)')],
      },
    },
    width: {
      description: 'Width of the column the story stands in',
      toolbar: {
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          item('full', 'Full width'),
          item('640', '640 px'),
          item('320', '320 px (400 % zoom)'),
          item('260', '260 px (sidebar)'),
        ],
      },
    },
  },
  decorators: [
    (story, { globals, canvasElement }) => {
      const { lang, direction, theme, scheme, colors, width } = globals as Record<string, string>;
      useLanguage(lang ?? 'fi');
      useTheme(theme ?? 'neutral', scheme ?? 'light');
      useWidth(width ?? 'full');
      useDirection(canvasElement, direction ?? 'auto');
      useForcedColors(colors === 'forced');
      return story();
    },
  ],
};

export default preview;

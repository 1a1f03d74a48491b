import type { Preview } from '@storybook/web-components-vite';

import { brand } from './brand.js';
import { Guide } from './docs/guide.js';
import './docs/guide.css';
import { useForcedColors } from './forced-colors.js';
import { useDirection, useLanguage } from './language.js';
import { useReducedMotion } from './motion.js';
import { tellWhatIsShown } from './shown.js';
import { THEMES, useTheme, useWidth } from './themes.js';

const item = (value: string, title: string): { value: string; title: string } => ({ value, title });

const capitalized = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

tellWhatIsShown();

type Name = 'lang' | 'direction' | 'theme' | 'scheme' | 'contrast' | 'motion' | 'colors' | 'width';

const preview: Preview = {
  // Every file of stories has a page of text: its own, or the one that is made of it.
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Start',
          ['Welcome'],
          'Foundations',
          ['Colors', 'Type', 'Space and shape', 'Icons', 'Focus', 'Motion', 'Writing'],
          'Primitives',
          'Fields',
          'Widgets',
          ['*', ['Guide', 'Playground']],
          'Patterns',
          'Embedding',
          'State of things',
        ],
      },
    },
    docs: {
      page: Guide,
      theme: brand,
      toc: { headingSelector: 'h2', ignoreSelector: '.guide-specimen *', title: 'On this page' },
    },
    // A story is a situation, not a knob; only the story "Playground" is one.
    controls: { disable: true },
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
    contrast: 'normal',
    motion: 'normal',
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
          item('fi-simple', 'selkosuomi'),
          item('ar', 'العربية'),
        ],
      },
    },
    direction: {
      description: 'Direction of the widgets',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          item('auto', 'Direction'),
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
        items: THEMES.map((name) => item(name, capitalized(name))),
      },
    },
    scheme: {
      description: 'Color scheme',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [item('light', 'Light'), item('dark', 'Dark')],
      },
    },
    contrast: {
      description: 'Contrast',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [item('normal', 'Contrast'), item('more', 'More contrast')],
      },
    },
    motion: {
      description: 'Motion',
      toolbar: {
        icon: 'play',
        dynamicTitle: true,
        items: [item('normal', 'Motion'), item('reduce', 'Reduced motion')],
      },
    },
    colors: {
      description: 'Forced colors',
      toolbar: {
        icon: 'accessibility',
        dynamicTitle: true,
        items: [item('theme', 'Colors'), item('forced', 'Forced colors')],
      },
    },
    width: {
      description: 'Width of the column the story stands in',
      toolbar: {
        icon: 'ruler',
        dynamicTitle: true,
        items: [
          item('full', 'Width'),
          item('640', '640 px'),
          item('320', '320 px (400 % zoom)'),
          item('260', '260 px (sidebar)'),
        ],
      },
    },
  },
  decorators: [
    (story, { globals, canvasElement, viewMode }) => {
      const { lang, direction, theme, scheme, contrast, motion, colors, width } = {
        ...preview.initialGlobals,
        ...globals,
      } as Record<Name, string>;
      const isGuide = viewMode === 'docs';
      document.documentElement.classList.toggle('is-guide', isGuide);
      useLanguage(lang, canvasElement, isGuide);
      useTheme({ theme, scheme, contrast });
      useWidth(width);
      useDirection(canvasElement, direction);
      useReducedMotion(motion === 'reduce');
      useForcedColors(colors === 'forced');
      return story();
    },
  ],
};

export default preview;

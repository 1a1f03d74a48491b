/** What Storybook itself looks like, around the stories and on the pages of text. */
import { create } from 'storybook/theming/create';

export const brand = create({
  base: 'light',
  brandTitle: 'Puntari: widgets for participation',
  brandUrl: './',
  brandTarget: '_self',
  colorPrimary: '#1c4f94',
  colorSecondary: '#1c4f94',
  appBg: '#f3f6f9',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#c8d0d9',
  appBorderRadius: 4,
  inputBorderRadius: 4,
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, monospace',
  textColor: '#1b2430',
  textMutedColor: '#46515f',
  barTextColor: '#46515f',
  barSelectedColor: '#1c4f94',
  barHoverColor: '#12335f',
});

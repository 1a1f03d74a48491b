import { fileURLToPath } from 'node:url';

import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';

/** While stories are being written Vite serves JSON as JavaScript, which a browser refuses under `type: 'json'`. */
const plainJsonImports: Plugin = {
  name: 'puntari:plain-json-imports',
  apply: 'serve',
  enforce: 'pre',
  transform: (code) =>
    code.replaceAll(/(import\([^()]*?\.json'), \{ with: \{ type: 'json' \} \}/g, '$1'),
};

/** The sources of the packages, so that a story shows what is being written, without a build. */
const sources: UserConfig = {
  resolve: { conditions: ['source'], dedupe: ['lit'] },
  // Storybook's own use of Lit; left out it would bring a second copy.
  optimizeDeps: { include: ['lit', 'lit/directive-helpers.js'] },
  plugins: [plainJsonImports],
  // Stories belong to no package; without this their decorators would be left for the browser to choke on.
  tsconfig: fileURLToPath(new URL('../tsconfig.base.json', import.meta.url)),
  build: {
    // Axe and the manager's own code are large and are no part of what a page loads.
    chunkSizeWarningLimit: 2000,
  },
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    // Ours do the same with the themes and widths that matter here.
    backgrounds: false,
    viewport: false,
    // A story is a situation, not a knob: what can be set is an attribute, and stands in the snippet.
    controls: false,
    actions: false,
    measure: false,
    outline: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (vite) => mergeConfig(vite, sources),
};

export default config;

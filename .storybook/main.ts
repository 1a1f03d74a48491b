import { fileURLToPath } from 'node:url';

import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';

import { statePlugin } from './state-plugin.js';

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
  plugins: [plainJsonImports, statePlugin()],
  // Stories belong to no package; without this their decorators would be left for the browser to choke on.
  tsconfig: fileURLToPath(new URL('../tsconfig.base.json', import.meta.url)),
  build: {
    // Axe and the manager's own code are large and are no part of what a page loads.
    chunkSizeWarningLimit: 2000,
    // On a busy machine the plugins of Storybook take their time, and nobody here can change that.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  docs: { defaultName: 'Guide' },
  features: {
    // Ours do the same with the themes and widths that matter here.
    backgrounds: false,
    viewport: false,
    actions: false,
    measure: false,
    outline: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (vite) => mergeConfig(vite, sources),
};

export default config;

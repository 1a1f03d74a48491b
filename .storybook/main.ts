import { fileURLToPath } from 'node:url';

import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig, type UserConfig } from 'vite';

/** The sources of the packages, so that a story shows what is being written, without a build. */
const sources: UserConfig = {
  resolve: { conditions: ['source'] },
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
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (vite) => mergeConfig(vite, sources),
};

export default config;

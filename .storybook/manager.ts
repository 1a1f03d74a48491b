import { addons } from 'storybook/manager-api';

import { brand } from './brand.js';
import { registerSnippetPanel, SNIPPET_PANEL } from './snippet-panel.js';

addons.setConfig({
  selectedPanel: SNIPPET_PANEL,
  theme: brand,
});

registerSnippetPanel();

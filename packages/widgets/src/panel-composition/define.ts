import { define } from '@puntari/core';

import { PanelComposition } from './panel-composition.js';

define('puntari-panel-composition', PanelComposition);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-panel-composition': PanelComposition;
  }
}

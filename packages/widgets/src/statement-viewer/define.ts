import { define } from '@puntari/core';

import { StatementViewer } from './statement-viewer.js';

define('puntari-statement-viewer', StatementViewer);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-statement-viewer': StatementViewer;
  }
}

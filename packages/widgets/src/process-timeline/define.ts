import { define } from '@puntari/core';

import { ProcessTimeline } from './process-timeline.js';

define('puntari-process-timeline', ProcessTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-process-timeline': ProcessTimeline;
  }
}

import { define } from '@puntari/core';

import { FeedbackBlock } from './feedback-block.js';

define('puntari-feedback-block', FeedbackBlock);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-feedback-block': FeedbackBlock;
  }
}

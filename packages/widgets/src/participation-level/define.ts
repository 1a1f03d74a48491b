import { define } from '@puntari/core';

import { ParticipationLevel } from './participation-level.js';

define('puntari-participation-level', ParticipationLevel);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-participation-level': ParticipationLevel;
  }
}

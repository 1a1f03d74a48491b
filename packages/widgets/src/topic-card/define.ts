// For those who listen: its type comes along.
import './supported-event.js';

import { define } from '@puntari/core';

import { TopicCard } from './topic-card.js';

define('puntari-topic-card', TopicCard);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-topic-card': TopicCard;
  }
}

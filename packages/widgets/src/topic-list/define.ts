import { define } from '@puntari/core';

import { TopicList } from './topic-list.js';

define('puntari-topic-list', TopicList);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-topic-list': TopicList;
  }
}

import { define } from '@puntari/core';

import { TopicForm } from './topic-form.js';

define('puntari-topic-form', TopicForm);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-topic-form': TopicForm;
  }
}

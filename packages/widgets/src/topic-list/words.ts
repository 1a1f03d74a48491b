import { registerWords } from '@puntari/core';

export const NAMESPACE = 'topic-list';

registerWords(NAMESPACE, {
  fi: () => import('./locales/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
});

import { registerWords } from '@puntari/core';

export const NAMESPACE = 'topic-form';

registerWords(NAMESPACE, {
  fi: () => import('./locales/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/ar.json', { with: { type: 'json' } }),
});

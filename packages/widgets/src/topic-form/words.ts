import { registerWords } from '@puntari/core';

export const NAMESPACE = 'topic-form';

registerWords(NAMESPACE, {
  fi: () => import('./locales/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/ar.json', { with: { type: 'json' } }),
});

/** What comes once somebody writes: advice, errors, the check and the receipt. */
export const LATER = 'topic-later';

registerWords(LATER, {
  fi: () => import('./locales/topic-later/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/topic-later/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/topic-later/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/topic-later/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/topic-later/ar.json', { with: { type: 'json' } }),
});

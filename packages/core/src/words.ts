/** The words that several widgets share. A module that needs a namespace imports this once. */
import { registerWords } from './locale/words.js';

registerWords('core', {
  fi: () => import('./locales/core/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/core/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/core/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/core/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/core/ar.json', { with: { type: 'json' } }),
});

registerWords('form', {
  fi: () => import('./locales/form/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/form/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/form/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/form/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/form/ar.json', { with: { type: 'json' } }),
});

registerWords('vocabulary', {
  fi: () => import('./locales/vocabulary/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/vocabulary/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/vocabulary/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('./locales/vocabulary/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('./locales/vocabulary/ar.json', { with: { type: 'json' } }),
});

import { registerWords } from '@puntari/core';

/** What the one-line question says. */
export const NAMESPACE = 'feedback-block';

registerWords(NAMESPACE, {
  fi: () => import('./locales/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
});

/** What the whole form says at first, and other forms too. */
export const FORM = 'feedback-form';

registerWords(FORM, {
  fi: () => import('./locales/feedback-form/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/feedback-form/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/feedback-form/en.json', { with: { type: 'json' } }),
});

/** What only some forms say, and what the whole form says later. */
export const LATER = 'feedback-later';

registerWords(LATER, {
  fi: () => import('./locales/feedback-later/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/feedback-later/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/feedback-later/en.json', { with: { type: 'json' } }),
});

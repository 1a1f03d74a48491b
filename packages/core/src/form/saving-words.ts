/** The words for leaving answers on the device, apart from those of all forms: few forms offer it. */
import { registerWords } from '../locale/words.js';

/** The namespace, which a form that offers it names among its own. */
export const SAVING = 'saving';

registerWords(SAVING, {
  fi: () => import('../locales/saving/fi.json', { with: { type: 'json' } }),
  sv: () => import('../locales/saving/sv.json', { with: { type: 'json' } }),
  en: () => import('../locales/saving/en.json', { with: { type: 'json' } }),
  'fi-simple': () => import('../locales/saving/fi-simple.json', { with: { type: 'json' } }),
  ar: () => import('../locales/saving/ar.json', { with: { type: 'json' } }),
});

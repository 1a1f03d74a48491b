import { registerWords } from '@puntari/core';

export const TOOLS = 'statement-tools';

registerWords(TOOLS, {
  fi: () => import('../locales/statement-tools/fi.json', { with: { type: 'json' } }),
  sv: () => import('../locales/statement-tools/sv.json', { with: { type: 'json' } }),
  en: () => import('../locales/statement-tools/en.json', { with: { type: 'json' } }),
});

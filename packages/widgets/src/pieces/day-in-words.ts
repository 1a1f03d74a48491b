import { type Locale, registerWords } from '@puntari/core';

/** The namespace of the words in this folder. */
export const PIECES = 'pieces';

registerWords(PIECES, {
  fi: () => import('./locales/fi.json', { with: { type: 'json' } }),
  sv: () => import('./locales/sv.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
});

/** By the text that has them all. A list has thousands of days, and one or two languages. */
const months = new Map<string, readonly string[]>();

function monthsOf(text: string): readonly string[] {
  const names = months.get(text) ?? text.split(',');
  months.set(text, names);
  return names;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A day in words, by names that stand among the words: `8. kesäkuuta 2026`. The first formatter of a page costs a slowed
 * phone 60 ms, and most texts show nothing but days. What is no day is left to the formatter.
 *
 * @param iso - `2026-06-08`, or an instant.
 */
export function dayInWords(iso: string, locale: Locale): string {
  const { t } = locale;
  const [, year = '', month, day] = DAY.exec(iso) ?? [];
  const name = monthsOf(t('monthNames'))[Number(month) - 1];
  if (!name || Number(day) < 1 || Number(day) > 31) return locale.date(iso);
  return t('dayPattern')
    .replace('{{day}}', String(Number(day)))
    .replace('{{month}}', name)
    .replace('{{year}}', year);
}

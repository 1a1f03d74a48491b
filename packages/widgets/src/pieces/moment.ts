import type { Locale } from '@puntari/core';

/** A day and its time of day, in words. */
export function momentOf(iso: string, locale: Locale): string {
  return locale.t('dateTime', {
    date: locale.date(iso, 'weekday'),
    time: locale.date(iso, 'clock'),
  });
}

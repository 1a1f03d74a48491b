import type { Locale } from '@puntari/core';

import { momentOf } from './moment.js';

const MIDNIGHT = /^0?0(\D)00$/;

/**
 * Until when something can be done. At midnight a day ends: who reads "1 April at 0.00" as the last day comes on 1 April, and
 * is too late.
 */
export function deadlineOf(iso: string, locale: Locale): string {
  const [, mark] = MIDNIGHT.exec(locale.date(iso, 'clock')) ?? [];
  if (mark === undefined) return momentOf(iso, locale);
  const lastDay = new Date(Date.parse(iso) - 1).toISOString();
  return locale.t('dateTime', { date: locale.date(lastDay, 'weekday'), time: `24${mark}00` });
}

import type { Locale } from '@puntari/core';

import { momentOf } from './moment.js';

const MIDNIGHT = /^0?0(\D)00$/;
const MINUTE = 60_000;

/** What stands between hours and minutes, where a moment is midnight. */
const midnightMark = (iso: string, locale: Locale): string | undefined =>
  MIDNIGHT.exec(locale.date(iso, 'clock'))?.[1];

/**
 * Until when something can be done. At midnight a day ends: who reads "1 April at 0.00" as the last day comes on 1 April, and
 * is too late.
 */
export function deadlineOf(iso: string, locale: Locale): string {
  const mark = midnightMark(iso, locale);
  if (mark === undefined) return momentOf(iso, locale);
  const lastDay = lastMomentOf(iso, locale);
  return locale.t('dateTime', { date: locale.date(lastDay, 'weekday'), time: `24${mark}00` });
}

/** The same for a calendar, which knows no 24.00: the last minute of the day. */
export function lastMomentOf(iso: string, locale: Locale): string {
  if (midnightMark(iso, locale) === undefined) return iso;
  return new Date(Date.parse(iso) - MINUTE).toISOString();
}

import { DEFAULT_TIME_ZONE } from '@puntari/contracts';

/** The calendar day somewhere, `2027-03-01`. */
export function dayIn(timeZone = DEFAULT_TIME_ZONE, now = new Date()): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
}

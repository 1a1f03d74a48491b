import { DEFAULT_TIME_ZONE, type Panel } from '@puntari/contracts';

/** What the clock of a zone shows at a moment, as if it were UTC. */
function clockIn(timeZone: string, at: number): number {
  // Sweden writes dates and times as ISO 8601 does.
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** The moment at which a day begins in a time zone, also where the clock is turned on that day. */
export function midnight(date: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  const near = wanted - (clockIn(timeZone, wanted) - wanted);
  return near - (clockIn(timeZone, near) - wanted);
}

/**
 * Until when residents can correct what they sent: the day of the draw begins, or where none is named, the panel closes.
 * As long as others can still sign up, as when it closes in the morning of that day, answers can be corrected too.
 */
export function correctableUntil({ registration, timeZone = DEFAULT_TIME_ZONE }: Panel): number {
  const { drawnOn, closes } = registration;
  const end = Date.parse(closes);
  return drawnOn === undefined ? end : Math.max(end, midnight(drawnOn, timeZone));
}

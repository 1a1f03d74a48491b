/** Days counted from now, so that a panel that is open in a story stays open. */
const DAY = 24 * 60 * 60 * 1000;

/** The calendar day so many days from now: `2027-03-01`. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** A time on the day so many days from now: `2027-03-01T16:00:00+02:00`. */
export function timeFromNow(days: number, clock = '16:00'): string {
  return `${dayFromNow(days)}T${clock}:00+02:00`;
}

/** Working days in Finland: what an authority means by "within ten working days". */

const DAY_MS = 24 * 60 * 60 * 1000;

/** Month and day. Christmas Eve is not a public holiday, but offices are closed. */
const FIXED_HOLIDAYS = new Set(['01-01', '01-06', '05-01', '12-06', '12-24', '12-25', '12-26']);

/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day. */
const EASTER_HOLIDAYS = new Set([-2, 1, 39]);

/** Easter Sunday by the anonymous Gregorian computus. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const k = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * k - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const monthAndDay = day.toISOString().slice(5, 10);
  if (FIXED_HOLIDAYS.has(monthAndDay)) return false;
  const fromEaster = Math.round((day.getTime() - easter(day.getUTCFullYear())) / DAY_MS);
  if (EASTER_HOLIDAYS.has(fromEaster)) return false;
  const isMidsummerEve = weekday === 5 && monthAndDay >= '06-19' && monthAndDay <= '06-25';
  return !isMidsummerEve;
}

/** The day of a moment, as midnight of that day. Sweden writes dates as ISO 8601 does. */
const startOf = (moment: Date, timeZone: string): Date =>
  new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment)}T00:00:00Z`);

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** The day that is a number of days after a moment, working days or not, as an ISO date. */
export const addDays = (from: Date, days: number, timeZone: string): string =>
  isoDay(new Date(startOf(from, timeZone).getTime() + days * DAY_MS));

/**
 * The day that is a number of working days after a moment.
 *
 * @param timeZone - Where the day of the moment is read from the clock.
 * @returns An ISO date.
 */
export function addWorkingDays(from: Date, days: number, timeZone: string): string {
  let day = startOf(from, timeZone);
  let left = days;
  while (left > 0) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorkingDay(day)) left -= 1;
  }
  return isoDay(day);
}

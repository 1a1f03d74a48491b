/**
 * How Finland writes dates in each language; a bare `sv` would write them as Sweden does. Arabic has the digits, the
 * calendar and the clock of Finland, as in the widgets: a date has to be found again in a letter.
 */
const LOCALES: Readonly<Record<string, string>> = {
  fi: 'fi-FI',
  'fi-simple': 'fi-FI',
  sv: 'sv-FI',
  en: 'en-GB',
  ar: 'ar-u-ca-gregory-hc-h23-nu-latn',
};

/** How a page tells the time. */
export interface Clock {
  readonly lang: string;
  readonly timeZone: string;
}

const formatterOf = ({ lang, timeZone }: Clock): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALES[lang] ?? lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });

/** Where a line may break by the rules and no reader would: "1.", "klo" or "§" at its end, "15.30" at the beginning of the next. */
export const inOneLine = (text: string): string =>
  text
    .replaceAll(/(?<!\d)(\d{1,2}\.?) (?=\p{L})/gu, '$1\u00A0')
    .replaceAll(/(?<=\p{L}\.?) (?=\d{1,2}[.:]\d\d)/gu, '\u00A0')
    .replaceAll(/§\s/g, '§\u00A0')
    .replaceAll(/–(?=\d{1,2}[.:]\d\d)/g, '–\u2060');

export const formatTime = (instant: string | number, clock: Clock): string =>
  inOneLine(formatterOf(clock).format(new Date(instant)));

/**
 * Until when. At midnight a day ends: who reads "1 April at 0.00" as the last day comes on 1 April, and is too late. The widgets
 * tell it in the same way.
 */
export function formatDeadline(instant: string | number, clock: Clock): string {
  const formatter = formatterOf(clock);
  const end = new Date(instant);
  const at = formatter.formatToParts(end);
  const isMidnight = at.every(
    ({ type, value }) => !['hour', 'minute'].includes(type) || Number(value) === 0,
  );
  if (!isMidnight) return formatTime(instant, clock);
  const told: Readonly<Record<string, string>> = { hour: '24', minute: '00' };
  const parts = formatter.formatToParts(end.getTime() - 1);
  return inOneLine(parts.map(({ type, value }) => told[type] ?? value).join(''));
}

/** From when until when, each thing said once. */
export const formatTimes = (from: string, to: string, clock: Clock): string =>
  inOneLine(formatterOf(clock).formatRange(new Date(from), new Date(to)));

export const formatDate = (date: string, lang: string): string =>
  inOneLine(
    new Intl.DateTimeFormat(LOCALES[lang] ?? lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );

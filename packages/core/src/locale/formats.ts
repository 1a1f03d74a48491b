/** Dates, numbers and lists by `Intl`. Formatters are kept: a new one for each of 2,000 dates costs eight times as much. */
import { DEFAULT_TIME_ZONE } from '@puntari/contracts';

/** Above this a number may be written with spaces or points. */
const PLAIN_UP_TO = 999;

/**
 * Bare `sv` would write 2027-03-01 and bare `en` the American order. Arabic takes the digits, the calendar and the
 * clock of Finland: a date has to be found again in a letter and a timetable, and be read by the official on the phone.
 */
const REGIONS: Readonly<Record<string, string>> = {
  fi: 'fi-FI',
  sv: 'sv-FI',
  en: 'en-GB',
  ar: 'ar-u-ca-gregory-hc-h23-nu-latn',
};

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

function intlLocale(lang: string): string {
  const language = lang.split('-')[0] ?? '';
  const region = REGIONS[language];
  if (region) return region;
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'fi-FI';
  } catch {
    return 'fi-FI';
  }
}

const kept = new Map<string, unknown>();

function keep<T>(kind: string, lang: string, options: object, make: (locale: string) => T): T {
  const id = `${kind} ${lang} ${JSON.stringify(options)}`;
  let formatter = kept.get(id) as T | undefined;
  if (formatter === undefined) {
    formatter = make(intlLocale(lang));
    kept.set(id, formatter);
  }
  return formatter;
}

export function formatNumber(
  value: number,
  lang: string,
  options?: Intl.NumberFormatOptions,
): string {
  // In all our languages the same. The first formatter of a page costs a slowed phone 60 ms: most pages need none.
  if (!options && Number.isInteger(value) && value >= 0 && value <= PLAIN_UP_TO)
    return String(value);
  return keep(
    'number',
    lang,
    options ?? {},
    (locale) => new Intl.NumberFormat(locale, options),
  ).format(value);
}

export function formatList(
  items: readonly string[],
  lang: string,
  type: Intl.ListFormatType = 'conjunction',
): string {
  return keep('list', lang, { type }, (locale) => new Intl.ListFormat(locale, { type })).format(
    items,
  );
}

/** The number of a day and the space after it: "24." alone at the end of a line is no date. */
const DAY_AND_MONTH = /(?<!\d)(\d{1,2}\.?) (?=\p{L})/u;

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const WEEKDAY = { weekday: 'long', ...DAY } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;
const STYLES = { day: DAY, weekday: WEEKDAY, clock: CLOCK } as const;
export type DateStyle = keyof typeof STYLES;

/**
 * A day or a moment in words.
 *
 * @param iso - `2027-03-01`, which is the same day everywhere, or an instant with its offset, shown in `timeZone`.
 */
export function formatDate(
  iso: string,
  lang: string,
  style: DateStyle = 'day',
  timeZone = DEFAULT_TIME_ZONE,
): string {
  const isDay = iso.length === 10;
  const date = new Date(isDay ? `${iso}T12:00:00Z` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  const options = { ...STYLES[style], timeZone: isDay ? 'UTC' : knownZone(timeZone) };
  return keep('date', lang, options, (locale) => new Intl.DateTimeFormat(locale, options))
    .format(date)
    .replace(DAY_AND_MONTH, '$1\u00A0');
}

/** A record may name a zone that this browser does not know; a date in ours is better than none. */
function knownZone(timeZone: string): string {
  return keep('zone', 'fi', { timeZone }, () => {
    try {
      return new Intl.DateTimeFormat('fi-FI', { timeZone }).resolvedOptions().timeZone;
    } catch {
      return DEFAULT_TIME_ZONE;
    }
  });
}

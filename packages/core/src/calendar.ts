/** A calendar file (iCalendar, RFC 5545), which every calendar opens: no address is asked, and nothing is followed. */

/** Longest line, in bytes of UTF-8, before it is folded. */
const LONGEST_LINE = 75;

export interface CalendarEvent {
  /** Unique on this site and the same each time, so that a second file replaces the first. */
  readonly uid: string;
  /** ISO 8601 with an offset, or a whole day: `2027-03-01`. */
  readonly starts: string;
  /** Without it the event is that moment or that day. */
  readonly ends?: string;
  readonly title: string;
  readonly place?: string | undefined;
  readonly text?: string | undefined;
  /** Whether it is sure that the person is there. */
  readonly isTentative?: boolean;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Backslashes, commas, semicolons and new lines mean something in the format. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '\\n');

/** Folded between characters, never inside one. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (bytesOf(current + character) > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}

const utc = (instant: string | number): string =>
  new Date(instant).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');

const DAY_LENGTH = '2027-03-01'.length;

/** A whole day is the same day everywhere. */
const time = (name: string, iso: string): string =>
  iso.length === DAY_LENGTH
    ? `${name};VALUE=DATE:${iso.replaceAll('-', '')}`
    : `${name}:${utc(iso)}`;

/** @param now - When the file is made, in milliseconds since 1970. */
export function calendarFile(events: readonly CalendarEvent[], now: number): string {
  const lines = events.flatMap(({ uid, starts, ends, title, place, text, isTentative }) => [
    'BEGIN:VEVENT',
    // Two organizers may have a session of the same name.
    `UID:${escaped(uid)}@${location.host}`,
    `DTSTAMP:${utc(now)}`,
    time('DTSTART', starts),
    ...(ends === undefined ? [] : [time('DTEND', ends)]),
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(isTentative ? ['STATUS:TENTATIVE'] : []),
    // A day to keep in mind: nobody is away for all of it.
    ...(ends === undefined ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Puntari//Puntari//EN',
    'CALSCALE:GREGORIAN',
    ...lines,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

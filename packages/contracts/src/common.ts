import * as v from 'valibot';

import { ATTACH_POINTS } from './vocabularies.js';
import { languageTag, localizedText } from './text-schema.js';

/** Longest id a record may have; ids become parts of URLs and of element ids. */
const MAX_ID_LENGTH = 80;

/** Stable, safe in a URL, an element id and a file name. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'an id of letters, digits, ".", "_" and "-"'),
  v.maxLength(MAX_ID_LENGTH),
);

/** For a list whose entries are told apart by something of theirs. */
export const eachOnce = <T>(
  keyOf: (entry: T) => unknown,
  message: string,
): v.CheckAction<T[], string> =>
  v.check((entries) => new Set(entries.map(keyOf)).size === entries.length, message);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `Date` takes 30 February for 2 March. What is no date at all has been told already. */
const isRealDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  if (!DAY.test(day)) return true;
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A calendar day, ISO 8601: `2027-03-01`. */
export const isoDate = v.pipe(
  v.string(),
  v.regex(DAY, 'a date such as "2027-03-01"'),
  v.check(isRealDay, 'a date that exists'),
);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A point in time with its offset, ISO 8601: `2027-03-01T09:00:00+02:00`. */
export const instant = v.pipe(
  v.string(),
  v.regex(INSTANT, 'a time with its offset, such as "2027-03-01T09:00:00+02:00"'),
  v.check(
    (text) => !INSTANT.test(text) || (isRealDay(text) && !Number.isNaN(Date.parse(text))),
    'a time that exists',
  ),
);

/** A count of people or things. */
export const count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'zero or more'));

export const year = v.pipe(v.number(), v.integer('a year'), v.minValue(1900), v.maxValue(2200));

/** Absolute `http(s)`, `mailto:` or `tel:` URL, or one relative to the record. Never `javascript:` or `data:`. */
export const url = v.pipe(
  v.string(),
  v.regex(
    /^(?:https?:\/\/|mailto:|tel:|[./?#]|[^\s:][^:]*$)/,
    'an http(s), mailto or tel URL, or a relative one',
  ),
);

/** A URL, or one per language. */
export const localizedUrl = v.union(
  [url, v.record(v.string(), url)],
  'a URL, or a map from languages to URLs',
);
export type LocalizedUrl = v.InferOutput<typeof localizedUrl>;

export const link = v.object({
  label: localizedText,
  url: localizedUrl,
  /** Kind of document as people call it: PDF, CSV. */
  format: v.optional(v.string()),
  /** Bytes. */
  size: v.optional(count),
  lang: v.optional(languageTag),
});
export type Link = v.InferOutput<typeof link>;

/** A body that decides or answers: council, board, committee, unit. */
export const body = v.object({
  id: v.optional(id),
  name: localizedText,
  url: v.optional(localizedUrl),
});
export type Body = v.InferOutput<typeof body>;

/** Whom a resident can reach, and how. Shown as the other channel wherever a form could fail. */
export const contact = v.object({
  name: v.optional(localizedText),
  role: v.optional(localizedText),
  /** As it is written and read: `09 816 21`. */
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  address: v.optional(localizedText),
  hours: v.optional(localizedText),
  url: v.optional(localizedUrl),
});
export type Contact = v.InferOutput<typeof contact>;

/**
 * What residents must be told (Espoo's model, chapters 4 and 5): why they are wanted, what is expected, what it is used
 * for, how it is tied to the decision; afterwards how it was taken into account, or why not.
 *
 * Every part is optional here, so that a widget can show a record with gaps to its author; `purposeGaps` names them, and
 * the receiver refuses to publish such a record.
 */
export const purpose = v.object({
  why: v.optional(localizedText),
  expected: v.optional(localizedText),
  usedFor: v.optional(localizedText),
  decision: v.optional(
    v.object({
      body: v.optional(body),
      plannedOn: v.optional(isoDate),
      attach: v.optional(v.array(v.picklist(ATTACH_POINTS))),
      note: v.optional(localizedText),
    }),
  ),
  outcome: v.optional(
    v.object({
      takenIntoAccount: v.optional(localizedText),
      notTakenIntoAccount: v.optional(localizedText),
      on: v.optional(isoDate),
      effects: v.optional(v.array(v.object({ on: isoDate, text: localizedText }))),
    }),
  ),
});
export type Purpose = v.InferOutput<typeof purpose>;

/** Which text of the notice; goes with every consent. */
export const noticeVersion = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_LENGTH));

/** What the law requires to be said beside the box: who, why, on what basis, until when. */
export const privacy = v.object({
  controller: localizedText,
  purpose: localizedText,
  legalBasis: localizedText,
  retainUntil: isoDate,
  noticeUrl: localizedUrl,
  noticeVersion,
  rights: v.optional(localizedText),
});
export type Privacy = v.InferOutput<typeof privacy>;

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

/** What every record has. `schemaVersion` is the shape's, `version` the content's. */
export const recordBase = {
  $schema: v.optional(v.string()),
  schemaVersion: v.literal(1),
  version: v.pipe(v.string(), v.nonEmpty()),
  id,
  /** IANA name in which instants are shown. */
  timeZone: v.optional(
    v.pipe(v.string(), v.check(isTimeZone, 'a time zone such as "Europe/Helsinki"')),
  ),
};

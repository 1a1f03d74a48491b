import * as v from 'valibot';

/** What can be wrong with one field, as a code. Words for each stand in the locale files. */
export const FIELD_ERROR_CODES = [
  'missing',
  'tooShort',
  'tooLong',
  'format',
  'range',
  'unknown',
  'tooYoung',
  'tooOld',
  'notEligible',
  'needed',
  /** An invitation that somebody has signed up with already. */
  'used',
  /** An invitation whose time is over. */
  'expired',
  /** More files than a channel takes. */
  'tooMany',
  /** A file that is larger than a channel takes. */
  'tooLarge',
  /** A file of a type that a channel does not take, whatever its name says. */
  'wrongType',
  /** A file that is broken, or cannot be freed from what it tells of its maker. */
  'unreadable',
  /** A file with something in it that could do harm. */
  'unsafe',
  /** A file that is not there: it was sent too long ago, or for something else. */
  'gone',
] as const;
export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** A path of keys as a JSON Pointer (RFC 6901): `['strata', 'a/b']` is `/strata/a~1b`. */
export function toPointer(path: readonly unknown[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** One thing wrong with a submission: where (JSON Pointer, RFC 6901) and what. */
export const fieldError = v.object({
  pointer: v.string(),
  code: v.string(),
  /** Numbers and names that the message needs: `{ max: 4000 }`. */
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type FieldError = v.InferOutput<typeof fieldError>;

/** A problem answer of the receiver: RFC 9457 with the errors of the fields. */
export const problem = v.object({
  type: v.optional(v.string()),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  /** A short machine word: `closed`, `too-large`, `invalid`, `rate-limited`. */
  code: v.optional(v.string()),
  errors: v.optional(v.array(fieldError)),
});
export type Problem = v.InferOutput<typeof problem>;

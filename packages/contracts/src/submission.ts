import * as v from 'valibot';

import { isOneLine } from './answers.js';
import { count, eachOnce, id, instant, noticeVersion } from './common.js';

import { CHANNELS, CONTACT_METHODS, REGISTRATION_STATUSES, SUPPORT_NEEDS } from './vocabularies.js';
import { languageTag, plainText } from './text-schema.js';

/** Longest one-line answer, in characters (code points). */
export const MAX_LINE = 200;
/** Longest e-mail address, RFC 5321. */
export const MAX_EMAIL = 254;
/** Longest note on support needs or gender in one's own words, in characters. */
export const MAX_NOTE = 1000;

const text = <const Max extends number>(max: Max) => v.pipe(plainText, v.maxCodePoints(max));
/** Longer than any phone number or invitation code. */
const MAX_CODE = 40;
const MAX_POSTCODE = 12;

/** A one-line answer. */
export const line = v.pipe(text(MAX_LINE), v.check(isOneLine, 'a text on one line'));
export const email = text(MAX_EMAIL);
export const phone = text(MAX_CODE);
const note = text(MAX_NOTE);

/** What a volunteer sends. Codes only, never the words that stood beside them. */
export const submission = v.object({
  schemaVersion: v.literal(1),
  panelId: id,
  lang: languageTag,
  invitationCode: v.optional(text(MAX_CODE)),
  eligibility: v.object({ livesInArea: v.boolean(), excluded: v.optional(v.boolean()) }),
  birthYear: v.pipe(v.number(), v.integer()),
  /** Stratum id to option code. */
  strata: v.record(id, id),
  /** Stratum id to own words; never part of the draw. */
  ownWords: v.optional(v.record(id, note)),
  /** Ids of the sessions the person can attend. */
  availability: v.pipe(
    v.array(id),
    eachOnce((session) => session, 'each session once'),
  ),
  contact: v.object({
    firstName: line,
    lastName: line,
    email: v.optional(email),
    phone: v.optional(phone),
    preferred: v.picklist(CONTACT_METHODS),
  }),
  /**
   * For the rule of one per household. Whose address is under a non-disclosure order (turvakielto) says so and gives none:
   * what is not stored cannot leak.
   */
  address: v.object({
    line1: v.optional(line),
    postcode: v.optional(text(MAX_POSTCODE)),
    city: v.optional(line),
    protected: v.optional(v.boolean()),
  }),
  /** Who filled in the form with or for the person. */
  helper: v.optional(v.object({ name: line })),
  /** How the answers came, where an officer writes down what was said or posted. Taken from officers only. */
  channel: v.optional(v.picklist(CHANNELS)),
  /** Kept and exported apart from the answers of the draw. */
  support: v.optional(
    v.object({
      needs: v.pipe(
        v.array(v.picklist(SUPPORT_NEEDS)),
        eachOnce((need) => need, 'each need once'),
      ),
      note: v.optional(note),
    }),
  ),
  consent: v.object({
    process: v.boolean(),
    contactAgain: v.boolean(),
    noticeVersion,
  }),
});
export type Submission = v.InferOutput<typeof submission>;

export const historyEntry = v.object({
  at: instant,
  from: v.string(),
  to: v.string(),
  by: v.string(),
  comment: v.optional(v.string()),
});

/** What is stored of a volunteer: the submission, how it came, and what happened to it since. */
export const registration = v.object({
  id: v.string(),
  reference: v.string(),
  panelId: id,
  receivedAt: instant,
  channel: v.picklist(CHANNELS),
  status: v.picklist(REGISTRATION_STATUSES),
  revision: count,
  /** Absent once the person has had it deleted: only that there was one is kept. */
  submission: v.optional(submission),
  history: v.array(historyEntry),
});
export type Registration = v.InferOutput<typeof registration>;

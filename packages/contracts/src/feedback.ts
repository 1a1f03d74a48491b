import * as v from 'valibot';

import {
  contact,
  count,
  eachOnce,
  id,
  instant,
  isoDate,
  link,
  privacy,
  purpose,
  recordBase,
} from './common.js';
import { FEEDBACK_LIMITS, SUBJECT } from './defaults.js';
import { email, line, phone } from './submission.js';

import { FEEDBACK_KINDS, FEEDBACK_STATUSES, HEARD_EXPERIENCES } from './vocabularies.js';
import { languageTag, localizedText, plainText } from './text-schema.js';

/** Longest text a channel may allow. */
const FEEDBACK_TEXT_LIMIT = 20_000;
/** Who promises an answer later than in a year promises none; the day is also counted out, one by one. */
const MAX_ANSWER_DAYS = 365;

/** A place where feedback is taken: what may be said, who reads it, and by when. */
export const feedbackChannel = v.object({
  ...recordBase,
  title: localizedText,
  intro: v.optional(localizedText),
  kinds: v.pipe(
    v.array(v.picklist(FEEDBACK_KINDS)),
    v.minLength(1, 'at least one kind'),
    eachOnce((kind) => kind, 'each kind once'),
  ),
  limits: v.optional(
    v.pipe(
      v.object({ textMin: count, textMax: v.pipe(count, v.maxValue(FEEDBACK_TEXT_LIMIT)) }),
      v.check(
        ({ textMin, textMax }) => textMin <= textMax,
        'a longest that is not below the shortest',
      ),
    ),
    FEEDBACK_LIMITS,
  ),
  /** Ask whether the person was heard. */
  asksExperience: v.optional(v.boolean(), true),
  /** A reply can be asked for; only then are contact details taken. */
  offersReply: v.optional(v.boolean(), true),
  readBy: localizedText,
  /** Working days to an answer. */
  answerWithinDays: v.optional(v.pipe(count, v.maxValue(MAX_ANSWER_DAYS))),
  /** Where answers are published. */
  answersAt: v.optional(localizedText),
  /** The channels that exist already; this one does not replace them. */
  otherChannels: v.optional(v.array(link)),
  contact,
  purpose: v.optional(purpose, {}),
  privacy,
});
export type FeedbackChannel = v.InferOutput<typeof feedbackChannel>;

/** What feedback is about: `page:<path>`, `topic:<id>`, `statement:<id>#<item>`, `panel:<id>`. */
export const subject = v.pipe(plainText, v.maxLength(500), v.regex(SUBJECT));

export const feedbackSubmission = v.object({
  schemaVersion: v.literal(1),
  channelId: id,
  lang: languageTag,
  kind: v.picklist(FEEDBACK_KINDS),
  text: v.pipe(plainText, v.maxCodePoints(FEEDBACK_TEXT_LIMIT)),
  subject: v.optional(subject),
  experience: v.optional(v.picklist(HEARD_EXPERIENCES)),
  location: v.optional(
    v.object({
      address: v.optional(line),
      latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
      longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
    }),
  ),
  wantsReply: v.boolean(),
  mayBePublished: v.boolean(),
  contact: v.optional(
    v.object({
      name: v.optional(line),
      email: v.optional(email),
      phone: v.optional(phone),
    }),
  ),
});
export type FeedbackSubmission = v.InferOutput<typeof feedbackSubmission>;

/** Feedback as stored and, once handled, with its outcome: what was said, what was decided, why. */
export const feedback = v.object({
  id: v.string(),
  reference: v.string(),
  channelId: id,
  receivedAt: instant,
  status: v.picklist(FEEDBACK_STATUSES),
  statusNote: v.optional(localizedText),
  revision: count,
  submission: feedbackSubmission,
  outcome: v.optional(
    v.object({
      said: localizedText,
      decided: localizedText,
      why: localizedText,
      on: v.optional(isoDate),
      link: v.optional(link),
    }),
  ),
});
export type Feedback = v.InferOutput<typeof feedback>;

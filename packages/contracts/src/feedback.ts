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
  url,
} from './common.js';
import { FEEDBACK_LIMITS, SUBJECT } from './defaults.js';
import { email, line, phone } from './submission.js';

import {
  ATTACHMENT_TYPES,
  FEEDBACK_FORMS,
  FEEDBACK_KINDS,
  FEEDBACK_STATUSES,
  FEEDBACK_TARGETS,
  HEARD_EXPERIENCES,
  SCALE_ANSWERS,
  SURVEY_QUESTIONS,
} from './vocabularies.js';
import { languageTag, localizedText, plainText } from './text-schema.js';

/** Longest text a channel may allow. */
const FEEDBACK_TEXT_LIMIT = 20_000;
/** Who promises an answer later than in a year promises none; the day is also counted out, one by one. */
const MAX_ANSWER_DAYS = 365;

/** Most files a channel may allow, and the size of one in bytes. */
const MAX_FILES = 10;
const MAX_FILE_SIZE = 20_000_000;

/** A service of the city that feedback can be about, as its feedback system names it. */
export const feedbackService = v.object({
  code: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)),
  label: localizedText,
  group: v.optional(localizedText),
});
export type FeedbackService = v.InferOutput<typeof feedbackService>;

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
  /** Ask whether it is about a service or about a matter that is being decided. */
  asksTarget: v.optional(v.boolean()),
  /** Ask where. */
  asksLocation: v.optional(v.boolean()),
  /** The services to choose from. */
  services: v.optional(
    v.pipe(
      v.array(feedbackService),
      eachOnce(({ code }) => code, 'each service once'),
    ),
  ),
  /** Files can be added: how many, how large, of which types. Without it, none. */
  attachments: v.optional(
    v.object({
      maxFiles: v.pipe(count, v.minValue(1), v.maxValue(MAX_FILES)),
      /** Bytes of one file. */
      maxSize: v.pipe(count, v.minValue(1), v.maxValue(MAX_FILE_SIZE)),
      types: v.pipe(v.array(v.picklist(ATTACHMENT_TYPES)), v.minLength(1, 'at least one type')),
    }),
  ),
  /** The one-line question. Without it, whether the page helped. */
  question: v.optional(localizedText),
  /** What the survey asks. Without it, everything. */
  survey: v.optional(
    v.pipe(
      v.array(v.picklist(SURVEY_QUESTIONS)),
      v.minLength(1, 'at least one question'),
      eachOnce((question) => question, 'each question once'),
    ),
  ),
  /** Who supervises accessibility, and how a request to it is made. Said in the accessibility form. */
  supervisor: v.optional(
    v.object({
      name: localizedText,
      text: v.optional(localizedText),
      contact: v.optional(contact),
    }),
  ),
  readBy: localizedText,
  /** Working days to an answer. */
  answerWithinDays: v.optional(v.pipe(count, v.maxValue(MAX_ANSWER_DAYS))),
  /** Where answers are published. */
  answersAt: v.optional(localizedText),
  /** A list of answered feedback, shown in the answers view. */
  answers: v.optional(url),
  /** The channels that exist already; this one does not replace them. */
  otherChannels: v.optional(v.array(link)),
  contact,
  purpose: v.optional(purpose, {}),
  privacy,
});
export type FeedbackChannel = v.InferOutput<typeof feedbackChannel>;

/** What feedback is about: `page:<path>`, `topic:<id>`, `statement:<id>#<item>`, `panel:<id>`. */
export const subject = v.pipe(plainText, v.maxLength(500), v.regex(SUBJECT));

/** A file that was sent beforehand: what its sending was answered with. */
export const feedbackAttachment = v.object({
  id,
  /** As the person knows it. */
  name: line,
  type: v.picklist(ATTACHMENT_TYPES),
  /** Bytes, as stored. */
  size: count,
});
export type FeedbackAttachment = v.InferOutput<typeof feedbackAttachment>;

const scale = v.optional(v.picklist(SCALE_ANSWERS));

export const feedbackSubmission = v.object({
  schemaVersion: v.literal(1),
  channelId: id,
  lang: languageTag,
  /** Which form of the block; `full` where it says nothing. */
  form: v.optional(v.picklist(FEEDBACK_FORMS)),
  /** Owed by the full and the accessibility form, like `text`. */
  kind: v.optional(v.picklist(FEEDBACK_KINDS)),
  text: v.optional(v.pipe(plainText, v.maxCodePoints(FEEDBACK_TEXT_LIMIT))),
  /** The answer to the one-line question. */
  helped: v.optional(v.boolean()),
  /** The answers to the survey. */
  survey: v.optional(v.object({ heard: scale, influence: scale, trust: scale })),
  subject: v.optional(subject),
  target: v.optional(v.picklist(FEEDBACK_TARGETS)),
  /** A service of the channel. */
  serviceCode: v.optional(v.pipe(plainText, v.maxLength(80))),
  attachments: v.optional(
    v.pipe(
      v.array(feedbackAttachment),
      v.maxLength(MAX_FILES),
      eachOnce((file) => file.id, 'each file once'),
    ),
  ),
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

/** Feedback whose answer is published: only what its writer and a moderator let be shown. */
export const answeredFeedback = v.object({
  reference: v.string(),
  kind: v.optional(v.picklist(FEEDBACK_KINDS)),
  subject: v.optional(subject),
  receivedOn: isoDate,
  lang: languageTag,
  /** What was written; absent where it may not be published. */
  text: v.optional(plainText),
  said: localizedText,
  decided: localizedText,
  why: localizedText,
  on: v.optional(isoDate),
  link: v.optional(link),
});
export type AnsweredFeedback = v.InferOutput<typeof answeredFeedback>;

/** What was said, what was decided, why: newest first. */
export const feedbackAnswers = v.object({
  ...recordBase,
  title: v.optional(localizedText),
  answers: v.array(answeredFeedback),
});
export type FeedbackAnswers = v.InferOutput<typeof feedbackAnswers>;

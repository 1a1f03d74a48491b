import * as v from 'valibot';

import {
  body,
  contact,
  count,
  eachOnce,
  id,
  instant,
  isoDate,
  link,
  localizedUrl,
  privacy,
  purpose,
  recordBase,
  url,
  year,
} from './common.js';

import {
  ATTACH_POINTS,
  CORNERSTONES,
  PANEL_KINDS,
  PARTICIPATION_FORMS,
  PARTICIPATION_LEVELS,
  PREPARATION_STAGES,
  PROPOSER_KINDS,
  SUITABILITY_REASONS,
  TOPIC_STATUSES,
} from './vocabularies.js';
import { localizedText } from './text-schema.js';

/** Longest title and longest text a call may allow, in characters (code points). */
const MAX_TITLE = 200;
const MAX_TEXT = 20_000;
/** Who promises an answer later than in a year promises none. */
const MAX_ANSWER_DAYS = 365;

/** A place that a proposal can concern. */
export const topicArea = v.object({ id, label: localizedText });
export type TopicArea = v.InferOutput<typeof topicArea>;

/** A decision that is coming, to which a proposal can belong. */
export const comingDecision = v.object({
  id,
  title: localizedText,
  body: v.optional(body),
  plannedOn: v.optional(isoDate),
});
export type ComingDecision = v.InferOutput<typeof comingDecision>;

/** The yearly round in which topics are proposed and chosen. */
export const topicCall = v.pipe(
  v.object({
    ...recordBase,
    title: localizedText,
    year,
    asks: localizedText,
    opens: instant,
    closes: instant,
    chosenBy: body,
    /** When they choose. */
    chosenOn: v.optional(isoDate),
    /** Who reads a proposal first. Without it, whoever `contact` names. */
    readBy: v.optional(localizedText),
    /** Working days until the proposer hears whether the proposal can be put on the list. */
    answerWithinDays: v.optional(v.pipe(count, v.maxValue(MAX_ANSWER_DAYS))),
    /** Where the topics are published. */
    answersAt: v.optional(localizedText),
    /** Who may propose. Without it, a resident. */
    proposers: v.optional(
      v.pipe(
        v.array(v.picklist(PROPOSER_KINDS)),
        v.minLength(1, 'at least one kind of proposer'),
        eachOnce((kind) => kind, 'each kind once'),
      ),
    ),
    areas: v.optional(
      v.pipe(
        v.array(topicArea),
        eachOnce((area) => area.id, 'each area once'),
      ),
    ),
    /** The decisions of the year, to choose from. Others can be named in words. */
    decisions: v.optional(
      v.pipe(
        v.array(comingDecision),
        eachOnce((decision) => decision.id, 'each decision once'),
      ),
    ),
    /** A topic list, in which similar topics are looked for. */
    topics: v.optional(url),
    /** The page on which residents read the topics. */
    topicsPage: v.optional(localizedUrl),
    /** Other ways to propose a topic. */
    otherChannels: v.optional(v.array(link)),
    contact,
    purpose: v.optional(purpose, {}),
    privacy,
    limits: v.optional(
      v.object({
        titleMax: v.pipe(count, v.maxValue(MAX_TITLE)),
        textMax: v.pipe(count, v.maxValue(MAX_TEXT)),
      }),
    ),
  }),
  v.check(({ opens, closes }) => Date.parse(opens) < Date.parse(closes), 'to close after it opens'),
);
export type TopicCall = v.InferOutput<typeof topicCall>;

/** A matter that is coming to a decision and may be given to a panel. */
export const topic = v.object({
  ...recordBase,
  title: localizedText,
  /** The open question a panel would answer. */
  question: v.optional(localizedText),
  summary: localizedText,
  background: v.optional(localizedText),
  url: v.optional(url),
  year,
  status: v.picklist(TOPIC_STATUSES),
  /** Why the status is what it is; owed when the topic was not chosen. */
  statusReason: v.optional(localizedText),
  suitability: v.optional(
    v.object({
      reasons: v.array(v.picklist(SUITABILITY_REASONS)),
      text: v.optional(localizedText),
    }),
  ),
  /** Why residents' participation is not the right answer here. */
  notSuitable: v.optional(localizedText),
  decision: v.object({
    body,
    plannedOn: v.optional(isoDate),
    attach: v.optional(v.array(v.picklist(ATTACH_POINTS))),
  }),
  level: v.optional(v.picklist(PARTICIPATION_LEVELS)),
  forms: v.optional(v.array(v.picklist(PARTICIPATION_FORMS))),
  panelKind: v.optional(v.picklist(PANEL_KINDS)),
  stage: v.optional(v.picklist(PREPARATION_STAGES)),
  cornerstone: v.optional(v.picklist(CORNERSTONES)),
  area: v.optional(v.array(localizedText)),
  unit: v.optional(localizedText),
  contact: v.optional(contact),
  purpose: v.optional(purpose, {}),
  /** Shown only where that person agreed to it. */
  proposedBy: v.optional(localizedText),
  proposerKind: v.optional(v.picklist(PROPOSER_KINDS)),
  supporters: v.optional(count),
  /** Until when it can be supported. Without it, as long as it is proposed, checked or on the list. */
  supportUntil: v.optional(instant),
  precedents: v.optional(v.array(link)),
  links: v.optional(v.array(link)),
  history: v.optional(
    v.array(
      v.object({
        on: isoDate,
        status: v.picklist(TOPIC_STATUSES),
        text: v.optional(localizedText),
      }),
    ),
  ),
  answer: v.optional(v.object({ text: localizedText, body, on: isoDate })),
  /** Whether the elected members chose it, as their minutes say. */
  choice: v.optional(
    v.object({
      body,
      on: isoDate,
      /** `§ 12` */
      section: v.optional(v.string()),
      reasons: v.optional(localizedText),
      minutes: v.optional(link),
    }),
  ),
});
export type Topic = v.InferOutput<typeof topic>;

/** Topics, in the order in which they are shown first. */
export const topicList = v.object({
  ...recordBase,
  title: localizedText,
  intro: v.optional(localizedText),
  topics: v.pipe(
    v.array(topic),
    eachOnce((entry) => entry.id, 'each topic once'),
  ),
});
export type TopicList = v.InferOutput<typeof topicList>;

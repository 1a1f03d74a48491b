import * as v from 'valibot';

import { count, eachOnce, id, instant, noticeVersion } from './common.js';
import { email, historyEntry, line, phone } from './submission.js';
import { languageTag, plainText } from './text-schema.js';
import { PROPOSAL_STATUSES, PROPOSER_KINDS, SUITABILITY_REASONS } from './vocabularies.js';

/** Longest title and longest text where a call says nothing else, in characters (code points). */
export const PROPOSAL_TITLE_MAX = 150;
export const PROPOSAL_TEXT_MAX = 4000;
/** What a call may allow at most. */
const TEXT_LIMIT = 20_000;

const text = v.pipe(plainText, v.maxCodePoints(TEXT_LIMIT));

/** A topic that somebody proposes. Codes and the proposer's own words; never the words of the form. */
export const topicProposal = v.object({
  schemaVersion: v.literal(1),
  callId: id,
  lang: languageTag,
  /** A short name of the matter. */
  title: line,
  /** The open question that a panel would answer. */
  question: text,
  background: v.optional(text),
  suitability: v.object({
    reasons: v.pipe(
      v.array(v.picklist(SUITABILITY_REASONS)),
      eachOnce((reason) => reason, 'each reason once'),
    ),
    text: v.optional(text),
  }),
  area: v.optional(
    v.object({
      /** Areas of the call. */
      ids: v.optional(
        v.pipe(
          v.array(id),
          eachOnce((area) => area, 'each area once'),
        ),
      ),
      text: v.optional(line),
    }),
  ),
  decision: v.optional(
    v.object({
      /** A decision of the call. */
      id: v.optional(id),
      text: v.optional(line),
    }),
  ),
  proposer: v.object({
    kind: v.picklist(PROPOSER_KINDS),
    name: line,
    email: v.optional(email),
    phone: v.optional(phone),
  }),
  /** Consent to show the name beside the topic. Without it nobody sees it but the office. */
  nameMayBePublished: v.boolean(),
  noticeVersion,
});
export type TopicProposal = v.InferOutput<typeof topicProposal>;

/** A proposal as stored, with what became of it. */
export const storedProposal = v.object({
  id: v.string(),
  reference: v.string(),
  callId: id,
  receivedAt: instant,
  status: v.picklist(PROPOSAL_STATUSES),
  revision: count,
  /** Absent once the person has had it deleted: only that there was one is kept. */
  submission: v.optional(topicProposal),
  /** The topic that it became, or into which it was merged. */
  topicId: v.optional(id),
  history: v.array(historyEntry),
});
export type StoredProposal = v.InferOutput<typeof storedProposal>;

/** Answer to a support given or taken back. */
export const topicSupport = v.object({
  topicId: id,
  /** Whether the key that was sent counts now. */
  supported: v.boolean(),
  /** How many support it now. Absent where it is not told. */
  supporters: v.optional(count),
});
export type TopicSupport = v.InferOutput<typeof topicSupport>;

/** What a receiver said of a support; nothing where its answer says something else. */
export function parseTopicSupport(answer: unknown): TopicSupport | undefined {
  const { success, output } = v.safeParse(topicSupport, answer);
  return success ? output : undefined;
}

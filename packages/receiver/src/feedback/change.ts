/** What officers record about feedback: what may be shown of it, how far it has come, and what came of it. */
import * as v from 'valibot';

import {
  FEEDBACK_STATUSES,
  type FeedbackStatus,
  isoDate,
  link,
  localizedText,
  plainText,
} from '@puntari/contracts';

import { about } from '../statements/change.js';

/** As much as the longest feedback. */
const MAX_TEXT = 20_000;

export const feedbackChange = v.variant('kind', [
  v.strictObject({
    kind: v.literal('moderation'),
    /** `publish`, with the words of the writer or those of `text`; `hide`. */
    decision: v.picklist(['publish', 'hide']),
    /** What is shown in the place of what was written: without names, or shortened. What was written stays. */
    text: v.optional(v.pipe(plainText, v.regex(/\S/, 'a text'), v.maxLength(MAX_TEXT))),
    ...about,
  }),
  v.strictObject({
    kind: v.literal('status'),
    status: v.picklist(FEEDBACK_STATUSES),
    /** For its writer, on the page of the private link. */
    statusNote: v.optional(localizedText),
    /** Who has it: a unit or a person. For its writer too. */
    handler: v.optional(localizedText),
    ...about,
  }),
  v.strictObject({
    kind: v.literal('outcome'),
    outcome: v.strictObject({
      said: localizedText,
      decided: localizedText,
      why: localizedText,
      on: v.optional(isoDate),
      link: v.optional(link),
    }),
    ...about,
  }),
]);
export type FeedbackChange = v.InferOutput<typeof feedbackChange>;

/**
 * Where feedback can go from where it is. That it was answered is said by its outcome, and that it was looked at by its
 * moderation; what was closed can be opened again.
 */
const NEXT: Readonly<Record<FeedbackStatus, readonly FeedbackStatus[]>> = {
  received: ['moderated', 'in-progress', 'closed'],
  moderated: ['in-progress', 'closed'],
  'in-progress': ['in-progress', 'closed'],
  answered: ['in-progress', 'closed'],
  closed: ['in-progress'],
};

/** The status after a change; nothing when the change cannot be made. */
export function statusAfter(
  status: FeedbackStatus,
  change: FeedbackChange,
): FeedbackStatus | undefined {
  if (change.kind === 'moderation') return status === 'received' ? 'moderated' : status;
  if (change.kind === 'outcome') return status === 'closed' ? 'closed' : 'answered';
  return NEXT[status].includes(change.status) ? change.status : undefined;
}

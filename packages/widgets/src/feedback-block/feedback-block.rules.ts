/** A module of its own: nobody needs it before the first press of Send. */
import {
  checkFeedback,
  type Draft,
  type FeedbackChannel,
  feedbackFromFields,
  type FeedbackSubmission,
  type FieldValues,
} from '@puntari/contracts';
import { type SubmissionRules, warnOnce } from '@puntari/core';

import { isSubject, kindsOf } from './feedback-block.model.js';

/**
 * The feedback as far as it is written. Without a subject, or with one that says nothing, it is about the page it was
 * written on.
 *
 * @param path - The path of the page.
 */
export function feedbackOf(
  channel: FeedbackChannel,
  values: FieldValues,
  lang: string,
  subject: string | undefined,
  path: string,
): Draft<FeedbackSubmission> {
  const [only, ...others] = kindsOf(channel);
  // A question with one answer is not asked.
  const kind = only && others.length === 0 ? { kind: only } : {};
  const about = subject !== undefined && isSubject(subject) ? subject : `page:${path}`;
  return feedbackFromFields(channel, { ...values, ...kind }, lang, about);
}

/** @param subject - What the page says the feedback is about, asked when it is needed. */
export function rulesFor(
  subject: () => string | undefined,
): SubmissionRules<FeedbackChannel, Draft<FeedbackSubmission>> {
  return {
    from: (channel, values, lang) =>
      feedbackOf(channel, values, lang, subject(), location.pathname),
    check: checkFeedback,
  };
}

/** Tells the developer of a page that asks for feedback on something that cannot be named. */
export function warnOfSubject(tag: string, subject: string | undefined): void {
  if (subject === undefined || isSubject(subject)) return;
  warnOnce(
    `<${tag} subject="${subject}"> says nothing that can be kept, so the feedback is about the page. Write ` +
      'page:<path>, topic:<id>, statement:<id>#<item> or panel:<id>.',
  );
}

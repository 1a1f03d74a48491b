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

import type { BlockForm } from './feedback-block.forms.js';
import { FILES, isSubject, kindsOf } from './feedback-block.model.js';

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
  const kind = only && others.length === 0 && !values['form'] ? { kind: only } : {};
  const about = subject !== undefined && isSubject(subject) ? subject : `page:${path}`;
  const attachments = values[FILES];
  return feedbackFromFields(channel, { ...values, ...kind, attachments }, lang, about);
}

interface Asked {
  /** What the page says the feedback is about. */
  readonly subject: string | undefined;
  readonly form: BlockForm | undefined;
}

/** @param asked - Told when it is needed. */
export function rulesFor(
  asked: () => Asked,
): SubmissionRules<FeedbackChannel, Draft<FeedbackSubmission>> {
  return {
    from(channel, values, lang) {
      const { subject, form } = asked();
      const names = [...(form?.fieldsOf(channel, values) ?? []), FILES];
      const shown = Object.entries(values).filter(([name]) => names.includes(name));
      const told = form && form.name !== 'full' ? { form: form.name } : {};
      const answers = { ...Object.fromEntries(shown), ...told };
      return feedbackOf(channel, answers, lang, subject, location.pathname);
    },
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

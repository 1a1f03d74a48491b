/** What is deleted of feedback, by its writer or at the end of retention. */
import type { FeedbackSubmission } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';

/** What can be counted and tells of nobody. */
function countable(submission: FeedbackSubmission): Omit<FeedbackSubmission, 'text'> {
  const {
    schemaVersion,
    channelId,
    lang,
    form,
    kind,
    helped,
    survey,
    subject,
    target,
    experience,
  } = submission;
  const kept = { form, kind, helped, survey, subject, target, experience };
  const said = Object.entries(kept).filter(([, value]) => value !== undefined);
  return {
    ...{ schemaVersion, channelId, lang },
    ...(Object.fromEntries(said) as Partial<FeedbackSubmission>),
    wantsReply: false,
    mayBePublished: false,
  };
}

/**
 * What was not sent to a city yet goes to none, and what was is asked about no more: the city's note and its error can quote
 * what was written. That the city has it stays, for the operator, who alone can have it deleted there.
 */
async function forgetAtCity(within: Queryable, feedbackId: string): Promise<void> {
  await within
    .deleteFrom('open311Requests')
    .where('feedbackId', '=', feedbackId)
    .where('state', 'in', ['waiting', 'given-up'])
    .execute();
  await within
    .updateTable('open311Requests')
    .set({ statusNotes: null, error: null, checkAt: null })
    .where('feedbackId', '=', feedbackId)
    .execute();
}

/**
 * Deletes the words, the place, the contact, the files, and what officers wrote about it, which can quote all of these. That
 * it came, how it went and what can be counted stays. Done twice it is done once.
 */
export async function forgetFeedback(within: Queryable, id: string, at: string): Promise<void> {
  const row = await within
    .selectFrom('feedback')
    .select(['reference', 'submission', 'forgottenAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.forgottenAt !== null) return;
  const submission = countable(JSON.parse(row.submission) as FeedbackSubmission);
  await within
    .updateTable('feedback')
    .set({
      submission: JSON.stringify(submission),
      forgottenAt: at,
      updatedAt: at,
      fillSeconds: null,
    })
    .where('id', '=', id)
    .execute();
  await within
    .updateTable('feedbackHistory')
    .set({ submission: null, comment: null })
    .where('entryId', '=', id)
    .execute();
  await within.deleteFrom('feedbackContacts').where('feedbackId', '=', id).execute();
  await within.deleteFrom('attachments').where('feedbackId', '=', id).execute();
  await within.deleteFrom('feedbackEntries').where('feedbackId', '=', id).execute();
  await forgetAtCity(within, id);
  // No late try brings it back.
  await within.deleteFrom('sentKeys').where('reference', '=', row.reference).execute();
}

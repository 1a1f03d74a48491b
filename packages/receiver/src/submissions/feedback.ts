import {
  ACCESSIBILITY_ANSWER_DAYS,
  checkFeedback,
  DEFAULT_TIME_ZONE,
  type Draft,
  type FeedbackChannel,
  feedbackFromFields,
  feedbackSubmission,
  type FeedbackSubmission,
  type Receipt,
} from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import { inEveryLanguage } from '../pages/words.js';
import { fillFiles, takeFormFiles } from '../attachments/form-files.js';
import { claimFiles, dropOldFileKeys } from '../attachments/store.js';
import { type Action, checkDraft, type Entry } from './action.js';
import { midnight } from './correcting.js';
import { hashOfId, privateFeedbackPath, privateId } from './private-link.js';
import { arrivalOf, newRow, nextRow, replacementOf } from './rows.js';
import { addDays, addWorkingDays } from './working-days.js';

const STATUS_AT_START = 'received';

/** Only what the channel asks is kept; whom to reply to only where a reply was asked for. */
function asked(channel: FeedbackChannel, submission: FeedbackSubmission): FeedbackSubmission {
  const wantsReply = channel.offersReply && submission.wantsReply;
  const isAsked: Partial<Record<keyof FeedbackSubmission, boolean>> = {
    experience: channel.asksExperience,
    target: channel.asksTarget === true,
    serviceCode: channel.services !== undefined,
    location: channel.asksLocation === true,
    contact: wantsReply,
  };
  const kept = Object.entries(submission).filter(
    ([name, value]) => value !== undefined && isAsked[name as keyof FeedbackSubmission] !== false,
  );
  return { ...(Object.fromEntries(kept) as FeedbackSubmission), wantsReply };
}

/** By when it is answered: for accessibility as the law says, whatever the channel promises and whoever asks. */
function answerBy(
  { answerWithinDays, timeZone = DEFAULT_TIME_ZONE }: FeedbackChannel,
  { form, wantsReply }: FeedbackSubmission,
  at: string,
): string | undefined {
  const from = new Date(at);
  if (form === 'accessibility') return addDays(from, ACCESSIBILITY_ANSWER_DAYS, timeZone);
  const isPromised = wantsReply && answerWithinDays !== undefined;
  return isPromised ? addWorkingDays(from, answerWithinDays, timeZone) : undefined;
}

function receipt(channel: FeedbackChannel, entry: Entry<FeedbackSubmission>): Receipt {
  const { reference, at, submission } = entry;
  const { answersAt } = channel;
  const by = answerBy(channel, submission, at);
  return {
    reference,
    receivedAt: at,
    readBy: channel.readBy,
    ...(by === undefined ? {} : { answerBy: by }),
    ...(answersAt === undefined ? {} : { answerAt: answersAt }),
    withdraw: inEveryLanguage('withdraw.feedback', { reference }),
    contact: channel.contact,
  };
}

/** Whom to reply to goes to its own table, so that the words can be read and passed on without it. */
async function insertContact(
  db: Queryable,
  feedbackId: string,
  revision: number,
  contact: FeedbackSubmission['contact'],
): Promise<void> {
  if (contact === undefined) return;
  await db
    .insertInto('feedbackContacts')
    .values({ feedbackId, revision, contact: JSON.stringify(contact) })
    .execute();
}

async function insert(
  db: Queryable,
  entry: Entry<FeedbackSubmission>,
  manageHash: string,
): Promise<void> {
  const { contact, ...submission } = entry.submission;
  const row = newRow(entry, STATUS_AT_START, submission);
  await db
    .insertInto('feedback')
    .values({ ...row, channelId: entry.recordId, manageHash, forgottenAt: null })
    .execute();
  await insertContact(db, row.id, 1, contact);
  await claimFiles(db, row.id, submission.attachments);
  await dropOldFileKeys(db, entry.recordId, new Date(entry.at));
  const line = arrivalOf(row, entry, { comment: null });
  await db.insertInto('feedbackHistory').values(line).execute();
}

async function replace(db: Queryable, entry: Entry<FeedbackSubmission>): Promise<void> {
  const { contact, ...submission } = entry.submission;
  const before = await db
    .selectFrom('feedback')
    .select(['id', 'revision', 'status', 'submission'])
    .where('reference', '=', entry.reference)
    .executeTakeFirstOrThrow();
  const line = replacementOf(before, entry, { comment: 'replaced' });
  await db.insertInto('feedbackHistory').values(line).execute();
  const next = nextRow(entry, before, submission);
  await db.updateTable('feedback').set(next).where('id', '=', before.id).execute();
  await insertContact(db, before.id, next.revision, contact);
  await claimFiles(db, before.id, submission.attachments);
}

/** Called in the transaction that stores feedback, or what replaces it. */
export type WhenStored = (db: Queryable, entry: Entry<FeedbackSubmission>) => Promise<void>;
export type FeedbackAction = Action<FeedbackChannel, FeedbackSubmission> &
  Required<Pick<Action<FeedbackChannel, FeedbackSubmission>, 'managePath'>>;

/** Giving feedback. */
export function feedbackAction(
  channels: ReadonlyMap<string, FeedbackChannel>,
  secret: string,
  whenStored: WhenStored = () => Promise.resolve(),
): FeedbackAction {
  return {
    kind: 'feedback',
    form: 'feedback',
    path: '/api/feedback/:id',
    common: { path: '/api/feedback', member: 'channelId' },
    records: channels,
    contact: (channel) => channel.contact,
    // From that day on all words are deleted, and nobody would have read them.
    refusal: ({ privacy, timeZone = DEFAULT_TIME_ZONE }, now) =>
      now.getTime() < midnight(privacy.retainUntil, timeZone) ? undefined : 'closed',
    limits: ({ limits, attachments }) => ({
      ...limits,
      ...(attachments && { maxFiles: attachments.maxFiles, maxSize: attachments.maxSize }),
    }),
    fromFields: (channel, values, lang) => feedbackFromFields(channel, values, lang),
    check(channel, draft) {
      const errors = checkFeedback(channel, draft as Draft<FeedbackSubmission>);
      const checked = checkDraft(feedbackSubmission, draft, errors);
      return 'errors' in checked ? checked : { submission: asked(channel, checked.submission) };
    },
    takeFiles: takeFormFiles,
    fill: fillFiles,
    receipt,
    managePath: (pageId) => privateFeedbackPath(privateId(secret, pageId, 'feedback')),
    async insert(db, entry) {
      await insert(db, entry, hashOfId(privateId(secret, entry.pageId, 'feedback')));
      await whenStored(db, entry);
    },
    async replace(db, entry) {
      await replace(db, entry);
      await whenStored(db, entry);
    },
  };
}

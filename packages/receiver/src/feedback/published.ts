/** What everybody can read of feedback: answers to what its writers let be shown, and numbers. */
import {
  type AnsweredFeedback,
  DEFAULT_TIME_ZONE,
  type FeedbackAnswers,
  type FeedbackChannel,
} from '@puntari/contracts';
import { type SelectQueryBuilder, sql } from 'kysely';

import type { Queryable } from '../database/database.js';
import type { Tables } from '../database/schema.js';
import { dayOf } from './days.js';
import { feedbackRows, type FeedbackState, lastOf, publicText, stateFrom } from './record.js';
import { entriesOfChannel } from './store.js';

/** A published answer, and when it was recorded. */
export interface DatedAnswer {
  readonly answer: AnsweredFeedback;
  readonly at: string;
}

/**
 * The feedback of a channel about which something was recorded. Most has no answer and is not looked at: the plus keeps
 * SQLite from going through all of the channel.
 */
const recordedRows = <T>(rows: SelectQueryBuilder<Tables, 'feedback', T>, channelId: string) =>
  rows
    .where(sql<string>`+feedback.channel_id`, '=', channelId)
    .where('id', 'in', (within) => within.selectFrom('feedbackEntries').select('feedbackId'));

/** Another one as soon as anything of the channel has changed, also by another process. */
export async function markOf(db: Queryable, channelId: string): Promise<string> {
  const row = await db
    .selectFrom('feedback')
    .select(({ fn }) => [fn.max('updatedAt').as('updatedAt'), fn.countAll<number>().as('count')])
    .where('channelId', '=', channelId)
    .executeTakeFirstOrThrow();
  return JSON.stringify(row);
}

/**
 * Another one as soon as an answer may have changed. What was recorded last is told by its id: numbers of lines that were
 * deleted with a feedback are given out again.
 */
export async function answersMarkOf(db: Queryable, channelId: string): Promise<string> {
  const last = await db
    .selectFrom('feedbackEntries')
    .select('id')
    .orderBy('line', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { count } = await db
    .selectFrom('feedbackEntries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { updatedAt } = await recordedRows(db.selectFrom('feedback'), channelId)
    .select(({ fn }) => fn.max('updatedAt').as('updatedAt'))
    .executeTakeFirstOrThrow();
  return JSON.stringify({ last: last?.id, count, updatedAt });
}

function answerOf(state: FeedbackState, timeZone: string): DatedAnswer | undefined {
  const outcome = lastOf(state.entries, 'outcome');
  const moderation = lastOf(state.entries, 'moderation');
  const text = publicText(state);
  const isShown = state.forgottenAt === null && text !== undefined;
  if (!outcome || !moderation || !isShown) return undefined;
  const { reference, receivedAt, submission } = state;
  const { kind, subject, lang } = submission;
  const answer = {
    reference,
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subject }),
    receivedOn: dayOf(receivedAt, timeZone),
    lang,
    text,
    ...outcome.change.outcome,
  };
  const at = [outcome.recordedAt, moderation.recordedAt].sort().at(-1) ?? outcome.recordedAt;
  return { answer, at };
}

/** The answers of a channel, newest first. */
export async function answersOf(db: Queryable, channel: FeedbackChannel): Promise<DatedAnswer[]> {
  const entries = await entriesOfChannel(db, channel.id);
  const rows = await recordedRows(feedbackRows(db), channel.id).execute();
  const { timeZone = DEFAULT_TIME_ZONE } = channel;
  return rows
    .map((row) => answerOf(stateFrom(row, entries.get(row.id) ?? []), timeZone))
    .filter((answer): answer is DatedAnswer => answer !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The same as a record; its version changes with what stands in it. */
export function answersRecord(
  channel: FeedbackChannel,
  answers: readonly DatedAnswer[],
): FeedbackAnswers {
  const { id, timeZone, version } = channel;
  const [newest] = answers;
  return {
    schemaVersion: 1,
    version: `${version}+${String(answers.length)}+${newest?.at ?? '0'}`,
    // Without the title of the channel: that asks for feedback, and this is what came of it.
    id: `${id.slice(0, 60)}-answers`,
    ...(timeZone === undefined ? {} : { timeZone }),
    answers: answers.map(({ answer }) => answer),
  };
}

/** The end of retention of feedback: words, contacts and files go when the promised day begins, what can be counted stays. */
import { DEFAULT_TIME_ZONE, type FeedbackChannel } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { forgetFeedback } from '../feedback/forget.js';
import { midnight } from '../submissions/correcting.js';

export interface ExpiredFeedback {
  readonly channelId: string;
  /** The date that was promised. */
  readonly retainUntil: string;
  /** How many there are with words. */
  readonly count: number;
}

/** Writes down what each channel promises: of one whose record leaves the content folder the feedback stays. */
export async function rememberFeedbackRetention(
  db: Db,
  channels: Iterable<FeedbackChannel>,
): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { id: channelId, privacy, timeZone = DEFAULT_TIME_ZONE } of channels) {
      const promise = { retainUntil: privacy.retainUntil, timeZone };
      await within
        .insertInto('feedbackRetention')
        .values({ channelId, ...promise })
        .onConflict((conflict) => conflict.column('channelId').doUpdateSet(promise))
        .execute();
    }
  });
}

/** The channels whose day has come and that have words left. */
export async function findExpiredFeedback(db: Queryable, now: Date): Promise<ExpiredFeedback[]> {
  const rows = await db
    .selectFrom('feedbackRetention as promised')
    .innerJoin('feedback', 'feedback.channelId', 'promised.channelId')
    .select(['promised.channelId', 'promised.retainUntil', 'promised.timeZone'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('feedback.forgottenAt', 'is', null)
    .groupBy(['promised.channelId', 'promised.retainUntil', 'promised.timeZone'])
    .orderBy('promised.channelId')
    .execute();
  return rows
    .filter(({ retainUntil, timeZone }) => now.getTime() >= midnight(retainUntil, timeZone))
    .map(({ channelId, retainUntil, count }) => ({ channelId, retainUntil, count }));
}

/** Deletes what has to be deleted by now, and tells how much that was. */
export async function purgeFeedback(db: Db, now: Date): Promise<ExpiredFeedback[]> {
  const expired = await db.transaction().execute(async (within) => {
    const found = await findExpiredFeedback(within, now);
    for (const { channelId } of found) {
      const rows = await within
        .selectFrom('feedback')
        .select('id')
        .where('channelId', '=', channelId)
        .where('forgottenAt', 'is', null)
        .execute();
      for (const { id } of rows) await forgetFeedback(within, id, now.toISOString());
    }
    return found;
  });
  if (expired.length > 0) await emptyLog(db);
  return expired;
}

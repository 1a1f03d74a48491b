/**
 * The end of retention of proposals: everything of those who proposed goes when the day begins that their call promised.
 * Topics that were made of proposals are the public's and stay, without the names.
 */
import { DEFAULT_TIME_ZONE, type TopicCall } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { midnight } from '../submissions/correcting.js';

export interface ExpiredCall {
  readonly callId: string;
  /** The date that was promised. */
  readonly retainUntil: string;
  /** How many proposals there are. */
  readonly count: number;
}

/** Writes down what each call promises. The promise stays when its record leaves the content folder. */
export async function rememberCalls(db: Db, calls: Iterable<TopicCall>): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { id: callId, privacy, timeZone = DEFAULT_TIME_ZONE } of calls) {
      const promise = { retainUntil: privacy.retainUntil, timeZone };
      await within
        .insertInto('topicCallRetention')
        .values({ callId, ...promise })
        .onConflict((conflict) => conflict.column('callId').doUpdateSet(promise))
        .execute();
    }
  });
}

/** The calls whose day has come and that have proposals left. */
export async function findExpiredCalls(db: Queryable, now: Date): Promise<ExpiredCall[]> {
  const rows = await db
    .selectFrom('topicCallRetention as promise')
    .innerJoin('topicProposals as own', 'own.callId', 'promise.callId')
    .select(['promise.callId', 'promise.retainUntil', 'promise.timeZone'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['promise.callId', 'promise.retainUntil', 'promise.timeZone'])
    .orderBy('promise.callId')
    .execute();
  return rows
    .filter(({ retainUntil, timeZone }) => now.getTime() >= midnight(retainUntil, timeZone))
    .map(({ callId, retainUntil, count }) => ({ callId, retainUntil, count }));
}

async function deleteCall(within: Queryable, callId: string): Promise<void> {
  const gone = await within
    .selectFrom('topicProposals')
    .select(['id', 'reference'])
    .where('callId', '=', callId)
    .execute();
  for (const { id, reference } of gone) {
    await within.deleteFrom('topicProposalHistory').where('entryId', '=', id).execute();
    await within.deleteFrom('topicProposalContacts').where('proposalId', '=', id).execute();
    await within.deleteFrom('sentKeys').where('reference', '=', reference).execute();
    await within.deleteFrom('topicProposals').where('id', '=', id).execute();
    await within.deleteFrom('receipts').where('reference', '=', reference).execute();
  }
}

/** Deletes what has to be deleted by now, and tells how much that was. */
export async function purgeCalls(db: Db, now: Date): Promise<ExpiredCall[]> {
  const expired = await db.transaction().execute(async (within) => {
    const found = await findExpiredCalls(within, now);
    for (const { callId } of found) await deleteCall(within, callId);
    return found;
  });
  if (expired.length > 0) await emptyLog(db);
  return expired;
}

/** Supporting a topic, without an account: one key of one browser counts once. Nothing is stored of who it was. */
import { createHmac } from 'node:crypto';

import type { Topic, TopicStatus } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';

/** As long as nobody has chosen. */
const SUPPORTABLE: readonly TopicStatus[] = ['proposed', 'checked', 'on-list'];

/** Whether a topic still takes support. */
export const takesSupport = ({ status, supportUntil }: Topic, now: Date): boolean =>
  SUPPORTABLE.includes(status) &&
  (supportUntil === undefined || now.getTime() < Date.parse(supportUntil));

/** With the topic in it, so that nobody can tell which topics one browser supports. */
const hashOfKey = (secret: string, topicId: string, key: string): string =>
  createHmac('sha256', secret).update(`support\n${topicId}\n${key}`).digest('base64url');

export interface Support {
  readonly topicId: string;
  readonly secret: string;
  readonly key: string;
}

const rowOf = ({ topicId, secret, key }: Support) => ({
  topicId,
  keyHash: hashOfKey(secret, topicId, key),
});

export async function hasSupported(db: Queryable, support: Support): Promise<boolean> {
  const { topicId, keyHash } = rowOf(support);
  const row = await db
    .selectFrom('topicSupports')
    .select('keyHash')
    .where('topicId', '=', topicId)
    .where('keyHash', '=', keyHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Twice is once, also when both come at the same time. */
export async function addSupport(db: Queryable, support: Support): Promise<void> {
  await db
    .insertInto('topicSupports')
    .values(rowOf(support))
    .onConflict((conflict) => conflict.columns(['topicId', 'keyHash']).doNothing())
    .execute();
}

export async function takeBackSupport(db: Queryable, support: Support): Promise<void> {
  const { topicId, keyHash } = rowOf(support);
  await db
    .deleteFrom('topicSupports')
    .where('topicId', '=', topicId)
    .where('keyHash', '=', keyHash)
    .execute();
}

/** How many there are in the database, by topic; of all, or of one. */
export async function supportsByTopic(
  db: Queryable,
  topicId?: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('topicSupports')
    .select('topicId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$if(topicId !== undefined, (query) => query.where('topicId', '=', topicId ?? ''))
    .groupBy('topicId')
    .execute();
  return new Map(rows.map(({ topicId, count }) => [topicId, count]));
}

/** Files of feedback. They stand in the database, so that one file is all there is to back up, and to delete from. */
import { createHash, randomUUID } from 'node:crypto';

import type { AttachmentType, FeedbackAttachment } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { AFTER_FORM_KEYS, FORM_KEY, formKeysSince } from '../submissions/store.js';

/** A form is filled in within a day; what nobody sent by then was given up. */
const UNUSED_MS = 24 * 60 * 60 * 1000;
/** What may lie there that belongs to nothing yet: it keeps a stranger from filling the disk. */
const MAX_UNUSED_BYTES = 500_000_000;
const RETRY_SECONDS = 60 * 60;

export interface NewFile {
  readonly channelId: string;
  readonly key: string;
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: Buffer;
  /** The network that it comes from. */
  readonly sender: string;
  readonly now: Date;
}

const COLUMNS = ['id', 'name', 'type', 'size'] as const;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A row as the record that its sender is answered with. */
const recordOf = ({ id, name, type, size }: Row): FeedbackAttachment => ({
  id,
  name,
  type: type as AttachmentType,
  size,
});

/** The answer that was given under a key before. Whoever sends another file under it gets the first one's answer. */
export async function findByKey(
  db: Queryable,
  channelId: string,
  key: string,
): Promise<FeedbackAttachment | undefined> {
  const row = await db
    .selectFrom('attachments')
    .select(COLUMNS)
    .where('channelId', '=', channelId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && recordOf(row);
}

/**
 * Lets go of what files of form posts were known by, once they belong to feedback and a second press is no longer to be
 * expected: the same sent later is another feedback, with files of its own, and nothing is kept of who sent it.
 */
export async function dropOldFileKeys(db: Queryable, channelId: string, now: Date): Promise<void> {
  await db
    .updateTable('attachments')
    .set(({ ref }) => ({ key: ref('id') }))
    .where('channelId', '=', channelId)
    .where('key', '>=', FORM_KEY)
    .where('key', '<', AFTER_FORM_KEYS)
    .where('receivedAt', '<', formKeysSince(now))
    .where('feedbackId', 'is not', null)
    .execute();
}

/**
 * Room for a file that belongs to nothing yet. A network may take as much of it as it leaves to all others: a school with
 * one address has plenty, and whoever fills what they can has not filled it for anybody else.
 *
 * @throws HttpProblem - `rate-limited`, with when to try again.
 */
async function demandRoom(db: Queryable, size: number, sender: string): Promise<void> {
  const sums = await db
    .selectFrom('attachments')
    .select(({ fn }) => ['sender', fn.sum<number>('size').as('used')])
    .where('feedbackId', 'is', null)
    .groupBy('sender')
    .execute();
  const left = MAX_UNUSED_BYTES - size - sums.reduce((sum, { used }) => sum + used, 0);
  const own = size + (sums.find((one) => one.sender === sender)?.used ?? 0);
  if (left >= 0 && own <= left) return;
  const detail =
    left < 0
      ? 'There is no room for more files that belong to no feedback yet. Try again in an hour'
      : 'Too many files from this network belong to no feedback yet. Send the feedback that they are for, or try again later';
  throw new HttpProblem('rate-limited', { detail, retryAfter: RETRY_SECONDS });
}

/** Keeps a file that was checked, for feedback that is still to come. */
export function keepFile(db: Db, file: NewFile): Promise<FeedbackAttachment> {
  return db.transaction().execute(async (within) => {
    const { channelId, key, name, type, bytes, sender, now } = file;
    const known = await findByKey(within, channelId, key);
    if (known) return known;
    await demandRoom(within, bytes.length, sender);
    const row = { id: randomUUID(), name, type, size: bytes.length };
    const hash = createHash('sha256').update(bytes).digest('base64url');
    await within
      .insertInto('attachments')
      .values({ ...row, channelId, key, hash, data: bytes, sender, receivedAt: now.toISOString() })
      .execute();
    return recordOf(row);
  });
}

/** Those of some ids that there are in a channel, in the order of the ids. */
export async function findFiles(
  db: Queryable,
  channelId: string,
  ids: readonly string[],
): Promise<FeedbackAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('attachments')
    .select(COLUMNS)
    .where('channelId', '=', channelId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(recordOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/**
 * Makes files those of one feedback, and deletes what it had before and has no longer.
 *
 * @throws HttpProblem - `invalid` when one has gone, or belongs to something else.
 */
export async function claimFiles(
  db: Queryable,
  feedbackId: string,
  files: readonly FeedbackAttachment[] = [],
): Promise<void> {
  const ids = files.map(({ id }) => id);
  const dropped = db.deleteFrom('attachments').where('feedbackId', '=', feedbackId);
  await (ids.length > 0 ? dropped.where('id', 'not in', ids) : dropped).execute();
  if (ids.length === 0) return;
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set({ feedbackId, sender: null })
    .where('id', 'in', ids)
    .where(({ eb, or }) => or([eb('feedbackId', 'is', null), eb('feedbackId', '=', feedbackId)]))
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== ids.length) {
    throw new HttpProblem('invalid', { errors: [{ pointer: '/attachments', code: 'gone' }] });
  }
}

export interface StoredFile {
  readonly name: string;
  readonly type: AttachmentType;
  readonly data: Buffer;
}

/** A file that belongs to feedback, with its bytes. */
export async function readFile(db: Db, id: string): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('attachments')
    .select(['name', 'type', 'data'])
    .where('id', '=', id)
    .where('feedbackId', 'is not', null)
    .executeTakeFirst();
  return row && { name: row.name, type: row.type as AttachmentType, data: Buffer.from(row.data) };
}

/** Deletes what was sent and never became a part of feedback. */
export async function purgeUnusedFiles(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - UNUSED_MS).toISOString();
  const { numDeletedRows } = await db
    .deleteFrom('attachments')
    .where('feedbackId', 'is', null)
    .where('receivedAt', '<', before)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await emptyLog(db);
  return Number(numDeletedRows);
}

/** What was recorded about feedback, in the database: lines are added, never changed. */
import { randomUUID } from 'node:crypto';

import type { Queryable } from '../database/database.js';
import type { FeedbackChange } from './change.js';

/** One line of what officers recorded. */
export interface FeedbackEntry {
  readonly id: string;
  readonly feedbackId: string;
  /** Of the feedback with this one. */
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** How often the writer had sent it by then: what is shown is of these words and of no others. */
  readonly revision: number;
  readonly change: FeedbackChange;
}

export interface NewFeedbackEntry extends Omit<FeedbackEntry, 'id'> {
  readonly key: string;
  readonly bodyHash: string;
}

const COLUMNS = ['id', 'feedbackId', 'version', 'recordedAt', 'recordedBy', 'change'] as const;

interface Row {
  readonly id: string;
  readonly feedbackId: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly change: string;
}

const entryOf = ({ change: json, ...row }: Row): FeedbackEntry => {
  const { revision, ...change } = JSON.parse(json) as FeedbackChange & { revision: number };
  return { ...row, revision, change };
};

/** Everything that was recorded about some feedback, oldest first. */
export async function entriesOf(db: Queryable, feedbackId: string): Promise<FeedbackEntry[]> {
  const rows = await db
    .selectFrom('feedbackEntries')
    .select(COLUMNS)
    .where('feedbackId', '=', feedbackId)
    .orderBy('line')
    .execute();
  return rows.map(entryOf);
}

/** Everything that was recorded about the feedback of a channel, by the feedback. */
export async function entriesOfChannel(
  db: Queryable,
  channelId: string,
): Promise<Map<string, FeedbackEntry[]>> {
  const rows = await db
    .selectFrom('feedbackEntries')
    .innerJoin('feedback', 'feedback.id', 'feedbackEntries.feedbackId')
    .select(COLUMNS.map((name) => `feedbackEntries.${name}` as const))
    .where('feedback.channelId', '=', channelId)
    .orderBy('line')
    .execute();
  const found = new Map<string, FeedbackEntry[]>();
  for (const row of rows) {
    const known = found.get(row.feedbackId);
    if (known) known.push(entryOf(row));
    else found.set(row.feedbackId, [entryOf(row)]);
  }
  return found;
}

/** What was recorded under a key before, with the hash of what was sent. */
export async function entryUnderKey(
  db: Queryable,
  feedbackId: string,
  key: string,
): Promise<{ readonly entry: FeedbackEntry; readonly bodyHash: string } | undefined> {
  const row = await db
    .selectFrom('feedbackEntries')
    .select([...COLUMNS, 'bodyHash'])
    .where('feedbackId', '=', feedbackId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  const { bodyHash, ...rest } = row;
  return { entry: entryOf(rest), bodyHash };
}

export async function addEntry(db: Queryable, entry: NewFeedbackEntry): Promise<FeedbackEntry> {
  const { revision, change, ...rest } = entry;
  const row = { ...rest, id: randomUUID(), change: JSON.stringify({ ...change, revision }) };
  await db.insertInto('feedbackEntries').values(row).execute();
  return { ...row, change, revision };
}

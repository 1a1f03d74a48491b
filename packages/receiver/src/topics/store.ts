/** What was recorded about topics, in the database: lines are added, never changed. */
import { randomUUID } from 'node:crypto';

import type { Topic } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import type { Change } from './change.js';

/** One line of the history of a topic. */
export interface Entry {
  readonly id: string;
  readonly topicId: string;
  /** How many entries the topic has with this one. */
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly change: Change;
  /** The topic before and after, without the names of proposers; before the first it is that of the content folder. */
  readonly before: Topic | null;
  readonly after: Topic;
}

/** An entry that is about to be stored. */
export interface NewEntry extends Omit<Entry, 'id'> {
  readonly key: string;
  readonly bodyHash: string;
}

interface Row {
  readonly id: string;
  readonly topicId: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly change: string;
  readonly before: string | null;
  readonly after: string;
}

const entryOf = ({ change, before, after, ...row }: Row): Entry => ({
  id: row.id,
  topicId: row.topicId,
  version: row.version,
  recordedAt: row.recordedAt,
  change: JSON.parse(change) as Change,
  before: before === null ? null : (JSON.parse(before) as Topic),
  after: JSON.parse(after) as Topic,
});

const COLUMNS = ['id', 'topicId', 'version', 'recordedAt', 'change', 'before', 'after'] as const;

/** Everything that was recorded about a topic, oldest first. */
export async function entriesOf(db: Queryable, topicId: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('topicEntries')
    .select(COLUMNS)
    .where('topicId', '=', topicId)
    .orderBy('line')
    .execute();
  return rows.map(entryOf);
}

/** Topics as they were left by their last entry, in the order in which they got their first. */
export async function recordedTopics(db: Queryable, topicId?: string): Promise<Topic[]> {
  const rows = await db
    .selectFrom('topicEntries as last')
    .innerJoin('topicEntries as first', (join) =>
      join.onRef('first.topicId', '=', 'last.topicId').on('first.version', '=', 1),
    )
    .select('last.after')
    .where(({ eb, selectFrom }) =>
      eb(
        'last.version',
        '=',
        selectFrom('topicEntries as any')
          .select(({ fn }) => fn.max('any.version').as('version'))
          .whereRef('any.topicId', '=', 'last.topicId'),
      ),
    )
    .$if(topicId !== undefined, (query) => query.where('last.topicId', '=', topicId ?? ''))
    .orderBy('first.line')
    .execute();
  return rows.map(({ after }) => JSON.parse(after) as Topic);
}

/** What was recorded under a key before, with the hash of what was sent. */
export async function entryUnderKey(
  db: Queryable,
  { topicId, key }: Pick<NewEntry, 'topicId' | 'key'>,
): Promise<{ readonly entry: Entry; readonly bodyHash: string } | undefined> {
  const row = await db
    .selectFrom('topicEntries')
    .select([...COLUMNS, 'bodyHash'])
    .where('topicId', '=', topicId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { entry: entryOf(row), bodyHash: row.bodyHash };
}

export async function addEntry(db: Queryable, entry: NewEntry): Promise<Entry> {
  const row = {
    ...entry,
    id: randomUUID(),
    change: JSON.stringify(entry.change),
    before: entry.before && JSON.stringify(entry.before),
    after: JSON.stringify(entry.after),
  };
  await db.insertInto('topicEntries').values(row).execute();
  return entryOf(row);
}

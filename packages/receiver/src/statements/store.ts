/** What was recorded about statements, in the database: lines are added, never changed. */
import { randomUUID } from 'node:crypto';

import type { Response } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import type { Change } from './change.js';

/** One line of the history of an item. */
export interface Entry {
  readonly id: string;
  readonly itemId: string;
  /** How many entries the item has with this one. */
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly change: Change;
  /** The answer before and after; before the first it is that of the content folder, where there is one. */
  readonly before: Response | null;
  readonly after: Response;
}

/** An entry that is about to be stored. */
export interface NewEntry extends Omit<Entry, 'id'> {
  readonly statementId: string;
  readonly key: string;
  readonly bodyHash: string;
}

interface Row {
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly change: string;
  readonly before: string | null;
  readonly after: string;
}

const entryOf = ({ id, itemId, version, recordedAt, change, before, after }: Row): Entry => ({
  id,
  itemId,
  version,
  recordedAt,
  change: JSON.parse(change) as Change,
  before: before === null ? null : (JSON.parse(before) as Response),
  after: JSON.parse(after) as Response,
});

const COLUMNS = ['id', 'itemId', 'version', 'recordedAt', 'change', 'before', 'after'] as const;

/** Everything that was recorded about a statement, or about one of its items, oldest first. */
export async function entriesOf(
  db: Queryable,
  statementId: string,
  itemId?: string,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('statementEntries')
    .select(COLUMNS)
    .where('statementId', '=', statementId)
    .$if(itemId !== undefined, (query) => query.where('itemId', '=', itemId ?? ''))
    .orderBy('line')
    .execute();
  return rows.map(entryOf);
}

/** Entries by the item that they are about, in their order. */
export function byItem(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const items = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = items.get(entry.itemId);
    if (known) known.push(entry);
    else items.set(entry.itemId, [entry]);
  }
  return items;
}

/** The number of the last line about a statement: another one as soon as anything was recorded. 0 when nothing was. */
export async function lastLineOf(db: Queryable, statementId: string): Promise<number> {
  const row = await db
    .selectFrom('statementEntries')
    .select(({ fn }) => fn.max('line').as('line'))
    .where('statementId', '=', statementId)
    .executeTakeFirst();
  return row?.line ?? 0;
}

/** What was recorded under a key before, with the hash of what was sent. */
export async function entryUnderKey(
  db: Queryable,
  { statementId, itemId, key }: Pick<NewEntry, 'statementId' | 'itemId' | 'key'>,
): Promise<{ readonly entry: Entry; readonly bodyHash: string } | undefined> {
  const row = await db
    .selectFrom('statementEntries')
    .select([...COLUMNS, 'bodyHash'])
    .where('statementId', '=', statementId)
    .where('itemId', '=', itemId)
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
  await db.insertInto('statementEntries').values(row).execute();
  return entryOf(row);
}

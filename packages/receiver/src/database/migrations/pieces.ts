/** What several migrations are made of. It belongs to those that have been released, so it is never changed either. */
import { type Kysely, type Migration, sql } from 'kysely';

import { hashOfId, privateId } from '../../submissions/private-link.js';

export const ENTRY_COLUMNS = `
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE REFERENCES receipts (reference),
  received_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  lang TEXT NOT NULL,
  fill_seconds INTEGER,
  submission TEXT NOT NULL CHECK (json_valid(submission))`;

export const historyTable = (name: string, entries: string): string => `
  CREATE TABLE ${name} (
    line INTEGER PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES ${entries} (id),
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    by TEXT NOT NULL,
    comment TEXT,
    submission TEXT CHECK (submission IS NULL OR json_valid(submission))
  ) STRICT`;

/** Whoever has the file can still do anything with it; no fault of a program can. */
export const neverAgain = (
  act: 'UPDATE' | 'DELETE',
  of: 'statement' | 'topic' = 'statement',
): string =>
  `CREATE TRIGGER ${of}_entries_no_${act.toLowerCase()} BEFORE ${act} ON ${of}_entries
  BEGIN SELECT RAISE(ABORT, 'what was recorded about a ${of} is never changed'); END`;

export async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export const fromStatements = (statements: readonly string[]): Migration => ({
  up: (db: Kysely<unknown>) => run(db, statements),
});

interface Received {
  readonly id: string;
  readonly page_id: string;
  readonly secret: string;
}

/** A private link for each entry of a table, also for those that are there: it is made from what the receipt has. */
export async function addPrivateLinks(
  db: Kysely<unknown>,
  table: 'registrations' | 'feedback' | 'topic_proposals',
  kind?: 'feedback' | 'proposal',
): Promise<void> {
  const own = sql.raw(table);
  await sql`ALTER TABLE ${own} ADD COLUMN manage_hash TEXT`.execute(db);
  const { rows } = await sql<Received>`
    SELECT own.id, receipts.page_id, settings.value AS secret
    FROM ${own} AS own
    JOIN receipts ON receipts.reference = own.reference
    JOIN settings ON settings.name = 'secret'`.execute(db);
  for (const { id, page_id, secret } of rows) {
    const hash = hashOfId(privateId(secret, page_id, kind));
    await sql`UPDATE ${own} SET manage_hash = ${hash} WHERE id = ${id}`.execute(db);
  }
  await run(db, [`CREATE UNIQUE INDEX ${table}_by_manage_hash ON ${table} (manage_hash)`]);
}

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { CamelCasePlugin, Kysely, Migrator, sql, type Transaction } from 'kysely';
import Libsql from 'libsql';

import { LibsqlDialect } from './dialect.js';
import { migrationProvider } from './migrations.js';
import type { Tables } from './schema.js';

export type Db = Kysely<Tables>;
/** A database or a transaction in it; what a query function takes. */
export type Queryable = Db | Transaction<Tables>;

/** How long a statement waits for another process that writes to the same file. */
const BUSY_TIMEOUT_MS = 5000;

const BUSY = 'SQLITE_BUSY';
const WAITED =
  `. Another program has been writing to it for ${String(BUSY_TIMEOUT_MS / 1000)} seconds: ` +
  'end that program, or wait for it, and try again.';

/** Why a database cannot be used, for whoever chose it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(path: string, what: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : JSON.stringify(cause);
    const { code } = (cause ?? {}) as { readonly code?: unknown };
    super(`The database "${path}" could not be ${what}: ${reason}${code === BUSY ? WAITED : ''}`);
  }
}

function connect(path: string): Libsql.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new Libsql(path);
    // First of all: the others may have to wait for another process already.
    database.pragma(`busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What a resident deletes is overwritten, not only struck from the table of contents.
    database.pragma('secure_delete = ON');
    return database;
  } catch (error) {
    throw new DatabaseError(path, 'opened', error);
  }
}

/**
 * Empties the file of what was written last (`-wal`). What was deleted is overwritten in the database itself; there it
 * would stand until something else is written over it.
 */
export async function emptyLog(db: Db): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

/**
 * Opens the database, makes it when it is not there, and brings its tables up to date.
 *
 * @param path - The file; `:memory:` for a database that lives as long as the process.
 * @throws DatabaseError - When it cannot be opened, or a newer version has changed it.
 */
export async function openDatabase(path: string): Promise<Db> {
  const db = new Kysely<Tables>({
    dialect: new LibsqlDialect(connect(path)),
    plugins: [new CamelCasePlugin()],
  });
  // Without the plugin: the migrator's own tables have names of their own.
  const migrator = new Migrator({ db: db.withoutPlugins(), provider: migrationProvider });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new DatabaseError(path, 'brought up to date', error);
  }
  return db;
}

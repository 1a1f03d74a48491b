/** SQLite by libsql, so that a wait for another process that takes too long fails one request and not all that follow. */
import {
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type Libsql from 'libsql';

/**
 * Takes the write lock. Not as a prepared statement: one that waited in vain stays open until it is collected as garbage,
 * and while it is, SQLite commits nothing over this connection ("SQL statements in progress").
 */
const takeLock = (database: Libsql.Database): void => {
  database.exec('begin immediate');
};

const isInTransaction = (database: Libsql.Database): boolean => database.inTransaction;

/** Something that is written outside a transaction gets one of its own, for the same reason. */
function runAlone<T>(database: Libsql.Database, run: () => T): T {
  if (isInTransaction(database)) return run();
  takeLock(database);
  try {
    const result = run();
    database.exec('commit');
    return result;
  } catch (error) {
    // Some errors have ended it already.
    if (isInTransaction(database)) database.exec('rollback');
    throw error;
  }
}

const guarded = (database: Libsql.Database): SqliteDatabase => ({
  close: () => {
    database.close();
  },
  prepare(text) {
    const statement = database.prepare(text) as unknown as SqliteStatement;
    return {
      reader: statement.reader,
      all: (parameters) => statement.all(parameters),
      iterate: (parameters) => statement.iterate(parameters),
      run: (parameters) => runAlone(database, () => statement.run(parameters)),
    };
  },
});

/**
 * Takes the write lock when a transaction begins. With SQLite's own default a transaction that first reads and then
 * writes fails at once, without waiting, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database: guarded(database) });
    this.#database = database;
  }

  override beginTransaction(): Promise<void> {
    return new Promise((resolve) => {
      takeLock(this.#database);
      resolve();
    });
  }

  /** A full disk has ended the transaction already. To end it again would fail, and hide what was wrong. */
  override rollbackTransaction(): Promise<void> {
    return new Promise((resolve) => {
      if (isInTransaction(this.#database)) this.#database.exec('rollback');
      resolve();
    });
  }
}

/**
 * Brings tables up to date within one transaction, which SQLite can do and Kysely does not ask it for. A start that ends half-way
 * has then changed nothing and can be begun again, and of two at once the second finds the work done.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class LibsqlDialect extends SqliteDialect {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database: guarded(database) });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

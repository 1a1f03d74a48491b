import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { sql } from 'kysely';
import Libsql from 'libsql';

import type { Log } from '../http/log.js';
import { makeFolder, type TestFolder } from '../testing/folder.js';
import { FEEDBACK, SUBMISSION } from '../testing/records.js';
import {
  FEEDBACK_URL,
  newKey,
  openPage,
  PANEL_URL,
  postJson,
  receiptOf,
  startReceiver,
} from '../testing/receiver.js';
import { CALL_URL, PROPOSAL, TOPIC_CONTENT } from '../testing/topics.js';
import { DatabaseError, type Db, openDatabase, type Queryable } from './database.js';
import { MIGRATIONS } from './migrations.js';
import { getSecret } from './secret.js';

let folder: TestFolder;
let path: string;
let open: Db[] = [];

beforeEach(() => {
  folder = makeFolder();
  path = join(folder.path, 'made', 'when needed', 'puntari.db');
});

afterEach(async () => {
  await Promise.all(open.map((db) => db.destroy()));
  open = [];
  folder.remove();
});

async function openIt(): Promise<Db> {
  const db = await openDatabase(path);
  open.push(db);
  return db;
}

describe('a database that is opened again', () => {
  it('runs each migration once and keeps what is in it', async () => {
    const receiver = await startReceiver({ db: await openIt() });
    const headers = { 'idempotency-key': newKey() };
    const first = receiptOf(await postJson(receiver.app, PANEL_URL, SUBMISSION, headers));
    await receiver.close();
    open = [];

    const again = await startReceiver({ db: await openIt() });
    const second = receiptOf(await postJson(again.app, PANEL_URL, SUBMISSION, headers));
    const { rows } = await sql`SELECT name FROM kysely_migration`.execute(again.db);
    assert.deepEqual(second, first);
    assert.equal(rows.length, Object.keys(MIGRATIONS).length);
    await again.close();
    open = [];
  });

  it('keeps its secret', async () => {
    assert.equal(await getSecret(await openIt()), await getSecret(await openIt()));
  });

  it('that another program is writing to says how long was waited, and what to do', () => {
    const cause = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    assert.match(
      new DatabaseError('puntari.db', 'used', cause).message,
      /"puntari\.db" could not be used: database is locked\. .* for 5 seconds: end that program/,
    );
  });

  it('is refused when a newer version has changed it', async () => {
    const db = await openIt();
    await sql`INSERT INTO kysely_migration VALUES ('9999-later', '2027-01-01')`.execute(db);
    await assert.rejects(openDatabase(path), /could not be brought up to date: .*9999-later/);
  });
});

/** Takes back what later migrations made, so that the file is as the first version left it. */
async function makeOld(db: Db): Promise<void> {
  for (const table of ['topic_proposal_contacts', 'topic_proposal_history', 'topic_proposals']) {
    await sql.raw(`DROP TABLE ${table}`).execute(db);
  }
  for (const table of ['topic_entries', 'topic_supports', 'topic_call_retention']) {
    await sql.raw(`DROP TABLE ${table}`).execute(db);
  }
  await sql`DROP TABLE open311_requests`.execute(db);
  for (const table of ['attachments', 'feedback_entries', 'feedback_retention']) {
    await sql.raw(`DROP TABLE ${table}`).execute(db);
  }
  await sql`DROP INDEX feedback_by_manage_hash`.execute(db);
  await sql`ALTER TABLE feedback DROP COLUMN manage_hash`.execute(db);
  await sql`ALTER TABLE feedback DROP COLUMN forgotten_at`.execute(db);
  await sql`DROP TABLE statement_entries`.execute(db);
  await sql`DROP TABLE retention`.execute(db);
  await sql`DROP TABLE invitations`.execute(db);
  await sql`DROP INDEX registrations_by_manage_hash`.execute(db);
  await sql`ALTER TABLE registrations DROP COLUMN manage_hash`.execute(db);
  await sql`DELETE FROM kysely_migration WHERE name > '0001-start'`.execute(db);
}

describe('a database of the first version', () => {
  it('is brought up to date, and who signed up before gets a private link too', async () => {
    const headers = { 'idempotency-key': newKey() };
    const before = await startReceiver({ db: await openIt() });
    await postJson(before.app, PANEL_URL, SUBMISSION, headers);
    await makeOld(before.db);
    await before.close();
    open = [];

    const after = await startReceiver({ db: await openIt() });
    const { manage = '' } = receiptOf(await postJson(after.app, PANEL_URL, SUBMISSION, headers));
    const page = await openPage(after.app, manage);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Öhman/);
    assert.equal(await after.count('registrations'), 1);
    await after.close();
    open = [];
  });
});

describe('a database from before proposals had private links', () => {
  it('gives one to who has proposed already', async () => {
    const headers = { 'idempotency-key': newKey() };
    const before = await startReceiver({ db: await openIt(), content: TOPIC_CONTENT });
    await postJson(before.app, CALL_URL, PROPOSAL, headers);
    await sql`DROP INDEX topic_proposals_by_manage_hash`.execute(before.db);
    await sql`ALTER TABLE topic_proposals DROP COLUMN manage_hash`.execute(before.db);
    await sql`DROP INDEX attachments_by_sender`.execute(before.db);
    await sql`ALTER TABLE attachments DROP COLUMN sender`.execute(before.db);
    await sql`DELETE FROM kysely_migration WHERE name >= '0009-private-proposals'`.execute(
      before.db,
    );
    await before.close();
    open = [];

    const after = await startReceiver({ db: await openIt(), content: TOPIC_CONTENT });
    const { manage = '' } = receiptOf(await postJson(after.app, CALL_URL, PROPOSAL, headers));
    const page = await openPage(after.app, manage);
    assert.equal(page.statusCode, 200);
    assert.ok(page.body.includes(PROPOSAL.title));
    await after.close();
    open = [];
  });
});

describe('a database that was being brought up to date when the receiver was ended', () => {
  it('is as it was, and is brought up to date by the next start', async () => {
    const before = await startReceiver({ db: await openIt() });
    await postJson(before.app, FEEDBACK_URL, FEEDBACK);
    await makeOld(before.db);
    // Stands for a full disk or a loss of power: the last of what the new version does to this table fails.
    await sql`CREATE TRIGGER full BEFORE UPDATE ON feedback
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`.execute(before.db);
    await before.close();
    open = [];
    await assert.rejects(openDatabase(path), /could not be brought up to date: the disk is full/);

    const disk = new Libsql(path);
    disk.exec('DROP TRIGGER full');
    disk.close();
    const after = await startReceiver({ db: await openIt() });
    assert.equal(await after.count('feedback'), 1);
    await after.close();
    open = [];
  });
});

describe('a database', () => {
  it('waits for others, writes ahead and keeps references between tables', async () => {
    const db = await openIt();
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    assert.equal(await pragma('journal_mode'), 'wal');
    assert.equal(await pragma('busy_timeout'), 5000);
    assert.equal(await pragma('foreign_keys'), 1);
  });

  it('takes submissions through two receivers at once, one row a key', async () => {
    const [one, two] = [
      await startReceiver({ db: await openIt() }),
      await startReceiver({ db: await openIt() }),
    ];
    open = [];
    const keys = Array.from({ length: 6 }, newKey);
    const responses = await Promise.all(
      keys.flatMap((key) =>
        [one, two].map(({ app }) =>
          postJson(app, PANEL_URL, SUBMISSION, { 'idempotency-key': key }),
        ),
      ),
    );
    assert.deepEqual([...new Set(responses.map(({ statusCode }) => statusCode))], [201]);
    assert.equal(await one.count('registrations'), keys.length);
    await one.close();
    await two.close();
  });
});

describe('a transaction', () => {
  it('has the database to itself from its first statement, whatever that is', async () => {
    const [one, two] = [await openIt(), await openIt()];
    await sql`PRAGMA busy_timeout = 0`.execute(two);
    await one.transaction().execute(async (db) => {
      await db.selectFrom('settings').selectAll().execute();
      await assert.rejects(
        two.insertInto('settings').values({ name: 'a', value: 'b' }).execute(),
        /locked/,
      );
    });
    await two.insertInto('settings').values({ name: 'a', value: 'b' }).execute();
  });

  it('can be had again after a wait for another process that was in vain', async () => {
    const [one, two] = [await openIt(), await openIt()];
    await sql`PRAGMA busy_timeout = 0`.execute(two);
    const write = (db: Queryable, name: string) =>
      db.insertInto('settings').values({ name, value: '' }).execute();
    const writers = [
      (name: string) => write(two, name),
      (name: string) => two.transaction().execute((db) => write(db, name)),
    ];
    for (const [place, writer] of writers.entries()) {
      await one.transaction().execute(async (db) => {
        await write(db, `one ${String(place)}`);
        await assert.rejects(writer('refused'), /locked/);
      });
      await write(one, `between ${String(place)}`);
      for (const more of ['a', 'b']) await writer(`two ${String(place)} ${more}`);
    }
    const rows = await one.selectFrom('settings').select('name').orderBy('name').execute();
    assert.deepEqual(
      rows.map(({ name }) => name).filter((name) => name.startsWith('two') || name === 'refused'),
      ['two 0 a', 'two 0 b', 'two 1 a', 'two 1 b'],
    );
  });
});

describe('a disk that is full', () => {
  it('is told as such in the log, and what was refused can be sent again when there is room', async () => {
    const db = await openIt();
    const lines: Parameters<Log>[0][] = [];
    const receiver = await startReceiver({ db, log: (line) => lines.push(line) });
    const { rows } = await sql<{ pageCount: number }>`PRAGMA page_count`.execute(db);
    const pages = String(rows[0]?.pageCount);
    await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(db);
    const keys = Array.from({ length: 40 }, newKey);
    const sendAll = async (): Promise<Set<number>> => {
      const sent = keys.map((key) =>
        postJson(receiver.app, PANEL_URL, SUBMISSION, { 'idempotency-key': key }),
      );
      return new Set((await Promise.all(sent)).map(({ statusCode }) => statusCode));
    };
    assert.ok((await sendAll()).has(500));
    const faults = lines.flatMap((line) => ('fault' in line ? [line.fault] : []));
    assert.deepEqual([...new Set(faults)], ['SqliteError SQLITE_FULL']);

    await sql`PRAGMA max_page_count = 100000`.execute(db);
    assert.deepEqual([...(await sendAll())], [201]);
    assert.equal(await receiver.count('registrations'), keys.length);
    await receiver.close();
    open = [];
  });
});

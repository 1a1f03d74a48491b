import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { sql } from 'kysely';

import type { Tables } from '../database/schema.js';
import { FEEDBACK, SUBMISSION } from '../testing/records.js';
import {
  FEEDBACK_URL,
  newKey,
  PANEL_URL,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

/** Makes the database fail where a table would be written. */
const failAt = (
  receiver: TestReceiver,
  table: string,
  act: 'INSERT' | 'UPDATE',
): Promise<unknown> =>
  sql
    .raw(`CREATE TRIGGER fail BEFORE ${act} ON ${table} BEGIN SELECT RAISE(ABORT, 'Äijä'); END`)
    .execute(receiver.db);

const ALL: readonly (keyof Tables)[] = [
  'receipts',
  'sentKeys',
  'registrations',
  'registrationSupport',
  'registrationHistory',
  'feedback',
  'feedbackContacts',
  'feedbackHistory',
];

describe('a fault of the database between two rows', () => {
  for (const [url, body, table] of [
    [PANEL_URL, SUBMISSION, 'sent_keys'],
    [PANEL_URL, SUBMISSION, 'registration_support'],
    [PANEL_URL, SUBMISSION, 'registration_history'],
    [FEEDBACK_URL, FEEDBACK, 'sent_keys'],
    [FEEDBACK_URL, FEEDBACK, 'feedback_contacts'],
    [FEEDBACK_URL, FEEDBACK, 'feedback_history'],
  ] as const) {
    it(`at ${table} of ${url} leaves none of them`, async () => {
      const receiver = await startReceiver();
      await failAt(receiver, table, 'INSERT');
      const response = await postJson(receiver.app, url, body);
      const counts = await Promise.all(ALL.map((name) => receiver.count(name)));
      assert.equal(response.statusCode, 500);
      assert.deepEqual(
        counts,
        ALL.map(() => 0),
      );
      await receiver.close();
    });
  }

  it('while replacing leaves what was there', async () => {
    const receiver = await startReceiver();
    const headers = { 'idempotency-key': newKey() };
    await postJson(receiver.app, PANEL_URL, SUBMISSION, headers);
    await failAt(receiver, 'sent_keys', 'UPDATE');
    const changed = { ...SUBMISSION, birthYear: 1981 };
    const response = await postJson(receiver.app, PANEL_URL, changed, headers);
    const row = await receiver.db
      .selectFrom('registrations')
      .select(['revision', 'submission'])
      .executeTakeFirstOrThrow();
    assert.equal(response.statusCode, 500);
    assert.equal(row.revision, 1);
    assert.equal((JSON.parse(row.submission) as typeof SUBMISSION).birthYear, 1980);
    assert.equal(await receiver.count('registrationHistory'), 1);
    await receiver.close();
  });

  it('tells the client that it failed, and nothing else', async () => {
    const receiver = await startReceiver();
    await failAt(receiver, 'registrations', 'INSERT');
    const response = await postJson(receiver.app, PANEL_URL, SUBMISSION);
    assert.deepEqual(problemOf(response), {
      title: 'Something went wrong here',
      status: 500,
      code: 'failed',
    });
    await receiver.close();
  });

  it('can be tried again with the same key', async () => {
    const receiver = await startReceiver();
    const headers = { 'idempotency-key': newKey() };
    await failAt(receiver, 'registrations', 'INSERT');
    await postJson(receiver.app, PANEL_URL, SUBMISSION, headers);
    await sql.raw('DROP TRIGGER fail').execute(receiver.db);
    const response = await postJson(receiver.app, PANEL_URL, SUBMISSION, headers);
    assert.equal(response.statusCode, 201);
    assert.equal(await receiver.count('registrations'), 1);
    await receiver.close();
  });
});

describe('a reference that is taken', () => {
  it('is not given again', async () => {
    const offers = ['A2A-2AA', 'A2A-2AA', 'A2A-2AA', 'C3C-3CC'];
    const receiver = await startReceiver({ createReference: () => offers.shift() ?? 'X9X-9XX' });
    const first = receiptOf(await postJson(receiver.app, PANEL_URL, SUBMISSION));
    const second = receiptOf(await postJson(receiver.app, FEEDBACK_URL, FEEDBACK));
    assert.equal(first.reference, 'A2A-2AA');
    assert.equal(second.reference, 'C3C-3CC');
    await receiver.close();
  });

  it('fails without a row when no other is to be had', async () => {
    const receiver = await startReceiver({ createReference: () => 'A2A-2AA' });
    await postJson(receiver.app, PANEL_URL, SUBMISSION);
    const response = await postJson(receiver.app, PANEL_URL, SUBMISSION);
    assert.equal(response.statusCode, 500);
    assert.equal(await receiver.count('registrations'), 1);
    await receiver.close();
  });
});

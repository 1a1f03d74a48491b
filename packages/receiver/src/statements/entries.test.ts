import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { parseRecord, publishingProblems, type Statement } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import { makeFolder } from '../testing/folder.js';
import { NOW } from '../testing/records.js';
import {
  CONTENT_FILES,
  fileOf,
  newKey,
  OPERATOR_TOKEN,
  postJson,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { STATEMENT } from '../testing/statement.js';

const content = contentOf([...CONTENT_FILES, fileOf('statements', STATEMENT)]);
const RECORD = '/statements/liikenne-2027.json';
const entriesOf = (item: string): string => `/api/statements/liikenne-2027/items/${item}/entries`;
const R1 = entriesOf('r1');
const R2 = entriesOf('r2');

const BY = { recordedBy: 'Aino Virkanen' };
const REJECTED = {
  kind: 'response',
  ...BY,
  response: {
    status: 'rejected',
    text: { fi: 'Pyörätietä ei rakenneta.', sv: 'Cykelvägen byggs inte.' },
    reason: { fi: 'Rahaa ei ole.', sv: 'Det finns inga pengar.' },
    body: { name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen' } },
    decidedOn: '2027-03-16',
  },
};
const HANDLED = {
  kind: 'handling',
  ...BY,
  handling: {
    body: { name: 'Kaupunginhallitus' },
    date: '2027-03-16',
    section: '§ 89',
    proposal: { fi: 'Hyväksytään.' },
    decision: { fi: 'Palautetaan valmisteluun.' },
  },
};
const STEP = {
  kind: 'progress',
  ...BY,
  progress: { on: '2027-06-01', status: 'done', note: { fi: 'Vuoroja on lisätty.' } },
};

let receiver: TestReceiver;
let now = NOW;

const start = (options: Parameters<typeof startReceiver>[0] = {}): Promise<TestReceiver> =>
  startReceiver({ content, operatorToken: OPERATOR_TOKEN, now: () => now, ...options });

beforeEach(async () => {
  now = NOW;
  receiver = await start();
});

afterEach(() => receiver.close());

const AUTHORIZED = { authorization: `Bearer ${OPERATOR_TOKEN}` };

const record = (
  url: string,
  body: unknown,
  version = 0,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> =>
  postJson(receiver.app, url, body, {
    ...AUTHORIZED,
    'if-match': `"${String(version)}"`,
    ...headers,
  });

const read = (url: string): Promise<LightMyRequestResponse> =>
  receiver.app.inject({ url, headers: AUTHORIZED });

const published = async (): Promise<Statement> => (await read(RECORD)).json();
const answerTo = async (id: string): Promise<Statement['items'][number]['response']> =>
  (await published()).items.find((item) => item.id === id)?.response;

describe('an answer that is recorded', () => {
  it('stands in the record that everybody reads, and the rest of it as it was', async () => {
    const answer = await record(R1, REJECTED);
    assert.equal(answer.statusCode, 201);
    const response = { ...REJECTED.response, handling: [], progress: [] };
    const { version, items, ...rest } = await published();
    const { version: _version, items: authored, ...others } = STATEMENT;
    assert.deepEqual(items, [{ ...authored[0], response }, authored[1], authored[2]]);
    assert.deepEqual(rest, others);
    assert.notEqual(version, STATEMENT.version);
  });

  it('changes the tag and the version of the record, so that no page keeps the old one', async () => {
    const before = await read(RECORD);
    await record(R1, REJECTED);
    const after = await receiver.app.inject({
      url: RECORD,
      headers: { 'if-none-match': String(before.headers.etag) },
    });
    assert.equal(after.statusCode, 200);
    assert.notEqual(after.headers.etag, before.headers.etag);
    assert.equal(after.headers['access-control-allow-origin'], '*');
    const again = await receiver.app.inject({
      url: RECORD,
      headers: { 'if-none-match': String(after.headers.etag) },
    });
    assert.equal(again.statusCode, 304);
  });

  it('says who, when and what changed to officers, and to nobody else', async () => {
    await record(R1, { ...REJECTED, note: 'Ensimmäinen vastaus.' });
    const { version, entries } = (await read(R1)).json<{
      version: number;
      entries: Record<string, unknown>[];
    }>();
    assert.equal(version, 1);
    assert.equal(entries[0]?.['recordedAt'], NOW.toISOString());
    assert.deepEqual(entries[0]['changed'], ['status', 'text', 'reason', 'body', 'decidedOn']);
    assert.equal((entries[0]['change'] as { recordedBy: string }).recordedBy, BY.recordedBy);
    for (const path of [
      RECORD,
      '/statements/liikenne-2027/changes',
      '/statements/liikenne-2027/changes.atom',
    ]) {
      const { body } = await read(path);
      assert.doesNotMatch(body, /Virkanen|Ensimmäinen/);
    }
  });

  it('is there after a restart, and for another process on the same file', async () => {
    const folder = makeFolder();
    const path = `${folder.path}/answers.db`;
    await receiver.close();
    receiver = await start({ db: await openDatabase(path) });
    const other = await start({ db: await openDatabase(path) });
    await other.app.inject({ url: RECORD });
    await record(R1, REJECTED);
    const seen = await other.app.inject({ url: RECORD });
    assert.equal(seen.json<Statement>().items[0]?.response?.status, 'rejected');
    await other.close();
    await receiver.close();
    receiver = await start({ db: await openDatabase(path) });
    assert.equal((await answerTo('r1'))?.status, 'rejected');
    folder.remove();
  });

  it('goes with the record into the content folder of another receiver', async () => {
    await record(R1, REJECTED);
    await record(R2, STEP);
    const { body } = await read(RECORD);
    const file = { folder: 'statements', name: STATEMENT.id, text: body } as const;
    const moved = await start({ content: contentOf([file]) });
    const { body: there } = await moved.app.inject({ url: RECORD });
    await moved.close();
    assert.equal(there, body);
  });

  it('takes the place of the one before, which stays in the history', async () => {
    await record(R2, { kind: 'response', ...BY, response: { status: 'done' } });
    const answer = await answerTo('r2');
    assert.equal(answer?.status, 'done');
    assert.equal(answer.text, undefined);
    assert.equal(answer.handling.length, 1);
    assert.equal(answer.progress.length, 1);
    const { entries } = (await read(R2)).json<{ entries: { before: unknown; after: unknown }[] }>();
    assert.equal((entries[0]?.before as { status: string }).status, 'accepted');
  });
});

describe('handlings and progress', () => {
  it('are added to what is there, one body after the other', async () => {
    await record(R2, HANDLED);
    await record(R2, { ...HANDLED, handling: { body: { name: 'Valtuusto' } } }, 1);
    await record(R2, STEP, 2);
    const answer = await answerTo('r2');
    assert.deepEqual(
      answer?.handling.map(({ body }) => body.name),
      ['Tekninen lautakunta', 'Kaupunginhallitus', 'Valtuusto'],
    );
    assert.deepEqual(
      answer.progress.map(({ on }) => on),
      ['2027-05-01', '2027-06-01'],
    );
    assert.equal(answer.status, 'accepted');
  });

  it('of an item that nobody answered leave it awaiting an answer', async () => {
    await record(R1, HANDLED);
    assert.equal((await answerTo('r1'))?.status, 'awaiting');
  });

  for (const [what, entry] of [
    ['a handling', HANDLED],
    ['a step', STEP],
  ] as const) {
    it(`of a fact, which is owed no answer, leave it noted and not awaiting one: ${what}`, async () => {
      await record(entriesOf('fakta-1'), entry);
      assert.equal((await answerTo('fakta-1'))?.status, 'noted');
      await record(entriesOf('fakta-1'), HANDLED, 1);
      assert.equal((await answerTo('fakta-1'))?.status, 'noted');
    });
  }

  it('of a fact whose answer was told to be awaited leave it so', async () => {
    await record(entriesOf('fakta-1'), {
      kind: 'response',
      ...BY,
      response: { status: 'awaiting', due: '2027-12-31' },
    });
    await record(entriesOf('fakta-1'), HANDLED, 1);
    assert.equal((await answerTo('fakta-1'))?.status, 'awaiting');
  });

  it('may set the status of the answer, when that is said', async () => {
    await record(R2, { ...STEP, setsStatus: true });
    assert.equal((await answerTo('r2'))?.status, 'done');
  });

  it('are put right in their place, or taken away', async () => {
    await record(R2, { ...HANDLED, place: 0, note: 'Väärä toimielin.' });
    assert.deepEqual((await answerTo('r2'))?.handling, [HANDLED.handling]);
    await record(R2, { kind: 'progress', ...BY, progress: null, place: 0 }, 1);
    assert.deepEqual((await answerTo('r2'))?.progress, []);
    const { entries } = (await read(R2)).json<{ entries: { before: { progress: unknown[] } }[] }>();
    assert.equal(entries[1]?.before.progress.length, 1);
  });
});

describe('an entry that cannot be recorded', () => {
  const errorsOf = async (url: string, body: unknown): Promise<string[]> => {
    const answer = await record(url, body);
    assert.equal(answer.statusCode, 422, answer.body);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    return (problemOf(answer).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  };
  const response = (fields: object): object => ({ kind: 'response', ...BY, response: fields });

  for (const status of ['partly', 'rejected', 'other-authority']) {
    it(`is "${status}" without a reason`, async () => {
      assert.deepEqual(await errorsOf(R1, response({ status })), ['/response/reason missing']);
    });
  }

  for (const [what, body, errors] of [
    ['has no status', response({}), ['/response/status missing']],
    ['has a status of its own', response({ status: 'postponed' }), ['/response/status unknown']],
    ['has a misspelled field', response({ status: 'done', txt: 'x' }), ['/response/txt unknown']],
    [
      'has a day that there is not',
      response({ status: 'done', due: '2027-02-30' }),
      ['/response/due format'],
    ],
    [
      'has a next step without words',
      response({ status: 'done', next: { by: '2027-02-01' } }),
      ['/response/next/text missing'],
    ],
    [
      'has an e-mail address that is none',
      response({ status: 'done', contact: { email: 'kirjaamo(at)example.fi' } }),
      ['/response/contact/email format'],
    ],
    ['is of a kind of its own', { kind: 'remark', ...BY }, ['/kind unknown']],
    [
      'says nothing of who records it',
      { kind: 'response', response: { status: 'done' } },
      ['/recordedBy missing'],
    ],
    [
      'has a handling without a body',
      { ...HANDLED, handling: { date: '2027-01-01' } },
      ['/handling/body missing'],
    ],
    [
      'has an address that runs a script',
      { ...HANDLED, handling: { ...HANDLED.handling, url: 'javascript:alert(1)' } },
      ['/handling/url format'],
    ],
    ['puts right what is not there', { ...HANDLED, place: 0 }, ['/place range']],
    ['takes away nothing', { ...HANDLED, handling: null }, ['/place missing']],
    ['is no object', [], ['/kind missing']],
  ] as const) {
    it(`${what}, and says where`, async () => {
      assert.deepEqual(await errorsOf(R1, body), errors);
      assert.equal(await receiver.count('statementEntries'), 0);
    });
  }

  it('belongs to a statement or an item that is not there', async () => {
    const noStatement = await record('/api/statements/none/items/r1/entries', REJECTED);
    assert.equal(noStatement.statusCode, 404);
    assert.match(String(problemOf(noStatement).detail), /There are: liikenne-2027/);
    const noItem = await record(entriesOf('r9'), REJECTED);
    assert.equal(noItem.statusCode, 404);
    assert.match(String(problemOf(noItem).detail), /It has: r1, r2, fakta-1/);
  });

  it('comes without the token, or to a receiver that has none', async () => {
    for (const authorization of [
      '',
      'Bearer wrong',
      `Basic ${Buffer.from(`Aino:${OPERATOR_TOKEN}`).toString('base64')}`,
    ]) {
      assert.equal((await record(R1, REJECTED, 0, { authorization })).statusCode, 401);
    }
    assert.equal((await receiver.app.inject({ url: R1 })).statusCode, 401);
    const closed = await start({ operatorToken: undefined });
    assert.equal((await postJson(closed.app, R1, REJECTED, AUTHORIZED)).statusCode, 404);
    await closed.close();
  });
});

describe('two officers at one item', () => {
  it('are not both heard: the second is told, and nothing of theirs is kept', async () => {
    assert.equal((await record(R1, REJECTED)).statusCode, 201);
    const late = await record(R1, { kind: 'response', ...BY, response: { status: 'accepted' } });
    assert.equal(late.statusCode, 412);
    assert.match(String(problemOf(late).detail), /at version 1, and you have seen 0/);
    assert.equal((await answerTo('r1'))?.status, 'rejected');
    assert.equal(await receiver.count('statementEntries'), 1);
  });

  it('at the same moment: exactly one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        record(R1, {
          kind: 'response',
          recordedBy: `Virkailija ${String(index)}`,
          response: { status: 'noted' },
        }),
      ),
    );
    const codes = answers.map(({ statusCode }) => statusCode).sort();
    assert.deepEqual(codes, [201, ...Array.from({ length: 7 }, () => 412)]);
    assert.equal(await receiver.count('statementEntries'), 1);
  });

  it('at different items do not disturb each other', async () => {
    assert.equal((await record(R1, REJECTED)).statusCode, 201);
    assert.equal((await record(R2, STEP)).statusCode, 201);
  });

  it('have to say which version they have seen', async () => {
    for (const [header, status] of [
      ['', 428],
      ['*', 428],
      ['0', 400],
      ['"0", "1"', 400],
    ] as const) {
      const answer = await record(R1, REJECTED, 0, { 'if-match': header });
      assert.equal(answer.statusCode, status, header);
    }
    assert.equal((await read(R1)).headers.etag, '"0"');
    await record(R1, REJECTED);
    assert.equal((await read(R1)).headers.etag, '"1"');
  });

  it('may say it as a proxy that compresses hands it to them', async () => {
    assert.equal((await record(R1, REJECTED, 0, { 'if-match': 'W/"0"' })).statusCode, 201);
    assert.equal((await record(R1, REJECTED, 0, { 'if-match': 'W/"0"' })).statusCode, 412);
  });
});

describe('a try that is repeated', () => {
  it('is recorded once, and answered in the same way', async () => {
    const key = { 'idempotency-key': newKey() };
    const first = await record(R1, STEP, 0, key);
    const again = await record(R1, STEP, 0, key);
    assert.deepEqual([first.statusCode, again.statusCode], [201, 200]);
    assert.deepEqual(again.json(), first.json());
    assert.equal(again.headers.etag, '"1"');
    assert.equal((await answerTo('r1'))?.progress.length, 1);
  });

  it('with something else in it is refused', async () => {
    const key = { 'idempotency-key': newKey() };
    await record(R1, STEP, 0, key);
    const other = await record(R1, REJECTED, 1, key);
    assert.equal(other.statusCode, 409);
    assert.equal(problemOf(other).code, 'key-used');
  });

  it('needs a key', async () => {
    const answer = await record(R1, STEP, 0, { 'idempotency-key': '' });
    assert.equal(problemOf(answer).code, 'key-missing');
  });
});

describe('the history', () => {
  it('of a whole statement stays when its record has gone', async () => {
    await record(R1, REJECTED);
    await record(R2, STEP);
    const { db } = receiver;
    const later = await start({ db, content: contentOf(CONTENT_FILES) });
    const url = '/api/statements/liikenne-2027/entries';
    const answer = await later.app.inject({ url, headers: AUTHORIZED });
    const items = answer.json<{ entries: { item: string }[] }>().entries.map(({ item }) => item);
    assert.deepEqual(items, ['r1', 'r2']);
    await later.app.close();
    assert.equal((await read('/api/statements/none/entries')).statusCode, 404);
  });

  it('cannot be changed in the database, by whatever fault', async () => {
    await record(R1, REJECTED);
    await assert.rejects(
      receiver.db.updateTable('statementEntries').set({ after: '{}' }).execute(),
      /never changed/,
    );
    await assert.rejects(receiver.db.deleteFrom('statementEntries').execute(), /never changed/);
  });

  it('keeps the item valid for everybody who reads it', async () => {
    await record(R1, REJECTED);
    await record(R2, HANDLED);
    const data = await published();
    assert.deepEqual(parseRecord('statement', data).problems, []);
    assert.deepEqual(publishingProblems('statement', data), []);
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import { getSecret } from '../database/secret.js';
import { makeFolder } from '../testing/folder.js';
import { FIELDS, NOW, PANEL, SUBMISSION } from '../testing/records.js';
import {
  fileOf,
  newKey,
  PANEL_URL,
  postForm,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { createCode } from './codes.js';
import { addCodes } from './invitations.js';
import { MAX_WRONG_CODES } from './wrong-tries.js';

const INVITED = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };
const INVITATION_URL = `${PANEL_URL}/invitation`;
const CITY = 'https://www.example.fi';

let receiver: TestReceiver;
let now = NOW;
let codes: string[] = [];

const start = (options: object = {}): Promise<TestReceiver> =>
  startReceiver({
    content: contentOf([fileOf('panels', INVITED)]),
    origins: [CITY],
    now: () => now,
    ...options,
  });

async function add(count: number, expires: string | null = null): Promise<string[]> {
  const made = Array.from({ length: count }, createCode);
  const secret = await getSecret(receiver.db);
  const rows = made.map((code) => ({ code, expires }));
  await addCodes(receiver.db, { secret, panelId: PANEL.id, codes: rows });
  return made;
}

beforeEach(async () => {
  now = NOW;
  receiver = await start();
  codes = await add(5);
});

afterEach(() => receiver.close());

const withCode = (invitationCode: string | undefined, changes: object = {}): object => ({
  ...SUBMISSION,
  ...changes,
  invitationCode,
});

const post = (invitationCode: string | undefined, key = newKey(), changes: object = {}) =>
  postJson(receiver.app, PANEL_URL, withCode(invitationCode, changes), { 'idempotency-key': key });

const ask = (code: unknown, headers: Record<string, string> = {}) =>
  receiver.app.inject({
    method: 'POST',
    url: INVITATION_URL,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ code }),
  });

const stateOf = async (code: unknown, headers: Record<string, string> = {}): Promise<string> =>
  (await ask(code, headers)).json<{ state: string }>().state;

describe('a registration with a code of invitation', () => {
  it('is taken, however the code is written', async () => {
    const [code = ''] = codes;
    assert.equal((await post(code.toLowerCase().replaceAll('-', ' '))).statusCode, 201);
    assert.equal(await stateOf(code), 'used');
  });

  it('is refused for a code that was never given out', async () => {
    const response = await post('K7M4-PX2Y-99');
    assert.equal(response.statusCode, 422);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'unknown' }]);
    for (const table of ['registrations', 'receipts', 'sentKeys'] as const) {
      assert.equal(await receiver.count(table), 0);
    }
  });

  it('is refused for a code that somebody has used', async () => {
    await post(codes[0]);
    const response = await post(codes[0]);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'used' }]);
    assert.equal(await receiver.count('registrations'), 1);
  });

  it('is taken on the last day of the code, and refused on the next', async () => {
    const [first, second] = await add(2, '2027-02-02');
    now = new Date('2027-02-02T21:59:00Z');
    assert.equal((await post(first)).statusCode, 201);
    now = new Date('2027-02-02T22:00:00Z');
    const response = await post(second);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'expired' }]);
  });

  it('by a form is told at the field', async () => {
    const fields = [...FIELDS, ['invitationCode', 'K7M4-PX2Y-99'] as const];
    const page = await postForm(receiver.app, PANEL_URL, fields);
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('{"pointer":"/invitationCode","code":"unknown"}'));
    assert.ok(page.body.includes('"contact/lastName":"Öhman"'));
  });

  it('keeps its own code when it is sent again, and when it is replaced, also past its date', async () => {
    const key = newKey();
    const [code] = await add(1, '2027-02-01');
    const first = await post(code, key);
    now = new Date('2027-02-10T10:00:00Z');
    assert.deepEqual(receiptOf(await post(code, key)), receiptOf(first));
    assert.equal(receiptOf(await post(code, key, { birthYear: 1981 })).replaced, true);
    assert.equal(await receiver.count('registrations'), 1);
  });

  it('gives its first code free when it takes another', async () => {
    const key = newKey();
    await post(codes[0], key);
    await post(codes[1], key);
    assert.equal(await stateOf(codes[0]), 'valid');
    assert.equal(await stateOf(codes[1]), 'used');
  });

  it('keeps its first answers when it is replaced with a code of somebody else', async () => {
    const key = newKey();
    await post(codes[0], key);
    await post(codes[1]);
    assert.equal((await post(codes[1], key, { birthYear: 1981 })).statusCode, 422);
    assert.equal(await stateOf(codes[0]), 'used');
    const rows = await receiver.db.selectFrom('registrations').select('submission').execute();
    assert.doesNotMatch(JSON.stringify(rows), /1981/);
  });

  for (const act of ['withdraw', 'delete']) {
    it(`gives its code free by ${act}`, async () => {
      const { manage = '' } = receiptOf(await post(codes[0]));
      await postForm(receiver.app, `${manage}/${act}`, []);
      assert.equal((await post(codes[0])).statusCode, 201);
    });
  }

  it('corrected by its private link keeps its code, and cannot take that of somebody else', async () => {
    const { manage = '' } = receiptOf(await post(codes[0]));
    await post(codes[1]);
    const correct = (code = '') =>
      postForm(receiver.app, manage, [...FIELDS, ['invitationCode', code]]);
    assert.equal((await correct(codes[0])).statusCode, 303);
    const page = await correct(codes[1]);
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('"code":"used"'));
  });
});

describe('two at once with one code', () => {
  it('are one that wins and one that is told', async () => {
    const folder = makeFolder();
    const path = join(folder.path, 'puntari.db');
    const both = [
      await start({ db: await openDatabase(path) }),
      await start({ db: await openDatabase(path) }),
    ] as const;
    const secret = await getSecret(both[0].db);
    for (let round = 0; round < 5; round += 1) {
      const code = createCode();
      await addCodes(both[0].db, { secret, panelId: PANEL.id, codes: [{ code, expires: null }] });
      const responses = await Promise.all(
        both.map(({ app }) => postJson(app, PANEL_URL, withCode(code))),
      );
      assert.deepEqual(responses.map(({ statusCode }) => statusCode).sort(), [201, 422]);
    }
    assert.equal(await both[1].count('registrations'), 5);
    for (const one of both) await one.close();
    folder.remove();
  });
});

describe('an invited panel without codes', () => {
  it('takes any code, from any number of people', async () => {
    const plain = await start();
    const responses = [
      await postJson(plain.app, PANEL_URL, withCode('KIRJE-12')),
      await postJson(plain.app, PANEL_URL, withCode('KIRJE-12')),
    ];
    await plain.close();
    assert.deepEqual(
      responses.map(({ statusCode }) => statusCode),
      [201, 201],
    );
  });
});

describe('codes that come when some have signed up already', () => {
  it('are used where somebody signed up with them, whatever the letters looked like', async () => {
    const plain = await start();
    await postJson(plain.app, PANEL_URL, withCode('kirje-12'));
    const secret = await getSecret(plain.db);
    const rows = ['KIRJE 12', 'KIRJE 13'].map((code) => ({ code, expires: null }));
    await addCodes(plain.db, { secret, panelId: PANEL.id, codes: rows });
    const again = await postJson(plain.app, PANEL_URL, withCode('KIRJE-12'));
    const other = await postJson(plain.app, PANEL_URL, withCode('KIRJE-13'));
    await addCodes(plain.db, { secret, panelId: PANEL.id, codes: rows });
    await plain.close();
    assert.deepEqual(problemOf(again).errors, [{ pointer: '/invitationCode', code: 'used' }]);
    assert.equal(other.statusCode, 201);
  });
});

describe('the database', () => {
  it('holds no code that was not used', async () => {
    const rows = JSON.stringify(await receiver.db.selectFrom('invitations').selectAll().execute());
    for (const code of codes) assert.equal(rows.includes(code.replaceAll('-', '')), false);
  });
});

describe('asking about a code beforehand', () => {
  it('tells its state, and nothing else', async () => {
    const [expired] = await add(1, '2027-01-31');
    await post(codes[1]);
    for (const [code, state] of [
      [codes[0], 'valid'],
      ['K7M4-PX2Y-99', 'unknown'],
      ['', 'unknown'],
      [codes[1], 'used'],
      [expired, 'expired'],
    ] as const) {
      const response = await ask(code);
      assert.equal(response.statusCode, 200);
      assert.equal(response.headers['cache-control'], 'no-store');
      assert.deepEqual(response.json(), { state });
    }
  });

  it('calls a code valid for the form that has used it itself', async () => {
    const key = newKey();
    await post(codes[0], key);
    assert.equal(await stateOf(codes[0], { 'idempotency-key': key }), 'valid');
    assert.equal(await stateOf(codes[0], { 'idempotency-key': newKey() }), 'used');
  });

  it('says valid where the panel has no codes, or is open to all', async () => {
    for (const panel of [INVITED, PANEL]) {
      const plain = await start({ content: contentOf([fileOf('panels', panel)]) });
      const response = await postJson(plain.app, INVITATION_URL, { code: 'X' });
      await plain.close();
      assert.deepEqual(response.json(), { state: 'valid' });
    }
  });

  it('may be done by a page of an allowed origin', async () => {
    const preflight = await receiver.app.inject({
      method: 'OPTIONS',
      url: INVITATION_URL,
      headers: { origin: CITY, 'access-control-request-method': 'POST' },
    });
    const response = await ask(codes[0], { origin: CITY });
    for (const { headers } of [preflight, response]) {
      assert.equal(headers['access-control-allow-origin'], CITY);
    }
  });

  it('is refused for what is no code, and of a panel that is not there', async () => {
    assert.equal((await ask(7)).statusCode, 400);
    const form = await postForm(receiver.app, INVITATION_URL, [['code', 'X']]);
    assert.equal(form.statusCode, 415);
    const none = await postJson(receiver.app, '/api/panels/none/registrations/invitation', {});
    assert.equal(none.statusCode, 404);
  });
});

describe('wrong codes from one address', () => {
  const tryWrong = async (times: number): Promise<void> => {
    for (let tries = 0; tries < times; tries += 1) await ask(createCode());
  };

  it('are told to wait in the end, by both ways, and told how long', async () => {
    await tryWrong(MAX_WRONG_CODES - 1);
    assert.equal((await post(createCode())).statusCode, 422);
    for (const response of [await ask(codes[0]), await post(codes[0])]) {
      assert.equal(response.statusCode, 429);
      assert.equal(response.headers['retry-after'], '600');
    }
  });

  it('keep nobody waiting at another address, nor after a while', async () => {
    await tryWrong(MAX_WRONG_CODES);
    const elsewhere = await receiver.app.inject({
      method: 'POST',
      url: INVITATION_URL,
      remoteAddress: '203.0.113.7',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ code: codes[0] }),
    });
    assert.equal(elsewhere.statusCode, 200);
    now = new Date(NOW.getTime() + 600_001);
    assert.equal((await post(codes[0])).statusCode, 201);
  });

  it('are not right codes: a library full of residents signs up from one', async () => {
    const many = await add(MAX_WRONG_CODES * 2);
    for (const code of many) {
      assert.equal(await stateOf(code), 'valid');
      assert.equal((await post(code)).statusCode, 201);
    }
  });

  it('are not forms in which something else is missing', async () => {
    for (let tries = 0; tries <= MAX_WRONG_CODES; tries += 1) {
      await post(codes[0], newKey(), { birthYear: undefined });
      await post(undefined);
    }
    assert.equal((await post(codes[0])).statusCode, 201);
  });
});

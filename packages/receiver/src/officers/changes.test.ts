import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';

import { asObjects } from '../testing/csv.js';
import { PANEL, SUBMISSION } from '../testing/records.js';
import {
  newKey,
  OPERATOR_TOKEN,
  PANEL_URL,
  postJson,
  problemOf,
  startReceiver,
} from '../testing/receiver.js';
import { AS_OPERATOR, DAY_OF_DRAW, withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();
const URL = `/operator/panels/${PANEL.id}/statuses`;
const BY = 'Maija Malli';

interface Sending {
  readonly type?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(payload: string | Buffer, sending: Sending = {}): Promise<LightMyRequestResponse> {
  const { type = 'application/json', query = '', headers = AS_OPERATOR } = sending;
  return people.receiver.app.inject({
    method: 'POST',
    url: `${URL}${query}`,
    headers: { 'content-type': type, ...headers },
    payload,
  });
}

const change = (changes: unknown, more: object = {}): Promise<LightMyRequestResponse> =>
  send(JSON.stringify({ by: BY, changes, ...more }));

const list = (csv: string, query: string): Promise<LightMyRequestResponse> =>
  send(csv, { type: 'text/csv', query });

const statuses = async (): Promise<string[]> =>
  (await people.exported()).map(({ status }) => status).sort();

describe('an officer who writes down a change', () => {
  it('has it in the history, with who, when and why', async () => {
    const { reference } = await people.register();
    people.now = DAY_OF_DRAW;
    const response = await change([{ reference, status: 'selected' }], { comment: 'Arvonta 1' });
    assert.equal(response.statusCode, 200);
    assert.deepEqual(response.json(), { changed: 1, unchanged: 0 });
    const [row] = await people.exported();
    assert.equal(row?.status, 'selected');
    assert.deepEqual(row.history.at(-1), {
      at: DAY_OF_DRAW.toISOString(),
      from: 'pool',
      to: 'selected',
      by: 'officer: Maija Malli',
      comment: 'Arvonta 1',
    });
  });

  it('may write the reference as it was heard', async () => {
    const { reference } = await people.register();
    const heard = ` ${reference.toLowerCase().replace('-', ' ')} `;
    assert.equal((await change([{ reference: heard, status: 'reserve' }])).statusCode, 200);
    assert.deepEqual(await statuses(), ['reserve']);
  });

  it('keeps the answers of those that are drawn, also from a late try under the same key', async () => {
    const key = newKey();
    const { reference } = await people.register(SUBMISSION, key);
    await change([{ reference, status: 'selected' }]);
    const other = { ...SUBMISSION, birthYear: 1981 };
    const late = await postJson(people.receiver.app, PANEL_URL, other, { 'idempotency-key': key });
    const same = await people.register(SUBMISSION, key);
    assert.equal(late.statusCode, 409);
    assert.equal(same.reference, reference);
    assert.equal((await people.exported())[0]?.submission?.birthYear, 1980);
  });

  it('takes those that are drawn out of what the next draw gets', async () => {
    const { reference } = await people.register();
    await people.register();
    await change([{ reference, status: 'selected' }]);
    const { body } = await people.receiver.app.inject({
      url: `/api/export/panels/${PANEL.id}/sortition.csv`,
      headers: AS_OPERATOR,
    });
    const rows = asObjects(body);
    assert.equal(rows.length, 1);
    assert.notEqual(rows[0]?.['unique_id'], reference);
  });

  it('withdraws for whoever calls: the code of the letter and the keys are free again', async () => {
    const { manage, reference } = await people.register();
    await change([{ reference, status: 'withdrawn' }]);
    assert.match((await people.open(manage)).body, /<h1>Olet perunut ilmoittautumisesi<\/h1>/);
    assert.equal(await people.receiver.count('sentKeys'), 0);
  });

  it('deletes for whoever calls, with comments that were written of the person', async () => {
    const { reference } = await people.register();
    await change([{ reference, status: 'selected' }], { comment: 'Soitti tytär Aino' });
    await change([{ reference, status: 'deleted' }], { comment: 'Pyyntö puhelimessa' });
    const everything = await people.everything();
    assert.doesNotMatch(everything, /Öhman|aija@|1980|Esimerkkikatu|Pähkinä|Aino/);
    assert.match(everything, /Pyyntö puhelimessa/);
    assert.equal(await people.receiver.count('registrationSupport'), 0);
    assert.deepEqual(await statuses(), ['deleted']);
  });

  it('twice has done it once', async () => {
    const { reference } = await people.register();
    await change([{ reference, status: 'selected' }]);
    const again = await change([{ reference, status: 'selected' }]);
    assert.deepEqual(again.json(), { changed: 0, unchanged: 1 });
    assert.equal((await people.exported())[0]?.history.length, 2);
  });
});

describe('a list of a draw', () => {
  it('is read with the columns of the program that drew, and one status for all', async () => {
    const drawn = [await people.register(), await people.register()];
    await people.register();
    const rows = drawn.map(({ reference }) => `${reference},"Öhman; ""Äijä""\nAino",woman`);
    const csv = ['unique_id,name,gender', ...rows, ''].join('\r\n');
    const response = await list(csv, '?status=selected&by=Maija');
    assert.deepEqual(response.json(), { changed: 2, unchanged: 0 });
    assert.deepEqual(await statuses(), ['pool', 'selected', 'selected']);
  });

  it('has in the history of each who brought it, and why', async () => {
    const { reference } = await people.register();
    await list(`reference\n${reference}\n`, '?status=selected&by=Maija&comment=Arvonta%201');
    const [row] = await people.exported();
    const { by, comment } = row?.history.at(-1) ?? {};
    assert.deepEqual([by, comment], ['officer: Maija', 'Arvonta 1']);
  });

  it('is read as a Finnish spreadsheet saves it, with a status in each row', async () => {
    const [one, two] = [await people.register(), await people.register()];
    const csv = `\uFEFFReference;Status\r\n${one.reference};SELECTED\r\n;\r\n${two.reference};Reserve\r\n`;
    assert.equal((await list(csv, '?by=Maija')).statusCode, 200);
    assert.deepEqual(await statuses(), ['reserve', 'selected']);
  });

  it('in the letters of an old spreadsheet says that it has to be in UTF-8', async () => {
    const { reference } = await people.register();
    const csv = Buffer.from(`unique_id;nimi\r\n${reference};Mäki\r\n`, 'latin1');
    const query = '?status=selected&by=Maija';
    for (const type of ['text/csv', 'text/csv; charset=windows-1252']) {
      const { detail } = problemOf(await send(csv, { type, query }));
      assert.match(detail ?? '', /expected UTF-8, received /, type);
    }
    assert.deepEqual(await statuses(), ['pool']);
  });

  it('with one impossible change says which and why, and makes none', async () => {
    const [one, two] = [await people.register(), await people.register()];
    await people.press(`${two.manage}/withdraw`);
    const response = await change([
      { reference: one.reference, status: 'selected' },
      { reference: two.reference, status: 'selected' },
      { reference: 'A2A-2AA', status: 'selected' },
      { reference: one.reference, status: 'reserve' },
    ]);
    assert.equal(response.statusCode, 409);
    const { code, errors, detail } = problemOf(response);
    assert.equal(code, 'impossible-change');
    assert.deepEqual(errors, [
      {
        pointer: '/changes/1/status',
        code: 'impossible',
        params: { reference: two.reference, from: 'withdrawn', to: 'selected' },
      },
      { pointer: '/changes/2/reference', code: 'unknown', params: { reference: 'A2A-2AA' } },
      {
        pointer: '/changes/3/reference',
        code: 'repeated',
        params: { reference: one.reference },
      },
    ]);
    assert.match(detail ?? '', /is "withdrawn" and cannot become "selected"/);
    assert.deepEqual(await statuses(), ['pool', 'withdrawn']);
  });

  for (const [csv, query, problem] of [
    ['name\nX\n', '?by=M&status=selected', /expected a column "reference" or "unique_id"/],
    ['reference\nX\n', '?by=M', /expected a column "status"/],
    ['reference,status\nX,chosen\n', '?by=M', /row 2: expected one of .*, received "chosen"/],
    ['reference,status\n,selected\n', '?by=M', /row 2: expected a reference/],
    ['reference,status\n', '?by=M', /at least one row/],
    ['reference\nX\n', '?by=M&status=chosen', /status: expected one of/],
  ] as const) {
    it(`that cannot be read (${JSON.stringify(csv + query)}) says what is wrong with it`, async () => {
      const response = await list(csv, query);
      assert.equal(response.statusCode, 400);
      assert.match(problemOf(response).detail ?? '', problem);
    });
  }
});

describe('a change that says too little', () => {
  for (const [body, pointer] of [
    [{ changes: [{ reference: 'X', status: 'pool' }] }, '/by'],
    [{ by: '  ', changes: [{ reference: 'X', status: 'pool' }] }, '/by'],
    [{ by: BY }, '/changes'],
    [{ by: BY, changes: [] }, '/changes'],
    [{ by: BY, changes: [{ reference: 'X', status: 'chosen' }] }, '/changes/0/status'],
    [{ by: BY, changes: [{ status: 'pool' }] }, '/changes/0/reference'],
  ] as const) {
    it(`${JSON.stringify(body)} is told where`, async () => {
      const response = await send(JSON.stringify(body));
      assert.equal(response.statusCode, 422);
      assert.ok(problemOf(response).errors?.some((error) => error.pointer === pointer));
    });
  }

  it('whatever comes is never a fault of the receiver', async () => {
    const types = [
      'application/json',
      'text/csv',
      'application/x-www-form-urlencoded',
      'text/plain',
    ];
    const bodies = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constant('reference,status\n"'),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...types), async (payload, type) => {
        const { statusCode } = await send(payload, { type, query: '?by=M&status=selected' });
        assert.ok(statusCode >= 400 && statusCode < 500, String(statusCode));
      }),
      { numRuns: 100 },
    );
  });
});

describe('without the token', () => {
  it('nothing is changed, and nothing told', async () => {
    const { reference } = await people.register();
    const body = JSON.stringify({ by: BY, changes: [{ reference, status: 'selected' }] });
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      assert.equal((await send(body, { headers })).statusCode, 401);
    }
    assert.deepEqual(await statuses(), ['pool']);
  });

  for (const [what, payload, type] of [
    ['more than is ever read', Buffer.alloc(9_000_000, 'a'), 'text/csv'],
    ['what cannot be read', '{', 'application/json'],
    ['what nobody reads', 'a', 'image/png'],
  ] as const) {
    it(`nothing is read of a body: ${what}`, async () => {
      const headers = { authorization: 'Bearer wrong' };
      assert.equal((await send(payload, { headers, type })).statusCode, 401);
    });
  }

  it('is who guesses told to wait', async () => {
    const limited = await startReceiver({ operatorToken: OPERATOR_TOKEN, rateLimit: 2 });
    const guess = async (): Promise<number> =>
      (await limited.app.inject({ method: 'POST', url: URL, payload: {} })).statusCode;
    const statusCodes = [await guess(), await guess(), await guess()];
    await limited.close();
    assert.deepEqual(statusCodes, [401, 401, 429]);
  });

  it('of the receiver there is nothing at the address', async () => {
    const plain = await startReceiver();
    const { statusCode } = await plain.app.inject({
      method: 'POST',
      url: URL,
      headers: AS_OPERATOR,
    });
    await plain.close();
    assert.equal(statusCode, 404);
  });
});

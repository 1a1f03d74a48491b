import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import fc from 'fast-check';
import * as v from 'valibot';

import { feedback as feedbackSchema, registration as registrationSchema } from '@puntari/contracts';

import { asObjects, readCsv } from '../testing/csv.js';
import { FEEDBACK, SUBMISSION } from '../testing/records.js';
import {
  FEEDBACK_URL,
  newKey,
  OPERATOR_TOKEN,
  PANEL_URL,
  postJson,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { FreeText, toCsv } from '@puntari/contracts';

const REGISTRATIONS = '/api/export/panels/liikenne-2027/registrations';
const SUPPORT = '/api/export/panels/liikenne-2027/support';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const get = (url: string, authorization = `Bearer ${OPERATOR_TOKEN}`) =>
  receiver.app.inject({ url, headers: { authorization } });

describe('without the operator token', () => {
  for (const [what, authorization] of [
    ['none', ''],
    ['a wrong one', 'Bearer wrong'],
    ['another scheme', `Basic ${OPERATOR_TOKEN}`],
    ['one that begins alike', `Bearer ${OPERATOR_TOKEN}x`],
  ] as const) {
    it(`(${what}) nothing is given out`, async () => {
      const response = await get(`${REGISTRATIONS}.csv`, authorization);
      assert.equal(response.statusCode, 401);
      assert.equal(response.headers['www-authenticate'], 'Bearer');
      assert.equal(problemOf(response).code, 'unauthorized');
    });
  }

  it('(one wrong after the other) they are kept waiting, and so is the right one', async () => {
    const limited = await startReceiver({ operatorToken: OPERATOR_TOKEN, rateLimit: 3 });
    const statuses: number[] = [];
    for (const token of ['one', 'two', 'three', 'four', OPERATOR_TOKEN]) {
      const response = await limited.app.inject({
        url: `${REGISTRATIONS}.csv`,
        headers: { authorization: `Bearer ${token}` },
      });
      statuses.push(response.statusCode);
    }
    await limited.close();
    assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
  });

  it('there are no exports at all when none is configured', async () => {
    const plain = await startReceiver();
    const response = await plain.app.inject({
      url: `${REGISTRATIONS}.csv`,
      headers: { authorization: 'Bearer undefined' },
    });
    assert.equal(response.statusCode, 404);
    await plain.close();
  });
});

describe('the registrations of a panel', () => {
  it('as CSV are one row each, codes and all, without support needs', async () => {
    await postJson(receiver.app, PANEL_URL, SUBMISSION);
    const response = await get(`${REGISTRATIONS}.csv`);
    const [row] = asObjects(response.body);
    assert.equal(response.headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(response.headers['cache-control'], 'no-store');
    assert.match(
      String(response.headers['content-disposition']),
      /^attachment; filename="liikenne-2027-registrations\.csv"$/,
    );
    assert.equal(row?.['strata/gender'], 'woman');
    assert.equal(row['birthYear'], '1980');
    assert.equal(row['availability'], 's1 s2');
    assert.equal(row['contact/lastName'], 'Öhman');
    assert.equal(row['status'], 'pool');
    assert.doesNotMatch(response.body, /Pähkinä|diet/);
    assert.ok(!response.body.startsWith('\uFEFF'));
  });

  it('as JSON are registrations by the contract, without support needs', async () => {
    const headers = { 'idempotency-key': newKey() };
    await postJson(receiver.app, PANEL_URL, SUBMISSION, headers);
    await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, birthYear: 1981 }, headers);
    const response = await get(`${REGISTRATIONS}.json`);
    const { items } = v.parse(v.object({ items: v.array(registrationSchema) }), response.json());
    assert.equal(items.length, 1);
    assert.equal(items[0]?.revision, 2);
    assert.equal(items[0].submission?.birthYear, 1981);
    assert.equal(items[0].submission.support, undefined);
    assert.deepEqual(
      items[0].history.map(({ to, comment }) => [to, comment]),
      [
        ['pool', undefined],
        ['pool', 'replaced'],
      ],
    );
  });

  it('are an empty table when nobody has volunteered', async () => {
    const response = await get(`${REGISTRATIONS}.csv`);
    assert.equal(response.statusCode, 200);
    assert.equal(readCsv(response.body).length, 1);
  });

  it('of an unknown panel are not found', async () => {
    assert.equal((await get('/api/export/panels/none/registrations.csv')).statusCode, 404);
    assert.equal((await get('/api/export/panels/liikenne-2027/other.csv')).statusCode, 404);
    assert.equal((await get(`${REGISTRATIONS}.xml`)).statusCode, 404);
  });
});

describe('the support needs of a panel', () => {
  it('stand by themselves, with the reference and no name', async () => {
    await postJson(receiver.app, PANEL_URL, SUBMISSION);
    const response = await get(`${SUPPORT}.csv`);
    const [row] = asObjects(response.body);
    assert.equal(row?.['support/needs'], 'diet');
    assert.equal(row['support/note'], 'Pähkinäallergia');
    assert.match(row['reference'] ?? '', /-/);
    assert.doesNotMatch(response.body, /Öhman/);
  });

  it('are those of the latest submission', async () => {
    const headers = { 'idempotency-key': newKey() };
    const { support: _support, ...without } = SUBMISSION;
    await postJson(receiver.app, PANEL_URL, SUBMISSION, headers);
    await postJson(receiver.app, PANEL_URL, without, headers);
    const response = await get(`${SUPPORT}.json`);
    assert.deepEqual(response.json(), { items: [] });
  });
});

describe('the feedback of a channel', () => {
  it('is given out without contacts', async () => {
    await postJson(receiver.app, FEEDBACK_URL, FEEDBACK);
    const csv = await get('/api/export/feedback/palaute.csv');
    const json = await get('/api/export/feedback/palaute.json');
    const { items } = v.parse(v.object({ items: v.array(feedbackSchema) }), json.json());
    assert.equal(asObjects(csv.body)[0]?.['text'], FEEDBACK.text);
    assert.equal(items[0]?.submission.text, FEEDBACK.text);
    assert.doesNotMatch(csv.body + json.body, /aija@example/);
  });

  it('has its contacts in an export of their own', async () => {
    await postJson(receiver.app, FEEDBACK_URL, FEEDBACK);
    const response = await get('/api/export/feedback/palaute/contacts.csv');
    assert.equal(asObjects(response.body)[0]?.['contact/email'], 'aija@example.fi');
    assert.doesNotMatch(response.body, /penkkejä/);
  });
});

describe('a text that a spreadsheet would run', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\uFF1D1']) {
    it(`such as ${text} is kept from running`, () => {
      assert.deepEqual(readCsv(toCsv(['text'], [[new FreeText(text)]]))[1], [`'${text}`]);
    });
  }

  for (const [what, text, kept] of [
    ['behind a semicolon', 'Hei;=1+1', "Hei;'=1+1"],
    ['behind a semicolon and quotation marks', 'Hei"; "=1+1', `Hei"; "'=1+1`],
    ['behind a tab', 'Hei\t@SUM(A1)', "Hei\t'@SUM(A1)"],
    ['on a line of its own', 'Hei\n-1', "Hei\n'-1"],
    ['more than once', '=1;=2', "'=1;'=2"],
  ] as const) {
    it(`is kept from running ${what}`, () => {
      assert.deepEqual(readCsv(toCsv(['text'], [[new FreeText(text)]]))[1], [kept]);
    });
  }

  it('never begins a cell, whatever the program parts cells at', () => {
    const piece = fc.constantFrom(';', '\t', '\n', ',', '"', ' ', '=', '+', '-', '@', 'a', '1');
    const text = fc.string({ unit: piece, maxLength: 20 }).map((pieces) => pieces.trim());
    fc.assert(
      fc.property(text, (written) => {
        const csv = toCsv(['reference', 'text'], [['K7M-4PX', new FreeText(written)]]);
        const cells = csv.split('\r\n')[1]?.split(/[;\t\n]/) ?? [];
        for (const cell of cells) assert.doesNotMatch(cell, /^[ "]*[=+\-@]/);
        const [, cell = ''] = readCsv(csv)[1] ?? [];
        assert.equal(cell.replaceAll("'", ''), written);
      }),
      { numRuns: 500 },
    );
  });

  it('costs no time, however many semicolons there are', () => {
    const started = performance.now();
    toCsv(['text'], [[new FreeText('; "\t'.repeat(50_000))]]);
    assert.ok(performance.now() - started < 2000);
  });

  it('is kept from running in the address of a page', async () => {
    const subject = 'page:/a;=HYPERLINK("http://x")';
    await postJson(receiver.app, FEEDBACK_URL, { ...FEEDBACK, subject });
    const response = await get('/api/export/feedback/palaute.csv');
    assert.equal(asObjects(response.body)[0]?.['subject'], `page:/a;'=HYPERLINK("http://x")`);
  });

  it('is left alone where it is a code', () => {
    assert.deepEqual(readCsv(toCsv(['code'], [['-1'], ['=x']])).slice(1), [['-1'], ['=x']]);
  });

  it('is kept from running in the export of feedback', async () => {
    await postJson(receiver.app, FEEDBACK_URL, { ...FEEDBACK, text: '=HYPERLINK("http://x")' });
    const response = await get('/api/export/feedback/palaute.csv');
    assert.equal(asObjects(response.body)[0]?.['text'], `'=HYPERLINK("http://x")`);
  });
});

describe('any table as CSV', () => {
  it('quotes commas, quotes and line breaks, and what else some part cells at', () => {
    assert.equal(
      toCsv(['a', 'b', 'c'], [['x, y', 'she said "no".', new FreeText('one\ntwo')]]),
      'a,b,c\r\n"x, y","she said ""no"".","one\ntwo"\r\n',
    );
    assert.equal(toCsv(['a', 'b'], [['x;y', 'x\ty']]), 'a,b\r\n"x;y","x\ty"\r\n');
  });

  it('reads back as it was, composed', () => {
    const awkward = fc.constantFrom('"', ',', '\r', '\n', 'a', '\u0308', "'", '=');
    const unit = fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 1 }));
    const cell = fc.string({ unit, maxLength: 20 }).filter((text) => !/^[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const back = readCsv(toCsv(['a', 'b'], rows)).slice(1);
        assert.deepEqual(
          back,
          rows.map((row) => row.map((text) => text.normalize('NFC'))),
        );
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';

import type { Submission } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { asObjects, readCsv } from '../testing/csv.js';
import { PANEL, QUOTAS, SUBMISSION } from '../testing/records.js';
import {
  fileOf,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { ageBand } from './sortition.js';

const EXPORT = '/api/export/panels/liikenne-2027';
const QUOTAS_FILE = {
  folder: 'quotas',
  name: QUOTAS.panel,
  text: JSON.stringify(QUOTAS),
} as const;

let receiver: TestReceiver;

const start = (panel: { id: string } = PANEL, withQuotas = true): Promise<TestReceiver> =>
  startReceiver({
    content: contentOf([fileOf('panels', panel), ...(withQuotas ? [QUOTAS_FILE] : [])]),
    operatorToken: OPERATOR_TOKEN,
  });

beforeEach(async () => {
  receiver = await start();
});

afterEach(() => receiver.close());

const get = (file: string, from: TestReceiver = receiver): Promise<LightMyRequestResponse> =>
  from.app.inject({
    url: `${EXPORT}/${file}`,
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  });

const post = async (changes: object = {}, to: TestReceiver = receiver): Promise<string> =>
  receiptOf(await postJson(to.app, PANEL_URL, { ...SUBMISSION, ...changes })).reference;

const people = async (file = 'sortition.csv'): Promise<Record<string, string>[]> =>
  asObjects((await get(file)).body);

describe('the people for a draw', () => {
  it('are one row each: an id, the answers in the order of the panel, the age and the home', async () => {
    const reference = await post();
    const response = await get('sortition.csv');
    assert.equal(response.statusCode, 200);
    assert.equal(response.headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(response.headers['cache-control'], 'no-store');
    assert.match(String(response.headers['content-disposition']), /liikenne-2027-sortition\.csv/);
    assert.deepEqual(readCsv(response.body), [
      ['unique_id', 'gender', 'area', 'age', 'address_line1', 'postcode'],
      [reference, 'woman', 'north', '30-64', 'Esimerkkikatu 1 A 2', '02100'],
    ]);
  });

  it('come with a way to reach them only when that is asked for', async () => {
    await post();
    const [row] = await people('sortition.csv?contact=1');
    assert.deepEqual(Object.keys(row ?? {}).slice(-4), [
      'first_name',
      'last_name',
      'email',
      'phone',
    ]);
    assert.equal(row?.['last_name'], 'Öhman');
    assert.doesNotMatch((await get('sortition.csv')).body, /Öhman|aija@/);
  });

  it('are only those in the pool', async () => {
    const response = await postJson(receiver.app, PANEL_URL, SUBMISSION);
    const reference = await post();
    await postForm(receiver.app, `${receiptOf(response).manage ?? ''}/withdraw`, []);
    assert.deepEqual(
      (await people()).map((row) => row['unique_id']),
      [reference],
    );
  });

  it('never bring what they need or what they said in their own words', async () => {
    await post({ ownWords: { gender: 'omin sanoin' } });
    const { body } = await get('sortition.csv?contact=1');
    assert.doesNotMatch(body, /omin sanoin|diet|Pähkinä/);
  });

  it('of one home have one address, whatever nobody sees in it', async () => {
    const written = [
      'Tie 1 A 2',
      'Tie 1  A 2',
      'Tie 1\u00A0A 2',
      'Tie\u00AD 1 A\u200B 2',
      'Tie 1 A\t2',
    ];
    for (const line1 of written) await post({ address: { ...SUBMISSION.address, line1 } });
    const homes = (await people()).map((row) => row['address_line1']);
    assert.deepEqual(
      homes,
      written.map(() => 'Tie 1 A 2'),
    );
  });

  it('of one home have one address, and those without an address each their own', async () => {
    await post();
    await post();
    await post({ address: { protected: true } });
    await post({ address: { protected: true } });
    const homes = (await people()).map((row) => row['address_line1'] ?? '');
    assert.equal(new Set(homes).size, 3);
    assert.ok(homes.every((home) => home !== ''));
    assert.doesNotMatch(homes.join(), /protected/);
  });

  it('keep "I prefer not to say" as a value of its own', async () => {
    await post({ strata: { gender: 'not-stated', area: 'south' } });
    assert.equal((await people())[0]?.['gender'], 'not-stated');
  });

  it('have the age of the year of the reference date', async () => {
    for (const birthYear of [2012, 1998, 1997, 1963, 1962]) await post({ birthYear });
    assert.deepEqual((await people()).map((row) => row['age']).sort(), [
      '15-29',
      '15-29',
      '30-64',
      '30-64',
      '65+',
    ]);
  });

  it('have ages of ten years where there are no quotas', async () => {
    const plain = await start(PANEL, false);
    await post({ birthYear: 1987 }, plain);
    await post({ birthYear: 1988 }, plain);
    const rows = asObjects((await get('sortition.csv', plain)).body);
    await plain.close();
    assert.deepEqual(rows.map((row) => row['age']).sort(), ['30-39', '40-49']);
  });

  it('are refused while somebody has no answer to a question, with the reference', async () => {
    const reference = await post();
    const questions = [...PANEL.questions, { ...PANEL.questions[1], id: 'language' }];
    const later = await startReceiver({
      content: contentOf([fileOf('panels', { ...PANEL, questions } as { id: string })]),
      operatorToken: OPERATOR_TOKEN,
      db: receiver.db,
    });
    const response = await get('sortition.csv', later);
    await later.app.close();
    assert.equal(response.statusCode, 409);
    assert.equal(problemOf(response).code, 'not-drawable');
    assert.ok(problemOf(response).detail?.includes(`${reference}: language`));
  });

  it('are refused when a question has the name of another column', async () => {
    const [first, ...others] = PANEL.questions;
    const panel = { ...PANEL, questions: [{ ...first, id: 'Postcode' }, ...others] };
    const plain = await start(panel, false);
    const response = await get('sortition.csv', plain);
    await plain.close();
    assert.equal(response.statusCode, 409);
    assert.match(problemOf(response).detail ?? '', /Postcode/);
  });

  it('are refused when only their case tells two answers apart', async () => {
    const [first, ...others] = PANEL.questions;
    const options = [...(first?.options ?? []), { code: 'Not-Stated', label: 'Ei kerrota' }];
    const panel = { ...PANEL, questions: [{ ...first, options }, ...others] };
    const plain = await start(panel, false);
    const response = await get('sortition.csv', plain);
    await plain.close();
    assert.equal(response.statusCode, 409);
    assert.match(problemOf(response).detail ?? '', /gender: not-stated/);
  });

  it('are for the operator, of a panel that is there, as CSV', async () => {
    const without = await receiver.app.inject({ url: `${EXPORT}/sortition.csv` });
    assert.equal(without.statusCode, 401);
    assert.equal((await get('../none/sortition.csv')).statusCode, 404);
    assert.equal((await get('sortition.json')).statusCode, 404);
  });
});

describe('two hundred volunteers', () => {
  const word = fc.constantFrom(
    'Esimerkkikatu',
    '=HYPERLINK("x")',
    'A\u0308ija\u0308',
    'Tie, 1',
    '"O"',
  );
  const submission = fc.record({
    birthYear: fc.integer({ min: 1900, max: 2012 }),
    strata: fc.record({
      gender: fc.constantFrom('woman', 'man', 'other', 'not-stated'),
      area: fc.constantFrom('north', 'south'),
    }),
    ownWords: fc.constantFrom(undefined, { gender: 'SECRET' }),
    address: fc.oneof(
      fc.constant({ protected: true }),
      fc.record({
        line1: fc.tuple(word, fc.integer({ min: 1, max: 9 })).map((parts) => parts.join(' ')),
        postcode: fc.constantFrom('00100', '02100'),
        city: word,
      }),
    ),
    support: fc.constantFrom(undefined, { needs: ['diet'] as const, note: 'SECRET' }),
  });

  it('obey every rule of the programs that draw', async () => {
    const sent = fc.sample(submission, { numRuns: 200, seed: 7 }) as Partial<Submission>[];
    for (const changes of sent) await post(changes);
    const { body } = await get('sortition.csv');
    const categories = asObjects((await get('categories.csv')).body);
    const rows = asObjects(body);
    assert.equal(rows.length, 200);
    assert.equal(new Set(rows.map((row) => row['unique_id'])).size, 200);
    // No byte order mark, no other separator, composed letters.
    assert.equal(body.charCodeAt(0), 'u'.charCodeAt(0));
    assert.equal(body, body.normalize('NFC'));
    assert.doesNotMatch(body, /SECRET/);
    for (const feature of new Set(categories.map((row) => row['feature'] ?? ''))) {
      const values = categories
        .filter((row) => row['feature'] === feature)
        .map((row) => row['value']);
      for (const row of rows)
        assert.ok(values.includes(row[feature]), `${feature} ${String(row[feature])}`);
    }
    for (const row of rows) {
      assert.notEqual(row['address_line1'], '');
      assert.doesNotMatch(row['address_line1'] ?? '', /^[=+\-@]/);
    }
    const withoutHome = rows.filter((row) => row['postcode'] === '');
    assert.equal(withoutHome.length, sent.filter(({ address }) => address?.protected).length);
    assert.equal(new Set(withoutHome.map((row) => row['address_line1'])).size, withoutHome.length);
  });
});

describe('the quotas for a draw', () => {
  it('stand in the order of the questions, as integers', async () => {
    const response = await get('categories.csv');
    const lines = response.body.trimEnd().split('\r\n');
    assert.equal(lines[0], 'feature,value,min,max');
    assert.deepEqual(lines.slice(1, 4), [
      'gender,woman,13,16',
      'gender,man,13,16',
      'gender,other,0,2',
    ]);
    assert.equal(lines.at(-1), 'age,65+,5,9');
    assert.equal(lines.length, 10);
  });

  it('have the other names of columns in the old dialect, and else say the same', async () => {
    const [oldHead, ...old] = (await get('categories.csv?dialect=old')).body.split('\r\n');
    const [, ...lines] = (await get('categories.csv?dialect=new')).body.split('\r\n');
    assert.equal(oldHead, 'category,name,min,max');
    assert.deepEqual(old, lines);
  });

  it('in another dialect are refused, with those there are', async () => {
    const response = await get('categories.csv?dialect=replication');
    assert.equal(response.statusCode, 400);
    assert.match(problemOf(response).detail ?? '', /one of new, old/);
  });

  it('that nobody wrote are a problem that says where to write them', async () => {
    const plain = await start(PANEL, false);
    const response = await get('categories.csv', plain);
    await plain.close();
    assert.equal(response.statusCode, 409);
    assert.match(problemOf(response).detail ?? '', /quotas\/liikenne-2027\.json/);
  });
});

describe('the band of an age', () => {
  it('is one of those given, whatever the age, or ten years that hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 127 }), (age) => {
        const codes = QUOTAS.ageBands.map(({ code }) => code);
        assert.ok(codes.includes(ageBand(age, QUOTAS.ageBands) ?? ''));
        const [from = 0, to = 0] = (ageBand(age, undefined) ?? '').split('-').map(Number);
        assert.ok(from <= age && age <= to && to - from === 9);
      }),
    );
  });
});

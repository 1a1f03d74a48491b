import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { NOW, SUBMISSION } from '../testing/records.js';
import { PANEL_URL, postForm, postJson, startReceiver, fieldsWith } from '../testing/receiver.js';
import { hashBody } from './body.js';
import { createPageId, createReference } from './reference.js';
import { createToken, tokenAge } from './token.js';
import { addWorkingDays } from './working-days.js';

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe('a token', () => {
  const token = createToken('secret', '/a', NOW);

  it('tells how long ago it was given out', () => {
    assert.equal(tokenAge('secret', '/a', token, later(90)), 90);
    assert.equal(tokenAge('secret', '/a', token, later(30 * 24 * 3600)), 30 * 24 * 3600);
  });

  for (const [what, age] of [
    ['of another form', tokenAge('secret', '/b', token, later(90))],
    ['of another receiver', tokenAge('other', '/a', token, later(90))],
    ['with another time', tokenAge('secret', '/a', token.replace(/^./, '0'), later(90))],
    ['without a signature', tokenAge('secret', '/a', token.split('.')[0], later(90))],
    ['from the future', tokenAge('secret', '/a', token, later(-90))],
    ['that is no text', tokenAge('secret', '/a', { a: 1 }, later(90))],
    ['that is missing', tokenAge('secret', '/a', undefined, later(90))],
  ] as const) {
    it(`${what} tells nothing`, () => {
      assert.equal(age, null);
    });
  }
});

describe('a submission with a token', () => {
  it('is stored with the time it took to fill the form', async () => {
    let now = NOW;
    const receiver = await startReceiver({ now: () => now });
    const status = await receiver.app.inject({ url: PANEL_URL });
    const { token } = status.json<{ token: string }>();
    now = later(75);
    await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, token });
    await postForm(receiver.app, PANEL_URL, fieldsWith({ token, birthYear: '1970' }));
    const rows = await receiver.db.selectFrom('registrations').select('fillSeconds').execute();
    assert.deepEqual(rows, [{ fillSeconds: 75 }, { fillSeconds: 75 }]);
    await receiver.close();
  });

  it('that is forged is taken like any other', async () => {
    const receiver = await startReceiver();
    const response = await postJson(receiver.app, PANEL_URL, { ...SUBMISSION, token: 'x.y' });
    const row = await receiver.db
      .selectFrom('registrations')
      .select('fillSeconds')
      .executeTakeFirstOrThrow();
    assert.equal(response.statusCode, 201);
    assert.equal(row.fillSeconds, null);
    await receiver.close();
  });
});

describe('a reference', () => {
  it('has no characters that look or sound alike', () => {
    for (let n = 0; n < 500; n += 1) {
      assert.match(
        createReference(),
        /^[ACDEFHJKMNPRTXY][2-9][ACDEFHJKMNPRTXY]-[2-9][ACDEFHJKMNPRTXY]{2}$/,
      );
    }
  });

  it('is not that of the receipt page', () => {
    assert.match(createPageId(), /^[\w-]{24}$/);
    assert.notEqual(createPageId(), createPageId());
  });
});

describe('the hash of a body', () => {
  it('is the same in any order of members', () => {
    assert.equal(hashBody({ a: 1, b: { c: 2, d: 3 } }), hashBody({ b: { d: 3, c: 2 }, a: 1 }));
  });

  for (const [a, b] of [
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [{ a: 'b","c":"d' }, { a: 'b', c: 'd' }],
  ]) {
    it(`tells ${JSON.stringify(a)} from ${JSON.stringify(b)}`, () => {
      assert.notEqual(hashBody(a), hashBody(b));
    });
  }
});

describe('a number of working days from', () => {
  const from = (time: string, days: number): string =>
    addWorkingDays(new Date(time), days, 'Europe/Helsinki');

  for (const [what, time, days, expected] of [
    ['a Monday', '2027-02-01T10:00:00Z', 5, '2027-02-08'],
    ['a Friday', '2027-02-05T10:00:00Z', 1, '2027-02-08'],
    ['a Saturday', '2027-02-06T10:00:00Z', 1, '2027-02-08'],
    ['the evening before, in Finland the next day', '2027-02-01T23:30:00Z', 1, '2027-02-03'],
    ['before Easter 2027', '2027-03-25T10:00:00Z', 1, '2027-03-30'],
    ['before Ascension Day 2027', '2027-05-05T10:00:00Z', 1, '2027-05-07'],
    ['before Midsummer 2027', '2027-06-24T10:00:00Z', 1, '2027-06-28'],
    ['before Christmas 2026', '2026-12-23T10:00:00Z', 1, '2026-12-28'],
    ['before the New Year 2027', '2026-12-31T10:00:00Z', 1, '2027-01-04'],
    ['before Epiphany 2027', '2027-01-05T10:00:00Z', 1, '2027-01-07'],
    ['before Independence Day 2027', '2027-12-03T10:00:00Z', 1, '2027-12-07'],
    ['any day, none', '2027-02-06T10:00:00Z', 0, '2027-02-06'],
  ] as const) {
    it(`${what} is ${expected}`, () => {
      assert.equal(from(time, days), expected);
    });
  }
});

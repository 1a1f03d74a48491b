import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import * as v from 'valibot';

import { formStatus, problem as problemSchema, receipt as receiptSchema } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import {
  FEEDBACK_URL,
  fileOf,
  newKey,
  PANEL_URL,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import {
  AFTER_CLOSING,
  BEFORE_OPENING,
  FEEDBACK,
  NOW,
  PANEL,
  SUBMISSION,
} from '../testing/records.js';

let receiver: TestReceiver;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  receiver = await startReceiver({ now: () => now });
});

afterEach(() => receiver.close());

const post = (body: unknown, headers?: Record<string, string>, url = PANEL_URL) =>
  postJson(receiver.app, url, body, headers);

describe('asking where an action stands', () => {
  it('tells that it is open, the time, a token and the limits, and is not cached', async () => {
    const response = await receiver.app.inject({ url: PANEL_URL });
    const status = v.parse(formStatus, response.json());
    assert.equal(response.statusCode, 200);
    assert.equal(response.headers['cache-control'], 'no-store');
    assert.equal(status.open, true);
    assert.equal(status.now, NOW.toISOString());
    assert.ok(status.token);
    assert.equal(status.limits?.['body'], 65_536);
  });

  it('tells the limits of a feedback channel', async () => {
    const response = await receiver.app.inject({ url: FEEDBACK_URL });
    const { limits } = v.parse(formStatus, response.json());
    assert.equal(limits?.['textMax'], 200);
  });

  for (const [when, moment] of [
    ['before it opens', BEFORE_OPENING],
    ['after it closed', AFTER_CLOSING],
  ] as const) {
    it(`tells that it is not open ${when}`, async () => {
      now = moment;
      const response = await receiver.app.inject({ url: PANEL_URL });
      assert.equal(v.parse(formStatus, response.json()).open, false);
    });
  }
});

describe('sending a registration', () => {
  it('is answered with 201 and a receipt', async () => {
    const response = await post(SUBMISSION);
    const receipt = v.parse(receiptSchema, response.json());
    assert.equal(response.statusCode, 201);
    assert.equal(response.headers['cache-control'], 'no-store');
    assert.match(receipt.reference, /^[A-Z]\d[A-Z]-\d[A-Z]{2}$/);
    assert.equal(receipt.receivedAt, NOW.toISOString());
    assert.equal(receipt.answerBy, '2027-02-28');
    assert.equal(receipt.replaced, undefined);
  });

  it('stores codes, and support needs apart from the rest', async () => {
    const { reference } = receiptOf(await post(SUBMISSION));
    const row = await receiver.db.selectFrom('registrations').selectAll().executeTakeFirstOrThrow();
    const { support, ...rest } = SUBMISSION;
    assert.equal(row.reference, reference);
    assert.equal(row.status, 'pool');
    assert.deepEqual(JSON.parse(row.submission), rest);
    const apart = await receiver.db
      .selectFrom('registrationSupport')
      .selectAll()
      .executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(apart.needs), support?.needs);
    assert.equal(apart.note, support?.note);
  });

  it('drops what it does not know', async () => {
    await post({
      ...SUBMISSION,
      surprise: 'x',
      contact: { ...SUBMISSION.contact, nickname: 'x' },
    });
    const row = await receiver.db
      .selectFrom('registrations')
      .select('submission')
      .executeTakeFirstOrThrow();
    const stored = JSON.parse(row.submission) as Record<string, unknown>;
    assert.equal('surprise' in stored, false);
    assert.deepEqual(stored['contact'], SUBMISSION.contact);
  });

  it('stores composed letters without what cannot be seen', async () => {
    const firstName = '  A\u0308ija\u0308\u0000 ';
    await post({ ...SUBMISSION, contact: { ...SUBMISSION.contact, firstName } });
    const row = await receiver.db
      .selectFrom('registrations')
      .select('submission')
      .executeTakeFirstOrThrow();
    assert.equal((JSON.parse(row.submission) as typeof SUBMISSION).contact.firstName, 'Äijä');
  });
});

describe('a registration with more in it than the panel asks', () => {
  const { support: _support, ...unsupported } = PANEL;
  const storedBy = async (panel: object, body: unknown): Promise<Record<string, unknown>> => {
    const content = contentOf([fileOf('panels', panel as typeof PANEL)]);
    const other = await startReceiver({ content, now: () => now });
    const response = await postJson(other.app, PANEL_URL, body);
    assert.equal(response.statusCode, 201);
    const row = await other.db
      .selectFrom('registrations')
      .select('submission')
      .executeTakeFirstOrThrow();
    const needs = await other.count('registrationSupport');
    await other.close();
    return { ...(JSON.parse(row.submission) as object), needs };
  };

  it('is stored without support needs where no support is offered', async () => {
    assert.equal((await storedBy(unsupported, SUBMISSION))['needs'], 0);
    assert.equal((await storedBy(PANEL, SUBMISSION))['needs'], 1);
  });

  it('is stored without a code of invitation where none is needed', async () => {
    const withCode = { ...SUBMISSION, invitationCode: 'k7m-4px' };
    const invited = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };
    assert.equal((await storedBy(PANEL, withCode))['invitationCode'], undefined);
    assert.equal((await storedBy(invited, withCode))['invitationCode'], 'K7M4PX');
  });

  it('is refused with a need that is not offered', async () => {
    const response = await post({ ...SUBMISSION, support: { needs: ['diet', 'care'] } });
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/support/needs', code: 'unknown' }]);
  });
});

describe('a registration by invitation', () => {
  it('is refused with a code of which nothing would be kept', async () => {
    const panel = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };
    const invited = await startReceiver({
      content: contentOf([fileOf('panels', panel)]),
      now: () => now,
    });
    for (const invitationCode of ['---', ' - ', 'ÄÖ']) {
      const response = await postJson(invited.app, PANEL_URL, { ...SUBMISSION, invitationCode });
      assert.deepEqual(problemOf(response).errors, [
        { pointer: '/invitationCode', code: 'missing' },
      ]);
    }
    assert.equal(await invited.count('registrations'), 0);
    await invited.close();
  });
});

describe('sending again with the same key', () => {
  it('and the same body gives the same receipt and one row', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await post(SUBMISSION, headers);
    now = new Date(NOW.getTime() + 60_000);
    const second = await post(SUBMISSION, headers);
    assert.equal(second.statusCode, 201);
    assert.deepEqual(second.json(), first.json());
    assert.equal(await receiver.count('registrations'), 1);
  });

  it('and the same body with its members in another order gives the same receipt', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await post(SUBMISSION, headers);
    const reversed = Object.fromEntries(Object.entries(SUBMISSION).reverse());
    const second = await post(reversed, {
      'idempotency-key': headers['idempotency-key'].toUpperCase(),
    });
    assert.deepEqual(second.json(), first.json());
  });

  it('and another body replaces it under the same reference', async () => {
    const headers = { 'idempotency-key': newKey() };
    const { reference } = receiptOf(await post(SUBMISSION, headers));
    const receipt = receiptOf(await post({ ...SUBMISSION, birthYear: 1981 }, headers));
    assert.equal(receipt.reference, reference);
    assert.equal(receipt.replaced, true);
    assert.equal(await receiver.count('registrations'), 1);
    const row = await receiver.db
      .selectFrom('registrations')
      .select(['revision', 'submission'])
      .executeTakeFirstOrThrow();
    assert.equal(row.revision, 2);
    assert.equal((JSON.parse(row.submission) as typeof SUBMISSION).birthYear, 1981);
  });

  it('and another body keeps what was replaced in the history', async () => {
    const headers = { 'idempotency-key': newKey() };
    await post(SUBMISSION, headers);
    await post({ ...SUBMISSION, birthYear: 1981 }, headers);
    const [created, replaced] = await receiver.db
      .selectFrom('registrationHistory')
      .selectAll()
      .orderBy('line')
      .execute();
    assert.equal(created?.toStatus, 'pool');
    assert.equal(replaced?.comment, 'replaced');
    const kept = JSON.parse(replaced.submission ?? '{}') as typeof SUBMISSION;
    assert.equal(kept.birthYear, 1980);
  });

  it('after closing still gives the receipt of what arrived in time', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await post(SUBMISSION, headers);
    now = AFTER_CLOSING;
    const retry = await post(SUBMISSION, headers);
    const change = await post({ ...SUBMISSION, birthYear: 1981 }, headers);
    assert.deepEqual(retry.json(), first.json());
    assert.equal(change.statusCode, 409);
  });

  it('to another action is another submission', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = receiptOf(await post(SUBMISSION, headers));
    const second = receiptOf(await post(FEEDBACK, headers, FEEDBACK_URL));
    assert.notEqual(first.reference, second.reference);
    assert.equal(await receiver.count('registrations'), 1);
    assert.equal(await receiver.count('feedback'), 1);
  });

  it('twice at once gives one row and one reference', async () => {
    const headers = { 'idempotency-key': newKey() };
    const responses = await Promise.all(Array.from({ length: 8 }, () => post(SUBMISSION, headers)));
    const references = new Set(responses.map((response) => receiptOf(response).reference));
    assert.equal(references.size, 1);
    assert.equal(await receiver.count('registrations'), 1);
    assert.equal(await receiver.count('receipts'), 1);
  });

  it('with a newer token is not another body', async () => {
    const headers = { 'idempotency-key': newKey() };
    await post({ ...SUBMISSION, token: 'one' }, headers);
    const second = receiptOf(await post({ ...SUBMISSION, token: 'two' }, headers));
    assert.equal(second.replaced, undefined);
  });
});

describe('sending feedback', () => {
  it('stores the contact apart from the words', async () => {
    const response = await post(FEEDBACK, {}, FEEDBACK_URL);
    const { contact, ...rest } = FEEDBACK;
    const row = await receiver.db.selectFrom('feedback').selectAll().executeTakeFirstOrThrow();
    const apart = await receiver.db
      .selectFrom('feedbackContacts')
      .selectAll()
      .executeTakeFirstOrThrow();
    assert.equal(response.statusCode, 201);
    assert.deepEqual(JSON.parse(row.submission), rest);
    assert.deepEqual(JSON.parse(apart.contact), contact);
  });

  it('promises an answer in working days', async () => {
    const { answerBy } = receiptOf(await post(FEEDBACK, {}, FEEDBACK_URL));
    assert.equal(answerBy, '2027-02-15');
  });

  it('promises no answer to who asked for none', async () => {
    const quiet = { ...FEEDBACK, wantsReply: false };
    const { answerBy } = receiptOf(await post(quiet, {}, FEEDBACK_URL));
    assert.equal(answerBy, undefined);
  });

  it('promises an answer on accessibility within the 14 days of the law, also to who asked for none', async () => {
    const { kind: _kind, ...rest } = FEEDBACK;
    // Easter makes ten working days longer than that; in Helsinki it is the 23rd.
    now = new Date('2027-03-22T22:30:00Z');
    for (const wantsReply of [true, false]) {
      const sent = { ...rest, form: 'accessibility', wantsReply };
      const { answerBy } = receiptOf(await post(sent, {}, FEEDBACK_URL));
      assert.equal(answerBy, '2027-04-06');
    }
  });

  it('keeps no contact when no reply was asked for', async () => {
    await post({ ...FEEDBACK, wantsReply: false }, {}, FEEDBACK_URL);
    assert.equal(await receiver.count('feedback'), 1);
    assert.equal(await receiver.count('feedbackContacts'), 0);
  });

  it('replaces under the same key', async () => {
    const headers = { 'idempotency-key': newKey() };
    await post(FEEDBACK, headers, FEEDBACK_URL);
    const changed = { ...FEEDBACK, text: 'Lisää katoksia pysäkeille.' };
    const receipt = receiptOf(await post(changed, headers, FEEDBACK_URL));
    assert.equal(receipt.replaced, true);
    assert.equal(await receiver.count('feedback'), 1);
    assert.equal(await receiver.count('feedbackHistory'), 2);
  });
});

describe('a submission that cannot be taken', () => {
  const cases: readonly {
    readonly of: string;
    readonly status: number;
    readonly code: string;
    readonly send: () => ReturnType<typeof post>;
  }[] = [
    { of: 'no JSON', status: 400, code: 'malformed', send: () => post('{"a":') },
    { of: 'an empty body', status: 400, code: 'malformed', send: () => post('') },
    {
      of: 'a poisoned prototype',
      status: 400,
      code: 'malformed',
      send: () => post('{"__proto__":{"x":1}}'),
    },
    {
      of: 'endless nesting',
      status: 400,
      code: 'malformed',
      send: () => post('['.repeat(30_000) + ']'.repeat(30_000)),
    },
    {
      of: 'thousands of values',
      status: 400,
      code: 'malformed',
      send: () => post({ ...SUBMISSION, availability: Array(5000).fill('') }),
    },
    {
      of: 'no key',
      status: 400,
      code: 'key-missing',
      send: () => post(SUBMISSION, { 'idempotency-key': '' }),
    },
    {
      of: 'a key that is no UUID',
      status: 400,
      code: 'key-malformed',
      send: () => post(SUBMISSION, { 'idempotency-key': 'abc' }),
    },
    {
      of: 'an unknown panel',
      status: 404,
      code: 'not-found',
      send: () => post(SUBMISSION, {}, '/api/panels/none/registrations'),
    },
    {
      of: 'an unknown channel',
      status: 404,
      code: 'not-found',
      send: () => post(FEEDBACK, {}, '/api/feedback/none'),
    },
    {
      of: 'too large a body',
      status: 413,
      code: 'too-large',
      send: () => post({ ...SUBMISSION, note: 'x'.repeat(65_536) }),
    },
    {
      of: 'plain text',
      status: 415,
      code: 'unsupported-type',
      send: () => post('hello', { 'content-type': 'text/plain' }),
    },
    {
      of: 'XML',
      status: 415,
      code: 'unsupported-type',
      send: () => post('<a/>', { 'content-type': 'application/xml' }),
    },
  ];

  for (const { of, status, code, send } of cases) {
    it(`because of ${of} is answered with ${String(status)} and "${code}"`, async () => {
      const response = await send();
      const problem = v.parse(problemSchema, response.json());
      assert.equal(response.statusCode, status);
      assert.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8');
      assert.equal(problem.code, code);
      assert.equal(problem.status, status);
      assert.equal(await receiver.count('receipts'), 0);
    });
  }

  it('because there is no body is answered with 415', async () => {
    const response = await receiver.app.inject({ method: 'POST', url: PANEL_URL });
    assert.equal(response.statusCode, 415);
    assert.equal(problemOf(response).code, 'unsupported-type');
  });

  it('before opening is answered with 409 and "upcoming"', async () => {
    now = BEFORE_OPENING;
    const response = await post(SUBMISSION);
    assert.equal(response.statusCode, 409);
    assert.equal(problemOf(response).code, 'upcoming');
  });

  it('after closing is answered with 409 and "closed"', async () => {
    now = AFTER_CLOSING;
    const response = await post(SUBMISSION);
    assert.equal(response.statusCode, 409);
    assert.equal(problemOf(response).code, 'closed');
    assert.equal(await receiver.count('registrations'), 0);
  });
});

describe('a submission with mistakes', () => {
  it('is answered with 422 and each field that is wrong', async () => {
    const { birthYear: _year, ...rest } = SUBMISSION;
    const response = await post({ ...rest, contact: { ...rest.contact, email: 'aija@' } });
    const problem = v.parse(problemSchema, response.json());
    assert.equal(response.statusCode, 422);
    assert.equal(problem.code, 'invalid');
    assert.deepEqual(problem.errors, [
      { pointer: '/birthYear', code: 'missing' },
      { pointer: '/contact/email', code: 'format' },
    ]);
    assert.equal(await receiver.count('receipts'), 0);
  });

  for (const [who, availability, code] of [
    ['names no meeting', [], 'missing'],
    ['can attend none of the meetings', ['_none'], 'notEligible'],
    ['says both', ['s1', '_none'], 'notEligible'],
  ] as const) {
    it(`of somebody who ${who} is not stored`, async () => {
      const response = await post({ ...SUBMISSION, availability });
      assert.equal(response.statusCode, 422);
      assert.deepEqual(problemOf(response).errors, [{ pointer: '/availability', code }]);
      assert.equal(await receiver.count('registrations'), 0);
    });
  }

  it('tells the numbers that a message needs', async () => {
    const response = await post({ ...FEEDBACK, text: 'Hei' }, {}, FEEDBACK_URL);
    assert.deepEqual(problemOf(response).errors, [
      { pointer: '/text', code: 'tooShort', params: { min: 5 } },
    ]);
  });

  it('keeps its key free for the corrected one', async () => {
    const headers = { 'idempotency-key': newKey() };
    await post({ ...SUBMISSION, birthYear: 2020 }, headers);
    const receipt = receiptOf(await post(SUBMISSION, headers));
    assert.equal(receipt.replaced, undefined);
  });

  for (const [what, body, pointer] of [
    ['an array', [], '/panelId'],
    ['null', null, ''],
    ['a list where an object should be', { ...SUBMISSION, contact: [] }, '/contact/firstName'],
    ['a number where a list should be', { ...SUBMISSION, availability: 5 }, '/availability'],
    ['a number where a name should be', { ...SUBMISSION, contact: 5 }, '/contact'],
    [
      'blank names',
      { ...SUBMISSION, contact: { ...SUBMISSION.contact, firstName: ' ' } },
      '/contact/firstName',
    ],
    [
      'an unknown code',
      { ...SUBMISSION, strata: { ...SUBMISSION.strata, gender: 'x' } },
      '/strata/gender',
    ],
  ] as const) {
    it(`is answered with 422 for ${what}`, async () => {
      const response = await post(body);
      assert.equal(response.statusCode, 422);
      assert.ok(problemOf(response).errors?.some((error) => error.pointer === pointer));
    });
  }
});

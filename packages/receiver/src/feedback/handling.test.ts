import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import {
  feedback as feedbackSchema,
  feedbackAnswers,
  type FeedbackAnswers,
} from '@puntari/contracts';
import { type KyselyPlugin, sql } from 'kysely';
import * as v from 'valibot';

import { asOperator, giveFeedback, OUTCOME, recordOn } from '../testing/feedback.js';
import {
  newKey,
  OPERATOR_TOKEN,
  postForm,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const publish = { kind: 'moderation', decision: 'publish' };
const get = (url: string, headers: Record<string, string> = {}) =>
  receiver.app.inject({ url, headers });
const open = (reference: string) => get(`/operator/feedback/${reference}`, asOperator);

async function answers(): Promise<FeedbackAnswers> {
  const response = await get('/feedback/palaute/answers.json');
  return v.parse(feedbackAnswers, response.json());
}

describe('feedback in the hands of officers', () => {
  it('is listed, by channel and by how far it is', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const listed = async (query: string): Promise<string[]> => {
      const response = await get(`/operator/feedback?${query}`, asOperator);
      return response.json<{ items: { reference: string }[] }>().items.map((one) => one.reference);
    };
    assert.deepEqual(await listed('channelId=palaute&status=received'), [reference]);
    assert.deepEqual(await listed('status=answered'), []);
    const odd = await get('/operator/feedback?status=odd', asOperator);
    assert.equal(odd.statusCode, 400);
    assert.match(
      problemOf(odd).detail ?? '',
      /^status: expected one of received, .* received "odd"/,
    );
    const unknown = await get('/operator/feedback?channelId=palaut', asOperator);
    assert.equal(unknown.statusCode, 400);
    assert.match(problemOf(unknown).detail ?? '', /^channelId: .*palaute.* received "palaut"/);
  });

  it('is listed by when it came, in any time zone, as a time or a day', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const url = '/operator/feedback';
    const [row] = (await get(url, asOperator)).json<{ items: { receivedAt: string }[] }>().items;
    const received = new Date(row?.receivedAt ?? '');
    const inHelsinki = (ms: number): string =>
      new Date(received.getTime() + 2 * 60 * 60 * 1000 + ms).toISOString().replace('Z', '+02:00');
    const listed = async (before: string): Promise<string[]> => {
      const response = await get(
        `${url}?${new URLSearchParams({ before }).toString()}`,
        asOperator,
      );
      return response.json<{ items: { reference: string }[] }>().items.map((one) => one.reference);
    };
    assert.deepEqual(await listed(inHelsinki(1)), [reference]);
    assert.deepEqual(await listed(inHelsinki(0)), []);
    assert.deepEqual(await listed('2999-01-01'), [reference]);
    assert.deepEqual(await listed('2001-01-01'), []);
    assert.deepEqual(await listed(''), [reference]);
  });

  it('is listed before a day as the clock of its channel shows it', async () => {
    await giveFeedback(receiver.app);
    const listed = async (before: string): Promise<number> => {
      const response = await get(`/operator/feedback?before=${before}`, asOperator);
      return response.json<{ items: unknown[] }>().items.length;
    };
    const arrive = async (receivedAt: string): Promise<void> => {
      await receiver.db.updateTable('feedback').set({ receivedAt }).execute();
    };
    // Half past midnight and half to midnight, in Helsinki.
    await arrive('2027-01-30T22:30:00.000Z');
    assert.equal(await listed('2027-01-31'), 0);
    await arrive('2027-01-30T21:30:00.000Z');
    assert.equal(await listed('2027-01-31'), 1);
    assert.equal(await listed('0001-01-01'), 0);
  });

  for (const query of ['before=x', 'before=2027-02-30', 'before=2027-01-31&before=2027-02-01']) {
    it(`is not listed as none for ${query}: the program hears what is wrong`, async () => {
      await giveFeedback(receiver.app);
      const response = await get(`/operator/feedback?${query}`, asOperator);
      assert.equal(response.statusCode, 400);
      const { code, detail } = problemOf(response);
      assert.equal(code, 'date-malformed');
      assert.match(detail ?? '', /^before: expected a time .* received/);
    });
  }

  it('is a record with its history, for the operator only', async () => {
    const { reference } = await giveFeedback(receiver.app, { mayBePublished: true });
    await recordOn(receiver.app, reference, publish);
    await recordOn(receiver.app, reference, OUTCOME, { version: 1 });
    const response = await open(reference.replace('-', '').toLowerCase());
    assert.equal(response.headers.etag, '"2"');
    const shown = response.json<{ entries: { recordedBy: string; recordedAt: string }[] }>();
    const record = v.parse(feedbackSchema, shown);
    assert.equal(record.status, 'answered');
    assert.equal(record.outcome?.decided, OUTCOME.outcome.decided);
    assert.ok(!response.body.includes('aija@example.fi'));
    assert.deepEqual(
      shown.entries.map(({ recordedBy }) => recordedBy),
      ['Maija Malli', 'Maija Malli'],
    );
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      assert.equal((await get(`/operator/feedback/${reference}`, headers)).statusCode, 401);
    }
  });

  it('goes its way, each step with who and when', async () => {
    const { reference } = await giveFeedback(receiver.app);
    await recordOn(receiver.app, reference, { kind: 'moderation', decision: 'hide' });
    const handler = 'Katuyksikkö';
    await recordOn(
      receiver.app,
      reference,
      { kind: 'status', status: 'in-progress', handler },
      { version: 1 },
    );
    await recordOn(receiver.app, reference, OUTCOME, { version: 2 });
    await recordOn(receiver.app, reference, { kind: 'status', status: 'closed' }, { version: 3 });
    const rows = await receiver.db
      .selectFrom('feedbackHistory')
      .select(['toStatus', 'by'])
      .execute();
    assert.deepEqual(
      rows.map(({ toStatus, by }) => `${toStatus} ${by}`),
      [
        'received resident',
        'moderated officer: Maija Malli',
        'in-progress officer: Maija Malli',
        'answered officer: Maija Malli',
        'closed officer: Maija Malli',
      ],
    );
  });

  it('takes no step that there is not, and none that says nothing', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const errorsOf = async (change: unknown): Promise<string[]> => {
      const response = await recordOn(receiver.app, reference, change);
      assert.equal(response.statusCode, 422, response.body);
      return (problemOf(response).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    };
    assert.deepEqual(await errorsOf({ kind: 'status', status: 'answered' }), [
      '/status impossible',
    ]);
    assert.deepEqual(await errorsOf({ kind: 'status', status: 'lost' }), ['/status unknown']);
    assert.deepEqual(await errorsOf({ kind: 'outcome', outcome: { said: 'a', decided: 'b' } }), [
      '/outcome/why missing',
    ]);
    assert.deepEqual(await errorsOf({ ...publish, txt: 'a' }), ['/txt unknown']);
    assert.deepEqual(await errorsOf({ ...publish, recordedBy: ' ' }), ['/recordedBy format']);
  });

  it('is recorded once for one key, and not on what somebody else has changed', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const key = newKey();
    const first = await recordOn(
      receiver.app,
      reference,
      { kind: 'moderation', decision: 'hide' },
      { key },
    );
    const again = await recordOn(
      receiver.app,
      reference,
      { kind: 'moderation', decision: 'hide' },
      { key },
    );
    assert.deepEqual([first.statusCode, again.statusCode], [201, 200]);
    assert.equal((await recordOn(receiver.app, reference, OUTCOME, { key })).statusCode, 409);
    assert.equal((await recordOn(receiver.app, reference, OUTCOME)).statusCode, 412);
    assert.equal(await receiver.count('feedbackEntries'), 1);
  });

  it('keeps what was recorded as it was', async () => {
    const { reference } = await giveFeedback(receiver.app);
    await recordOn(receiver.app, reference, { kind: 'moderation', decision: 'hide' });
    await assert.rejects(
      sql`UPDATE feedback_entries SET recorded_by = 'x'`.execute(receiver.db),
      /never changed/,
    );
  });
});

describe('what is published of feedback', () => {
  const handled = async (
    changes: Parameters<typeof giveFeedback>[1],
    moderation: unknown = publish,
  ) => {
    const key = newKey();
    const { reference } = await giveFeedback(receiver.app, changes, { 'idempotency-key': key });
    const response = await recordOn(receiver.app, reference, moderation);
    const version = response.statusCode === 201 ? 1 : 0;
    await recordOn(receiver.app, reference, OUTCOME, { version });
    return { reference, key, response };
  };

  it('is the answer in three parts, with the words of the writer', async () => {
    const { reference } = await handled({ mayBePublished: true });
    const {
      answers: [answer],
    } = await answers();
    assert.deepEqual(answer, {
      reference,
      kind: 'idea',
      subject: 'topic:keskusta',
      receivedOn: '2027-02-01',
      lang: 'fi',
      text: 'Lisää penkkejä bussipysäkeille.',
      ...OUTCOME.outcome,
    });
  });

  it('does not ask for feedback: the widget says above the answers what they are', async () => {
    await handled({ mayBePublished: true });
    assert.equal((await answers()).title, undefined);
  });

  it('is nothing without the leave of the writer, whatever an officer says', async () => {
    const { response } = await handled({ mayBePublished: false });
    assert.equal(response.statusCode, 422);
    assert.deepEqual((await answers()).answers, []);
  });

  it('is nothing before an officer has looked, or when they hide it', async () => {
    const { reference } = await giveFeedback(receiver.app, { mayBePublished: true });
    await recordOn(receiver.app, reference, OUTCOME);
    assert.deepEqual((await answers()).answers, []);
    await recordOn(receiver.app, reference, publish, { version: 1 });
    assert.equal((await answers()).answers.length, 1);
    await recordOn(
      receiver.app,
      reference,
      { kind: 'moderation', decision: 'hide' },
      { version: 2 },
    );
    assert.deepEqual((await answers()).answers, []);
  });

  it('is what the officer made of the words, who keeps what was written', async () => {
    const { reference } = await handled(
      { mayBePublished: true, text: 'Naapurini Aino häiritsee.' },
      { ...publish, text: 'Naapurini häiritsee.' },
    );
    const {
      answers: [answer],
    } = await answers();
    assert.equal(answer?.text, 'Naapurini häiritsee.');
    assert.match((await open(reference)).body, /Naapurini Aino/);
  });

  it('is nothing of words that were changed after an officer looked', async () => {
    const { key } = await handled({ mayBePublished: true });
    await giveFeedback(
      receiver.app,
      { mayBePublished: true, text: 'Jotain aivan muuta.' },
      { 'idempotency-key': key },
    );
    assert.deepEqual((await answers()).answers, []);
  });

  it('is nothing of words that were sent while an officer looked at others', async () => {
    const key = newKey();
    const sent = { mayBePublished: true };
    const { reference } = await giveFeedback(receiver.app, sent, { 'idempotency-key': key });
    const seen = (await open(reference)).json<{ version: number }>().version;
    const others = { ...sent, text: 'Jotain aivan muuta.' };
    await giveFeedback(receiver.app, others, { 'idempotency-key': key });
    const late = await recordOn(receiver.app, reference, publish, { version: seen });
    assert.equal(problemOf(late).code, 'version-changed');
    const { version } = (await open(reference)).json<{ version: number }>();
    const { statusCode } = await recordOn(receiver.app, reference, publish, { version });
    assert.equal(statusCode, 201);
  });

  it('is never the code of a person or the number of an account', async () => {
    const { response } = await handled({
      mayBePublished: true,
      text: 'Tunnukseni on 131052-308T.',
    });
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/text', code: 'unsafe' }]);
    const { reference } = await giveFeedback(receiver.app);
    const outcome = { ...OUTCOME.outcome, why: { fi: 'Tilille FI21 1234 5600 0007 85' } };
    const answer = await recordOn(receiver.app, reference, { kind: 'outcome', outcome });
    assert.deepEqual(problemOf(answer).errors, [{ pointer: '/outcome/why', code: 'unsafe' }]);
  });

  it('never names who wrote it', async () => {
    await handled({ mayBePublished: true });
    for (const file of ['answers.json', 'answers.atom', 'numbers.json', 'numbers.csv']) {
      const { body } = await get(`/feedback/palaute/${file}`);
      assert.doesNotMatch(body, /Öhman|aija@example\.fi|Maija Malli/);
    }
  });

  it('is a feed too, in each language', async () => {
    await handled({ mayBePublished: true });
    const feed = await get('/feedback/palaute/answers.atom?lang=sv');
    assert.equal(feed.headers['content-type'], 'application/atom+xml; charset=utf-8');
    assert.match(feed.body, /<title>Svar på respons: Respons om delaktighet<\/title>/);
    assert.match(feed.body, /En bänk önskades\./);
  });

  it('is cached like other records, until something changes', async () => {
    const before = await get('/feedback/palaute/answers.json');
    const etag = String(before.headers.etag);
    assert.equal(before.headers['access-control-allow-origin'], '*');
    const same = await get('/feedback/palaute/answers.json', { 'if-none-match': etag });
    assert.equal(same.statusCode, 304);
    await handled({ mayBePublished: true });
    const after = await get('/feedback/palaute/answers.json', { 'if-none-match': etag });
    assert.equal(after.statusCode, 200);
    assert.equal((await get('/feedback/muu/answers.json')).statusCode, 404);
  });

  it('is made anew where one was deleted and another answered since somebody looked', async () => {
    const { manage = '', reference } = await giveFeedback(receiver.app, { mayBePublished: true });
    const other = await giveFeedback(receiver.app, { mayBePublished: true });
    const answer = async (to: string): Promise<void> => {
      await recordOn(receiver.app, to, publish);
      await recordOn(receiver.app, to, OUTCOME, { version: 1 });
    };
    const shown = async () => (await answers()).answers.map((one) => one.reference);
    await answer(reference);
    assert.deepEqual(await shown(), [reference]);
    await postForm(receiver.app, `${manage}/delete?lang=fi`, []);
    await answer(other.reference);
    assert.deepEqual(await shown(), [other.reference]);
  });

  it('is made without the words of what has no answer', async () => {
    await handled({ mayBePublished: true });
    const texts: unknown[] = [];
    const count: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        texts.push(...result.rows.filter((row) => 'submission' in row));
        return Promise.resolve(result);
      },
    };
    const { app } = await startReceiver({ db: receiver.db.withPlugin(count) });
    const read = async (): Promise<number> => {
      texts.length = 0;
      for (const file of ['answers.json', 'answers.atom', 'numbers.json'])
        await app.inject({ url: `/feedback/palaute/${file}` });
      return texts.length;
    };
    const before = await read();
    for (let given = 0; given < 5; given += 1) await giveFeedback(receiver.app);
    assert.ok((await read()) <= before);
    await app.close();
  });
});

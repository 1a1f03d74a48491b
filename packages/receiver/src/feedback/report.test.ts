import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { asObjects } from '../testing/csv.js';
import { asOperator, giveFeedback, OUTCOME, recordOn } from '../testing/feedback.js';
import {
  CONTENT_FILES,
  OPERATOR_TOKEN,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { NOW } from '../testing/records.js';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const report = async (query = ''): Promise<string> => {
  const url = `/operator/report/feedback.csv${query}`;
  const response = await receiver.app.inject({ url, headers: asOperator });
  assert.equal(response.statusCode, 200);
  return response.body;
};

describe('the report of feedback', () => {
  it('counts by month, channel, form, kind of subject and language', async () => {
    const { reference } = await giveFeedback(receiver.app);
    await recordOn(receiver.app, reference, OUTCOME);
    await giveFeedback(receiver.app, { experience: 'not', wantsReply: false });
    await giveFeedback(receiver.app, {
      form: 'survey',
      subject: 'page:/a',
      lang: 'sv-FI',
      survey: { trust: 'partly-agree', heard: 'neither' },
    });
    const [full, survey, ...others] = asObjects(await report());
    assert.deepEqual(others, []);
    const about = { month: '2027-02', channel: 'palaute' };
    assert.deepEqual(
      { ...full, ...about },
      {
        ...full,
        ...about,
        form: 'full',
        subject: 'topic',
        lang: 'fi',
        count: '2',
        answered: '1',
        wantsReply: '1',
        'experience/heard': '1',
        'experience/not': '1',
      },
    );
    assert.equal(survey?.['subject'], 'page');
    assert.equal(survey['lang'], 'sv');
    assert.equal(survey['survey/trust/agree'], '1');
    assert.equal(survey['survey/heard/agree'], '0');
    assert.equal(survey['survey/heard/answers'], '1');
  });

  it('tells no more of few people than that, when it is for publishing', async () => {
    for (let count = 0; count < 5; count += 1) await giveFeedback(receiver.app);
    for (let count = 0; count < 6; count += 1) await giveFeedback(receiver.app, { lang: 'en' });
    await giveFeedback(receiver.app, { lang: 'sv' });
    const rows = asObjects(await report('?publish=1'));
    assert.deepEqual(
      rows.map(({ lang, count }) => [lang, count]),
      [
        // With what the numbers of the channel tell, it would tell that one wrote in Swedish.
        ['en', ''],
        ['fi', '5'],
        ['sv', ''],
      ],
    );
    assert.deepEqual(Object.keys(rows[0] ?? {}), [
      'month',
      'channel',
      'form',
      'subject',
      'lang',
      'count',
    ]);
  });

  it('tells nothing from which few could be computed, together with the numbers that are public', async () => {
    const question = { form: 'question', helped: true } as const;
    const counts = async (): Promise<string[]> =>
      asObjects(await report('?publish=1')).map(
        ({ form, subject, count }) => `${form} ${subject} ${count}`,
      );
    for (let count = 0; count < 9; count += 1) {
      await giveFeedback(receiver.app, { ...question, subject: 'page:/a' });
    }
    await giveFeedback(receiver.app, { ...question, subject: 'topic:keskusta' });
    assert.deepEqual(await counts(), ['question page ', 'question topic ']);
    for (let count = 0; count < 7; count += 1) await giveFeedback(receiver.app);
    // The public numbers tell that nine answered about pages: only the seven can hide the one.
    assert.deepEqual(await counts(), ['full topic ', 'question page 9', 'question topic ']);
  });

  it('has no words, no addresses of pages and nobody in it', async () => {
    const { reference } = await giveFeedback(receiver.app, { subject: 'page:/salainen' });
    const text = await report();
    for (const secret of ['penkkejä', 'salainen', 'Öhman', 'aija@', reference]) {
      assert.ok(!text.includes(secret), secret);
    }
  });

  it('is for the operator only, as JSON too', async () => {
    await giveFeedback(receiver.app);
    const url = '/operator/report/feedback.json';
    assert.equal((await receiver.app.inject({ url })).statusCode, 401);
    const { rows } = (await receiver.app.inject({ url, headers: asOperator })).json<{
      rows: { count: number }[];
    }>();
    assert.equal(rows[0]?.count, 1);
  });

  it('is given by a command too', async () => {
    await giveFeedback(receiver.app);
    let out = '';
    await readCommand(['feedback', 'report'])?.({
      content: contentOf(CONTENT_FILES),
      db: receiver.db,
      now: () => NOW,
      out: (text) => {
        out += text;
      },
      say: () => undefined,
    });
    assert.equal(out, await report());
  });
});

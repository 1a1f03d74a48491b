import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { FeedbackSubmission } from '@puntari/contracts';

import { readCsv } from '../testing/csv.js';
import { giveFeedback } from '../testing/feedback.js';
import { startReceiver, type TestReceiver } from '../testing/receiver.js';
import type { FeedbackNumbers } from './numbers.js';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(() => receiver.close());

describe('the numbers of a channel', () => {
  const numbers = async (): Promise<FeedbackNumbers> =>
    (await receiver.app.inject({ url: '/feedback/palaute/numbers.json' })).json();

  it('count the answers to each question, and hide what is few', async () => {
    for (let count = 0; count < 12; count += 1) {
      const heard = count < 7 ? 'fully-agree' : 'neither';
      await giveFeedback(receiver.app, { form: 'survey', survey: { heard } });
    }
    await giveFeedback(receiver.app, { form: 'survey', survey: { trust: 'neither' } });
    const { survey, total } = await numbers();
    assert.equal(total, 13);
    assert.equal(survey['heard']?.total, 12);
    assert.equal(survey['heard'].answers['fully-agree'], 7);
    // Told, it would give away that nobody said anything else.
    assert.equal(survey['heard'].answers['neither'], null);
    assert.equal(survey['heard'].answers['fully-disagree'], null);
    assert.equal(survey['trust']?.total, null);
    assert.deepEqual(new Set(Object.values(survey['trust'].answers)), new Set([null]));
  });

  it('tell whether pages helped, and name only what is published here', async () => {
    const give = async (subject: string, count: number, helped: boolean): Promise<void> => {
      for (let index = 0; index < count; index += 1) {
        await giveFeedback(receiver.app, { form: 'question', helped, subject });
      }
    };
    await give('topic:keskusta', 6, true);
    await give('topic:keskusta#1', 5, false);
    await give('page:/salainen/polku', 5, true);
    await give('topic:keksitty', 5, true);
    const { helped } = await numbers();
    assert.deepEqual(Object.keys(helped), ['other', 'page', 'topic:keskusta']);
    assert.deepEqual(helped['topic:keskusta'], { total: 11, answers: { yes: 6, no: 5 } });
    const csv = readCsv((await receiver.app.inject({ url: '/feedback/palaute/numbers.csv' })).body);
    assert.ok(csv.some((row) => row.join() === 'helped,topic:keskusta,yes,6'));
    assert.ok(csv.some((row) => row.join() === 'heard,,neither,'));
  });

  const giveMany = async (count: number, changes: Partial<FeedbackSubmission>): Promise<void> => {
    for (let index = 0; index < count; index += 1) await giveFeedback(receiver.app, changes);
  };
  const question = { form: 'question', helped: true } as const;

  it('let nobody compute what few said of a subject from the total and the other subjects', async () => {
    await giveMany(9, { ...question, subject: 'page:/a' });
    await giveMany(3, { ...question, subject: 'topic:keskusta' });
    const { total, helped } = await numbers();
    assert.equal(total, 12);
    const nothing = { total: null, answers: { yes: null, no: null } };
    assert.deepEqual(helped, { page: nothing, 'topic:keskusta': nothing });
  });

  it('tell of a subject what there is to tell when others can hide the few', async () => {
    await giveMany(9, { ...question, subject: 'page:/a' });
    await giveMany(3, { ...question, subject: 'topic:keskusta' });
    await giveMany(6, {});
    const { helped } = await numbers();
    assert.equal(helped['page']?.total, 9);
    assert.equal(helped['topic:keskusta']?.total, null);
  });
});

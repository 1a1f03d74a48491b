import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { FeedbackAttachment } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { asOperator, giveFeedback, OUTCOME, recordOn } from '../testing/feedback.js';
import { jpeg } from '../testing/files.js';
import {
  FEEDBACK_URL,
  fileOf,
  newKey,
  openPage,
  OPERATOR_TOKEN,
  postForm,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { CHANNEL, NOW } from '../testing/records.js';

const TAKING = {
  ...CHANNEL,
  attachments: { maxFiles: 1, maxSize: 5000, types: ['image/jpeg'] },
};

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({
    operatorToken: OPERATOR_TOKEN,
    content: contentOf([fileOf('feedback', TAKING)]),
  });
});

afterEach(() => receiver.close());

const read = (url: string) => receiver.app.inject({ url, headers: { accept: 'application/json' } });

async function sendFile(): Promise<FeedbackAttachment> {
  const sent = await receiver.app.inject({
    method: 'POST',
    url: `${FEEDBACK_URL}/attachments`,
    headers: { 'content-type': 'image/jpeg', 'idempotency-key': newKey() },
    payload: jpeg(),
  });
  return sent.json();
}

const press = (url: string) => postForm(receiver.app, `${url}/delete?lang=fi`, []);

/** The whole database as text: what is in none of it is gone. */
async function everything(): Promise<string> {
  const tables = [
    'feedback',
    'feedbackContacts',
    'feedbackHistory',
    'feedbackEntries',
    'attachments',
    'receipts',
    'sentKeys',
  ] as const;
  const rows = await Promise.all(
    tables.map((table) => receiver.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}

describe('the private link of feedback', () => {
  it('comes with the receipt, and shows what was sent and where it stands', async () => {
    const { manage = '', reference } = await giveFeedback(receiver.app);
    const page = await openPage(receiver.app, `${manage}?lang=fi`);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, new RegExp(reference));
    assert.match(page.body, /Lisää penkkejä bussipysäkeille\./);
    assert.match(page.body, /Vastaanotettu/);
    assert.match(page.body, /Osallisuustiimi/);
    assert.match(page.body, /15\.\u00A0helmikuuta 2027/);
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.equal(page.headers['cache-control'], 'no-store');
  });

  it('stands on the page of the receipt of who has no script', async () => {
    const fields = [
      ['kind', 'idea'],
      ['text', 'Lisää penkkejä.'],
    ] as const;
    const { headers } = await postForm(receiver.app, FEEDBACK_URL, fields);
    const receipt = await openPage(receiver.app, String(headers.location));
    const [, path = ''] = /href="(\/given-feedback\/[^"?]+)/.exec(receipt.body) ?? [];
    assert.equal((await openPage(receiver.app, path)).statusCode, 200);
  });

  it('tells who has it, and what came of it in three parts', async () => {
    const { manage = '', reference } = await giveFeedback(receiver.app, { mayBePublished: true });
    const step = {
      kind: 'status',
      status: 'in-progress',
      handler: 'Katuyksikkö',
      statusNote: { fi: 'Käymme paikalla.' },
    };
    await recordOn(receiver.app, reference, step);
    const on = await openPage(receiver.app, `${manage}?lang=fi`);
    for (const words of ['Käsittelyssä', 'Katuyksikkö', 'Käymme paikalla.']) {
      assert.ok(on.body.includes(words), words);
    }
    await recordOn(receiver.app, reference, OUTCOME, { version: 1 });
    await recordOn(
      receiver.app,
      reference,
      { kind: 'moderation', decision: 'publish', text: 'Lisää penkkejä.' },
      { version: 2 },
    );
    const page = await openPage(receiver.app, `${manage}?lang=fi`);
    const { said, decided, why } = OUTCOME.outcome;
    for (const words of ['Vastattu', said.fi, decided, why, 'Lisää penkkejä.<']) {
      assert.ok(page.body.includes(words), words);
    }
    assert.ok(!page.body.includes('Maija Malli'));
  });

  it('leaves the paragraphs of the answer apart', async () => {
    const { manage = '', reference } = await giveFeedback(receiver.app);
    const why = 'Pysäkki on vilkas.\n\nPenkki mahtuu siihen.';
    await recordOn(receiver.app, reference, { ...OUTCOME, outcome: { ...OUTCOME.outcome, why } });
    const { body } = await openPage(receiver.app, `${manage}?lang=fi`);
    assert.match(body, /<p\s*>Pysäkki on vilkas\.<\/p>\s*<p\s*>Penkki mahtuu siihen\.<\/p>/);
  });

  it('gives the same to programs', async () => {
    const { manage = '', reference, answerBy } = await giveFeedback(receiver.app);
    await recordOn(receiver.app, reference, OUTCOME);
    assert.deepEqual((await read(manage)).json(), {
      reference,
      receivedAt: NOW.toISOString(),
      status: 'answered',
      handler: 'Osallisuustiimi',
      answerBy,
      outcome: OUTCOME.outcome,
    });
  });

  it('lets nobody in who guesses, and tells them nothing', async () => {
    const { manage = '', reference } = await giveFeedback(receiver.app);
    const unknown = await read('/given-feedback/x');
    const guesses = [
      `${manage.slice(0, -1)}${manage.endsWith('A') ? 'B' : 'A'}`,
      `/given-feedback/${reference}`,
      '/given-feedback/%00',
    ];
    for (const guess of guesses) {
      const { statusCode, body } = await read(guess);
      assert.deepEqual([statusCode, body], [404, unknown.body]);
      assert.equal((await press(guess)).statusCode, 404);
    }
    assert.match(await everything(), /Lisää penkkejä/);
  });
});

describe('feedback that its writer deletes', () => {
  it('is asked about first, and gone from everywhere afterwards', async () => {
    const file = await sendFile();
    const key = newKey();
    const given = {
      mayBePublished: true,
      attachments: [file],
      text: 'Salaiset sanat penkeistä.',
    };
    await giveFeedback(
      receiver.app,
      { ...given, text: 'Ensimmäiset salaiset.' },
      {
        'idempotency-key': key,
      },
    );
    const { manage = '', reference } = await giveFeedback(receiver.app, given, {
      'idempotency-key': key,
    });
    const shown = { kind: 'moderation', decision: 'publish', text: 'Julkiset salaiset sanat.' };
    await recordOn(receiver.app, reference, shown, { version: 1 });
    await recordOn(receiver.app, reference, OUTCOME, { version: 2 });
    const published = async () =>
      (await read('/feedback/palaute/answers.json')).json<{ answers: unknown[] }>().answers.length;
    assert.equal(await published(), 1);

    const asked = await openPage(receiver.app, `${manage}/delete?lang=fi`);
    assert.match(asked.body, /<form method="post" action="[^"]+\/delete\?lang=fi">/);
    assert.match(await everything(), /alaiset/);

    const gone = await press(manage);
    assert.equal(gone.statusCode, 303);
    const page = await openPage(receiver.app, String(gone.headers.location));
    assert.match(page.body, /Palautteesi on poistettu/);
    assert.doesNotMatch(await everything(), /alaiset|aija@example|Öhman|penkki/i);
    assert.equal(await receiver.count('attachments'), 0);
    assert.equal(await published(), 0);
    assert.equal((await press(manage)).statusCode, 303);
  });

  it('is still counted', async () => {
    const { manage = '' } = await giveFeedback(receiver.app, { helped: true });
    await press(manage);
    const csv = await receiver.app.inject({
      url: '/api/export/feedback/palaute.csv',
      headers: asOperator,
    });
    assert.match(csv.body, /idea/);
    assert.doesNotMatch(csv.body, /penkkejä/);
    const status = (await read(manage)).json<{ forgottenAt?: string }>();
    assert.equal(status.forgottenAt, NOW.toISOString());
  });

  it('says so on the page of its receipt', async () => {
    const fields = [
      ['kind', 'idea'],
      ['text', 'Lisää penkkejä.'],
    ] as const;
    const { headers } = await postForm(receiver.app, FEEDBACK_URL, fields);
    const receipt = await openPage(receiver.app, String(headers.location));
    const [, path = ''] = /href="(\/given-feedback\/[^"?]+)/.exec(receipt.body) ?? [];
    await press(path);
    const after = await openPage(receiver.app, String(headers.location));
    assert.match(after.body, /Palautteesi on poistettu/);
  });
});

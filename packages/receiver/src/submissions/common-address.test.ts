import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import {
  fileOf,
  newKey,
  openPage,
  postForm,
  postJson,
  problemOf,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { CHANNEL, FEEDBACK } from '../testing/records.js';

const COMMON = '/api/feedback';
const SECOND = { ...CHANNEL, id: 'toinen', contact: { phone: '09 999 999' } };

const FIELDS = [
  ['lang', 'fi'],
  ['kind', 'idea'],
  ['text', 'Lisää penkkejä bussipysäkeille.'],
] as const;

const channelsOf = async (receiver: TestReceiver): Promise<string[]> => {
  const rows = await receiver.db.selectFrom('feedback').select('channelId').execute();
  return rows.map(({ channelId }) => channelId);
};

describe('the common address of feedback, where there is one channel', () => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver({
      content: contentOf([fileOf('feedback', CHANNEL)]),
      origins: ['https://www.example.fi'],
    });
  });
  after(() => receiver.close());

  it('tells where the channel stands', async () => {
    const response = await receiver.app.inject({ url: COMMON });
    assert.equal(response.statusCode, 200);
    assert.equal(response.json<{ open: boolean }>().open, true);
  });

  it('gives its form, which posts to the address of the channel', async () => {
    const page = await openPage(receiver.app, COMMON);
    assert.equal(page.statusCode, 200);
    assert.ok(page.body.includes('action="/api/feedback/palaute?lang=fi"'));
  });

  it('takes what a widget sends, as the address of the channel does', async () => {
    const headers = { 'idempotency-key': newKey() };
    const first = await postJson(receiver.app, COMMON, FEEDBACK, headers);
    const again = await postJson(receiver.app, `${COMMON}/palaute`, FEEDBACK, headers);
    assert.equal(first.statusCode, 201);
    assert.deepEqual(receiptOf(again), receiptOf(first));
  });

  it('takes a form that names no channel', async () => {
    const response = await postForm(receiver.app, COMMON, FIELDS);
    assert.equal(response.statusCode, 303);
  });

  it('may be sent to from an allowed origin', async () => {
    const response = await receiver.app.inject({
      method: 'OPTIONS',
      url: COMMON,
      headers: { origin: 'https://www.example.fi', 'access-control-request-method': 'POST' },
    });
    assert.equal(response.headers['access-control-allow-origin'], 'https://www.example.fi');
  });

  it('tells whom to turn to when something is wrong', async () => {
    const page = await postForm(receiver.app, COMMON, [['text', 'x'.repeat(70_000)]]);
    assert.equal(page.statusCode, 413);
    assert.match(page.body, /09 123 456/);
  });
});

describe('the common address of feedback, where there are several channels', () => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver({
      content: contentOf([fileOf('feedback', CHANNEL), fileOf('feedback', SECOND)]),
    });
  });
  after(() => receiver.close());

  it('takes JSON for the channel that it names', async () => {
    const body = { ...FEEDBACK, channelId: 'toinen' };
    const response = await postJson(receiver.app, COMMON, body);
    assert.equal(response.statusCode, 201);
    assert.deepEqual(receiptOf(response).contact, SECOND.contact);
    assert.ok((await channelsOf(receiver)).includes('toinen'));
  });

  it('takes a form for the channel that it names', async () => {
    const response = await postForm(receiver.app, COMMON, [...FIELDS, ['channelId', 'palaute']]);
    assert.equal(response.statusCode, 303);
    assert.ok((await channelsOf(receiver)).includes('palaute'));
  });

  it('gives the form of the channel that an empty post names', async () => {
    const page = await postForm(receiver.app, COMMON, [['channelId', 'toinen']]);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /data-record="toinen"/);
  });

  for (const [what, send] of [
    ['asked', () => receiver.app.inject({ url: COMMON })],
    ['sent JSON', () => postJson(receiver.app, COMMON, { ...FEEDBACK, channelId: undefined })],
    [
      'sent JSON for another',
      () => postJson(receiver.app, COMMON, { ...FEEDBACK, channelId: 'x' }),
    ],
    ['sent null', () => postJson(receiver.app, COMMON, null)],
  ] as const) {
    it(`names their addresses when it is ${what}`, async () => {
      const response = await send();
      assert.equal(response.statusCode, 404);
      assert.match(problemOf(response).detail ?? '', /\/api\/feedback\/palaute, .*\/toinen\b/);
    });
  }

  it('has no page for a browser', async () => {
    const page = await openPage(receiver.app, COMMON);
    assert.equal(page.statusCode, 404);
    assert.match(page.body, /<h1>Sivua ei löytynyt<\/h1>/);
  });
});

describe('the common address of feedback, where there is no channel', () => {
  it('leads nowhere', async () => {
    const receiver = await startReceiver({ content: contentOf([]) });
    const response = await receiver.app.inject({ url: COMMON });
    await receiver.close();
    assert.equal(response.statusCode, 404);
    assert.equal(problemOf(response).detail, undefined);
  });
});

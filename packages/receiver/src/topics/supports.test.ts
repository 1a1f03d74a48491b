import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { contentOf } from '../content/content.js';
import { fileOf, newKey, problemOf } from '../testing/receiver.js';
import { TOPIC } from '../testing/records.js';
import { CALL, withTopics } from '../testing/topics.js';
import { MAX_SUPPORTS } from './support-routes.js';

const topics = withTopics();
const URL = '/api/topics/keskusta/supports';

const ask = (
  method: 'POST' | 'DELETE' | 'OPTIONS',
  key: string | undefined,
  { url = URL, ...headers }: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
): Promise<LightMyRequestResponse> =>
  topics.receiver.app.inject({
    method,
    url,
    remoteAddress,
    headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers },
  });

const withTopic = (changes: object) =>
  topics.start({
    content: contentOf([fileOf('topic-calls', CALL), fileOf('topics', { ...TOPIC, ...changes })]),
  });

describe('supporting a topic', () => {
  it('is counted, and seen in its record', async () => {
    const response = await ask('POST', newKey());
    assert.equal(response.statusCode, 201);
    assert.deepEqual(response.json(), { topicId: 'keskusta', supported: true, supporters: 1 });
    assert.equal((await topics.published('keskusta')).supporters, 1);
  });

  it('is added to what the record counts already', async () => {
    await withTopic({ supporters: 40 });
    const { supporters } = (await ask('POST', newKey())).json<{ supporters: number }>();
    assert.equal(supporters, 41);
    const list = (await topics.get('/topics.json')).json<{ topics: { supporters: number }[] }>();
    assert.equal(list.topics[0]?.supporters, 41);
  });

  it('counts once for one key, also when both come at once', async () => {
    const key = newKey();
    await Promise.all([ask('POST', key), ask('POST', key)]);
    const again = await ask('POST', key.toUpperCase());
    assert.equal(again.statusCode, 200);
    assert.deepEqual(again.json(), { topicId: 'keskusta', supported: true, supporters: 1 });
  });

  it('takes a body that says nothing, and none', async () => {
    for (const payload of ['{}', '']) {
      const response = await topics.receiver.app.inject({
        method: 'POST',
        url: URL,
        headers: { 'idempotency-key': newKey(), 'content-type': 'application/json' },
        payload,
      });
      assert.equal(response.statusCode, 201, payload);
    }
  });

  it('is taken back by the same key, and by no other', async () => {
    const key = newKey();
    await ask('POST', key);
    const other = await ask('DELETE', newKey());
    assert.equal(other.statusCode, 200);
    assert.deepEqual(other.json(), { topicId: 'keskusta', supported: false, supporters: 1 });
    assert.deepEqual((await ask('DELETE', key)).json(), {
      topicId: 'keskusta',
      supported: false,
      supporters: 0,
    });
    assert.equal((await ask('POST', key)).statusCode, 201);
  });

  it('leaves nothing of who it was: neither address nor key', async () => {
    const key = newKey();
    await ask('POST', key, { 'user-agent': 'Browser/1' }, '203.0.113.9');
    const kept = await topics.everything();
    assert.doesNotMatch(kept, new RegExp(`203\\.0\\.113|Browser|${key}`));
  });

  it('of two topics by one key leaves two marks that have nothing in common', async () => {
    const other = { ...TOPIC, id: 'toinen' };
    await topics.start({ content: contentOf([fileOf('topics', TOPIC), fileOf('topics', other)]) });
    const key = newKey();
    await ask('POST', key);
    await ask('POST', key, { url: '/api/topics/toinen/supports' });
    const rows = await topics.receiver.db.selectFrom('topicSupports').selectAll().execute();
    assert.equal(new Set(rows.map(({ keyHash }) => keyHash)).size, 2);
  });

  it('needs a key', async () => {
    assert.equal(problemOf(await ask('POST', undefined)).code, 'key-missing');
    assert.equal(problemOf(await ask('POST', 'me')).code, 'key-malformed');
  });

  it('is not possible where there is no such topic, or it is not published', async () => {
    await topics.propose();
    for (const id of ['none', 'rantaraitti', '..%2fkeskusta']) {
      const url = `/api/topics/${id}/supports`;
      assert.equal((await ask('POST', newKey(), { url })).statusCode, 404);
      assert.equal((await ask('DELETE', newKey(), { url })).statusCode, 404);
    }
  });

  for (const [what, changes] of [
    ['was chosen', { status: 'chosen' }],
    ['was not chosen', { status: 'not-chosen', statusReason: 'Muut olivat kiireisempiä.' }],
    ['is over its day', { supportUntil: '2027-01-31T00:00:00+02:00' }],
  ] as const) {
    it(`is over when the topic ${what}`, async () => {
      await withTopic(changes);
      const response = await ask('POST', newKey());
      assert.equal(response.statusCode, 409);
      assert.equal(problemOf(response).code, 'closed');
    });
  }

  it('can be repeated and taken back after it is over', async () => {
    await withTopic({ supportUntil: '2027-02-02T00:00:00+02:00' });
    const key = newKey();
    await ask('POST', key);
    topics.now = new Date('2027-02-03T10:00:00Z');
    assert.equal((await ask('POST', key)).statusCode, 200);
    assert.deepEqual((await ask('DELETE', key)).json(), {
      topicId: 'keskusta',
      supported: false,
      supporters: 0,
    });
  });

  it('many times from one network has to wait, and from elsewhere goes on', async () => {
    const home = (place: number): string => `2001:db8:1:2::${place.toString(16)}`;
    for (let place = 1; place <= MAX_SUPPORTS; place += 1) {
      assert.equal((await ask('POST', newKey(), {}, home(place))).statusCode, 201);
    }
    const refused = await ask('POST', newKey(), {}, home(999));
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['retry-after'], '600');
    assert.equal((await ask('POST', newKey(), {}, '2001:db8:1:3::1')).statusCode, 201);
    topics.now = new Date(topics.now.getTime() + 600_001);
    assert.equal((await ask('POST', newKey(), {}, home(1))).statusCode, 201);
  });

  it('may be done by pages of the allowed origins', async () => {
    const origin = 'https://www.example.fi';
    await topics.start({ origins: [origin] });
    const asked = await ask('OPTIONS', undefined, { origin });
    assert.equal(asked.statusCode, 204);
    assert.match(String(asked.headers['access-control-allow-methods']), /POST.*DELETE/);
    assert.match(String(asked.headers['access-control-allow-headers']), /Idempotency-Key/);
    const sent = await ask('POST', newKey(), { origin });
    assert.equal(sent.headers['access-control-allow-origin'], origin);
    const other = await ask('OPTIONS', undefined, { origin: 'https://other.example' });
    assert.equal(other.headers['access-control-allow-methods'], undefined);
  });
});

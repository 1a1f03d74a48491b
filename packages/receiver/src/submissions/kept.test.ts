import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { Registration } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { PANEL, SUBMISSION } from '../testing/records.js';
import {
  fieldsWith,
  fileOf,
  newKey,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

const OFFICER = { authorization: `Bearer ${OPERATOR_TOKEN}` };

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  postJson(receiver.app, PANEL_URL, body, headers);

/** What an officer takes out: the one registration there is. */
async function exported(): Promise<Registration> {
  const response = await receiver.app.inject({
    url: '/api/export/panels/liikenne-2027/registrations.json',
    headers: OFFICER,
  });
  const { items } = response.json<{ items: Registration[] }>();
  assert.equal(items.length, 1);
  return items[0]!;
}

const everythingStored = async (): Promise<string> => {
  const rows = await receiver.db.selectFrom('registrations').selectAll().execute();
  const history = await receiver.db.selectFrom('registrationHistory').selectAll().execute();
  return JSON.stringify([rows, history]);
};

describe('an address under a non-disclosure order', () => {
  const PROTECTED = { ...SUBMISSION, address: { ...SUBMISSION.address, protected: true } };

  it('is kept as that and nothing else, whatever a program sends along', async () => {
    const response = await post(PROTECTED);
    assert.equal(response.statusCode, 201);
    assert.deepEqual((await exported()).submission?.address, { protected: true });
    assert.doesNotMatch(await everythingStored(), /Esimerkkikatu|02100/);
  });

  it('is kept as that and nothing else, whatever a form sends along', async () => {
    await postForm(receiver.app, PANEL_URL, fieldsWith({ 'address/protected': 'true' }));
    assert.deepEqual((await exported()).submission?.address, { protected: true });
  });

  it('is forgotten in the history too, where it was given before', async () => {
    const headers = { 'idempotency-key': newKey() };
    await post(SUBMISSION, headers);
    await post(PROTECTED, headers);
    assert.doesNotMatch(await everythingStored(), /Esimerkkikatu|02100/);
    assert.match(await everythingStored(), /Öhman/);
  });

  it('is an address like others when it is said not to be protected', async () => {
    await post({ ...SUBMISSION, address: { ...SUBMISSION.address, protected: false } });
    assert.deepEqual((await exported()).submission?.address, SUBMISSION.address);
  });
});

describe('a registration that is written down after the last day', () => {
  const DRAWN = { ...PANEL, registration: { ...PANEL.registration, drawnOn: '2027-03-01' } };

  const late = async (when: string, headers: Record<string, string>): Promise<string> => {
    const closed = await startReceiver({
      operatorToken: OPERATOR_TOKEN,
      now: () => new Date(when),
      content: contentOf([fileOf('panels', DRAWN)]),
    });
    const body = { ...SUBMISSION, channel: 'post' };
    const response = await postJson(closed.app, PANEL_URL, body, headers);
    await closed.close();
    return `${String(response.statusCode)} ${response.json<{ code?: string }>().code ?? ''}`.trim();
  };

  it('is taken from an officer until the draw, and from nobody else', async () => {
    assert.equal(await late('2027-02-20T12:00:00+02:00', OFFICER), '201');
    assert.equal(await late('2027-02-20T12:00:00+02:00', {}), '409 closed');
    assert.equal(await late('2027-03-01T12:00:00+02:00', OFFICER), '409 closed');
  });
});

describe('the channel of a registration', () => {
  it('is the web for whatever a resident sends, which is no mistake', async () => {
    const responses = [
      await post({ ...SUBMISSION, channel: 'phone' }),
      await post({ ...SUBMISSION, channel: 'pigeon' }),
      await post({ ...SUBMISSION, channel: 'phone' }, { authorization: 'Bearer wrong' }),
    ];
    const rows = await receiver.db.selectFrom('registrations').selectAll().execute();
    assert.deepEqual(
      responses.map(({ statusCode }) => statusCode),
      [201, 201, 201],
    );
    assert.deepEqual(
      rows.map(({ channel, submission }) => [channel, submission.includes('channel')]),
      [
        ['web', false],
        ['web', false],
        ['web', false],
      ],
    );
  });

  it('is what an officer says, and the history says that it was an officer', async () => {
    await post({ ...SUBMISSION, channel: 'phone' }, OFFICER);
    const { channel, submission, history } = await exported();
    assert.equal(channel, 'phone');
    assert.equal('channel' in submission!, false);
    assert.deepEqual(
      history.map(({ by }) => by),
      ['officer'],
    );
  });

  it('stays when the answers are replaced without one', async () => {
    const headers = { 'idempotency-key': newKey(), ...OFFICER };
    await post({ ...SUBMISSION, channel: 'post' }, headers);
    await post({ ...SUBMISSION, birthYear: 1981 }, headers);
    assert.equal((await exported()).channel, 'post');
  });

  it('has to be one that there is, of an officer', async () => {
    const response = await post({ ...SUBMISSION, channel: 'pigeon' }, OFFICER);
    assert.equal(response.statusCode, 422);
    assert.match(response.body, /"pointer":"\/channel","code":"unknown"/);
  });

  it('is the web for everybody where there is no operator', async () => {
    const other = await startReceiver();
    await postJson(other.app, PANEL_URL, { ...SUBMISSION, channel: 'phone' }, OFFICER);
    const { channel } = await other.db
      .selectFrom('registrations')
      .select('channel')
      .executeTakeFirstOrThrow();
    await other.close();
    assert.equal(channel, 'web');
  });
});

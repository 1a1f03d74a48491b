import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { getSecret } from '../database/secret.js';
import { jpeg } from '../testing/files.js';
import { settingsOf } from '../testing/forwarding.js';
import {
  FEEDBACK_URL,
  fileOf,
  newKey,
  postJson,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { CHANNEL, FEEDBACK } from '../testing/records.js';
import { filesFor } from './files.js';

const TAKING = {
  ...CHANNEL,
  attachments: { maxFiles: 2, maxSize: 4000, types: ['image/jpeg'] },
};
const CITY = { endpoint: 'https://city.example.fi/v2/', service: '180', lookUp: 'none' };
const OUR_ADDRESS = 'https://osallistu.example.fi/';

let receiver: TestReceiver;

afterEach(() => receiver.close());

/** Feedback with a file, and the addresses that the city is told. */
async function addressesWith(changes: Readonly<Record<string, unknown>>): Promise<string[]> {
  const settings = settingsOf({ ...CITY, ...changes });
  receiver = await startReceiver({
    content: contentOf([fileOf('feedback', TAKING)]),
    open311: settings,
  });
  const { app, db } = receiver;
  const sent = await app.inject({
    method: 'POST',
    url: `${FEEDBACK_URL}/attachments`,
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename*=UTF-8''kuva.jpg`,
      'idempotency-key': newKey(),
    },
    payload: jpeg(),
  });
  await postJson(app, FEEDBACK_URL, { ...FEEDBACK, attachments: [sent.json()] });
  const { id } = await db.selectFrom('feedback').select('id').executeTakeFirstOrThrow();
  return filesFor({ db, secret: await getSecret(db), settings })(id);
}

const get = (address: string) => receiver.app.inject(new URL(address).pathname);

describe('a file of feedback that goes to a city', () => {
  it('has an address at which the city can fetch it, as a file and nothing else', async () => {
    const [address = '', ...others] = await addressesWith({ filesAt: OUR_ADDRESS });
    assert.ok(address.startsWith(OUR_ADDRESS), address);
    assert.deepEqual(others, []);
    const { statusCode, headers, rawPayload } = await get(address);
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], 'image/jpeg');
    assert.match(String(headers['content-disposition']), /^attachment; /);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(rawPayload.subarray(0, 2).toString('hex'), 'ffd8');
  });

  it('is not there for who has only a part of the address', async () => {
    const [address = ''] = await addressesWith({ filesAt: OUR_ADDRESS });
    for (const guessed of [address.slice(0, -1), address.replace(/[^/]+$/, 'a'.repeat(32))]) {
      assert.equal((await get(guessed)).statusCode, 404, guessed);
    }
  });

  it('is gone with its feedback', async () => {
    const [address = ''] = await addressesWith({ filesAt: OUR_ADDRESS });
    await receiver.db.deleteFrom('attachments').execute();
    assert.equal((await get(address)).statusCode, 404);
  });

  it('has none where the operator gave no address for files', async () => {
    assert.deepEqual(await addressesWith({}), []);
  });
});

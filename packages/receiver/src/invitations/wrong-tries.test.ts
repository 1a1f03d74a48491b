import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { INVITATION_URL, withInvited } from '../testing/invited.js';
import { newKey } from '../testing/receiver.js';
import { NOW } from '../testing/records.js';
import { createCode } from './codes.js';
import { MAX_WRONG_CODES } from './wrong-tries.js';

const invited = withInvited();

describe('wrong codes from one address', () => {
  const tryWrong = async (times: number): Promise<void> => {
    for (let tries = 0; tries < times; tries += 1) await invited.ask(createCode());
  };

  it('are told to wait in the end, by both ways, and told how long', async () => {
    await tryWrong(MAX_WRONG_CODES - 1);
    assert.equal((await invited.post(createCode())).statusCode, 422);
    for (const response of [
      await invited.ask(invited.codes[0]),
      await invited.post(invited.codes[0]),
    ]) {
      assert.equal(response.statusCode, 429);
      assert.equal(response.headers['retry-after'], '600');
    }
  });

  it('keep nobody waiting at another address, nor after a while', async () => {
    await tryWrong(MAX_WRONG_CODES);
    const elsewhere = await invited.receiver.app.inject({
      method: 'POST',
      url: INVITATION_URL,
      remoteAddress: '203.0.113.7',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ code: invited.codes[0] }),
    });
    assert.equal(elsewhere.statusCode, 200);
    invited.now = new Date(NOW.getTime() + 600_001);
    assert.equal((await invited.post(invited.codes[0])).statusCode, 201);
  });

  it('are not right codes: a library full of residents signs up from one', async () => {
    const many = await invited.add(MAX_WRONG_CODES * 2);
    for (const code of many) {
      assert.equal(await invited.stateOf(code), 'valid');
      assert.equal((await invited.post(code)).statusCode, 201);
    }
  });

  it('are not forms in which something else is missing', async () => {
    for (let tries = 0; tries <= MAX_WRONG_CODES; tries += 1) {
      await invited.post(invited.codes[0], newKey(), { birthYear: undefined });
      await invited.post(undefined);
    }
    assert.equal((await invited.post(invited.codes[0])).statusCode, 201);
  });
});

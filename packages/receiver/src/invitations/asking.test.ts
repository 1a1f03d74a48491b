import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { CITY, INVITATION_URL, INVITED, withInvited } from '../testing/invited.js';
import { fileOf, newKey, postForm, postJson } from '../testing/receiver.js';
import { PANEL } from '../testing/records.js';

const invited = withInvited();

describe('asking about a code beforehand', () => {
  it('tells its state, and nothing else', async () => {
    const [expired] = await invited.add(1, '2027-01-31');
    await invited.post(invited.codes[1]);
    for (const [code, state] of [
      [invited.codes[0], 'valid'],
      ['K7M4-PX2Y-99', 'unknown'],
      ['', 'unknown'],
      [invited.codes[1], 'used'],
      [expired, 'expired'],
    ] as const) {
      const response = await invited.ask(code);
      assert.equal(response.statusCode, 200);
      assert.equal(response.headers['cache-control'], 'no-store');
      assert.deepEqual(response.json(), { state });
    }
  });

  it('calls a code valid for the form that has used it itself', async () => {
    const key = newKey();
    await invited.post(invited.codes[0], key);
    assert.equal(await invited.stateOf(invited.codes[0], { 'idempotency-key': key }), 'valid');
    assert.equal(await invited.stateOf(invited.codes[0], { 'idempotency-key': newKey() }), 'used');
  });

  it('says valid where the panel has no codes, or is open to all', async () => {
    for (const panel of [INVITED, PANEL]) {
      const plain = await invited.start({ content: contentOf([fileOf('panels', panel)]) });
      const response = await postJson(plain.app, INVITATION_URL, { code: 'X' });
      await plain.close();
      assert.deepEqual(response.json(), { state: 'valid' });
    }
  });

  it('may be done by a page of an allowed origin', async () => {
    const preflight = await invited.receiver.app.inject({
      method: 'OPTIONS',
      url: INVITATION_URL,
      headers: { origin: CITY, 'access-control-request-method': 'POST' },
    });
    const response = await invited.ask(invited.codes[0], { origin: CITY });
    for (const { headers } of [preflight, response]) {
      assert.equal(headers['access-control-allow-origin'], CITY);
    }
  });

  it('is refused for what is no code, and of a panel that is not there', async () => {
    assert.equal((await invited.ask(7)).statusCode, 400);
    const form = await postForm(invited.receiver.app, INVITATION_URL, [['code', 'X']]);
    assert.equal(form.statusCode, 415);
    const none = await postJson(
      invited.receiver.app,
      '/api/panels/none/registrations/invitation',
      {},
    );
    assert.equal(none.statusCode, 404);
  });
});

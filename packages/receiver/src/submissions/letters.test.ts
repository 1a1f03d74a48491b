import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import fc from 'fast-check';

import {
  FEEDBACK_URL,
  newKey,
  postForm,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { FEEDBACK } from '../testing/records.js';

let receiver: TestReceiver;

before(async () => {
  receiver = await startReceiver();
});

after(() => receiver.close());

const send = (type: string, payload: Buffer) =>
  receiver.app.inject({
    method: 'POST',
    url: FEEDBACK_URL,
    headers: { 'content-type': type, 'idempotency-key': newKey(), accept: 'application/json' },
    payload,
  });

const JSON_BODY = JSON.stringify({ ...FEEDBACK, text: 'Lisää väriä äitienpäivään' });

const multipart = (text: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\nidea\r\n'),
    Buffer.from('--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n'),
    text,
    Buffer.from(
      '\r\n--b\r\nContent-Disposition: form-data; name="a"; filename="ä.png"\r\n' +
        'Content-Type: image/png\r\n\r\n',
    ),
    Buffer.from([0x89, 0xff, 0xfe]),
    Buffer.from('\r\n--b--\r\n'),
  ]);

const stored = async (): Promise<(typeof FEEDBACK)[]> => {
  const rows = await receiver.db.selectFrom('feedback').select('submission').execute();
  return rows.map(({ submission }) => JSON.parse(submission) as typeof FEEDBACK);
};

describe('letters that are not UTF-8', () => {
  for (const [what, type, payload] of [
    ['in JSON', 'application/json', Buffer.from(JSON_BODY, 'latin1')],
    [
      'in a form',
      'application/x-www-form-urlencoded',
      Buffer.from('kind=idea&text=Lisää väriä', 'latin1'),
    ],
    [
      'behind a percent sign',
      'application/x-www-form-urlencoded',
      Buffer.from('kind=idea&text=Lis%E4%E4+v%E4ri%E4'),
    ],
    [
      'half of them behind a percent sign',
      'application/x-www-form-urlencoded',
      Buffer.from('kind=idea&text=Lis%C3'),
    ],
    [
      'in a form with files',
      'multipart/form-data; boundary=b',
      multipart(Buffer.from('Lisää väriä', 'latin1')),
    ],
  ] as const) {
    it(`${what} are refused, before they turn into question marks`, async () => {
      const response = await send(type, payload);
      assert.equal(response.statusCode, 400);
      assert.equal(problemOf(response).code, 'malformed');
      assert.deepEqual(await stored(), []);
    });
  }

  for (const type of [
    'application/json; charset=iso-8859-1',
    'application/x-www-form-urlencoded; charset="windows-1252"',
    'multipart/form-data; boundary=b; charset=latin1',
  ]) {
    it(`are refused unread where they are announced: ${type}`, async () => {
      const response = await send(type, Buffer.from(JSON_BODY));
      assert.equal(response.statusCode, 415);
      assert.equal(problemOf(response).code, 'unsupported-type');
    });
  }
});

describe('letters that are UTF-8', () => {
  it('may be announced', async () => {
    const response = await send('application/json;charset="UTF-8"', Buffer.from(JSON_BODY));
    assert.equal(response.statusCode, 201);
  });

  it('stay what they are in a form with files, which need not be text', async () => {
    const text = 'Lisää väriä 🚲 – heti';
    const response = await receiver.app.inject({
      method: 'POST',
      url: FEEDBACK_URL,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: multipart(Buffer.from(text)),
    });
    assert.equal(response.statusCode, 303);
    assert.ok((await stored()).some((feedback) => feedback.text === text));
  });

  it('stay what they are, whatever they are, in every kind of form', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(word, async (letters) => {
        const text = `alku ${letters.replaceAll(/[\r\n\0]/g, ' ')} loppu`;
        const form = new FormData();
        form.append('kind', 'idea');
        form.append('text', text);
        const request = new Request('http://localhost', { method: 'POST', body: form });
        const type = request.headers.get('content-type') ?? '';
        await send(type, Buffer.from(await request.arrayBuffer()));
        await postForm(receiver.app, FEEDBACK_URL, [
          ['kind', 'complaint'],
          ['text', text],
        ]);
        const same = (await stored()).filter((feedback) => feedback.text === text.normalize('NFC'));
        // The same twice is a second press of the button, and is there once.
        assert.deepEqual(same.map(({ kind }) => kind).sort(), ['complaint', 'idea']);
      }),
      { numRuns: 50 },
    );
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { after, before, describe, it } from 'node:test';

import * as v from 'valibot';

import { problem as problemSchema } from '@puntari/contracts';

import { startReceiver, type TestReceiver } from '../testing/receiver.js';

let receiver: TestReceiver;

before(async () => {
  receiver = await startReceiver();
  await receiver.app.listen({ port: 0, host: '127.0.0.1' });
});

after(() => receiver.close());

/** Sends it as it is, and reads until the other side has no more to say. */
async function answerTo(text: string): Promise<{ head: string; body: string }> {
  const { port } = receiver.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  socket.write(text);
  await once(socket, 'close');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { head, body };
}

describe('what is no request', () => {
  for (const [what, text, status, code] of [
    ['because it is not HTTP', 'Hei!\r\n\r\n', 400, 'malformed'],
    [
      'because its headers are too large',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ] as const) {
    it(`${what} is answered with a problem`, async () => {
      const { head, body } = await answerTo(text);
      const problem = v.parse(problemSchema, JSON.parse(body));
      assert.match(head, new RegExp(`^HTTP/1\\.1 ${String(status)} `));
      assert.match(head, /^Content-Type: application\/problem\+json/im);
      assert.equal(problem.status, status);
      assert.equal(problem.code, code);
    });
  }
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';

import Fastify, { type FastifyInstance } from 'fastify';

import { closeWithLastAnswer } from './closing.js';

const PATIENCE = 300;
/** What no stop may take: far more than the patience, and less than anybody waits. */
const timeout = 5_000;

let app: FastifyInstance;
let line: Socket;
/** The other end of the line. */
let atServer: Socket;
let isStopping: Promise<void>;

/** Everything that came over the line until it was closed. */
async function untilClosed(): Promise<string> {
  let text = '';
  line.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  // A line that is cut is closed too.
  line.on('error', () => undefined);
  await once(line, 'close');
  return text;
}

async function open(): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  line = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  [atServer] = (await once(app.server, 'connection')) as [Socket];
}

beforeEach(() => {
  app = Fastify({ forceCloseConnections: 'idle', return503OnClosing: false });
  closeWithLastAnswer(app, PATIENCE);
  isStopping = new Promise((resolve) => {
    app.addHook('preClose', (done) => {
      resolve();
      done();
    });
  });
});

afterEach(async () => {
  line.destroy();
  await app.close();
});

describe('a server that is asked to stop', () => {
  describe('with a connection over which nothing has been asked', { timeout }, () => {
    it('ends at once', async () => {
      await open();
      const start = performance.now();
      await app.close();
      const took = performance.now() - start;
      assert.ok(took < PATIENCE, `it took ${took.toFixed(0)} ms`);
    });
  });

  describe('with a connection whose request never ends', { timeout }, () => {
    it('ends when its patience does', async () => {
      await open();
      line.write('GET / HTTP/1.1\r\nHost: kaupunki.example\r\n');
      while (atServer.bytesRead === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const closed = untilClosed();
      await app.close();
      assert.doesNotMatch(await closed, /200/);
    });
  });

  describe('in the middle of an answer', { timeout }, () => {
    it('gives it, and says that the connection ends with it', async () => {
      let answer = (): void => undefined;
      const isAsked = new Promise<void>((resolve) => {
        app.get('/', async () => {
          resolve();
          await new Promise<void>((go) => {
            answer = go;
          });
          return 'Kiitos';
        });
      });
      await open();
      line.write('GET / HTTP/1.1\r\nHost: kaupunki.example\r\n\r\n');
      await isAsked;
      const all = untilClosed();
      const closed = app.close();
      await isStopping;
      answer();
      await closed;
      assert.match(await all, /200 OK[\s\S]*connection: close[\s\S]*Kiitos/i);
    });
  });
});

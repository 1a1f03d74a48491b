/** The receiver as whoever runs it meets it: what it says when it cannot start, and how it stops. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { Receiver, startProgram } from './support/receiver.js';

let receiver: Receiver;

beforeEach(() => {
  receiver = new Receiver();
});
afterEach(() => receiver.remove());

describe('the receiver', () => {
  describe('with a content folder that has errors', () => {
    it('does not start, and says file, field and reason of each', async () => {
      receiver.edit('panels/liikenne-2027.json', (panel) => {
        panel['seats'] = 'monta';
      });
      receiver.edit('topics/palveluverkko.json', (topic) => {
        topic['status'] = 'ehkä';
      });
      receiver.edit('feedback/osallisuus.json', (channel) => {
        delete (channel['purpose'] as Record<string, unknown>)['usedFor'];
      });
      const error: unknown = await receiver.start().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof Error, 'it ended');
      assert.match(error.message, /ended with 1/);
      assert.match(
        error.message,
        /panels\/liikenne-2027\.json: \/seats: expected number, received "monta"/,
      );
      assert.match(
        error.message,
        /topics\/palveluverkko\.json: \/status: expected .+, received "ehkä"/,
      );
      assert.match(error.message, /feedback\/osallisuus\.json: \/purpose\/usedFor: /);
      assert.doesNotMatch(error.message, /\n\s+at /);
      assert.equal(existsSync(receiver.database), false);
    });
  });

  describe('with a port that is taken', () => {
    it('names the port and says how to choose another', async () => {
      const other = createServer();
      await new Promise<void>((resolve) => {
        other.listen(0, '127.0.0.1', resolve);
      });
      const { port } = other.address() as AddressInfo;
      const folder = mkdtempSync(join(tmpdir(), 'puntari-port-'));
      const program = startProgram({
        PORT: String(port),
        CONTENT: receiver.content,
        DATABASE: join(folder, 'puntari.db'),
      });
      const code = await program.ended;
      other.close();
      rmSync(folder, { recursive: true });
      assert.equal(code, 1);
      assert.match(
        program.output(),
        new RegExp(`Port ${String(port)} .*in use.*PORT=${String(port + 1)}`),
      );
      assert.doesNotMatch(program.output(), /\n\s+at /);
    });
  });

  describe('on Ctrl-C', () => {
    it('ends well with its database closed', async () => {
      await receiver.start();
      await fetch(`${receiver.origin}/api/feedback/osallisuus`);
      assert.ok(existsSync(`${receiver.database}-wal`), 'it writes ahead while it runs');
      assert.equal(await receiver.stop('SIGINT'), 0);
      // The last one to close a database folds the log into it.
      assert.equal(existsSync(`${receiver.database}-wal`), false);
      assert.deepEqual(receiver.registrations(), []);
    });
  });
});

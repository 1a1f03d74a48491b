import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { makeFolder, type TestFolder } from './testing/folder.js';
import { CHANNEL, FEEDBACK, PANEL } from './testing/records.js';

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));

let folder: TestFolder;
let child: ChildProcess | undefined;
let other: Server | undefined;

beforeEach(() => {
  folder = makeFolder({
    'content/panels/liikenne-2027.json': JSON.stringify(PANEL),
    'content/feedback/palaute.json': JSON.stringify(CHANNEL),
  });
});

afterEach(() => {
  child?.kill('SIGKILL');
  other?.close();
  other = undefined;
  folder.remove();
});

interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
  /** Resolves when the output matches; rejects when the process ends before. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
}

function start(env: Record<string, string> = {}): Started {
  const started = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      CONTENT: join(folder.path, 'content'),
      DATABASE: join(folder.path, 'var', 'puntari.db'),
      ...env,
    },
  });
  child = started;
  let output = '';
  const ended = once(started, 'close').then(([code]) => code as number | null);
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      started.stdout.on('data', look);
      started.stderr.on('data', look);
      void ended.then(() => {
        reject(new Error(`Ended without saying ${String(pattern)}: ${output}`));
      });
      look();
    });
  for (const stream of [started.stdout, started.stderr]) {
    stream.prependListener('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { process: started, ended, output: () => output, said };
}

// A program that does not end when it should must fail a test, not stop them all.
describe('the receiver as a program', { timeout: 120_000 }, () => {
  it('says where it listens, takes feedback, and stops cleanly', async () => {
    const receiver = start();
    const [, address = ''] = await receiver.said(/listening on (http:\S+)/);
    const response = await fetch(`${address}/api/feedback/palaute`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'b9a1f2f4-3c9f-4a43-9f9e-2f6c1f1f9d11',
      },
      body: JSON.stringify(FEEDBACK),
    });
    receiver.process.kill('SIGTERM');
    assert.equal(response.status, 201);
    assert.equal(await receiver.ended, 0);
    assert.match(receiver.output(), /"route":"\/api\/feedback\/:id","status":201/);
    assert.match(receiver.output(), /Stopped\./);
    assert.doesNotMatch(receiver.output(), /Öhman|aija/);
  });

  it('keeps what it received over a restart', async () => {
    const token = 'a-token-for-tests-only';
    const url = (address: string): string => `${address}/api/export/feedback/palaute.json`;
    const first = start({ OPERATOR_TOKEN: token });
    const [, one = ''] = await first.said(/listening on (http:\S+)/);
    await fetch(`${one}/api/feedback/palaute`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'b9a1f2f4-3c9f-4a43-9f9e-2f6c1f1f9d11',
      },
      body: JSON.stringify(FEEDBACK),
    });
    first.process.kill('SIGINT');
    assert.equal(await first.ended, 0);
    const second = start({ OPERATOR_TOKEN: token });
    const [, two = ''] = await second.said(/listening on (http:\S+)/);
    const answer = await fetch(url(two), { headers: { Authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as { items: unknown[] };
    assert.equal(items.length, 1);
  });

  it('says which port is taken and how to choose another', async () => {
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const receiver = start({ PORT: String(port) });
    assert.equal(await receiver.ended, 1);
    assert.match(
      receiver.output(),
      new RegExp(`Port ${String(port)} .*in use.*PORT=${String(port + 1)}`),
    );
    assert.doesNotMatch(receiver.output(), /\n\s+at /);
  });

  it('does not start with a wrong configuration', async () => {
    const receiver = start({ PORT: 'abc' });
    assert.equal(await receiver.ended, 1);
    assert.match(receiver.output(), /PORT: expected a whole number up to 65535, received "abc"/);
  });

  it('does not start with half of its content', async () => {
    const broken = makeFolder({
      'panels/liikenne-2027.json': JSON.stringify({ ...PANEL, seats: 'many' }),
      'feedback/palaute.json': JSON.stringify(CHANNEL),
    });
    const receiver = start({ CONTENT: broken.path });
    const code = await receiver.ended;
    broken.remove();
    assert.equal(code, 1);
    assert.match(
      receiver.output(),
      /panels\/liikenne-2027\.json: \/seats: expected number, received "many"/,
    );
  });
});

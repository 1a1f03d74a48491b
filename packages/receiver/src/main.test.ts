import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
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

function start(env: Record<string, string> = {}, args: readonly string[] = []): Started {
  const started = spawn(process.execPath, [MAIN, ...args], {
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

const sent = JSON.stringify(FEEDBACK);

interface Begun {
  /** The status, in the end. */
  readonly answer: Promise<number>;
  finish(): void;
}

/** A submission whose sender is slow: it has begun, and the rest comes with `finish`. */
async function beginToSend(address: string): Promise<Begun> {
  const post = request(`${address}/api/feedback/palaute`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(sent),
      'Idempotency-Key': 'b9a1f2f4-3c9f-4a43-9f9e-2f6c1f1f9d11',
      // Answered when the receiver has read the headers.
      Expect: '100-continue',
    },
  });
  post.flushHeaders();
  await once(post, 'continue');
  const answer = new Promise<number>((resolve, reject) => {
    post.on('error', reject).on('response', ({ statusCode = 0 }: IncomingMessage) => {
      resolve(statusCode);
    });
  });
  // Looked at later, and by then it may have failed.
  answer.catch(() => undefined);
  return { answer, finish: () => post.end(sent) };
}

/** A receiver that stops takes no new connections. */
async function untilClosed(address: string): Promise<void> {
  const { port, hostname } = new URL(address);
  const isOpen = async (): Promise<boolean> => {
    const socket = connect(Number(port), hostname);
    const opened = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return opened;
  };
  while (await isOpen());
}

// A program that does not end when it should must fail a test, not stop them all. A browser keeps its connections open
// for more than a minute: who waits for that does not end when it should.
describe('the receiver as a program', { timeout: 60_000 }, () => {
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

  it('answers what has begun when Ctrl-C comes as several signals at once', async () => {
    const receiver = start();
    const [, address = ''] = await receiver.said(/listening on (http:\S+)/);
    const { answer, finish } = await beginToSend(address);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) receiver.process.kill(signal);
    await untilClosed(address);
    finish();
    assert.equal(await answer, 201);
    assert.equal(await receiver.ended, 0);
  });

  it('does not wait for what has begun when it is asked again later', async () => {
    const receiver = start();
    const [, address = ''] = await receiver.said(/listening on (http:\S+)/);
    const { answer } = await beginToSend(address);
    receiver.process.kill('SIGINT');
    await untilClosed(address);
    // As somebody does who has waited long enough.
    const again = setInterval(() => receiver.process.kill('SIGINT'), 100);
    assert.equal(await receiver.ended, 1);
    clearInterval(again);
    await assert.rejects(answer);
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

  for (const [what, env, expected] of [
    [
      'an unknown host',
      { HOST: 'no-such-host.invalid' },
      /HOST: expected an address of this machine, received "no-such-host\.invalid"/,
    ],
    [
      'an address of another machine',
      { HOST: '192.0.2.1' },
      /HOST: expected an address of this machine, received "192\.0\.2\.1"/,
    ],
    [
      'a database in a file',
      { DATABASE: `${MAIN}/puntari.db` },
      /The database ".*puntari\.db" could not be opened: /,
    ],
  ] as const) {
    it(`does not start with ${what}, and says so without a stack trace`, async () => {
      const receiver = start(env);
      assert.equal(await receiver.ended, 1);
      assert.match(receiver.output(), expected);
      assert.doesNotMatch(receiver.output(), /\n\s+at /);
    });
  }

  it('does not start with a database that cannot be written, and says so without a stack trace', async () => {
    const file = join(folder.path, 'readonly.db');
    await start({ DATABASE: file }, ['purge', '--dry-run']).ended;
    // By this byte of its header SQLite reads a file and does not write it, whoever the user is.
    const bytes = readFileSync(file);
    bytes[18] = 3;
    writeFileSync(file, bytes);
    const receiver = start({ DATABASE: file });
    assert.equal(await receiver.ended, 1);
    assert.match(receiver.output(), /The database ".*readonly\.db" could not be used: .*readonly/);
    assert.doesNotMatch(receiver.output(), /\n\s+at /);
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

describe('a command', () => {
  it('writes codes of invitation, and ends', async () => {
    const registration = { ...PANEL.registration, mode: 'invited' };
    const panel = JSON.stringify({ ...PANEL, registration });
    writeFileSync(join(folder.path, 'content/panels/liikenne-2027.json'), panel);
    const run = start({}, ['invitations', 'create', 'liikenne-2027', '--count', '2']);
    assert.equal(await run.ended, 0);
    assert.match(run.output(), /code,expires\r\n(\w{4}-\w{4}-\w{2},\r\n){2}/);
  });

  it('may be given while another makes the database', async () => {
    const runs = [1, 2, 3].map(() => start({}, ['purge', '--dry-run']));
    const codes = await Promise.all(runs.map(({ ended }) => ended));
    assert.deepEqual(codes, [0, 0, 0], runs.map(({ output }) => output()).join(''));
  });

  it('need not be known, nor any setting: the program says which there are', async () => {
    const run = start({ CONTENT: '' }, ['--help']);
    assert.equal(await run.ended, 0);
    assert.match(run.output(), /^Without a command the receiver starts\.[^]*feedback list/);
  });

  it('may be none: -h says which there are, and --version which version of the program it is', async () => {
    const file = new URL('../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
    const help = start({ CONTENT: '' }, ['-h']);
    assert.equal(await help.ended, 0);
    assert.match(help.output(), /feedback list/);
    const asked = start({ CONTENT: '' }, ['--version']);
    assert.equal(await asked.ended, 0);
    assert.equal(asked.output(), `${version}\n`);
  });

  it('that is misspelled is told how it is written, and nothing starts', async () => {
    const run = start({}, ['invite']);
    assert.equal(await run.ended, 1);
    assert.match(run.output(), /expected one of "invitations", .*received "invite"\nUsage:/);
  });
});

/** The receiver as a program of its own, with a database that is thrown away afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Database from 'libsql';

import { until } from './until.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = join(ROOT, 'packages/receiver/dist/main.js');

export const PAGES = join(ROOT, 'demo/pages');
export const CDN = join(ROOT, 'packages/embed/dist/cdn');
const CONTENT = join(ROOT, 'demo/content');

const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/embed/package.json'), 'utf8')) as {
  version: string;
};
/** What a page loads from the folder of the CDN, wherever that is served. */
export const LOADER = `/${version}/puntari.js`;
export const NEUTRAL_THEME = `/${version}/themes/neutral.css`;

/** A program that was started, and what it has said. */
export interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** Starts the receiver with these variables and no others. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  // A test file that ends in the middle must not leave it behind.
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  void ended.then(() => process.off('exit', kill));
  return { child, ended, output: () => output };
}

/** It gives what has begun eight seconds; whoever waits longer has met a fault. */
const LONGEST_END = 20_000;

const DAY = 24 * 60 * 60 * 1000;

/** What officers show. */
export const OPERATOR_TOKEN = 'e2e-token-of-the-officers-of-the-demo';

type Row = Readonly<Record<string, string | number | null>>;

interface Options {
  /** Origins besides its own whose pages may send. */
  readonly origins?: readonly string[];
  /** Variables besides the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A receiver that serves the demo. It can be stopped, and started again at the same address. */
export class Receiver {
  readonly #folder = mkdtempSync(join(tmpdir(), 'puntari-e2e-'));
  readonly #origins: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #port = 0;
  #program: Program | undefined;

  constructor({ origins = [], env = {} }: Options = {}) {
    this.#origins = origins;
    this.#env = env;
    cpSync(CONTENT, this.content, { recursive: true });
    // The dates of the demo pass, and the tests are about panels that are open.
    for (const id of ['liikenne-2027', 'palveluverkko-2027']) this.setOpen(id, -30, 60);
  }

  get content(): string {
    return join(this.#folder, 'content');
  }

  get database(): string {
    return join(this.#folder, 'puntari.db');
  }

  get origin(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Of the program that runs now. */
  get pid(): number | undefined {
    return this.#program?.child.pid;
  }

  async start(): Promise<this> {
    const program = startProgram({
      PORT: String(this.#port),
      DATABASE: this.database,
      CONTENT: this.content,
      PAGES,
      CDN,
      ALLOWED_ORIGINS: this.#origins.join(),
      RATE_LIMIT: '1000000',
      OPERATOR_TOKEN,
      ...this.#env,
    });
    this.#program = program;
    const address = /listening on http:\/\/127\.0\.0\.1:(\d+)/;
    const isOver = program.ended.then((code) => {
      throw new Error(`The receiver ended with ${String(code)}: ${program.output()}`);
    });
    isOver.catch(() => undefined);
    const found = await Promise.race([
      until('the receiver listens', () => address.exec(program.output())),
      isOver,
    ]);
    this.#port = Number(found[1]);
    return this;
  }

  /** Asks it to stop, as Ctrl-C or a service manager would, or gives it no chance to (SIGKILL), and waits. */
  async stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const program = this.#program;
    if (!program) return null;
    program.child.kill(signal);
    const end = setTimeout(() => program.child.kill('SIGKILL'), LONGEST_END);
    const code = await program.ended;
    clearTimeout(end);
    if (program.child.signalCode === 'SIGKILL' && signal !== 'SIGKILL')
      throw new Error(`The receiver did not stop on ${signal}: ${program.output()}`);
    return code;
  }

  /** Stops it and removes all it has kept. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Changes a record; it is served after the next start. */
  edit(file: string, change: (record: Record<string, unknown>) => void): void {
    const path = join(this.content, file);
    const record = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    change(record);
    writeFileSync(path, JSON.stringify(record, null, 2));
  }

  /** Sets from when to when a panel takes registrations, in days from now; after the next start. */
  setOpen(panelId: string, from: number, to: number): void {
    this.edit(`panels/${panelId}.json`, ({ registration }) => {
      const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
      Object.assign(registration as object, { opens: at(from), closes: at(to) });
    });
  }

  /** What stands in the database now. */
  rows(sql: string, ...parameters: readonly string[]): Row[] {
    const database = new Database(this.database, { readonly: true });
    try {
      return database.prepare(sql).all(...parameters) as Row[];
    } finally {
      database.close();
    }
  }

  registrations(): Row[] {
    return this.rows('SELECT * FROM registrations ORDER BY received_at');
  }

  feedback(): Row[] {
    return this.rows('SELECT * FROM feedback ORDER BY received_at');
  }

  /** Forgets everything received, so that a test counts only its own. */
  forget(): void {
    const database = new Database(this.database);
    const tables = [
      'registration_support',
      'registration_history',
      'registrations',
      'open311_requests',
      'feedback_contacts',
      'feedback_history',
      'feedback',
      'topic_proposal_contacts',
      'topic_proposal_history',
      'topic_proposals',
      'sent_keys',
      'receipts',
    ];
    for (const table of tables) database.exec(`DELETE FROM ${table}`);
    database.close();
  }
}

#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { FastifyInstance } from 'fastify';

import { CommandError } from './command/command.js';
import { helpFor, readCommand } from './command/commands.js';
import { type Config, ConfigError, readConfig } from './config.js';
import { type Content, ContentError } from './content/content.js';
import { loadContent } from './content/load.js';
import { DatabaseError, type Db, openDatabase } from './database/database.js';
import { settingsProblems } from './open311/settings.js';
import { embedRenderer } from './pages/embed-renderer.js';
import { createServer } from './server.js';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function build(config: Config, content: Content, db: Db): Promise<FastifyInstance> {
  const { rateLimit, trustedTypes, pages, cdn, storybook } = config;
  return createServer({
    db,
    content,
    forms: embedRenderer,
    origins: config.origins,
    operatorToken: config.operatorToken,
    trustProxy: config.trustProxy,
    pages: pages && resolve(pages),
    cdn: cdn && resolve(cdn),
    storybook: storybook && resolve(storybook),
    openApi: config.openApi,
    open311: config.open311,
    log: (line) => {
      say(JSON.stringify(line));
    },
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(trustedTypes === undefined ? {} : { trustedTypes }),
  });
}

/** What is wrong with a file, its folder or its disk, and with nothing that is written here. */
const DATABASE_FAULTS = /^SQLITE_(READONLY|FULL|BUSY|IOERR|CANTOPEN|CORRUPT)/;

/** What to tell whoever starts the receiver; faults that are nobody's setting keep their stack. */
function explain(error: unknown, config: Config | undefined): string {
  if (
    [CommandError, ConfigError, ContentError, DatabaseError].some((kind) => error instanceof kind)
  ) {
    return (error as Error).message;
  }
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (DATABASE_FAULTS.test(code) && config) {
    return new DatabaseError(config.database, 'used', error).message;
  }
  if (code === 'EADDRINUSE' && config) {
    const { port, host } = config;
    return `Port ${String(port)} on ${host} is in use. Stop the other program, or choose another port: PORT=${String(port + 1)}`;
  }
  if (code === 'EACCES' && config) {
    return `Port ${String(config.port)} may not be used by this user. Choose another: PORT=4173`;
  }
  // Only the system knows which names and addresses are its own, and only when it is asked to listen.
  if (['ENOTFOUND', 'EADDRNOTAVAIL', 'EAI_AGAIN'].includes(code) && config) {
    return new ConfigError([`HOST: expected an address of this machine, received "${config.host}"`])
      .message;
  }
  return error.stack ?? error.message;
}

/**
 * Ctrl-C reaches us more than once: the terminal signals every program in it, and npm and `npm start` pass on what they
 * got, or `SIGTERM` in its place. What comes within a second is one wish.
 */
const ONE_WISH_MS = 1000;

/** Finishes what is being answered, then closes the database; who asks again does not want to wait. */
function stopOnSignal(app: FastifyInstance, db: Db): void {
  let askedAt: number | undefined;
  const stop = async (): Promise<void> => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > ONE_WISH_MS) process.exit(1);
      return;
    }
    askedAt = performance.now();
    await app.close();
    await db.destroy();
    say('Stopped.');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

const write = (text: string): void => {
  process.stdout.write(text);
};
const remark = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Starts the receiver as the environment says, or does what the arguments ask and ends. */
export async function main(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<void> {
  const help = helpFor(args);
  if (help !== undefined) {
    say(help);
    return;
  }
  let config: Config | undefined;
  let db: Db | undefined;
  try {
    const command = readCommand(args);
    config = readConfig(env);
    const content = await loadContent(config.content);
    const { open311 } = config;
    const unknown = settingsProblems(open311, content.channels);
    if (unknown.length > 0) throw new ConfigError(unknown);
    db = await openDatabase(config.database);
    if (command) {
      await command({ content, db, open311, now: () => new Date(), out: write, say: remark });
      await db.destroy();
      return;
    }
    const app = await build(config, content, db);
    const address = await app.listen({ host: config.host, port: config.port });
    stopOnSignal(app, db);
    say(`Puntari receiver is listening on ${address}`);
  } catch (error) {
    process.stderr.write(`${explain(error, config)}\n`);
    await db?.destroy();
    process.exitCode = 1;
  }
}

const started = process.argv[1];
// Through the real path: npm starts programs by a link in node_modules/.bin.
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  await main(process.env, process.argv.slice(2));
}

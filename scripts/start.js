/**
 * `npm start`: installs and builds what is missing, makes the folder of the database, and serves
 * the demo and Storybook until Ctrl-C.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

import { ensureInstalled } from './lib/install.js';
import { fromRoot, ROOT, shown } from './lib/paths.js';
import { timed } from './lib/steps.js';
import { bold, red } from './lib/terminal.js';

const PORT = process.env['PORT'] ?? '4173';
const HOST = process.env['HOST'] ?? '127.0.0.1';

/** How long the receiver may take to answer for the first time, and to end, in milliseconds. */
const START_TIMEOUT = 30_000;
const STOP_TIMEOUT = 10_000;

/** Paths are given from the current folder, as anywhere; those not given stand in the repository. */
const pathFrom = (name, ...fallback) =>
  process.env[name] === undefined ? fromRoot(...fallback) : resolve(process.env[name]);

const settings = {
  PORT,
  HOST,
  DATABASE: pathFrom('DATABASE', 'var', 'puntari.db'),
  CONTENT: pathFrom('CONTENT', 'demo', 'content'),
  PAGES: pathFrom('PAGES', 'demo', 'pages'),
  CDN: pathFrom('CDN', 'packages', 'embed', 'dist', 'cdn'),
  STORYBOOK: pathFrom('STORYBOOK', 'storybook-static'),
  OPENAPI: pathFrom('OPENAPI', 'packages', 'contracts', 'schema', 'openapi.json'),
};

function fail(message) {
  console.error(red(message));
  process.exit(1);
}

/** What is wrong with the port, in words, or undefined. */
function portProblem() {
  const number = Number(PORT);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    return Promise.resolve(`PORT is "${PORT}"; it has to be a number from 1 to 65535.`);
  }
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => {
      const reasons = {
        EADDRINUSE: `Port ${PORT} is taken by another program.`,
        EACCES: `Port ${PORT} needs more rights than this user has.`,
        EADDRNOTAVAIL: `HOST is "${HOST}", which is not an address of this machine.`,
        ENOTFOUND: `HOST is "${HOST}", which is not an address of this machine.`,
      };
      const advice = `Choose another: PORT=${number === 65_535 ? 4173 : number + 1} npm start`;
      done(`${reasons[error.code] ?? error.message} ${advice}`);
    });
    server.listen(number, HOST, () => server.close(() => done(undefined)));
  });
}

/** The address that a browser on this machine can open. */
function address() {
  const host = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

async function untilItAnswers(child) {
  const end = Date.now() + START_TIMEOUT;
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    try {
      await fetch(`${address()}/`, { signal: AbortSignal.timeout(2000) });
      return true;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return false;
}

function printAddresses() {
  const at = address();
  const rows = [
    ['Demo', `${at}/`],
    ['A city (Espoo)', `${at}/espoo/`],
    ['A wellbeing services county (Keusote)', `${at}/keusote/`],
    ['Swedish and English on one page', `${at}/kielet/`],
    ['Storybook', `${at}/storybook/`],
  ];
  console.log(bold('\nPuntari is running'));
  for (const [what, where] of rows) console.log(`  ${what.padEnd(38)} ${where}`);
  console.log(`\nData: ${shown(settings.DATABASE)} · Stop: Ctrl-C\n`);
}

/**
 * Ends the receiver in order; it finishes what it is answering. From a terminal it has got the same signal itself, and
 * takes ours for the same wish; from `kill` it gets ours alone.
 */
function stopOnSignals(child) {
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // Whatever ends us must not leave a receiver on the port.
  process.on('exit', () => child.kill('SIGKILL'));
  return () => asked;
}

async function prepare() {
  if (!(await ensureInstalled())) fail('The packages could not be installed; npm says why above.');
  const { build } = await import('./build.js');
  if (!(await build())) fail('The build failed; the reason stands above.');
  const { buildStorybook } = await import('./lib/storybook.js');
  const storybook = await timed('storybook', buildStorybook);
  if (!storybook.ok) fail('Storybook could not be built; the reason stands above.');
  mkdirSync(dirname(settings.DATABASE), { recursive: true });
}

async function serve() {
  const main = fromRoot('packages', 'receiver', 'dist', 'main.js');
  if (!existsSync(main)) fail(`${shown(main)} is not there after the build.`);
  // In our group, so that whatever ends the group leaves no receiver on the port.
  const child = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const wasAsked = stopOnSignals(child);
  const ended = new Promise((done) => child.once('exit', (code) => done(code)));
  if (await untilItAnswers(child)) printAddresses();
  else if (child.exitCode === null && !wasAsked()) {
    child.kill('SIGKILL');
    fail(`The receiver did not answer at ${address()} within ${START_TIMEOUT / 1000} seconds.`);
  }
  const code = await ended;
  if (wasAsked() || child.signalCode === 'SIGINT') {
    process.exit(0);
  }
  fail(`The receiver ended by itself (code ${code}); the reason stands above.`);
}

const problem = await portProblem();
if (problem !== undefined) fail(problem);
await prepare();
await serve();

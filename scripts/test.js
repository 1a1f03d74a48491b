/**
 * `npm test`: installs what is missing, builds, and runs every check and test. It stops at the
 * first stage that fails. `--full` or FULL=1 runs all tests in all engines.
 *
 * `npm test -- chromium e2e` runs only these stages.
 */

import { ensureBrowsers } from './ensure-browsers.js';
import { ensureInstalled } from './lib/install.js';
import { ROOT } from './lib/paths.js';
import { runNode, tool } from './lib/run.js';
import { printSummary, timed } from './lib/steps.js';
import { bold, red } from './lib/terminal.js';
import * as tests from './lib/test-files.js';

if (process.argv.includes('--full')) process.env['FULL'] = '1';
const full = process.env['FULL'] === '1';
// Tools choose colors and defaults by this: what passes here has to pass there.
process.env['CI'] ??= '1';

const ENGINE_NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** A stage without tests is a mistake: a folder was renamed, or a test was lost. */
const found = (files, what) =>
  files.length > 0 ? undefined : { ok: false, output: `No ${what} was found.` };

async function inNode(files, what, options) {
  const nothing = found(files, what);
  if (nothing !== undefined) return nothing;
  const { runNodeTests } = await import('./lib/node-tests.js');
  const { ok } = await runNodeTests(files, { quiet: true, ...options });
  return { ok, note: `${files.length} files` };
}

async function inBrowser(files, what, env) {
  const nothing = found(files, what);
  if (nothing !== undefined) return nothing;
  const { ok, output } = await runNode(tool('@web', 'test-runner', 'dist', 'bin.js'), [], {
    env,
    limitMinutes: full ? 120 : 20,
  });
  return { ok, output, note: `${files.length} files` };
}

let engines = [];
let missing = [];

function browsers() {
  const result = ensureBrowsers();
  ({ engines, missing } = result);
  const ok = engines.includes('chromium');
  return {
    ok,
    note: engines.join(', '),
    output: ok ? '' : 'Without Chromium there is nothing to test in.',
  };
}

const unitTests = (engine) => () => {
  if (!engines.includes(engine))
    return { ok: true, note: `NOT RUN: ${ENGINE_NAMES[engine]} is missing` };
  return inBrowser(tests.unitTestsFor(engine, { full }), `test for ${ENGINE_NAMES[engine]}`, {
    ENGINE: engine,
  });
};

const enginesWithSweeps = () =>
  full ? Object.keys(ENGINE_NAMES).filter((engine) => engines.includes(engine)) : ['chromium'];

async function sweeps() {
  const inNodeToo = tests.nodeSweeps();
  const inBrowsers = tests.browserSweeps();
  const what = 'sweep in test/every-*.test.ts';
  let result = await inNode(inNodeToo, what);
  for (const engine of enginesWithSweeps()) {
    if (result.ok) result = await inBrowser(inBrowsers, what, { ENGINE: engine, TESTS: 'sweeps' });
  }
  if (!result.ok) return result;
  if (!full) return { ok: true, note: `${inNodeToo.length + inBrowsers.length} files` };
  const { checkKeptMarkup } = await import('./lib/markup.js');
  const markup = await checkKeptMarkup();
  return { ...markup, note: `${inNodeToo.length + inBrowsers.length} files${markup.note}` };
}

async function storybook() {
  const { buildStorybook } = await import('./lib/storybook.js');
  const built = await buildStorybook({ strict: true });
  if (!built.ok) return built;
  return inNode(tests.storybookTests(), 'test in test/storybook', { concurrency: 1 });
}

const STAGES = {
  install: async () => ({ ok: await ensureInstalled() }),
  browsers,
  build: async () => ({ ok: await (await import('./build.js')).build() }),
  check: async () => (await import('./check.js')).check(),
  node: () => inNode(tests.nodeUnitTests(), 'unit test for Node'),
  chromium: unitTests('chromium'),
  firefox: unitTests('firefox'),
  webkit: unitTests('webkit'),
  stories: sweeps,
  storybook,
  // Each of these drives a browser of its own, so one file at a time.
  'server-rendering': () =>
    inNode(tests.serverRenderingTests(), 'test in test/server-rendering', { concurrency: 1 }),
  e2e: () => inNode(tests.endToEndTests(), 'test in test/e2e', { concurrency: 1 }),
  soak: () => inNode(tests.soakTests(), 'test in test/soak', { concurrency: 1 }),
};

/** Too long for every day; still run when asked for by name. */
const ONLY_FULL = ['soak'];

/** What every run needs, however little of it was asked for. */
const ALWAYS = ['install', 'browsers', 'build'];

async function main() {
  const asked = process.argv.slice(2).filter((argument) => argument !== '--full');
  const unknown = asked.filter((name) => !(name in STAGES));
  if (unknown.length > 0) {
    console.error(
      `There is no stage ${unknown.join(', ')}. There are: ${Object.keys(STAGES).join(', ')}.`,
    );
    return 1;
  }
  process.chdir(ROOT);
  const names = Object.keys(STAGES).filter(
    (name) =>
      ALWAYS.includes(name) ||
      asked.includes(name) ||
      (asked.length === 0 && (full || !ONLY_FULL.includes(name))),
  );
  const steps = [];
  for (const name of names) {
    console.log(bold(`\n── ${name}`));
    const step = await timed(name, STAGES[name]);
    steps.push(step);
    if (!step.ok) break;
  }
  const failed = steps.find(({ ok }) => !ok);
  const notRun = names.slice(steps.length);
  const warnings = [];
  if (missing.length > 0) {
    const unseen = Object.keys(ENGINE_NAMES).filter((engine) => !engines.includes(engine));
    const what = unseen.map((engine) => ENGINE_NAMES[engine]).join(' and ');
    warnings.push(
      `${what ? `NOT TESTED IN ${what.toUpperCase()}: missing` : 'Missing'} on this machine: ${missing.join(', ')}.\n` +
        `  Debian or Ubuntu: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  }
  if (asked.length > 0) warnings.push(`Only ${asked.join(', ')} was asked for.`);
  printSummary(steps, { notRun, warnings });
  if (failed === undefined) return 0;
  console.error(
    red(`\nFailed at ${failed.name}. Again, this stage alone: npm test -- ${failed.name}`),
  );
  return 1;
}

process.exitCode = await main();

/** Runs tests in Node: built ones as they are, TypeScript as it stands. */

import { pathToFileURL } from 'node:url';

import { fromRoot, shown } from './paths.js';
import { run } from './run.js';

const FLAGS = [
  '--enable-source-maps',
  // Importing JSON is what it warns of, and that is stable by now.
  '--disable-warning=ExperimentalWarning',
];

/** For tests that stand in TypeScript: packages offer their sources under this condition. */
const FLAGS_FOR_SOURCES = [
  `--import=${pathToFileURL(fromRoot('scripts/lib/register-typescript.js')).href}`,
  '--conditions=source',
];

/**
 * How long one file of tests may take, in minutes. What waits for something that never comes is told to end, and is named
 * with the test that it was at.
 */
const LIMIT_MINUTES = process.env['FULL'] === '1' ? 60 : 15;

const FILE_REPORTER = pathToFileURL(fromRoot('scripts/lib/file-reporter.js')).href;

const isBuilt = (file) => /(^|\/)dist\//.test(shown(file));

function runGroup(files, flags, { concurrency, env, reporter, limitMinutes }) {
  const options = [
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-reporter=${reporter}`,
    `--test-timeout=${limitMinutes * 60_000}`,
  ];
  return run(process.execPath, [...FLAGS, ...flags, ...options, ...files.map(shown)], { env });
}

/** `concurrency` is how many files run at once; tests that start a browser take 1. */
export async function runNodeTests(
  files,
  { concurrency = 2, env = {}, quiet = false, limitMinutes = LIMIT_MINUTES } = {},
) {
  const options = { concurrency, env, limitMinutes, reporter: quiet ? FILE_REPORTER : 'spec' };
  const groups = [
    [files.filter(isBuilt), []],
    [files.filter((file) => !isBuilt(file)), FLAGS_FOR_SOURCES],
  ];
  let allPassed = true;
  for (const [group, flags] of groups) {
    if (group.length === 0) continue;
    const { ok } = await runGroup(group, flags, options);
    allPassed &&= ok;
  }
  return { ok: allPassed };
}

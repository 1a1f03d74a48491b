/** Runs tests in Node, TypeScript as it stands. */

import { pathToFileURL } from 'node:url';

import { fromRoot, shown } from './paths.js';
import { run } from './run.js';

const FLAGS = [
  `--import=${pathToFileURL(fromRoot('scripts/lib/register-typescript.js')).href}`,
  // Packages offer their sources under this condition.
  '--conditions=source',
  '--enable-source-maps',
  // Importing JSON is what it warns of, and that is stable by now.
  '--disable-warning=ExperimentalWarning',
];

/** `concurrency` is how many files run at once; tests that start a browser take 1. */
export function runNodeTests(files, { concurrency = 2, env = {}, quiet = false } = {}) {
  return run(
    process.execPath,
    [
      ...FLAGS,
      '--test',
      `--test-concurrency=${concurrency}`,
      `--test-reporter=${quiet ? 'dot' : 'spec'}`,
      ...files.map(shown),
    ],
    { env },
  );
}

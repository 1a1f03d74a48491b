/**
 * Which test runs where. The name of a file and its imports decide; there is no list to keep.
 *
 * - A test that imports `node:test` runs in Node, every other one in a browser.
 * - `*.a11y.test.ts` and `*.chromium.test.ts` need what only Chromium offers: accessibility
 *   snapshots, viewports, emulated media.
 * - `*.model.test.ts` and the tests of contracts touch no DOM, so one engine tells as much as
 *   three. FULL=1 runs them in all.
 * - `<widget>.<part>.test.ts` tests a part of a widget more closely than `<widget>.test.ts` beside it. In a daily run only
 *   that one runs in Firefox and WebKit; FULL=1 runs all. What must not run anywhere (`*.xss.test.ts`) is tried everywhere.
 * - Every other test runs in all three engines.
 */

import { existsSync, readFileSync } from 'node:fs';

import { filesBelow, fromRoot, shown } from './paths.js';

const IS_TEST = /\.test\.(ts|js)$/;
const CHROMIUM_ONLY = /\.(a11y|chromium)\.test\.(ts|js)$/;
const PURE = /\.model\.test\.(ts|js)$|\/packages\/contracts\//;
const PART = /\/packages\/widgets\/src\/[^/]+\/[^/.]+\.(?!xss\.)[^/.]+\.test\.ts$/;
const RUNS_IN_NODE = /from ['"]node:test['"]/;

const runsInNode = (file) => RUNS_IN_NODE.test(readFileSync(file, 'utf8'));

/** All tests below the given folders of the repository. */
function testsBelow(...folders) {
  return folders
    .flatMap((folder) => filesBelow(fromRoot(folder)))
    .filter((file) => IS_TEST.test(file));
}

const ofPackages = () => testsBelow('packages').filter((file) => !/\/e2e\//.test(shown(file)));

/** Tests of a program run as it is built, where the build holds them; others as they stand. */
function builtOf(file) {
  const built = file.replace(/([\\/])src([\\/].*)\.ts$/, '$1dist$2.js');
  return existsSync(built) ? built : file;
}

/** Unit tests that run in Node: tokens, embed, receiver, scripts. */
export const nodeUnitTests = () =>
  [...ofPackages(), ...testsBelow('scripts')].filter(runsInNode).map(builtOf);

/** Unit tests that run in a browser, beside the code, and the tests of the test helpers. */
export const browserUnitTests = () =>
  [...ofPackages(), ...testsBelow('test/support')].filter((file) => !runsInNode(file));

/** Sweeps over every story, element or locale, straight in `test/`. */
export const sweeps = () =>
  testsBelow('test').filter((file) => /^test\/every-[^/]+$/.test(shown(file)));

/** The sweeps that run in a browser; those in Node (locales, for one) are `nodeSweeps`. */
export const browserSweeps = () => sweeps().filter((file) => !runsInNode(file));
export const nodeSweeps = () => sweeps().filter(runsInNode);

/** The built Storybook, from a web server. */
export const storybookTests = () => testsBelow('test/storybook');

/** Server rendering, driven from Node. */
export const serverRenderingTests = () => testsBelow('test/server-rendering', 'test/ssr');

/** The demo in a real browser against the real receiver, and pages of hosts. */
export const endToEndTests = () => testsBelow('test/e2e', 'test/host-pages');

/** Long loads, for a full run. */
export const soakTests = () => testsBelow('test/soak');

/** The browser unit tests that one engine runs. */
export function unitTestsFor(engine, { full = false } = {}) {
  const all = browserUnitTests();
  if (engine === 'chromium') return all;
  const isClose = (file) => PURE.test(file) || PART.test(file);
  return all.filter((file) => !CHROMIUM_ONLY.test(file) && (full || !isClose(file)));
}

/** The two Storybooks: of the base and of the working tree. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { preview } from 'vite';

import { ROOT } from '../lib/paths.js';
import { runNode } from '../lib/run.js';
import { checkOutBase, removeBase } from './base.js';
import { BASE_TREE, storybookOf } from './paths.js';

const DISPATCHER = join('node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');

/** Of all that a build makes, stories need the themes; the rest they take from the sources. */
async function buildFrom(folder, output) {
  rmSync(output, { recursive: true, force: true });
  const options = {
    cwd: folder,
    quiet: true,
    env: { STORYBOOK_DISABLE_TELEMETRY: '1', CI: '1' },
  };
  const tokens = await runNode(join(folder, 'packages', 'tokens', 'build.js'), [], options);
  if (!tokens.ok) return tokens;
  return runNode(join(folder, DISPATCHER), ['build', '--quiet', '--output-dir', output], options);
}

/** Beside the base's Storybook: what it was built from. A commit does not change, so it is built once. */
const STAMP = `${storybookOf('base')}.commit`;

const isBuilt = (commit) =>
  existsSync(join(storybookOf('base'), 'index.json')) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === commit;

/** Builds the Storybook of a commit, unless that was the last one built. */
export async function buildBase(commit) {
  if (isBuilt(commit)) return { ok: true, note: 'built before' };
  rmSync(STAMP, { force: true });
  try {
    const { ok, output, note } = await checkOutBase(commit);
    if (!ok) return { ok, output };
    const built = await buildFrom(BASE_TREE, storybookOf('base'));
    if (built.ok) writeFileSync(STAMP, commit);
    return { ...built, note };
  } finally {
    await removeBase();
  }
}

export const buildHead = () => buildFrom(ROOT, storybookOf('head'));

const storiesIn = (folder) =>
  Object.values(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).entries).filter(
    ({ type }) => type === 'story',
  );

/** Serves a built Storybook; resolves to its stories, its address, and how to stop. */
export async function openStorybook(side) {
  const root = storybookOf(side);
  const server = await preview({
    root,
    configFile: false,
    // What is missing is missing, not another page.
    appType: 'mpa',
    logLevel: 'silent',
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0 },
  });
  return {
    stories: storiesIn(root),
    address: server.resolvedUrls.local[0],
    close: () => server.close(),
  };
}

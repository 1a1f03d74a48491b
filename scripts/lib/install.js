/** Installs the packages of the lock file where node_modules is missing or holds others. */

import { existsSync, readFileSync } from 'node:fs';

import { fromRoot } from './paths.js';
import { runNpm } from './run.js';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Packages of other platforms stand in the lock file and are never installed here. */
const isForOthers = (entry) => entry.optional === true || entry.peerOptional === true;

/** What is wanted and not installed, compared with npm's own note of what it installed. */
function missingPackages() {
  const note = fromRoot('node_modules', '.package-lock.json');
  const lock = fromRoot('package-lock.json');
  if (!existsSync(note) || !existsSync(lock)) return undefined;
  const wanted = readJson(lock).packages;
  const installed = readJson(note).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes('node_modules/') && !isForOthers(entry))
    .filter(([path, entry]) => {
      if (entry.link === true) return !existsSync(fromRoot(path));
      return installed[path]?.version !== entry.version || !existsSync(fromRoot(path));
    })
    .map(([path]) => path);
}

/** Resolves to whether all packages are there. */
export async function ensureInstalled({ log = console.log } = {}) {
  const missing = missingPackages();
  if (missing !== undefined && missing.length === 0) return true;
  log(
    missing === undefined
      ? 'Installing packages (npm ci) …'
      : `Installing packages (npm install; ${missing.length} are missing or of another version) …`,
  );
  const { ok, output } = await runNpm(missing === undefined ? ['ci'] : ['install'], {
    quiet: true,
  });
  if (!ok) process.stderr.write(output);
  return ok;
}

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

/** What npm has to say, without its pages of usage. */
const shortened = (output) =>
  output
    .split('\n')
    .filter(
      (line) => /^npm error \S/.test(line) && !/^npm error (--|-w|Options|Usage|\[)/.test(line),
    )
    .slice(0, 12)
    .join('\n');

async function npm(command, log) {
  const { ok, output } = await runNpm([command], { quiet: true });
  if (!ok) log(`npm ${command} failed:\n${shortened(output) || output}`);
  return ok;
}

/** Resolves to whether all packages are there. */
export async function ensureInstalled({ log = console.log } = {}) {
  const missing = missingPackages();
  if (missing !== undefined && missing.length === 0) return true;
  if (missing !== undefined) {
    log(`Installing packages: ${missing.length} are missing or of another version …`);
    return npm('install', log);
  }
  log('Installing packages …');
  if (await npm('ci', log)) return true;
  // A lock file made against another registry may lack packages of other platforms; `ci` then
  // refuses, and `install` does not mind.
  log('Trying npm install instead …');
  return npm('install', log);
}

/**
 * Remembers from what each thing was built, so that nothing is built twice. A stamp is the hash of
 * the names and contents of all inputs; times of files are no help after a clone.
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

import { filesBelow, fromRoot, shown } from './paths.js';

const FOLDER = fromRoot('node_modules', '.cache', 'puntari');

function filesOf(inputs) {
  return inputs.flatMap((input) => {
    const path = fromRoot(input);
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** One hash over files and folders, given from the root. */
export function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of filesOf(inputs)) {
    hash.update(shown(file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampOf = (name) => `${FOLDER}/${name}.stamp`;

/** Whether all outputs are there and were made from these inputs. */
export function isFresh(name, inputs, outputs) {
  if (!outputs.every((output) => existsSync(fromRoot(output)))) return false;
  if (!existsSync(stampOf(name))) return false;
  return readFileSync(stampOf(name), 'utf8') === hashOf(inputs);
}

/** Call with the hash that was taken before the work: what changes meanwhile makes it stale again. */
export function markFresh(name, hash) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(stampOf(name), hash);
}

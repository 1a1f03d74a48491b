/** Where things stand in the repository; every script works from any current folder. */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const fromRoot = (...parts) => join(ROOT, ...parts);

/** A path as it is written in messages: from the root, with forward slashes. */
export const shown = (path) => relative(ROOT, path).split(sep).join('/');

const SKIPPED = new Set(['node_modules', 'dist', '.git', 'storybook-static', 'coverage', 'var']);

/** Every file below a folder, by full path, sorted; nothing generated and nothing installed. */
export function filesBelow(folder, { skip = SKIPPED } = {}) {
  if (!existsSync(folder)) return [];
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skip.has(entry.name)) found.push(...filesBelow(path, { skip }));
    } else if (entry.isFile()) {
      found.push(path);
    }
  }
  return found.sort();
}

/**
 * The custom elements manifest, committed as packages/widgets/custom-elements.json, and the types of the tags that are made
 * from it, packages/embed/src/tags.ts.
 * `node scripts/manifest.js` writes it, with `--check` compares.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { fromRoot, ROOT, shown } from './lib/paths.js';
import { runNode, tool } from './lib/run.js';
import { tagTypes } from './lib/tag-types.js';

const COMMITTED = fromRoot('packages', 'widgets', 'custom-elements.json');
const TAGS = fromRoot('packages', 'embed', 'src', 'tags.ts');

const typesFrom = (manifest) => tagTypes(JSON.parse(readFileSync(manifest, 'utf8')), TAGS);

const isEqual = (path, text) => existsSync(path) && readFileSync(path, 'utf8') === text;

const analyze = (folder) =>
  runNode(
    tool('@custom-elements-manifest', 'analyzer', 'cem.js'),
    ['analyze', '--quiet', '--config', 'custom-elements-manifest.config.js', '--outdir', folder],
    { quiet: true },
  );

/** How many elements a manifest describes: an empty one means that the analyzer found nothing. */
function problemIn(path) {
  const { modules } = JSON.parse(readFileSync(path, 'utf8'));
  const tags = modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ tagName }) => tagName),
  );
  return tags.length > 0
    ? undefined
    : 'The manifest describes no element: is there a @tag in each class?';
}

/** Writes the manifest and the types of its tags. */
export async function writeManifest() {
  const result = await analyze('packages/widgets');
  if (!result.ok) return result;
  const problem = problemIn(COMMITTED);
  if (problem !== undefined) return { ok: false, output: problem };
  const types = await typesFrom(COMMITTED);
  // What is current keeps its time, so that nothing is built anew because of it.
  if (!isEqual(TAGS, types)) writeFileSync(TAGS, types);
  return { ok: true };
}

/** Compares the committed manifest with what the sources say now. */
export async function checkManifest() {
  // Below the root, because the analyzer takes the folder as a path from there.
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.puntari-manifest-'));
  try {
    const result = await analyze(shown(folder));
    if (!result.ok) return result;
    const fresh = join(folder, 'custom-elements.json');
    const problem = problemIn(fresh);
    if (problem !== undefined) return { ok: false, output: problem };
    const outdated = [
      ...(isEqual(COMMITTED, readFileSync(fresh, 'utf8')) ? [] : [shown(COMMITTED)]),
      ...(isEqual(TAGS, await typesFrom(fresh)) ? [] : [shown(TAGS)]),
    ];
    if (outdated.length === 0) return { ok: true };
    return {
      ok: false,
      output:
        `Not current: ${outdated.join(', ')}. Run \`npm run build\`, read the\n` +
        'difference as a review of the public API, and commit it.',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { ok, output } = await (process.argv.includes('--check')
    ? checkManifest()
    : writeManifest());
  if (output) console.error(output);
  process.exitCode = ok ? 0 : 1;
}

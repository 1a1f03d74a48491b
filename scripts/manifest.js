/**
 * The custom elements manifest, committed as packages/widgets/custom-elements.json.
 * `node scripts/manifest.js` writes it, with `--check` compares.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { fromRoot, ROOT, shown } from './lib/paths.js';
import { runNode, tool } from './lib/run.js';

const COMMITTED = fromRoot('packages', 'widgets', 'custom-elements.json');

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

/** Writes the manifest. */
export async function writeManifest() {
  const result = await analyze('packages/widgets');
  if (!result.ok) return result;
  const problem = problemIn(COMMITTED);
  return problem === undefined ? { ok: true } : { ok: false, output: problem };
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
    const isCurrent =
      existsSync(COMMITTED) && readFileSync(COMMITTED, 'utf8') === readFileSync(fresh, 'utf8');
    if (isCurrent) return { ok: true };
    return {
      ok: false,
      output:
        'packages/widgets/custom-elements.json is not current. Run `npm run build`, read the\n' +
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

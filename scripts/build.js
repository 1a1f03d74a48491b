/**
 * Builds all packages: tokens, then TypeScript, then the bundles of the CDN, then the manifest.
 *
 * Steps whose inputs did not change are left out; `--force` builds all of them. The manifest is
 * committed, so it is only written by `npm run build`, never on the way to a test.
 */

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { fromRoot } from './lib/paths.js';
import { runNode, tool } from './lib/run.js';
import { hashOf, isFresh, markFresh } from './lib/stamps.js';
import { timed } from './lib/steps.js';
import { writeManifest } from './manifest.js';

const CONFIGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
const SOURCES = ['tokens', 'contracts', 'core', 'widgets', 'embed'].map(
  (name) => `packages/${name}`,
);

const STEPS = [
  {
    name: 'tokens',
    inputs: ['packages/tokens', 'package-lock.json'],
    outputs: ['packages/tokens/dist'],
    script: fromRoot('packages/tokens/build.js'),
  },
  {
    name: 'typescript',
    inputs: [...CONFIGS, ...SOURCES, 'packages/receiver'],
    outputs: ['contracts', 'core', 'widgets', 'embed', 'receiver'].map(
      (name) => `packages/${name}/dist/.tsbuildinfo`,
    ),
    script: tool('typescript', 'bin', 'tsc'),
    commandArguments: ['-b'],
  },
  {
    name: 'bundles',
    inputs: [...CONFIGS, ...SOURCES, 'rollup.config.js', 'scripts/rollup'],
    outputs: ['packages/embed/dist/cdn'],
    script: tool('rollup', 'dist', 'bin', 'rollup'),
    commandArguments: ['-c', '--silent'],
  },
];

async function buildStep({ name, inputs, outputs, script, commandArguments = [] }, force) {
  if (!force && isFresh(name, inputs, outputs)) return { ok: true, note: 'nothing to do' };
  if (!existsSync(script)) return { ok: false, output: `${script} is not there.` };
  const hash = hashOf(inputs);
  const { ok, output } = await runNode(script, commandArguments, { quiet: true });
  if (!ok) return { ok, output };
  const missing = outputs.filter((path) => !existsSync(fromRoot(path)));
  if (missing.length > 0)
    return { ok: false, output: `Built, but not there: ${missing.join(', ')}` };
  markFresh(name, hash);
  return { ok: true };
}

/** Resolves to whether everything is built. */
export async function build({ force = false, manifest = false, log = console.log } = {}) {
  for (const step of STEPS) {
    const { ok } = await timed(step.name, () => buildStep(step, force), { log });
    if (!ok) return false;
  }
  if (!manifest) return true;
  const { ok } = await timed('manifest', () => writeManifest(), { log });
  return ok;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const ok = await build({ force: process.argv.includes('--force'), manifest: true });
  process.exitCode = ok ? 0 : 1;
}

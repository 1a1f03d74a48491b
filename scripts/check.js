/**
 * All checks that need no browser. `npm run check` runs all of them and then says which failed;
 * `npm run check -- locales css` runs some.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { ensureInstalled } from './lib/install.js';
import { fromRoot, shown } from './lib/paths.js';
import { runNode, tool } from './lib/run.js';
import { timed } from './lib/steps.js';
import { red } from './lib/terminal.js';
import { otherVersions } from './set-version.js';

const quiet = { quiet: true };

/** Generated files that are committed say what they were generated from. */
async function checkSchemas() {
  const script = fromRoot('packages', 'contracts', 'generate.js');
  if (!existsSync(script)) return { ok: false, output: `${shown(script)} is not there.` };
  return runNode(script, ['--check'], quiet);
}

async function checkPackage() {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const { messages, pkg } = await publint({ pkgDir: fromRoot('packages', 'embed'), strict: true });
  const problems = [
    ...messages.map((message) => `packages/embed: ${formatMessage(message, pkg)}`),
    ...packagesWithoutLicense().map((name) => `packages/${name}: LICENSE is not that of the root.`),
    ...packagesWithoutReadme().map(
      (name) => `packages/${name}: README.md does not begin with its name.`,
    ),
    ...otherVersions(),
  ];
  return { ok: problems.length === 0, output: problems.join('\n') };
}

/** The license has to go with every copy, and npm packs only what stands in the folder of a package. */
function packagesWithoutLicense() {
  const license = readFileSync(fromRoot('LICENSE'), 'utf8');
  return readdirSync(fromRoot('packages')).filter((name) => {
    const file = fromRoot('packages', name, 'LICENSE');
    return !existsSync(file) || readFileSync(file, 'utf8') !== license;
  });
}

/** What a stranger sees of a package where packages are listed. */
function packagesWithoutReadme() {
  return readdirSync(fromRoot('packages')).filter((folder) => {
    const { name } = JSON.parse(readFileSync(fromRoot('packages', folder, 'package.json'), 'utf8'));
    const file = fromRoot('packages', folder, 'README.md');
    return !existsSync(file) || !readFileSync(file, 'utf8').startsWith(`# ${name}\n`);
  });
}

/** Loaded when they run: they need packages that may not be installed yet. */
const checkIn = (file, name) => async () => (await import(file))[name]();

const CHECKS = {
  types: () =>
    runNode(
      tool('typescript', 'bin', 'tsc'),
      [
        '-p',
        'tsconfig.check.json',
        '--incremental',
        '--tsBuildInfoFile',
        'node_modules/.cache/puntari/check.tsbuildinfo',
      ],
      quiet,
    ),
  lint: () => runNode(tool('eslint', 'bin', 'eslint.js'), ['.', '--quiet'], quiet),
  format: () =>
    runNode(tool('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level=warn', '.'], quiet),
  arrows: checkIn('./check-arrows.js', 'checkArrows'),
  locales: checkIn('./check-locales.js', 'checkLocales'),
  css: checkIn('./check-css.js', 'checkCss'),
  schemas: checkSchemas,
  manifest: checkIn('./manifest.js', 'checkManifest'),
  size: checkIn('./check-size.js', 'checkSize'),
  package: checkPackage,
};

/** Size, style sheets and the package are looked at as they are built. */
const NEED_BUILD = new Set(['css', 'schemas', 'size', 'package']);

/** Runs the checks with these names and resolves to whether all passed. */
export async function check({ names = Object.keys(CHECKS), log = console.log } = {}) {
  if (names.some((name) => NEED_BUILD.has(name))) {
    const { build } = await import('./build.js');
    if (!(await build({ log }))) return { ok: false, note: 'the build failed' };
  }
  const failed = [];
  for (const name of names) {
    const { ok, table } = await timed(name, CHECKS[name], { log });
    if (table) log(table);
    if (!ok) failed.push(name);
  }
  if (failed.length === 0) return { ok: true, note: `${names.length} checks` };
  log(red(`Failed: ${failed.join(', ')}. \`npm run fix\` mends what a program can mend.`));
  return { ok: false, note: `failed: ${failed.join(', ')}` };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in CHECKS));
  if (unknown.length > 0) {
    console.error(
      `There is no check ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}.`,
    );
    process.exitCode = 1;
  } else if (!(await ensureInstalled())) {
    process.exitCode = 1;
  } else {
    const { ok } = await check(names.length > 0 ? { names } : {});
    process.exitCode = ok ? 0 : 1;
  }
}

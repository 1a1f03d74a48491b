/**
 * `npm run visual`: builds Storybook of a commit and of the working tree, photographs every story of both, and writes
 * pages that show what differs. `--help` says the rest.
 */

import { ensureInstalled } from './lib/install.js';
import { shown } from './lib/paths.js';
import { timed } from './lib/steps.js';
import { bold, red, yellow } from './lib/terminal.js';
import { HELP, parseOptions } from './visual/options.js';
import { INDEX, inFolder } from './visual/paths.js';

/** The base, in words, when both Storybooks are built. */
async function build(wish) {
  // Loaded when packages are installed; they need some.
  const { chooseBase } = await import('./visual/base.js');
  const { buildBase, buildHead } = await import('./visual/storybooks.js');
  const { commit, why } = await chooseBase(wish);
  const sides = `${commit.slice(0, 8)} (${why}) and the working tree`;
  console.log(bold(`Comparing ${sides}.`));
  const before = await timed('Storybook before', () => buildBase(commit));
  const after = before.ok && (await timed('Storybook after', buildHead));
  if (!after.ok) throw new Error('Storybook could not be built; the reason stands above.');
  return sides;
}

function printResult({ findings, smoothed }, { runs }, { byGroup, inWords, pictures }) {
  for (const [group, found] of byGroup(findings)) console.log(`  ${group}: ${inWords(found)}`);
  for (const { kind, story, look, problem } of findings) {
    if (kind === 'broke') console.log(red(`  ${[story.id, look].join(' ').trim()}: ${problem}`));
  }
  const unsteady = findings.filter(({ seen }) => seen < runs).length;
  if (unsteady > 0) console.log(yellow(`Not in all runs: ${pictures(unsteady)}.`));
  if (smoothed > 0) console.log(`In antialiasing alone: ${pictures(smoothed)}, not shown.`);
  console.log(`\n${bold(`In all, ${inWords(findings)}.`)} ${shown(inFolder(INDEX))}`);
}

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (!(await ensureInstalled())) throw new Error('The packages could not be installed.');
  const sides = await build(options.base);
  const { compareStorybooks } = await import('./visual/runs.js');
  const findingsModule = await import('./visual/findings.js');
  const album = await compareStorybooks(options);
  album.write({ sides, runs: options.runs });
  printResult(album, options, findingsModule);
  return findingsModule.exitCodeOf(album.findings);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(red(error.message));
  // Not 1, which says that something differs.
  process.exitCode = 2;
}

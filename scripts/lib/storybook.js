/** The built Storybook, made again only when stories or sources changed. */

import { existsSync } from 'node:fs';

import { fromRoot } from './paths.js';
import { runNode, tool } from './run.js';
import { hashOf, isFresh, markFresh } from './stamps.js';

const INPUTS = [
  '.storybook',
  'stories',
  'docs',
  'demo/content',
  'package-lock.json',
  // What the page "State of things" is counted by and from.
  'scripts/state.js',
  'scripts/check-size.js',
  'packages/receiver/src/locales',
  ...['tokens', 'contracts', 'core', 'widgets', 'embed'].map((name) => `packages/${name}`),
];
const OUTPUTS = ['storybook-static/index.html'];

/** The lines of a build that warn, without the colors of the terminal. Storybook marks them with a triangle. */
function warningsIn(output) {
  const lines = output.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n');
  return lines.filter((line) => /^▲|^│?\s*(WARN|warning)\b/i.test(line));
}

/** With `strict` a warning is a fault: for tests. What was built with a warning is built again. */
export async function buildStorybook({ strict = false } = {}) {
  if (!existsSync(fromRoot('.storybook'))) return { ok: false, output: '.storybook is not there.' };
  if (isFresh('storybook', INPUTS, OUTPUTS)) return { ok: true, note: 'nothing to do' };
  const hash = hashOf(INPUTS);
  const result = await runNode(
    tool('storybook', 'dist', 'bin', 'dispatcher.js'),
    ['build', '--quiet', '--output-dir', 'storybook-static'],
    { quiet: true, env: { STORYBOOK_DISABLE_TELEMETRY: '1', CI: '1' } },
  );
  const warnings = warningsIn(result.output);
  if (result.ok && warnings.length === 0) markFresh('storybook', hash);
  if (!result.ok || warnings.length === 0 || !strict) return result;
  return { ok: false, output: `Storybook warns:\n${result.output}` };
}

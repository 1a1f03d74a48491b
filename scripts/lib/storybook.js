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
  ...['tokens', 'contracts', 'core', 'widgets', 'embed'].map((name) => `packages/${name}`),
];
const OUTPUTS = ['storybook-static/index.html'];

export async function buildStorybook() {
  if (!existsSync(fromRoot('.storybook'))) return { ok: false, output: '.storybook is not there.' };
  if (isFresh('storybook', INPUTS, OUTPUTS)) return { ok: true, note: 'nothing to do' };
  const hash = hashOf(INPUTS);
  const result = await runNode(
    tool('storybook', 'dist', 'bin', 'dispatcher.js'),
    ['build', '--quiet', '--output-dir', 'storybook-static'],
    { quiet: true, env: { STORYBOOK_DISABLE_TELEMETRY: '1', CI: '1' } },
  );
  if (result.ok) markFresh('storybook', hash);
  return result;
}

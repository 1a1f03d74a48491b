/** From token files to what is published: a theme's tokens in each scheme, checked. */
import { readdirSync } from 'node:fs';

import { contrastProblems } from './contrast.js';
import { moreContrast } from './more-contrast.js';
import { nearest } from './nearest.js';
import { readTokens, TokenError } from './read.js';

/** The theme that every other one is laid over. */
export const BASE = 'neutral';

const FILE = /^([a-z][a-z0-9-]*)\.tokens\.json$/;

/** The themes that have files here, the base first. A theme is its files: there is no list to keep. */
export function themesIn(folder) {
  const names = readdirSync(folder).flatMap((file) => FILE.exec(file)?.[1] ?? []);
  return [BASE, ...names.filter((name) => name !== BASE).sort()];
}

export const THEMES = themesIn(new URL('./', import.meta.url));

/** Refuses a theme that is too faint, with every fault at once. */
function assertContrast(theme, scheme, tokens) {
  const colorOf = (name) => tokens.get(`color-${name}`)?.css;
  const problems = contrastProblems(theme, scheme, colorOf, nearest);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** A theme may change values, never add names: no widget would read them. */
function assertKnownNames(base, layers, tokens) {
  const added = [...tokens.keys()].filter((name) => !base.has(name));
  if (added.length === 0) return;
  const file = layers.map((layer) => layer.file).join(', ');
  throw new TokenError({ file, path: added.join(', ') }, 'is not a token of the neutral theme');
}

/**
 * Resolves a theme in both schemes over the neutral one, and checks both.
 *
 * @param {(name: string) => { file: string, text: string }} read - Gives the file of `espoo`, `espoo.dark`, …
 * @returns {Promise<Record<'light' | 'dark', { tokens: Map<string, object>, more: Map<string, string> }>>} The tokens of
 *   each scheme, and the colors that differ where more contrast is asked for.
 */
export async function buildTheme(theme, read) {
  const own = theme === BASE ? [] : [read(theme)];
  const ownDark = theme === BASE ? [] : [read(`${theme}.dark`)];
  const base = read(BASE);
  const layers = {
    light: [base, ...own],
    dark: [base, ...own, read(`${BASE}.dark`), ...ownDark],
  };
  const known = await readTokens([base]);
  const schemes = {};
  for (const [scheme, files] of Object.entries(layers)) {
    const tokens = await readTokens(files);
    assertKnownNames(known, files, tokens);
    assertContrast(theme, scheme, tokens);
    const more = moreContrast(`${theme}, ${scheme}`, (name) => tokens.get(`color-${name}`).css);
    schemes[scheme] = { tokens, more };
  }
  return schemes;
}

/** From token files to what is published: a style sheet per theme, and the neutral values as a module. */
import { contrastProblems } from './contrast.js';
import { resolveTokens, TokenError } from './resolve.js';

export const THEMES = ['neutral', 'espoo', 'keusote'];

const PREFIX = '--puntari-';

/** Refuses a theme that is too faint, with every fault at once. */
function assertContrast(theme, scheme, tokens) {
  const problems = contrastProblems(theme, scheme, (name) => tokens.get(`color-${name}`)?.css);
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
 * @param {(name: string) => { file: string, content: object }} read - Gives the file of `espoo`, `espoo.dark`, …
 */
export function buildTheme(theme, read) {
  const own = theme === 'neutral' ? [] : [read(theme)];
  const ownDark = theme === 'neutral' ? [] : [read(`${theme}.dark`)];
  const neutral = read('neutral');
  const layers = {
    light: [neutral, ...own],
    dark: [neutral, ...own, read('neutral.dark'), ...ownDark],
  };
  const base = resolveTokens([neutral]);
  const schemes = {};
  for (const [scheme, files] of Object.entries(layers)) {
    const tokens = resolveTokens(files);
    assertKnownNames(base, files, tokens);
    assertContrast(theme, scheme, tokens);
    schemes[scheme] = tokens;
  }
  return schemes;
}

const block = (selector, lines, indent = '') =>
  [`${indent}${selector} {`, ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n');

const declarations = (tokens, isWanted) =>
  [...tokens]
    .filter(([, token]) => !token.setByPage && isWanted(token))
    .map(([name, token]) => `${PREFIX}${name}: ${token.css};`);

const colors = (tokens, scheme) => [
  `${PREFIX}color-scheme: ${scheme};`,
  ...declarations(tokens, (token) => token.isColor),
];

/** The style sheet of a theme. Dark is the choice of the page, never of the device alone. */
export function themeCss(theme, { light, dark }) {
  return [
    `/* Puntari, theme "${theme}". Built from packages/tokens/src; do not edit. */`,
    block(
      ':root',
      declarations(light, (token) => !token.isColor),
    ),
    // "auto" stands here too, so that inside a dark part it is light on a light device.
    block(
      ':root,\n[data-puntari-scheme="light"],\n[data-puntari-scheme="auto"]',
      colors(light, 'light'),
    ),
    block('[data-puntari-scheme="dark"]', colors(dark, 'dark')),
    `@media (prefers-color-scheme: dark) {\n${block('[data-puntari-scheme="auto"]', colors(dark, 'dark'), '  ')}\n}`,
    '',
  ].join('\n');
}

/** The module of fallbacks and its types: every token name to its neutral, light value. */
export function defaultsModule(light) {
  const entries = [['color-scheme', 'light'], ...[...light].map(([name, { css }]) => [name, css])];
  const note = '// Built from packages/tokens/src; do not edit.\n';
  const values = entries.map(([name, css]) => `  '${name}': ${JSON.stringify(css)},\n`).join('');
  const names = entries.map(([name]) => `\n  | '${name}'`).join('');
  return {
    js: `${note}export const defaults = Object.freeze({\n${values}});\n`,
    types:
      `${note}/** The name of a token, without \`${PREFIX}\`. */\nexport type TokenName =${names};\n\n` +
      `/** The neutral, light value of every token: the fallback where a token is used. */\n` +
      `export declare const defaults: Readonly<Record<TokenName, string>>;\n`,
  };
}

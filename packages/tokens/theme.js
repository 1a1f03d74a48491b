/**
 * Makes a theme from a small JSON of brand colors: `npm run theme -- brand.json`. It writes two token files here, which
 * the next build publishes. A pair that cannot be read is refused, with the color nearest to it that can.
 *
 *     {
 *       "name": "kunta",
 *       "colors": { "action": "#7a1f5c", "accent": "#f2c14e" },
 *       "dark": {},
 *       "fontFamily": ["Noto Sans", "sans-serif"]
 *     }
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { themeFiles } from './src/brand.js';
import { BASE, buildTheme } from './src/themes.js';

/** The tokens that words of a brand's colors may stand on. */
const GROUND = /^color-((error|success|warning|info)-)?surface$|^color-background$/;

const SOURCE = new URL('./src/', import.meta.url);
const USAGE = 'npm run theme -- brand.json';

async function readBrand(path) {
  if (path === undefined) throw new Error(`Which brand? ${USAGE}`);
  // npm runs scripts in the root; paths are meant from where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const text = await readFile(pathToFileURL(resolve(from, path)), 'utf8');
  return JSON.parse(text);
}

/** The grounds of the base theme, by name. */
async function groundsOf() {
  const schemes = await buildTheme(BASE, await layersWith());
  return Object.fromEntries(
    Object.entries(schemes).map(([scheme, { tokens }]) => [
      scheme,
      Object.fromEntries(
        [...tokens]
          .filter(([name]) => GROUND.test(name))
          .map(([name, { css }]) => [name.replace('color-', ''), css]),
      ),
    ]),
  );
}

async function layersWith(name = 'none', { light = '{}', dark = '{}' } = {}) {
  const base = await readFile(new URL(`${BASE}.tokens.json`, SOURCE), 'utf8');
  const baseDark = await readFile(new URL(`${BASE}.dark.tokens.json`, SOURCE), 'utf8');
  const texts = { [BASE]: base, [`${BASE}.dark`]: baseDark, [name]: light, [`${name}.dark`]: dark };
  return (layer) => ({ file: `${layer}.tokens.json`, text: texts[layer] });
}

async function main(path) {
  const brand = await readBrand(path);
  const files = themeFiles(brand, await groundsOf());
  const { name } = brand;
  if (name === BASE) throw new Error(`name: "${BASE}" is the theme that all others stand on`);
  // Built before it is written: what is refused leaves nothing behind.
  await buildTheme(name, await layersWith(name, files));
  await writeFile(new URL(`${name}.tokens.json`, SOURCE), files.light);
  await writeFile(new URL(`${name}.dark.tokens.json`, SOURCE), files.dark);
  console.log(
    `The theme "${name}" stands in packages/tokens/src/${name}.tokens.json and ${name}.dark.tokens.json.\n` +
      'npm run build publishes it.',
  );
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(`No theme was made:\n${error.message}`);
  process.exitCode = 1;
}

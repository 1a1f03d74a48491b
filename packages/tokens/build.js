/** Builds the theme files and the fallbacks: `node packages/tokens/build.js`. Fails on a mistake or a faint color. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { buildTheme, defaultsModule, themeCss, THEMES } from './src/themes.js';

const SOURCE = new URL('./src/', import.meta.url);
const TARGET = new URL('./dist/', import.meta.url);

async function readLayer(name) {
  const file = `packages/tokens/src/${name}.tokens.json`;
  const text = await readFile(new URL(`${name}.tokens.json`, SOURCE), 'utf8');
  try {
    return { file, content: JSON.parse(text) };
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

async function build() {
  const layers = new Map();
  for (const name of THEMES.flatMap((theme) => [theme, `${theme}.dark`])) {
    layers.set(name, await readLayer(name));
  }
  const files = new Map();
  for (const theme of THEMES) {
    const schemes = buildTheme(theme, (name) => layers.get(name));
    files.set(`${theme}.css`, themeCss(theme, schemes));
    if (theme !== 'neutral') continue;
    const { js, types } = defaultsModule(schemes.light);
    files.set('defaults.js', js).set('defaults.d.ts', types);
  }
  // Written only when all of it is right: no half a theme.
  await mkdir(TARGET, { recursive: true });
  for (const [name, text] of files) await writeFile(new URL(name, TARGET), text);
}

try {
  await build();
} catch (error) {
  console.error(`Tokens were not built:\n${error.message}`);
  process.exitCode = 1;
}

/** Builds what is published of the tokens: `node packages/tokens/build.js`. Fails on a mistake or a faint color. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';

import { defaultsModule, designFile, moreCss, themeCss, themesModule } from './src/css.js';
import { BASE, buildTheme, THEMES } from './src/themes.js';

const SOURCE = new URL('./src/', import.meta.url);
const TARGET = new URL('./dist/', import.meta.url);

async function readLayer(name) {
  const file = `packages/tokens/src/${name}.tokens.json`;
  const text = await readFile(new URL(`${name}.tokens.json`, SOURCE), 'utf8');
  try {
    JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
  return { file, text };
}

async function build() {
  const layers = new Map();
  for (const name of THEMES.flatMap((theme) => [theme, `${theme}.dark`])) {
    layers.set(name, await readLayer(name));
  }
  const files = new Map();
  const themes = {};
  for (const theme of THEMES) {
    const schemes = await buildTheme(theme, (name) => layers.get(name));
    themes[theme] = schemes;
    files.set(`${theme}.css`, themeCss(theme, schemes));
    files.set(`${theme}.more.css`, moreCss(theme, schemes));
    for (const [scheme, values] of Object.entries(schemes)) {
      files.set(`design/${theme}.${scheme}.tokens.json`, designFile(theme, scheme, values));
    }
  }
  const { js, types } = defaultsModule(themes[BASE].light);
  files.set('defaults.js', js).set('defaults.d.ts', types);
  const all = themesModule(themes);
  files.set('themes.js', all.js).set('themes.d.ts', all.types);
  // Written only when all of it is right: no half a theme, and none of one that is gone.
  await rm(TARGET, { recursive: true, force: true });
  await mkdir(new URL('design/', TARGET), { recursive: true });
  for (const [name, text] of files) await writeFile(new URL(name, TARGET), text);
}

try {
  await build();
} catch (error) {
  console.error(`Tokens were not built:\n${error.message}`);
  process.exitCode = 1;
}

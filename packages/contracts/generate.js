/**
 * Writes the JSON Schemas and the OpenAPI document: `node packages/contracts/generate.js` after `npx tsc -b`.
 * With `--check` it writes nothing, and fails when a file does not say what the sources say.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

import { openApi } from './generate/openapi.js';
import { schemaFiles } from './generate/schemas.js';

const TARGET = new URL('./schema/', import.meta.url);
const SHOWN = 'packages/contracts/schema/';
const COMMAND = 'node packages/contracts/generate.js';

/** Every file by name, with its text. */
function generate() {
  const files = [...schemaFiles(), { file: 'openapi.json', content: openApi() }];
  return new Map(files.map(({ file, content }) => [file, `${JSON.stringify(content, null, 2)}\n`]));
}

async function present() {
  const names = await readdir(TARGET).catch(() => []);
  const texts = names.map(async (name) => [name, await readFile(new URL(name, TARGET), 'utf8')]);
  return new Map(await Promise.all(texts));
}

async function write(files) {
  await mkdir(TARGET, { recursive: true });
  for (const name of (await present()).keys()) {
    if (!files.has(name)) await rm(new URL(name, TARGET));
  }
  for (const [name, text] of files) await writeFile(new URL(name, TARGET), text);
}

/** What is not as it would be written, one line each. */
async function differences(files) {
  const there = await present();
  const lines = [];
  for (const [name, text] of files) {
    if (!there.has(name)) lines.push(`${SHOWN}${name} is missing`);
    else if (there.get(name) !== text) lines.push(`${SHOWN}${name} is out of date`);
  }
  for (const name of there.keys()) {
    if (!files.has(name)) lines.push(`${SHOWN}${name} is no longer made`);
  }
  return lines;
}

const files = generate();
if (process.argv.includes('--check')) {
  const lines = await differences(files);
  if (lines.length > 0) {
    console.error(`${lines.join('\n')}\nRun: npx tsc -b packages/contracts && ${COMMAND}`);
    process.exitCode = 1;
  }
} else {
  await write(files);
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { createInstance as createWhole } from 'i18next';
import { rollup } from 'rollup';

import { LOGGING, TAKEN_OUT, trimI18next } from '../build/trim-i18next.js';

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url));
const COUNTS = [0, 1, 2, 5, 21];

const sourceFiles = (pattern) =>
  ['core', 'widgets'].flatMap((name) =>
    readdirSync(join(PACKAGES, name, 'src'), { recursive: true })
      .filter((file) => pattern.test(file))
      .map((file) => join(PACKAGES, name, 'src', file)),
  );

const keysOf = (words, prefix = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : keysOf(value, `${prefix}${key}.`),
  );

/** Set up as core sets it up. */
function translate(createInstance, language, words) {
  const instance = createInstance();
  instance.init({
    initAsync: false,
    lng: 'fi',
    fallbackLng: () => [language, 'fi'],
    ns: [],
    partialBundledLanguages: true,
    resources: {},
    interpolation: { escapeValue: false },
  });
  instance.addResourceBundle(language, 'words', words);
  instance.addResource(language, 'words', 'reworded', 'Toinen {{count}}');
  const t = instance.getFixedT(language, ['words', 'core']);
  return [...keysOf(words), ['reworded', '{{count}}'], ['missing', '']].flatMap(([key, text]) => {
    const names = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => [name, `<${name} & $1>`]);
    const values = Object.fromEntries(names);
    const plural = key.replace(/_(zero|one|two|few|many|other)$/, '');
    return [
      t(key),
      t(key, values),
      t([`${key}.none`, key], values),
      instance.exists(key, { lng: language, ns: ['words'] }),
      ...COUNTS.map((count) => t(plural, { ...values, count })),
    ];
  });
}

describe('i18next without the parts we do not use', () => {
  let createTrimmed;
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'puntari-trim-'));
    const bundle = await rollup({
      input: fileURLToPath(import.meta.resolve('i18next')),
      plugins: [nodeResolve(), trimI18next()],
    });
    const file = join(folder, 'i18next.mjs');
    await bundle.write({
      file,
      plugins: [terser({ module: true, compress: { passes: 2, pure_funcs: LOGGING } })],
    });
    await bundle.close();
    ({ createInstance: createTrimmed } = await import(pathToFileURL(file).href));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const file of sourceFiles(/locales\/.*\.json$/)) {
    it(`says the same as the whole of it: ${file.slice(PACKAGES.length)}`, () => {
      const words = JSON.parse(readFileSync(file, 'utf8'));
      const language = /([\w-]+)\.json$/.exec(file)[1];
      assert.deepEqual(
        translate(createTrimmed, language, words),
        translate(createWhole, language, words),
      );
    });

    it(`is asked for nothing that was taken out: ${file.slice(PACKAGES.length)}`, () => {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /\$t\(|{{[^}]*,/);
    });
  }

  it('is used by one module, which uses nothing that was taken out', () => {
    const users = sourceFiles(/(?<!\.test)\.ts$/).filter((file) =>
      /from 'i18next'/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(
      users.map((file) => file.slice(PACKAGES.length)),
      ['core/src/locale/words.ts'],
    );
    assert.doesNotMatch(readFileSync(users[0], 'utf8'), TAKEN_OUT);
  });
});

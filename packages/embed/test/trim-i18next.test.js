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
import { parseAst } from 'rollup/parseAst';

import { REMOVED, SET_BY_CORE } from '../build/i18next-rules.js';
import { trimI18next } from '../build/trim-i18next.js';

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

/** As core asks: it puts the values in itself. */
const asking = (t) => (key, values) => t(key, { ...values, skipInterpolation: true });

/** Set up as core sets it up. */
function instanceOf(createInstance, chainOf) {
  const instance = createInstance();
  instance.init({
    initAsync: false,
    lng: 'fi',
    fallbackLng: chainOf,
    ns: [],
    nsSeparator: false,
    ignoreJSONStructure: false,
    resources: {},
  });
  return instance;
}

/** All that is said in a language with the words of one file. */
function sayAll(createInstance, language, words) {
  const instance = instanceOf(createInstance, () => [language, 'fi']);
  instance.addResourceBundle(language, 'words', words);
  instance.addResource(language, 'words', 'reworded', 'Toinen {{count}}');
  const t = asking(instance.getFixedT(language, ['words', 'core']));
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

const LANGUAGES = [
  'fi',
  'fi-simple',
  'sv',
  'sv-FI',
  'en-x-own',
  'zh-Hant-TW',
  'de_DE',
  'x',
  'fi-!!',
];
/** Between them they have every plural there is. */
const PLURALS = ['ar', 'cs', 'cy', 'ga', 'he', 'ja', 'lt', 'mt', 'pl', 'ro', 'sl', 'sv-FI', 'und'];
const ANY_COUNT = [...COUNTS, -1, 3, 11, 100, 1.5, 1e6, '1', '3', null, undefined, Number.NaN];
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const KEYS = [
  'text',
  'one.two',
  'one',
  'list',
  'empty',
  'number',
  'missing',
  'missing.deep',
  'text.beyond',
  'words:text',
  'text.',
  '',
  'constructor',
  '__proto__',
  'one.toString',
  ['missing', 'one.two'],
  ['missing', 'other'],
  ['one.none', 'empty', 'text'],
];
const WORDS = {
  text: 'Teksti',
  one: { two: 'Kaksi {{a}}' },
  list: ['a', 'b'],
  empty: '',
  number: 5,
  odd: '{{a}} {{-a}} {{a.b}} $t(text) {{}} {{a} }} {{lng}} {{count}}',
};
const VALUES = [undefined, {}, { a: 'x' }, { a: 'x', count: 2 }];

/** Every text by every way that core has of asking, and after a rewording. */
function* askAll(createInstance) {
  const chainOf = (code) => [...new Set([code, code.split('-')[0], 'fi'])];
  const instance = instanceOf(createInstance, chainOf);
  instance.addResourceBundle('fi', 'words', WORDS);
  instance.addResourceBundle('sv', 'words', { text: 'Text', onlySwedish: 'Ja {{a}}' });
  instance.addResourceBundle('zh-Hant', 'words', { text: '文' });
  instance.addResourceBundle('fi', 'core', { other: 'Muu', text: 'Muu teksti' });
  const plurals = CATEGORIES.map((category) => [`all_${category}`, `${category} {{count}}`]);
  for (const code of PLURALS) {
    instance.addResourceBundle(code, 'words', Object.fromEntries(plurals));
    instance.addResource(code, 'words', 'some_other', `${code} {{count}}`);
    instance.addResource(code, 'words', 'some_zero', 'none');
    instance.addResource(code, 'words', 'bare', 'bare {{count}}');
  }
  instance.addResourceBundle('fi', 'words@page', instance.getResourceBundle('fi', 'words'));
  instance.addResource('fi', 'words@page', 'one.two', 'Toinen {{a}}');
  instance.addResource('fi', 'words@page', 'one.new.deep', 'Uusi');
  instance.addResource('fi', 'words@page', 'text.beyond', 'Alla');
  for (const [name, lng] of [...LANGUAGES, ...PLURALS].entries()) {
    const ns = [name % 2 ? 'words' : 'words@page', 'core', 'none'];
    const t = asking(instance.getFixedT(lng, ns));
    for (const key of [...KEYS, ...Object.keys(WORDS), 'onlySwedish', 'one.new.deep']) {
      for (const values of VALUES) yield [[lng, key, values], t(key, values)];
      if (typeof key === 'string') yield [[lng, key, 'exists'], instance.exists(key, { lng, ns })];
    }
    for (const key of ['all', 'some', 'bare', ['missing', 'all'], 'missing']) {
      for (const count of ANY_COUNT) yield [[lng, key, count], t(key, { count })];
    }
    for (const namespace of [...ns, 'core'])
      yield [[lng, namespace], instance.hasResourceBundle(lng, namespace)];
  }
  yield [['fi'], instance.getResourceBundle('fi', 'words')];
  yield [['fi', 'reworded'], instance.getResourceBundle('fi', 'words@page')];
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
      plugins: [terser({ module: true, compress: { passes: 2 } })],
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
        sayAll(createTrimmed, language, words),
        sayAll(createWhole, language, words),
      );
    });

    it(`is asked for nothing that was taken out: ${file.slice(PACKAGES.length)}`, () => {
      const text = readFileSync(file, 'utf8');
      assert.doesNotMatch(text, /\$t\(/);
      for (const [placeholder] of text.matchAll(/{{.*?}}/g)) assert.match(placeholder, /^{{\w+}}$/);
      for (const [key] of keysOf(JSON.parse(text))) assert.match(key, /^[\w-]+(\.[\w-]+)*$/);
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
    const text = readFileSync(users[0], 'utf8');
    const called = [...text.matchAll(/instance\.(\w+)\(/g)].map(([, method]) => method);
    assert.deepEqual(
      called.filter((method) => REMOVED.I18n.includes(method)),
      [],
    );
    const [, settings] = /instance\.init\({\n(.*?)\n}\)/s.exec(text);
    const set = [...settings.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    assert.deepEqual(set.sort(), [...SET_BY_CORE].sort());
  });

  it('says the same in every language, for any key, count and value', () => {
    const whole = [...askAll(createWhole)];
    const trimmed = [...askAll(createTrimmed)];
    assert.equal(trimmed.length, whole.length);
    for (const [index, [question, answer]] of whole.entries())
      assert.deepEqual(trimmed[index], [question, answer], JSON.stringify(question));
  });

  for (const [change, from, to] of [
    ['a method that is removed has another name', 'deprecateBareCode(code, formatted) {', 'x() {'],
    ['a method that is rewritten has another body', 'const storeApi =', 'const apiOfStore ='],
    ['a value that is known is asked for in another way', 'opt.joinArrays', 'opt.join'],
    ['a statement that is dropped begins in another way', 'this.checkedLoadedFor', 'this.checked'],
  ]) {
    it(`fails the build when ${change}`, () => {
      const id = fileURLToPath(import.meta.resolve('i18next'));
      const code = readFileSync(id, 'utf8');
      assert.ok(code.includes(from));
      assert.throws(
        () => trimI18next().transform.call({ parse: parseAst }, code.replaceAll(from, to), id),
        /^Error: i18next /,
      );
    });
  }
});

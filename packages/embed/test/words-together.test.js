import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { rollup } from 'rollup';

import { wordsTogether } from '../build/words-together.js';

const registering = (namespace, path) =>
  `registerWords('${namespace}', { fi: () => import('${path}/fi.json') });`;

const FILES = {
  'core/dist/words.js': `import { registerWords } from './register.js';\n${registering('core', './locales/core')}\n`,
  'core/dist/register.js':
    'export const registerWords = (...all) => globalThis.registered.push(all);',
  'core/dist/locales/core/fi.json': '{ "_notes": ["luonnos"], "retry": "Yritä uudelleen" }',
  'core/dist/locales/core/ar.json': '{ "retry": "حاول مجددا" }',
  'widgets/dist/card/locales/fi.json': '{ "title": "Aihe" }',
  'widgets/dist/card/locales/sv.json': '{ "title": "Ämne" }',
  'widgets/dist/card/locales/card-later/fi.json': '{ "later": "Myöhemmin" }',
  'widgets/dist/card/card.js': `import { registerWords } from '../../../core/dist/register.js';
    import '../../../core/dist/words.js';
    ${registering('card', './locales')}
    ${registering('card-later', './locales/card-later')}
    globalThis.registered.push(['the widget runs']);`,
  'embed/dist/card.js': `import '../../widgets/dist/card/card.js';`,
  'embed/dist/together.js': `export const registerTogether = (names, files) =>
      globalThis.registered.push([names, Object.keys(files), files.fi]);`,
};

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntari-words-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

after(() => {
  rmSync(folder, { recursive: true });
});

/** Builds the files as they are, with some of them written otherwise, and runs what came out. */
async function built(more = {}) {
  const entry = join(folder, 'embed/dist/card.js');
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'files',
        resolveId: (id) => (id.startsWith(folder) ? id : null),
        load: (id) => more[id.slice(folder.length + 1)] ?? null,
      },
      wordsTogether({
        folders: ['core/dist', 'widgets/dist'].map((path) => join(folder, path)),
        namespaces: { card: ['card', 'core'] },
        entry: (id) => (id === entry ? 'card' : undefined),
        registerTogether: join(folder, 'embed/dist/together.js'),
      }),
      { name: 'json', transform: (code, id) => id.endsWith('.json') && `export default ${code}` },
    ],
  });
  const out = mkdtempSync(join(folder, 'out-'));
  await bundle.write({ dir: out, entryFileNames: '[name].js' });
  globalThis.registered = [];
  await import(join(out, 'card.js'));
  const { registered } = globalThis;
  delete globalThis.registered;
  return registered;
}

describe('the words that a widget starts with', () => {
  it('are registered together before the widget runs, in the languages that it speaks', async () => {
    const registered = await built();
    const [[names, languages], [later], [widget]] = registered;
    assert.deepEqual(names, ['card', 'core']);
    assert.deepEqual(languages, ['fi', 'sv']);
    assert.equal(later, 'card-later', 'what comes later is registered as it was');
    assert.equal(widget, 'the widget runs');
    assert.equal(registered.length, 3, 'and nothing is registered twice');
  });

  it('come in one file, without the notes of who writes them', async () => {
    const registered = await built();
    const { default: words } = await registered[0][2]();
    assert.deepEqual(words, { card: { title: 'Aihe' }, core: { retry: 'Yritä uudelleen' } });
  });

  it('stop the build where nobody knows from which file they come', async () => {
    const code = `import { registerWords } from '../../../core/dist/register.js';
      registerWords('card', { fi: load });`;
    await assert.rejects(built({ 'widgets/dist/card/card.js': code }), /card\.js/);
  });
});

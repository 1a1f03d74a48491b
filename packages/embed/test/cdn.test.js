/** What `npm run build` put into dist/cdn, as a page would find it. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { Linter } from 'eslint';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const CDN = join(PACKAGE, 'dist', 'cdn');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
const FOLDER = join(CDN, version);

const WIDGETS = [
  'feedback-block',
  'panel-composition',
  'participation-level',
  'process-timeline',
  'statement-viewer',
  'topic-card',
  'topic-form',
  'topic-list',
  'volunteer-form',
];
const LANGUAGES = ['en', 'fi', 'sv'];
/** Languages that not every widget speaks. */
const MORE_LANGUAGES = {
  'topic-form': ['ar', 'fi-simple'],
  'volunteer-form': ['ar', 'fi-simple'],
};
const languagesOf = (name) => [...LANGUAGES, ...(MORE_LANGUAGES[name] ?? [])].sort();
const THEMES = ['espoo', 'keusote', 'neutral'];

const read = (file) => readFileSync(join(FOLDER, file), 'utf8');
const readJson = (file) => JSON.parse(read(file));

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const scripts = files.filter((file) => file.endsWith('.js'));

const STATIC_IMPORT = /\b(?:import|from)\s*"([^"]+)"/g;
const DYNAMIC_IMPORT = /\bimport\("([^"]+)"\)/g;
const importsOf = (file, pattern) =>
  [...read(file).matchAll(pattern)].map(([, target]) => ({
    target,
    file: posix.join(dirname(file), target),
  }));

/** A script and everything it imports before it runs. */
function withImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { file: imported } of importsOf(file, STATIC_IMPORT)) withImports(imported, found);
  return found;
}

/** Names, not addresses: the sanitizer tells elements apart by them. */
/** Names that nobody is asked for. */
const NAMESPACE =
  /http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|1999\/xhtml|2000\/svg)|https:\/\/schema\.org/g;

describe('the files of the CDN', () => {
  it('are the loader, the widgets, their sheets and the themes', () => {
    const expected = [
      'puntari.js',
      ...WIDGETS.flatMap((name) => [`widgets/${name}.css`, `widgets/${name}.js`]),
      'widgets/form-page.css',
      ...THEMES.flatMap((name) => [`themes/${name}.css`, `themes/${name}.more.css`]),
      'integrity.json',
      'licenses.txt',
      'preload.json',
      'primitives.css',
    ];
    const stable = files.filter((file) => !/^(chunks|locales)\//.test(file));
    assert.deepEqual(stable, expected.sort());
  });

  it('carry a hash in their name wherever the name is not fixed', () => {
    for (const file of files.filter((name) => /^(chunks|locales)\//.test(name))) {
      assert.match(file, /^(chunks|locales)\/([\w.-]+-[\w-]{5,6}|[\w-]{6})\.js$/);
    }
  });

  it('stand in the folder of the version, with its short names beside it', () => {
    const aliases = JSON.parse(readFileSync(join(CDN, 'aliases.json'), 'utf8'));
    const [major, minor] = version.split('.');
    assert.deepEqual(aliases, { [major]: version, [`${major}.${minor}`]: version });
  });

  it('match their hashes, and none is left out', () => {
    const integrity = readJson('integrity.json');
    assert.deepEqual(
      Object.keys(integrity).sort(),
      files.filter((file) => file !== 'integrity.json'),
    );
    for (const [file, expected] of Object.entries(integrity)) {
      const hash = createHash('sha384')
        .update(readFileSync(join(FOLDER, file)))
        .digest('base64');
      assert.equal(expected, `sha384-${hash}`, file);
    }
  });

  it('name no other server and no place on the machine that built them', () => {
    for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
      const text = read(file).replaceAll(NAMESPACE, '');
      assert.doesNotMatch(text, /https?:\/\/|file:\/|node_modules|sourceMappingURL/, file);
      assert.ok(!read(file).includes(PACKAGE), file);
    }
  });

  it('come with the licenses of what is in them', () => {
    for (const name of [
      'lit-html',
      'lit-element',
      'i18next',
      'valibot',
      'dompurify',
      '@lit-labs/ssr-client',
    ]) {
      assert.match(read('licenses.txt'), new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

describe('the scripts of the CDN', () => {
  it('are modules that the oldest browsers we serve can read', () => {
    const linter = new Linter();
    for (const file of scripts) {
      const problems = linter.verify(read(file), {
        languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
      });
      const fatal = problems.filter((problem) => problem.fatal).map(({ message }) => message);
      assert.deepEqual(fatal, [], file);
    }
  });

  it('tell Chrome of those that run at once nearly whole, before anything else in the file', () => {
    const HINT = /^\/\/# allFunctionsCalledOnLoad\n/;
    const told = scripts.filter((file) => HINT.test(read(file)));
    const [core] = importsOf('widgets/topic-list.js', STATIC_IMPORT);
    assert.deepEqual(told, [core.file, 'widgets/statement-viewer.js', 'widgets/topic-list.js']);
  });

  it('make no code from text', () => {
    for (const file of scripts) {
      assert.doesNotMatch(read(file), /\beval\(|\bnew Function\b|document\.write/, file);
    }
  });

  it('make HTML from text only inside Lit and the sanitizer, each under its Trusted Types policy', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createPolicy/;
    const policies = scripts
      .filter((file) => sinks.test(read(file)))
      .map((file) => /createPolicy\("([\w-]+)"/.exec(read(file))?.[1] ?? file);
    assert.deepEqual(policies.sort(), ['lit-html', 'puntari']);
  });

  it('load the sanitizer for no widget at its start', () => {
    for (const name of WIDGETS) {
      const started = [...withImports(`widgets/${name}.js`)];
      assert.ok(!started.some((file) => file.includes('markup')), name);
    }
  });

  it('import each other by relative addresses that exist', () => {
    const imported = scripts.flatMap((file) => [
      ...importsOf(file, STATIC_IMPORT),
      ...importsOf(file, DYNAMIC_IMPORT),
    ]);
    assert.ok(imported.length > scripts.length);
    for (const { target, file } of imported) {
      assert.match(target, /^\.\.?\//);
      assert.ok(files.includes(file), `${target} is not there`);
    }
  });

  it('are all in use', () => {
    const reached = new Set(['puntari.js', ...WIDGETS.map((name) => `widgets/${name}.js`)]);
    for (const file of reached) {
      for (const pattern of [STATIC_IMPORT, DYNAMIC_IMPORT])
        for (const { file: imported } of importsOf(file, pattern)) reached.add(imported);
    }
    assert.deepEqual([...reached].sort(), scripts);
  });

  it('hand the support for server-sent roots to the Lit of the widgets', () => {
    const [support] = importsOf('puntari.js', DYNAMIC_IMPORT).map(({ file }) => file);
    const needed = [...withImports(support)].filter((file) => file !== support);
    // Lit would take it by itself, a second time, if it were evaluated later.
    const lit = scripts.filter((file) => read(file).includes('litElementHydrateSupport?.('));
    assert.deepEqual(lit, needed);
    assert.match(read(support), /litElementHydrateSupport\(\{\s*LitElement:/);
  });
});

describe('the loader of the CDN', () => {
  it('fits into 1.5 KB', () => {
    assert.ok(gzipSync(readFileSync(join(FOLDER, 'puntari.js')), { level: 9 }).length <= 1500);
  });

  it('loads nothing before a widget is near', () => {
    assert.deepEqual([...withImports('puntari.js')], ['puntari.js']);
  });

  it('knows the chunks of each widget', () => {
    for (const name of WIDGETS) {
      for (const chunk of withImports(`widgets/${name}.js`)) {
        if (!chunk.startsWith('chunks/')) continue;
        const known = `"${chunk.replace(/\.js$/, '')}"`;
        assert.ok(read('puntari.js').includes(known), `${chunk} of ${name}`);
      }
    }
  });

  it('knows the name of all words', () => {
    const words = files.filter((file) => file.startsWith('locales/'));
    const hashes = new Set(words.map((file) => /-([\w-]{5})\.js$/.exec(file)?.[1]));
    assert.equal(hashes.size, 1);
    assert.ok(read('puntari.js').includes(`"${[...hashes][0]}"`));
  });
});

describe('what a page may preload', () => {
  const preloads = readJson('preload.json');

  it('is told for each widget in each language', () => {
    assert.deepEqual(Object.keys(preloads).sort(), WIDGETS);
    for (const name of WIDGETS)
      assert.deepEqual(Object.keys(preloads[name]).sort(), languagesOf(name));
  });

  it('is the widget, its chunks and its words', () => {
    for (const name of WIDGETS) {
      for (const language of languagesOf(name)) {
        const list = preloads[name][language];
        const first = list.find((file) => file.startsWith(`chunks/${name}.form-`));
        assert.equal(first !== undefined, name === 'feedback-block', 'the form it shows first');
        const started = [`widgets/${name}.js`, ...(first ? [first] : [])].flatMap((file) => [
          ...withImports(file),
        ]);
        assert.deepEqual(
          list.filter((file) => !file.startsWith('locales/')).sort(),
          [...new Set(started)].sort(),
        );
        const words = list.filter((file) => file.startsWith('locales/'));
        assert.ok(
          words.some((file) => file.startsWith(`locales/${name}.${language}-`)),
          name,
        );
        for (const file of words) assert.match(file, new RegExp(`\\.${language}-[\\w-]{5}\\.js$`));
      }
    }
  });
});

describe('the words that a widget starts with', () => {
  const sources = (folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /(^|\/)locales\/.*\.json$/.test(path))
      .map((path) => `${folder}/${path}`);
  const all = [...sources('core/src'), ...sources('widgets/src')];
  /** Namespace and language to the words as they are written, without the notes of those who write them. */
  const written = Object.fromEntries(
    all.map((path) => {
      const [, one, language] = /([\w-]+)\/([\w-]+)\.json$/.exec(path);
      const namespace = one === 'locales' ? posix.basename(path.split('/locales/')[0]) : one;
      const words = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
      return [
        `${namespace}.${language}`,
        Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith('_'))),
      ];
    }),
  );

  for (const name of WIDGETS) {
    it(`stand in one file for each language of ${name}`, async () => {
      const module = await import(`@puntari/widgets/${name}/${name}`);
      const { namespaces } = Object.values(module).find(
        ({ observedAttributes }) => observedAttributes,
      );
      for (const language of languagesOf(name)) {
        const named = new RegExp(`^locales/${name}\\.${language}-[\\w-]{5}\\.js$`);
        const [file, ...more] = files.filter((path) => named.test(path));
        assert.deepEqual(more, []);
        const { default: words } = await import(join(FOLDER, file));
        assert.deepEqual(Object.keys(words), namespaces);
        for (const namespace of namespaces)
          assert.deepEqual(words[namespace], written[`${namespace}.${language}`] ?? {});
      }
    });
  }

  it('stand in no other file', () => {
    const later = files.filter(
      (file) =>
        file.startsWith('locales/') && !WIDGETS.some((name) => file.startsWith(`locales/${name}.`)),
    );
    const namespaces = new Set(later.map((file) => /^locales\/([\w-]+)\./.exec(file)[1]));
    assert.deepEqual([...namespaces].sort(), [
      'feedback-form',
      'feedback-later',
      'statement-tools',
      'topic-later',
    ]);
  });
});

describe('the style sheets of the CDN', () => {
  for (const theme of THEMES) {
    it(`give theme ${theme} its tokens and the looks of the long texts`, () => {
      const css = read(`themes/${theme}.css`);
      assert.match(css, /--puntari-color-text:#/);
      assert.match(css, /\[slot=['"]?document['"]?\]/);
    });

    it(`give theme ${theme} to those who install the package, too`, () => {
      const installed = readFileSync(join(PACKAGE, 'dist', 'themes', `${theme}.css`), 'utf8');
      assert.equal(installed, read(`themes/${theme}.css`));
    });
  }

  for (const name of WIDGETS) {
    it(`have all that a server-sent root of ${name} needs`, () => {
      const css = read(`widgets/${name}.css`);
      assert.match(css, /--_color-text:var\(--puntari-color-text,/);
      assert.match(css, /:focus-visible/);
      assert.doesNotMatch(css, /\/\*|\n./);
    });
  }
});

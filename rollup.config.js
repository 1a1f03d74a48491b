/**
 * The bundles of the CDN, from what TypeScript wrote: `npx tsc -b && npx rollup -c`. Writes
 * packages/embed/dist/cdn/<version>, with everything in it that a page may ask for.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

import { askTogether } from './packages/embed/build/ask-together.js';
import { assets, classOf } from './packages/embed/build/assets.js';
import { chunkNames } from './packages/embed/build/chunk-names.js';
import { compileAtOnce } from './packages/embed/build/compile-at-once.js';
import { legacyProperty } from './packages/embed/build/legacy-property.js';
import { minifyCssTemplates } from './packages/embed/build/minify-css.js';
import { minifyDocuments } from './packages/embed/build/minify-html.js';
import { ownCopies } from './packages/embed/build/own-copies.js';
import { shareHelper } from './packages/embed/build/share-helper.js';
import { trimI18next } from './packages/embed/build/trim-i18next.js';
import { trimLit } from './packages/embed/build/trim-lit.js';
import {
  togetherOf,
  withoutNotes,
  wordsOf,
  wordsTogether,
} from './packages/embed/build/words-together.js';
import { WIDGETS } from './packages/embed/dist/names.js';

const { version } = JSON.parse(
  readFileSync(new URL('packages/embed/package.json', import.meta.url), 'utf8'),
);

/** A warning fails the build. */
function onwarn(warning) {
  throw new Error(`${warning.code ?? 'WARNING'}: ${warning.message}`);
}

/**
 * What is asked for together comes together: a request costs a slowed phone some 20 ms of its only thread, also when the
 * line is good. What only one widget needs, or has a copy of, goes with it.
 */
const CHUNKS = {
  // What every widget starts with. What is forgotten here gets a chunk, and so a request, of its own.
  core: /decorate$|\/(i18next|@lit\/reactive-element|lit-element)\/|\/lit-html\/(lit-html|directive|directive-helpers|is-server|directives\/if-defined)\.js$|\/core\/dist\/(locale\/(?!rewording)[\w-]+|contact|define|document|events|focus|idle|in-one-piece|load-problem|loading|log|record-address|record-source|server-root|status-region|texts|widget|primitives\/(base|button|card|control|ground|links|notice|text))\.js$|\/tokens\/dist\/defaults\.js$|\/contracts\/dist\/(defaults|reach|text|vocabularies-shown)\.js$|\/embed\/dist\/words-together\.js$/,
  // With the fields: a step that somebody comes back to must not wait for them one request longer.
  form: /\/core\/dist\/(asking-widget|submitting-widget|heading|form\/(events|fields|final|field-context|controls|kept-form|count-message|messages|privacy|summary-heading|help)|primitives\/(field|help))\.js$|\/widgets\/dist\/pieces\/moment\.js$/,
  // What the forms of the feedback block have in common; its one-line question does without.
  'feedback-block.form':
    /\/feedback-block\.(full|fields|frame|document)\.js$|\/select\.js\?of=feedback-block$/,
  // What long texts need once they are there.
  'long-text':
    /\/(pieces\/structured-data|core\/dist\/patch-text|lit-html\/directives\/unsafe-html)\.js$/,
  // What only a check of records, and the rules of a form, know of them.
  records:
    /\/valibot\/|\/core\/dist\/record-check\.js$|\/contracts\/dist\/(?!defaults|eligibility|index|panel-state|reach|small-counts|text\.|vocabularies)/,
};

/** Of words, one file for each language: those that a widget starts with, and each namespace that comes later. */
function chunkOf(id) {
  const { widget, language = '' } = togetherOf(id) ?? {};
  if (widget) return `${widget}.${language}`;
  const { namespace, language: later = '' } = wordsOf(id) ?? {};
  if (namespace) return `${namespace}.${later}`;
  return Object.keys(CHUNKS).find((name) => CHUNKS[name].test(id));
}

function wordsWithoutNotes() {
  return {
    name: 'words-without-notes',
    transform(code, id) {
      if (!wordsOf(id)) return null;
      return { code: JSON.stringify(withoutNotes(JSON.parse(code))), map: null };
    },
  };
}

/** Parts of a widget that a person waits for. The others come in idle time. */
const WAITED_FOR = [
  'feedback-block.form',
  'feedback-block.survey',
  'feedback-block.accessibility',
  'feedback-block.answers',
];

/** Of these 60 to 80 % runs before the first text is there; of the forms, for instance, less than half. */
const CALLED_AT_ONCE = ['core', 'widgets/statement-viewer', 'widgets/topic-list'];

const isWords = ({ moduleIds }) => moduleIds.every((id) => wordsOf(id) ?? togetherOf(id));

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));

const NAMESPACES = Object.fromEntries(
  await Promise.all(WIDGETS.map(async (name) => [name, (await classOf(name)).namespaces])),
);

/**
 * One for all words. Each widget names dozens of their files, and thirty hashes of their own, which nothing compresses, would
 * cost each 0.2 KB. A release has new names for all.
 */
function hashOfWords() {
  const folders = ['core', 'widgets'].map(
    (name) => new URL(`packages/${name}/src/`, import.meta.url),
  );
  const files = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((path) => new URL(path, folder)),
    )
    .filter(({ pathname }) => /\/locales\/.*\.json$/.test(pathname))
    .sort();
  // Which of them stand together may change without any word.
  const hash = createHash('sha256').update(JSON.stringify(NAMESPACES));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('base64url').slice(0, 5);
}

const WORDS = hashOfWords();

/** What several widgets start with stands by name in the loader, where each letter counts. */
function fileNameOf(chunk) {
  if (isWords(chunk)) return `locales/[name]-${WORDS}.js`;
  const isNamed = chunk.isDynamicEntry && chunk.name !== 'hydration';
  return isNamed ? 'chunks/[name]-[hash:6].js' : 'chunks/[hash:6].js';
}

const minify = terser({
  module: true,
  ecma: 2022,
  // Functions as arrows and methods are unsafe only for who calls them with `new`, which nothing here does.
  compress: {
    passes: 3,
    unsafe_arrows: true,
    unsafe_methods: true,
    keep_fargs: false,
    hoist_funs: true,
  },
  // The licenses are in licenses.txt.
  format: { comments: false },
});

export default {
  input: {
    puntari: 'packages/embed/dist/puntari.js',
    ...Object.fromEntries(
      WIDGETS.map((name) => [`widgets/${name}`, `packages/embed/dist/${name}.js`]),
    ),
  },
  output: {
    dir: `packages/embed/dist/cdn/${version}`,
    format: 'es',
    // The versioned folder makes these immutable; chunks are named by what is in them.
    entryFileNames: '[name].js',
    chunkFileNames: fileNameOf,
    generatedCode: 'es2015',
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    plugins: [
      minify,
      chunkNames({ widgets: WIDGETS, words: WORDS }),
      askTogether({ parts: WAITED_FOR }),
      compileAtOnce({ chunks: CALLED_AT_ONCE }),
    ],
  },
  onwarn,
  plugins: [
    wordsTogether({
      folders: ['packages/core/dist', 'packages/widgets/dist'].map(pathOf),
      namespaces: NAMESPACES,
      entry: (id) => WIDGETS.find((name) => id === pathOf(`packages/embed/dist/${name}.js`)),
      registerTogether: pathOf('packages/embed/dist/words-together.js'),
    }),
    ownCopies(),
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    wordsWithoutNotes(),
    // As JavaScript: JSON modules are newer than the browsers we serve.
    json({ namedExports: false, compact: true, preferConst: true }),
    minifyCssTemplates(),
    minifyDocuments(),
    shareHelper(),
    legacyProperty(),
    trimI18next(),
    trimLit(),
    assets({ version, widgets: WIDGETS }),
  ],
};

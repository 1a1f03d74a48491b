/**
 * How much a page loads for the first rendering of one widget in one language, gzipped: the
 * loader, the widget with all that it imports, the Finnish words and the neutral theme.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

import { parseAst } from 'rollup/parseAst';

import { fromRoot } from './lib/paths.js';
import { standalone } from './lib/standalone.js';

/** Thousands of bytes. */
const KB = 1000;
const LOADER_BUDGET = 1.5 * KB;
const WIDGET_BUDGET = 34 * KB;
const BUDGETS = { 'volunteer-form': 42 * KB, 'topic-form': 38 * KB, 'feedback-block': 38 * KB };
/**
 * What a widget that loads by its form needs besides for its first rendering: modules by the beginning of their names,
 * and words. The first is what it shows when a page says nothing.
 */
const FORMS = {
  'feedback-block': [
    { name: 'feedback-block', modules: ['feedback-block.form-'], words: ['feedback-form'] },
    {
      name: 'feedback-block question',
      modules: ['feedback-block.question-'],
      words: [],
      budget: WIDGET_BUDGET,
    },
  ],
};

const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

function* nodesOf(node) {
  if (Array.isArray(node)) for (const child of node) yield* nodesOf(child);
  else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') yield node;
    for (const key of Object.keys(node)) if (key !== 'type') yield* nodesOf(node[key]);
  }
}

/** What a module imports: at once, and when asked. */
function importsOf(file) {
  const found = { static: [], dynamic: [] };
  for (const node of nodesOf(parseAst(readFileSync(file, 'utf8')))) {
    const specifier = node.source?.value;
    if (typeof specifier !== 'string' || !specifier.startsWith('.')) continue;
    const path = join(dirname(file), specifier);
    if (node.type === 'ImportExpression') found.dynamic.push(path);
    else if (/^(Import|Export)\w*Declaration$/.test(node.type)) found.static.push(path);
  }
  return found;
}

/** A module of words in Finnish, by its folder or its name: `locales/fi/…`, `fi-1a2b.js`. */
const isFinnish = (path) =>
  /(^|[/._-])fi([/._-]|$)/.test(path) && !/(^|[/._-])fi[._-]simple/.test(path);

/**
 * What the build says that a widget loads in Finnish, for server rendering. Of the words that a
 * module could load only these are counted; without the list all of them are.
 */
function preloads(root) {
  const path = join(root, 'preload.json');
  if (!existsSync(path)) return () => undefined;
  const lists = JSON.parse(readFileSync(path, 'utf8'));
  return (name) => lists[name]?.fi.map((file) => join(root, file));
}

/** All files for a first rendering, from a module on. */
function loadedBy(entry, root, preloaded) {
  const files = new Set();
  const queue = [entry];
  while (queue.length > 0) {
    const file = queue.pop();
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const { static: needed, dynamic } = importsOf(file);
    const words = dynamic
      .filter((path) => isFinnish(relative(root, path).split(sep).join('/')))
      .filter((path) => preloaded?.includes(path) ?? true);
    queue.push(...needed, ...words);
  }
  return files;
}

const sum = (files) => [...files].reduce((total, file) => total + gzipped(file), 0);

function largestOf(files, root) {
  return [...files]
    .map((file) => [gzipped(file), relative(root, file)])
    .sort(([first], [second]) => second - first)
    .slice(0, 8)
    .map(([bytes, name]) => `    ${kilobytes(bytes).padStart(8)}  ${name}`)
    .join('\n');
}

function tooLarge({ name, size, budget, files }, root) {
  return (
    `${name} is ${kilobytes(size)}, ${kilobytes(size - budget)} over its budget. Largest parts:\n` +
    `${largestOf(files, root)}\n` +
    '  Was something imported that only one step or one error needs? Load it there.'
  );
}

/** Of what a widget starts with, that which goes with each of its forms. */
function sharedBy(forms, preloaded) {
  const starts = forms.flatMap(({ words }) => words.map((name) => `${name}.`));
  return preloaded?.filter((file) => !starts.some((start) => basename(file).startsWith(start)));
}

/** The files of a form. One that is not there is an error, or nobody would see that it is not counted. */
function filesOf({ modules, words }, root) {
  const find = (folder, isIt) => {
    const found = readdirSync(join(root, folder)).find(isIt);
    if (!found) throw new Error(`Nothing in ${folder} is what check-size.js counts for a form.`);
    return join(root, folder, found);
  };
  const named = modules.map((start) => find('chunks', (file) => file.startsWith(start)));
  return [
    ...named.flatMap((file) => [...loadedBy(file, root, [])]),
    ...words.map((name) => find('locales', (file) => file.startsWith(`${name}.fi-`))),
  ];
}

const versionFolder = () => {
  const { version } = JSON.parse(readFileSync(fromRoot('packages/embed/package.json'), 'utf8'));
  return fromRoot('packages', 'embed', 'dist', 'cdn', version);
};

const partsOf = (root) => ({
  loader: join(root, 'puntari.js'),
  theme: join(root, 'themes', 'neutral.css'),
  widgets: join(root, 'widgets'),
});

const missingIn = (root) => Object.values(partsOf(root)).filter((path) => !existsSync(path));

function measure(root) {
  const { loader, theme, widgets } = partsOf(root);
  const preloadedBy = preloads(root);
  const loaderFiles = loadedBy(loader, root);
  const entries = readdirSync(widgets).filter((name) => name.endsWith('.js'));
  const rows = entries.flatMap((entry) => {
    const name = basename(entry, '.js');
    const forms = FORMS[name] ?? [{ name, modules: [], words: [] }];
    return forms.map((form) => {
      const files = new Set([
        ...loaderFiles,
        ...loadedBy(join(widgets, entry), root, sharedBy(forms, preloadedBy(name))),
        ...filesOf(form, root),
        theme,
      ]);
      const budget = form.budget ?? BUDGETS[name] ?? WIDGET_BUDGET;
      return { name: form.name, files, size: sum(files), budget };
    });
  });
  return [
    { name: 'loader', files: loaderFiles, size: sum(loaderFiles), budget: LOADER_BUDGET },
    ...rows,
  ];
}

/** Loader and widgets with their sizes and budgets in bytes; undefined where nothing was built. */
export const sizes = () =>
  missingIn(versionFolder()).length > 0 ? undefined : measure(versionFolder());

export function checkSize() {
  const root = versionFolder();
  const missing = missingIn(root);
  if (missing.length > 0)
    return { ok: false, output: `Not there: ${missing.join(', ')}. Run npm run build.` };

  const rows = measure(root);
  const table = rows.map(
    ({ name, size, budget }) =>
      `  ${name.padEnd(24)} ${kilobytes(size).padStart(8)} of ${kilobytes(budget).padStart(8)}`,
  );
  const over = rows.filter(({ size, budget }) => size > budget);
  const withoutWords = rows.filter(
    ({ name, files }) =>
      name !== 'loader' && ![...files].some((file) => isFinnish(relative(root, file))),
  );
  const problems = [
    ...over.map((row) => tooLarge(row, root)),
    ...withoutWords.map(
      ({ name }) => `${name}: no module with Finnish words was found, so its size is not known.`,
    ),
    ...(rows.length === 1 ? ['There is no widget in the build.'] : []),
  ];
  return {
    ok: problems.length === 0,
    output: [...table, ...problems].join('\n'),
    table: table.join('\n'),
  };
}

await standalone(import.meta.url, checkSize);

/**
 * The state of things: every widget and every primitive with its version, its size, the tokens it
 * uses, and how far its words are in each language. Counted from the sources and the build, so that
 * nothing of it can go stale. Storybook shows it; `node scripts/state.js` prints it.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

import { sizes } from './check-size.js';
import { namespaces, readLanguage } from './check-locales.js';
import { filesBelow, fromRoot, shown } from './lib/paths.js';
import { standalone } from './lib/standalone.js';

const WIDGETS = 'packages/widgets/src';
const PRIMITIVES = 'packages/core/src/primitives';

const read = (path) => readFileSync(fromRoot(path), 'utf8');
const versionOf = (name) => JSON.parse(read(`packages/${name}/package.json`)).version;

const titleOf = (name) => name[0].toUpperCase() + name.slice(1).replaceAll('-', ' ');

/** The names of all tokens, from what the theme file of the base says. */
function tokenNames() {
  const css = read('packages/tokens/dist/neutral.css');
  return [...new Set([...css.matchAll(/^\s*--puntari-([\w-]+):/gm)].map(([, name]) => name))];
}

/** The tokens that style sheets name, in the order in which tokens are defined. */
function tokensIn(files, names) {
  const used = new Set();
  for (const file of files) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/--(?:_|puntari-)([a-z][\w-]*)/g)) {
      used.add(name);
    }
  }
  return names.filter((name) => used.has(name));
}

/** The names in `const <name> = [a, b as c, …]` of a source. */
function namesIn(source, name) {
  const list = new RegExp(`\\b${name}\\b[^=\\n]*= \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '';
  return list.match(/\w+/g) ?? [];
}

/** The file of each primitive, by the name of its sheet. */
const primitiveFiles = () =>
  new Map(
    filesBelow(fromRoot(PRIMITIVES)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/export const (\w+) = css`/g)].map(([, name]) => [
        name,
        file,
      ]),
    ),
  );

/** The sheets of core that a widget wears: at first, of its long texts, and, if it sends, later. */
function sharedSheets(source) {
  const files = primitiveFiles();
  const own = namesIn(source, 'static override readonly styles').map(
    (name) => new RegExp(`(\\w+) as ${name}\\b`).exec(source)?.[1] ?? name,
  );
  const names = new Set([
    ...own,
    ...namesIn(read(`${PRIMITIVES}/base.ts`), 'base'),
    ...namesIn(read(`${PRIMITIVES}/sheets.ts`), 'OF_DOCUMENTS'),
    ...(/extends SubmittingWidget/.test(source)
      ? namesIn(read('packages/core/src/form/late-styles.ts'), 'lateStyles')
      : []),
  ]);
  return [...new Set([...names].flatMap((name) => files.get(name) ?? []))];
}

const isStyleSheet = (file) => /(\.styles\.ts|\.css)$/.test(file);

/** Each language of a folder of words: who has read them, and how many of the keys have a text. */
function languagesOf(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const keys = readLanguage(`${folder}/fi.json`, []).size;
  return files
    .map((file) => ({
      code: basename(file, '.json'),
      review: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))._review ?? '',
      texts: readLanguage(`${folder}/${file}`, []).size,
      keys,
    }))
    .sort((one, other) => ORDER.indexOf(one.code) - ORDER.indexOf(other.code));
}

/** Finnish is the source; other languages follow in the order in which they came. */
const ORDER = ['fi', 'sv', 'en', 'fi-simple', 'ar'];

function widget(name, size, names) {
  const folder = fromRoot(WIDGETS, name);
  const source = readFileSync(`${folder}/${name}.ts`, 'utf8');
  const sheets = [...sharedSheets(source), ...filesBelow(folder).filter(isStyleSheet)];
  return {
    name,
    title: titleOf(name),
    tag: `puntari-${name}`,
    version: versionOf('widgets'),
    size: size?.size,
    budget: size?.budget,
    tokens: tokensIn(sheets, names),
    languages: languagesOf(`${folder}/locales`),
  };
}

const widgetNames = () =>
  readdirSync(fromRoot(WIDGETS)).filter((name) =>
    existsSync(fromRoot(WIDGETS, name, `${name}.ts`)),
  );

/** What a style sheet weighs in a bundle, near enough: without comments and indentation. */
function weightOf(file) {
  const text = readFileSync(file, 'utf8');
  const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ');
  return gzipSync(css, { level: 9 }).length;
}

/** What every part is drawn from, in a widget and on a page without one. */
function primitives(names) {
  const files = [...new Set(primitiveFiles().values())];
  return files.map((file) => ({
    name: basename(file, '.ts'),
    title: titleOf(basename(file, '.ts')),
    version: versionOf('core'),
    size: weightOf(file),
    tokens: tokensIn([file], names),
  }));
}

/** Words that stand in no widget's folder: of every form, of every widget, of the receiver's pages. */
const sharedWords = () =>
  namespaces()
    .filter((folder) => !shown(folder).startsWith(`${WIDGETS}/`))
    .map((folder) => ({
      name: shown(folder).startsWith('packages/receiver') ? 'receiver' : basename(folder),
      folder: shown(folder),
      languages: languagesOf(folder),
    }));

export function stateOfThings() {
  const names = tokenNames();
  const measured = new Map(sizes()?.map((row) => [row.name, row]) ?? []);
  return {
    version: versionOf('embed'),
    loader: measured.get('loader') && {
      size: measured.get('loader').size,
      budget: measured.get('loader').budget,
    },
    widgets: widgetNames().map((name) => widget(name, measured.get(name), names)),
    primitives: primitives(names),
    words: sharedWords(),
  };
}

await standalone(import.meta.url, () => ({
  ok: true,
  note: JSON.stringify(stateOfThings(), null, 2),
}));

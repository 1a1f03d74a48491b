/** The files of the CDN beside its scripts: themes, sheets, preloads, licenses, integrity, aliases. */

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { minifyCss } from './minify-css.js';
import { togetherOf } from './words-together.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CDN = join(ROOT, 'packages', 'embed', 'dist', 'cdn');
const WIDGETS = join(ROOT, 'packages', 'widgets');
const CORE = join(ROOT, 'packages', 'core', 'dist');
const TOKENS = join(ROOT, 'packages', 'tokens', 'dist');

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const writeJson = (file, data) => writeFile(file, `${JSON.stringify(data, null, 2)}\n`);

/** What stands beside the tokens needs no value in case one is not set; without a theme a widget's sheet has it. */
const withoutFallbacks = (css, tokens) =>
  css.replace(/var\((--puntari-[\w-]+),[^()]*\)/g, (all, name) =>
    tokens.includes(`${name}:`) ? `var(${name})` : all,
  );

const fromCore = (path) => import(pathToFileURL(join(CORE, path)).href);

/** A theme is its tokens, and the looks of the long texts that stand in the page's own DOM. */
async function writeThemes(folder) {
  const sources = await filesBelow(join(WIDGETS, 'src'));
  const documents = sources.filter((file) => file.endsWith('.document.css'));
  const { documentSheet } = await fromCore('primitives/sheets.js');
  const looks = [
    documentSheet(),
    ...(await Promise.all(documents.map((file) => readFile(file, 'utf8')))),
  ];
  const themes = (await readdir(TOKENS)).filter((name) => name.endsWith('.css'));
  await mkdir(join(folder, 'themes'), { recursive: true });
  for (const theme of themes) {
    const tokens = await readFile(join(TOKENS, theme), 'utf8');
    // A sheet of more contrast is linked beside its theme, which has the looks already.
    const own = theme.endsWith('.more.css') ? [] : looks;
    const css = [tokens, ...own.map((text) => withoutFallbacks(text, tokens))].join('\n');
    await writeFile(join(folder, 'themes', theme), `${minifyCss(css).trim()}\n`);
  }
}

/** The primitives for markup of the page's own. */
async function writePrimitives(folder) {
  const { pageSheet } = await fromCore('primitives/sheets.js');
  await writeFile(join(folder, 'primitives.css'), `${minifyCss(pageSheet()).trim()}\n`);
}

/** The class of a widget, as a server would load it. */
export async function classOf(name) {
  const module = await import(pathToFileURL(join(WIDGETS, 'dist', name, `${name}.js`)).href);
  // Reading its attributes makes Lit collect the sheets of a class and of those it extends.
  return Object.values(module).find(({ observedAttributes }) => observedAttributes);
}

/** What needs the script keeps its place until it comes, and has none where none will; nor has a frame of nothing else. */
const WITHOUT_SCRIPT = `
  :host(:not(:defined)) [data-needs-script] { visibility: hidden; }
  @media (scripting: none) {
    [data-needs-script], .head:not(:has(> :not([data-needs-script]))) { display: none; }
  }`;

/** The sheet that a server-sent root links to, since a strict policy blocks a `<style>` in it. */
async function writeSheet(folder, name, { elementStyles }) {
  const css = [...elementStyles.map(({ cssText }) => cssText), WITHOUT_SCRIPT].join('\n');
  await writeFile(join(folder, 'widgets', `${name}.css`), `${minifyCss(css).trim()}\n`);
}

/**
 * The sheet of the forms that a server prints as a page of its own: the fields are the same, but there is no host.
 * The page belongs to the form, so the other selectors may stay as wide as they are.
 */
async function writeFormPageSheet(folder, classes) {
  const { lateStyles } = await fromCore('form/late-styles.js');
  const sheets = new Set([...classes.flatMap(({ elementStyles }) => elementStyles), ...lateStyles]);
  const css = [...sheets].map(({ cssText }) => cssText).join('\n');
  const page = css
    .replace(/:host\(([^)]*)\)/g, '.puntari-form$1')
    .replaceAll(':host', '.puntari-form');
  await writeFile(join(folder, 'widgets', 'form-page.css'), `${minifyCss(page).trim()}\n`);
}

/** What a widget that loads by its form starts with where a page names no variant. */
const FIRST_FORMS = {
  'feedback-block': { chunk: 'feedback-block.form', words: ['feedback-form'] },
};

/** The files a widget starts with, per language: what a page may preload. */
function preloadsOf(bundle, name) {
  const chunks = Object.values(bundle);
  const named = (names) => chunks.filter((chunk) => names.includes(chunk.name));
  const { chunk: form, words: more } = FIRST_FORMS[name] ?? { chunk: undefined, words: [] };
  const scripts = new Set(
    [bundle[`widgets/${name}.js`], ...named([form])].flatMap(({ fileName, imports }) => [
      fileName,
      ...imports,
    ]),
  );
  const preloads = {};
  for (const { moduleIds, fileName } of chunks) {
    const { widget, language } = togetherOf(moduleIds?.[0] ?? '') ?? {};
    if (widget !== name) continue;
    const later = named(more.map((namespace) => `${namespace}.${language}`));
    preloads[language] = [...scripts, fileName, ...later.map((chunk) => chunk.fileName)];
  }
  return preloads;
}

/** The licenses of what is bundled have to go with it. In one file, not in front of every script. */
async function licensesOf(moduleIds) {
  const folders = moduleIds.flatMap(
    (id) => id.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [],
  );
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(72)}\n\n`);
}

async function integrityOf(folder) {
  const hashes = (await filesBelow(folder)).map(async (file) => {
    const hash = createHash('sha384')
      .update(await readFile(file))
      .digest('base64');
    return [relative(folder, file).split(sep).join('/'), `sha384-${hash}`];
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** `0.1.0` may be asked for as `0` and `0.1`. */
function aliasesOf(version) {
  const [major, minor] = version.split('.');
  return { [major]: version, [`${major}.${minor}`]: version };
}

/** Rollup plugin that writes them after the scripts. */
export function assets({ version, widgets }) {
  const folder = join(CDN, version);
  return {
    name: 'assets',
    async generateBundle() {
      await rm(CDN, { recursive: true, force: true });
    },
    async writeBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds }) => moduleIds ?? []);
      await writeThemes(folder);
      await writePrimitives(folder);
      const preloads = {};
      const forms = [];
      for (const name of widgets) {
        const element = await classOf(name);
        if (element.formAssociated) forms.push(element);
        await writeSheet(folder, name, element);
        preloads[name] = preloadsOf(bundle, name);
      }
      await writeFormPageSheet(folder, forms);
      await writeFile(join(folder, 'licenses.txt'), await licensesOf(modules));
      await writeJson(join(folder, 'preload.json'), preloads);
      await writeJson(join(folder, 'integrity.json'), await integrityOf(folder));
      await writeJson(join(CDN, 'aliases.json'), aliasesOf(version));
      // The same sheets for those who install the package.
      for (const name of ['themes', 'primitives.css'])
        await cp(join(folder, name), join(CDN, '..', name), { recursive: true, force: true });
    },
  };
}

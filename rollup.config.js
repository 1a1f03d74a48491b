/**
 * The bundles of the CDN, from what TypeScript wrote: `npx tsc -b && npx rollup -c`. Writes
 * packages/embed/dist/cdn/<version>, with everything in it that a page may ask for.
 */

import { readFileSync } from 'node:fs';

import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

import { assets } from './packages/embed/build/assets.js';
import { minifyCssTemplates } from './packages/embed/build/minify-css.js';
import { WIDGETS } from './packages/embed/dist/names.js';

const { version } = JSON.parse(readFileSync(new URL('packages/embed/package.json', import.meta.url), 'utf8'));

/** A warning fails the build; only the `this` of TypeScript's decorator helper is known to be harmless. */
function onwarn(warning) {
  if (warning.code === 'THIS_IS_UNDEFINED') return;
  throw new Error(`${warning.code ?? 'WARNING'}: ${warning.message}`);
}

/**
 * Words: one module per language for those that several widgets share, and one per widget and language. A widget then
 * asks for two, not for one per namespace; what it does not need of the shared ones weighs less than a request.
 *
 * lit-html: apart from the rest of Lit, because the support for server-sent roots needs it and has to be evaluated
 * before LitElement.
 */
function chunkOf(id) {
  const [, language] = /\/core\/dist\/locales\/[^/]+\/([^/]+)\.json$/.exec(id) ?? [];
  if (language) return `shared.${language}`;
  const [, widget, ofWidget] = /\/widgets\/dist\/([^/]+)\/locales\/([^/]+)\.json$/.exec(id) ?? [];
  if (widget) return `${widget}.${ofWidget}`;
  return /\/node_modules\/lit-html\/lit-html\.js$/.test(id) ? 'lit-html' : undefined;
}

const isWords = ({ moduleIds }) => moduleIds.every((id) => id.endsWith('.json'));

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
    chunkFileNames: (chunk) => `${isWords(chunk) ? 'locales' : 'chunks'}/[name]-[hash].js`,
    generatedCode: 'es2015',
    manualChunks: chunkOf,
    plugins: [terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } })],
  },
  onwarn,
  plugins: [
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    // As JavaScript: JSON modules are newer than the browsers we serve.
    json({ namedExports: false, compact: true, preferConst: true }),
    minifyCssTemplates(),
    assets({ version, widgets: WIDGETS }),
  ],
};

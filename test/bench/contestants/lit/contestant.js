/**
 * Hand-written Lit: what a good developer writes for just these pages. One root, one sheet, words as an object of two
 * languages, containment. It has no record checks, no sending, no restore and no server rendering.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { YEAR } from '../../content/card.js';
import { hostPage } from '../../content/host-page.js';

export const title = 'hand-written Lit';

const folder = fileURLToPath(new URL('.', import.meta.url));

async function bundle(page, outDirectory) {
  const outfile = join(outDirectory, `${page}.js`);
  const { outputFiles } = await build({
    entryPoints: [join(folder, `${page}.js`)],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    // Styles are text; in CSS white space is most of what minifying takes away.
    plugins: [minifiedCss],
    write: false,
  });
  return outputFiles[0].text;
}

const minifiedCss = {
  name: 'minified-css',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path],
        minify: true,
        write: false,
      });
      return { contents: outputFiles[0].text.trim(), loader: 'text' };
    });
  },
};

// In the page's own JSON no text ends the script.
const inlineJson = (data) =>
  `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

export async function pages({ topics, statement, panel }, { outDirectory }) {
  const pageOf = async (page, inner = '', files = {}) => ({
    '/': hostPage(page, {
      head: `<script type="module" src="/${page}.js"></script>`,
      main: `<bench-${page}>${inner}</bench-${page}>`,
    }),
    [`/${page}.js`]: await bundle(page, outDirectory),
    ...files,
  });
  return {
    form: {
      // The questions stand in the record here too: hard-wired they would be the same bytes in the script.
      files: await pageOf('form', '', { '/panel.json': panel }),
      items: 'bench-form >>> .field',
      last: 'bench-form >>> .field:has(#field-household)',
      canSwitch: true,
    },
    cards: {
      files: await pageOf('cards', inlineJson(topics)),
      items: 'bench-cards >>> .card',
      extra: YEAR,
      last: 'bench-cards >>> #aihe-1000',
      canSwitch: true,
    },
    statement: {
      files: await pageOf('statement', '', { '/statement.json': statement }),
      items: 'bench-statement >>> .item',
      last: 'bench-statement >>> #lausuma-k200',
      canSwitch: true,
    },
  };
}

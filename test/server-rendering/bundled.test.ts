/** A page that bundles its scripts prints widgets on its server too, and may have Lit components of its own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Browser, Page } from 'puppeteer-core';
import { renderWidget } from 'puntari/server';
import { rollup } from 'rollup';

import { topicWith } from '../../stories/fixtures/topic.js';
import { launchBrowser } from './browsers.js';
import { type Pages, servePages } from './server.js';

/** Not a file: it says from where packages are looked for. */
const ENTRY = fileURLToPath(new URL('entry.js', import.meta.url));

/** The files that a bundler makes of this script, by name. */
async function bundle(script: string): Promise<Map<string, string>> {
  const build = await rollup({
    input: ENTRY,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? script : null),
        transform: (code, id) => (id.endsWith('.json') ? `export default ${code}` : null),
      },
      nodeResolve(),
    ],
    onwarn: () => undefined,
  });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return new Map(output.map((file) => [file.fileName, 'code' in file ? file.code : '']));
}

const OBSERVE = `import { observe } from 'puntari'; observe();`;

const SCRIPTS = {
  'has no Lit of its own': OBSERVE,
  'has Lit before the loader': `import { LitElement } from 'lit';
    customElements.define('my-own', class extends LitElement {}); ${OBSERVE}`,
  'registers another widget by itself': `import 'puntari/participation-level'; ${OBSERVE}`,
};

describe('a widget from the server on a page that bundles its scripts', () => {
  let browser: Browser;
  let pages: Pages;
  let html: string;

  before(async () => {
    pages = await servePages();
    html = await renderWidget('topic-card', { record: topicWith(), lang: 'fi' });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await pages.close();
  });

  async function open(script: string): Promise<Page> {
    for (const [name, code] of await bundle(script)) pages.put(`/${name}`, code);
    pages.put(
      '/',
      `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Aihe</title>
      <script type="module" src="/entry.js"></script></head><body>${html}</body></html>`,
    );
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('readystatechange', () => {
        const root = document.querySelector('puntari-topic-card')?.shadowRoot;
        // A property is seen on this element alone, not on one that is made anew.
        if (document.readyState === 'interactive')
          Object.assign(root?.querySelector('#root') ?? {}, { isFromServer: true });
      });
    });
    await page.goto(pages.origin, { waitUntil: 'networkidle0' });
    await page.waitForFunction(
      () => (document.querySelector('puntari-topic-card') as { isReady?: boolean } | null)?.isReady,
    );
    return page;
  }

  for (const [name, script] of Object.entries(SCRIPTS)) {
    it(`is taken over as it stands where the page ${name}`, async () => {
      const page = await open(script);
      const roots = await page.$eval('puntari-topic-card', ({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('#root') ?? [])].map((root) => 'isFromServer' in root),
      );
      assert.deepEqual(roots, [true]);
      await page.close();
    });
  }
});

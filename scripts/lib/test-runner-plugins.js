/** Plugins of web-test-runner that the tests of this project need. */

import { readFileSync } from 'node:fs';

import { documentSheet, pageSheet } from '../../packages/core/dist/primitives/sheets.js';
import { forgetMarkup, keepMarkup, markupProblems } from './markup.js';
import { filesBelow, fromRoot } from './paths.js';

/** Loads `test/support/setup.ts` before every test file, so that no test can forget it. */
export function setupPlugin() {
  return {
    name: 'setup-before-each-file',
    transform(context) {
      if (!/\.test\.(ts|js)$/.test(context.path)) return undefined;
      // On the first line, so that the line numbers of the test stay right.
      return { body: `import '/test/support/setup.ts';${context.body}` };
    },
  };
}

/** The one key that every driver knows by its letter and only some by its name. */
const keyNames = (chord) => chord.split('+').map((key) => (key === 'Space' ? ' ' : key));

async function pressInPuppeteer(page, keys) {
  const held = keys.slice(0, -1);
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(keys.at(-1));
  for (const key of held.reverse()) await page.keyboard.up(key);
}

/** WebDriver presses all keys of one call at the same time, so letters go one by one. */
async function typeInWebDriver(browser, sessionId, text) {
  for (const letter of text) await browser.sendKeys(sessionId, [letter]);
}

/**
 * Keys in all three engines. The runner's own command takes no chords in Puppeteer, and its
 * typing holds all letters down at once in WebDriver.
 */
export function keysPlugin() {
  return {
    name: 'keys-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'puntari-press' && command !== 'puntari-type') return undefined;
      const { browser, id } = session;
      const page = browser.type === 'puppeteer' ? browser.getPage(id) : undefined;
      if (command === 'puntari-press') {
        const keys = keyNames(payload.key);
        await (page ? pressInPuppeteer(page, keys) : browser.sendKeys(id, keys));
      } else {
        await (page
          ? page.keyboard.type(payload.text)
          : typeInWebDriver(browser, id, payload.text));
      }
      return true;
    },
  };
}

/** Media features through the protocol of Chromium: Puppeteer's own list knows no forced colors. */
export function mediaFeaturesPlugin() {
  const clients = new WeakMap();
  return {
    name: 'media-features-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'puntari-media-features') return undefined;
      const page = session.browser.getPage(session.id);
      // One for each page, kept: emulation ends with the session that asked for it, and only that one can end it.
      const client = clients.get(page) ?? (await page.createCDPSession());
      clients.set(page, client);
      await client.send('Emulation.setEmulatedMedia', { features: payload.features });
      return true;
    },
  };
}

/** Sheets like those of the CDN, put together from the sources: `/themes/espoo.css`, `/primitives.css`. */
export function themesPlugin() {
  return {
    name: 'themes',
    serve({ path }) {
      if (path === '/primitives.css') return { type: 'css', body: pageSheet() };
      const [, name] = /^\/themes\/([\w-]+(?:\.more)?)\.css$/.exec(path) ?? [];
      if (name === undefined) return undefined;
      const documents = filesBelow(fromRoot('packages', 'widgets', 'src')).filter((file) =>
        file.endsWith('.document.css'),
      );
      const files = [fromRoot('packages', 'tokens', 'dist', `${name}.css`), ...documents];
      const [tokens, ...own] = files.map((file) => readFileSync(file, 'utf8'));
      return { type: 'css', body: [tokens, documentSheet(), ...own].join('\n') };
    },
  };
}

/** Takes the markup of a state and answers what is wrong with it; `keep` puts it by for the checker of the W3C. */
export function markupPlugin({ keep }) {
  if (keep) forgetMarkup();
  return {
    name: 'markup-command',
    async executeCommand({ command, payload }) {
      if (command !== 'puntari-markup') return undefined;
      if (keep) keepMarkup(payload.name, payload.html);
      return markupProblems(payload.html);
    },
  };
}

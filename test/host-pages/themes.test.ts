/** Several themes on one page, a theme that is switched, and a reader who asks for more contrast. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { CDN, LOADER } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { until } from '../e2e/support/until.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

const themeOf = (name: string): string => LOADER.replace('puntari.js', `themes/${name}.css`);

const BLUE = 'rgb(0, 80, 187)';

let page: Page;

/** A color as it holds where a widget stands. */
const colorIn = (selector: string, property = '--puntari-color-action'): Promise<string> =>
  page.$eval(
    `${selector} > puntari-topic-card`,
    (element, name) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${name})`;
      element.parentElement?.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    },
    property,
  );

const card = (): string =>
  `<puntari-topic-card src="${stage.receiver.origin}/topics/keskusten-liikenne.json"></puntari-topic-card>`;

beforeEach(async () => {
  ({ page } = stage.visitor);
  const sheets = ['neutral', 'espoo', 'keusote'].map(
    (name) => `<link rel="stylesheet" href="${themeOf(name)}">`,
  );
  const address = site.putPage(
    '/themes',
    `<main>${card()}</main>
     <section data-puntari-theme="espoo">${card()}</section>
     <aside data-puntari-theme="keusote" data-puntari-scheme="dark">${card()}
       <div id="inner" data-puntari-theme="espoo" data-puntari-scheme="dark">${card()}</div>
       <div id="light" data-puntari-scheme="light">${card()}</div></aside>`,
    `${sheets.join('')}<script type="module" src="${LOADER}"></script>`,
  );
  await page.goto(address);
  await until('the themes', async () => (await colorIn('section')) === BLUE);
});

describe('themes on one page', () => {
  it('hold each in its own part', async () => {
    const colors = await Promise.all(['main', 'section', 'aside'].map((part) => colorIn(part)));
    assert.equal(new Set(colors).size, 3, colors.join());
  });

  it('hold also in a part inside the part of another, each with its scheme', async () => {
    const dark = await colorIn('#inner');
    const light = await colorIn('#light');
    assert.notEqual(dark, await colorIn('aside'));
    assert.notEqual(dark, BLUE);
    assert.notEqual(light, await colorIn('aside'));
  });

  it('are switched without loading anything', async () => {
    await page.evaluate(() => {
      document.documentElement.dataset['puntariTheme'] = 'espoo';
    });
    assert.equal(await colorIn('main'), BLUE);
    await page.evaluate(() => {
      document.documentElement.dataset['puntariTheme'] = 'neutral';
    });
    assert.notEqual(await colorIn('main'), BLUE);
  });

  it('give way to what the page sets itself', async () => {
    await page.addStyleTag({ content: ':root { --puntari-color-action: rgb(1, 2, 3); }' });
    assert.equal(await colorIn('main'), 'rgb(1, 2, 3)');
  });

  it('have more contrast for those who ask their device for it, and only for them', async () => {
    const muted = await colorIn('section', '--puntari-color-text-muted');
    const text = await colorIn('section', '--puntari-color-text');
    assert.notEqual(muted, text);
    const session = await page.createCDPSession();
    const features = [{ name: 'prefers-contrast', value: 'more' }];
    await session.send('Emulation.setEmulatedMedia', { features });
    await until(
      'more contrast',
      async () => (await colorIn('section', '--puntari-color-text-muted')) === text,
    );
  });
});

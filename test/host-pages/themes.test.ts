/** Several themes on one page, a theme that is switched, and a reader who asks for more contrast. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { CDN, LOADER } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { until } from '../e2e/support/until.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

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

const button = (): string =>
  `<p class="puntari-base"><a class="puntari-button" href="/themes">Lue lisää</a></p>`;

/** The corners of the page's own button in a part, and of the frame in the widget there. */
const cornersIn = (selector: string): Promise<readonly [string, string]> =>
  page.$eval(selector, (part) => {
    const cornerOf = (element: Element | null | undefined): string =>
      element ? getComputedStyle(element).borderStartStartRadius : 'nothing there';
    return [
      cornerOf(part.querySelector(':scope > p > .puntari-button')),
      cornerOf(
        part
          .querySelector(':scope > puntari-topic-card')
          ?.shadowRoot?.querySelector('.puntari-card'),
      ),
    ] as const;
  });

beforeEach(async () => {
  ({ page } = stage.visitor);
  const sheets = ['themes/neutral', 'themes/espoo', 'themes/keusote', 'primitives'].map(
    (name) => `<link rel="stylesheet" href="${LOADER.replace('puntari.js', `${name}.css`)}">`,
  );
  const address = site.putPage(
    '/themes',
    `<main>${card()}${button()}</main>
     <section data-puntari-theme="espoo">${card()}</section>
     <aside data-puntari-theme="keusote" data-puntari-scheme="dark">${card()}${button()}
       <div id="inner" data-puntari-theme="espoo" data-puntari-scheme="dark">${card()}${button()}</div>
       <div id="light" data-puntari-scheme="light">${card()}</div></aside>`,
    `${sheets.join('')}<script type="module" src="${LOADER}"></script>`,
  );
  await page.goto(address);
  await until('the themes', async () => (await colorIn('section')) === BLUE);
  await until('the cards', () =>
    page.$$eval('puntari-topic-card', (cards) =>
      cards.every((card) => card.shadowRoot?.querySelector('.puntari-card')),
    ),
  );
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

  it('change one kind of part alone, and not in the part of another theme inside', async () => {
    assert.deepEqual(await cornersIn('aside'), ['32px', '16px']);
    assert.deepEqual(await cornersIn('#inner'), ['2px', '4px']);
  });

  it('let a part follow the role that the page changes further in, unless they have said more', async () => {
    await page.addStyleTag({
      content: 'main { --puntari-radius-small: 0.5em; --puntari-radius-large: 1.5em; }',
    });
    // The page has the theme that was linked last, which has said how round its buttons are.
    assert.deepEqual(await cornersIn('main'), ['32px', '24px']);
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

  it('are light on paper, where a dark part is printed with its backgrounds', async () => {
    const onScreen = await colorIn('aside', '--puntari-color-success-surface');
    await page.emulateMediaType('print');
    const names = ['color-success-surface', 'color-border', 'color-action'];
    for (const name of names.map((each) => `--puntari-${each}`))
      assert.equal(await colorIn('aside', name), await colorIn('#light', name));
    assert.notEqual(await colorIn('aside', '--puntari-color-success-surface'), onScreen);
    await page.emulateMediaType();
  });
});

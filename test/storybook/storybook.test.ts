/**
 * The Storybook that is published, from a web server: every page of text passes axe and keeps the console silent, and a
 * stranger finds a state. What the stories themselves are, `test/every-story.test.ts` sweeps.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers } from '../../scripts/lib/browsers.js';
import { serveFolder, type Site } from './serve.js';

const FOLDER = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

interface Entry {
  readonly id: string;
  readonly type: 'docs' | 'story';
  readonly title: string;
  readonly name: string;
}

function entries(): readonly Entry[] {
  if (!existsSync(`${FOLDER}index.json`))
    throw new Error('Storybook is not built: npm run storybook:build.');
  const index = JSON.parse(readFileSync(`${FOLDER}index.json`, 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  return Object.values(index.entries);
}

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'target-size': { enabled: true },
    'label-content-name-mismatch': { enabled: true },
    // The page of text is a frame of Storybook's, which has the landmarks.
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
  },
  resultTypes: ['violations'],
};

interface WithAxe {
  readonly axe: { run(root: Document, options: object): Promise<AxeResults> };
}

interface WithChannel {
  readonly __STORYBOOK_ADDONS_CHANNEL__: { emit(name: string, data: object): void };
}

async function problemsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as WithAxe;
    return (await axe.run(document, options)).violations;
  }, OPTIONS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html.slice(0, 200)}`,
    ),
  );
}

/** Until Storybook has shown it, and the widgets on it have their words. */
async function shown(page: Page): Promise<void> {
  await page.waitForSelector('body:not(.sb-show-preparing-docs, .sb-show-preparing-story)');
  await page.waitForFunction(() => {
    const { classList } = document.body;
    if (classList.contains('sb-show-errordisplay') || classList.contains('sb-show-nopreview'))
      throw new Error(`Nothing to show: ${document.body.innerText.slice(0, 500)}`);
    return classList.contains('sb-show-main');
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => /^(puntari|story)-/.test(localName))
      .every((widget) => (widget as Element & { isReady?: boolean }).isReady === true),
  );
}

/** What is changed in a playground whose record has no title. */
const CHANGES: Readonly<
  Record<string, { path: readonly string[]; value: string | number; shown?: string }>
> = {
  'Widgets/Panel composition': { path: ['panel', 'name'], value: 'Uusi otsikko' },
  'Widgets/Participation level': { path: ['level'], value: 5, shown: 'taso 5/5' },
};

describe('the published Storybook', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  /** What the page that is open has said on the console. */
  let said: string[];

  before(async () => {
    site = await serveFolder(FOLDER);
    const { chromium } = findBrowsers();
    browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGUMENTS });
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
  });

  beforeEach(() => {
    said = [];
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const { id, title } of entries().filter(({ type }) => type === 'docs')) {
    it(`has a page of text that passes axe and logs nothing: ${title}`, async () => {
      await page.goto(`${site.address}iframe.html?viewMode=docs&id=${id}`);
      await page.waitForSelector('#storybook-docs h1');
      await shown(page);
      assert.deepEqual(await problemsIn(page), []);
      assert.deepEqual(said, []);
    });
  }

  for (const { id, title } of entries().filter(({ name }) => name === 'Playground')) {
    it(`has a playground that follows its controls and logs nothing: ${title}`, async () => {
      await page.goto(`${site.address}iframe.html?viewMode=story&id=${id}`);
      await shown(page);
      const change = CHANGES[title] ?? { path: ['title'], value: 'Uusi otsikko' };
      await page.evaluate(
        (storyId, { path, value }) => {
          const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as WithChannel;
          const widget = [...document.querySelectorAll('*')].find(({ localName }) =>
            localName.startsWith('puntari-'),
          );
          const { record } = widget as Element & { readonly record: object };
          const changed = structuredClone(record) as Record<string, unknown>;
          const last = path.at(-1) ?? '';
          const place = path
            .slice(0, -1)
            .reduce((part, key) => part[key] as Record<string, unknown>, changed);
          place[last] = value;
          channel.emit('updateStoryArgs', { storyId, updatedArgs: { record: changed } });
        },
        id,
        change,
      );
      await page.waitForSelector(`#storybook-root ::-p-text(${change.shown ?? change.value})`);
      assert.deepEqual(said, []);
    });
  }

  it('leads a stranger to the closed state of the volunteer form in three clicks', async () => {
    await page.goto(site.address);
    const click = async (text: string): Promise<void> => {
      const link = await page.waitForSelector(`nav ::-p-text(${text})`);
      await link?.click();
    };
    await click('Volunteer form');
    await click('Closed');
    const frame = await page.waitForFrame((one: Frame) => one.url().includes('iframe.html'));
    await frame.waitForSelector('puntari-volunteer-form ::-p-text(Ilmoittautuminen on päättynyt)');
    assert.match(page.url(), /widgets-volunteer-form--closed/);
  });

  it('says what state things are in, as data', async () => {
    const answer = await fetch(`${site.address}state.json`);
    const state = (await answer.json()) as { readonly widgets: readonly { size?: number }[] };
    assert.ok(state.widgets.length >= 4);
    for (const widget of state.widgets)
      assert.ok((widget.size ?? 0) > 0, 'Run npm run build first.');
  });
});

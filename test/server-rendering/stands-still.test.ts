/** Who reads a page from a server is not thrown off by the script: what it adds has had its place. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

import type { Browser, Page } from 'puppeteer-core';
import { renderWidget, type WidgetName } from 'puntari/server';

import { statementWith } from '../../stories/fixtures/statement.js';
import { topicWith } from '../../stories/fixtures/topic.js';
import { launchBrowser } from './browsers.js';
import { type Pages, servePages } from './server.js';

const topics = ['a', 'b', 'c', 'd', 'e'].map((id) => topicWith({ id }));

/** So long that it has a search. */
const statement = {
  ...statementWith(),
  items: ['a', 'b'].flatMap((part) =>
    statementWith().items.map((item) => ({ ...item, id: `${part}${item.id}` })),
  ),
};

/** A widget, its record, what the script adds, and what of the page has to stay where it is. */
const PRINTED: readonly (readonly [
  name: WidgetName,
  record: unknown,
  attributes: Readonly<Record<string, string>>,
  added: string,
  still: string,
])[] = [
  [
    'topic-list',
    { schemaVersion: 1, version: '1', id: 'aiheet', title: { fi: 'Aiheet' }, topics },
    {},
    'summary',
    '[slot=document]',
  ],
  ['statement-viewer', statement, {}, '.head button', '[slot=document]'],
  ['topic-card', topicWith(), { action: '/api/topics' }, '.actions button', '#below'],
];

/** Two lines: how many lines the words of a button's note take is known only when they are there. */
const HARDLY = 48;

const WIDTHS = [320, 1000];

const pageWith = (html: string): string =>
  `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Sivu</title><link rel="stylesheet" href="/puntari/themes/neutral.css"></head><body>${html}<p id="below">Alla</p></body></html>`;

const topOf = (page: Page, selector: string): Promise<number> =>
  page.$eval(selector, (element) => element.getBoundingClientRect().top);

async function takeOver(page: Page, tag: string, added: string): Promise<void> {
  await page.evaluate(() => import(new URL('/puntari/puntari.js', location.href).href));
  await page.waitForFunction(
    (name, selector) =>
      document.querySelector(name)?.matches(':defined') === true &&
      (document.querySelector(name)?.shadowRoot?.querySelector<HTMLElement>(selector)
        ?.offsetHeight ?? 0) > 0,
    {},
    tag,
    added,
  );
  await page.waitForNetworkIdle({ idleTime: 400 });
}

describe('a page from the server, when the script takes over', () => {
  let browser: Browser;
  let pages: Pages;

  before(async () => {
    pages = await servePages();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await pages.close();
  });

  for (const [name, record, attributes, added, still] of PRINTED) {
    for (const width of WIDTHS) {
      it(
        `leaves a ${name} where it stood, ${String(width)} px wide`,
        { timeout: 30_000 },
        async () => {
          const html = await renderWidget(name, {
            record,
            lang: 'fi',
            attributes,
            assets: '/puntari/',
          });
          pages.put('/', pageWith(html));
          const page = await browser.newPage();
          await page.setViewport({ width, height: 800 });
          await page.goto(pages.origin, { waitUntil: 'networkidle0' });
          const stood = await topOf(page, still);
          await takeOver(page, `puntari-${name}`, added);
          const moved = Math.abs((await topOf(page, still)) - stood);
          assert.ok(moved < HARDLY, `moved by ${String(moved)} px`);
          await page.close();
        },
      );
    }
  }

  describe('where the record is not in the page', () => {
    const printed = async (): Promise<string> =>
      pageWith(
        await renderWidget('statement-viewer', {
          record: statement,
          lang: 'fi',
          assets: '/puntari/',
          attributes: { src: '/statement.json' },
          inlineRecord: false,
        }),
      );
    const lastWords = `[data-item="${statement.items.at(-1)!.id}"]`;
    let page: Page;

    beforeEach(async () => {
      pages.put('/', await printed());
      page = await browser.newPage();
      await page.setViewport({ width: 1000, height: 800 });
    });

    afterEach(() => page.close());

    it('leaves the text where it stood, and makes no second one', { timeout: 30_000 }, async () => {
      pages.put('/statement.json', JSON.stringify(statement));
      await page.goto(pages.origin, { waitUntil: 'networkidle0' });
      const stood = await topOf(page, '[slot=document]');
      const text = await page.$('[slot=document]');
      await takeOver(page, 'puntari-statement-viewer', '.head button');
      const moved = Math.abs((await topOf(page, '[slot=document]')) - stood);
      assert.ok(moved < HARDLY, `moved by ${String(moved)} px`);
      assert.equal((await page.$$('[slot=document]')).length, 1);
      assert.ok(await text?.evaluate((element) => element.isConnected));
    });

    it('keeps the text in sight when the record does not come', { timeout: 30_000 }, async () => {
      pages.put('/statement.json', 'no JSON');
      await page.goto(pages.origin, { waitUntil: 'networkidle0' });
      await page.evaluate(() => import(new URL('/puntari/puntari.js', location.href).href));
      await page.waitForNetworkIdle({ idleTime: 400 });
      assert.ok(await page.$eval(lastWords, (item) => item.checkVisibility()));
    });
  });

  describe('where scripts are off', () => {
    it('keeps no place for what never comes', { timeout: 30_000 }, async () => {
      const { items, ...rest } = statement;
      const unanswered = items.map(({ response: _, ...item }) => ({ ...item, kind: 'fact' }));
      const html = await renderWidget('statement-viewer', {
        record: { ...rest, items: unanswered },
        lang: 'fi',
        assets: '/puntari/',
      });
      pages.put('/', pageWith(html));
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(pages.origin, { waitUntil: 'networkidle0' });
      const widget = await topOf(page, 'puntari-statement-viewer');
      assert.equal(await topOf(page, '[slot=document]'), widget);
      await page.close();
    });
  });
});

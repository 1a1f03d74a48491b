/** A long page comes over a slow line: its text can be read before its record, which is as long, has come. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Browser } from 'puppeteer-core';
import { renderWidget } from 'puntari/server';

import { statementWith } from '../../stories/fixtures/statement.js';
import { launchBrowser } from './browsers.js';
import { type Pages, servePages } from './server.js';

const statement = statementWith();
/** What the reader has come for: the answer to the last item stands at the end. */
const LAST = statement.items.at(-1)!.id;

describe('a statement from the server, on a line that breaks down within the record', () => {
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

  it('shows its last item', { timeout: 20_000 }, async () => {
    const html = await renderWidget('statement-viewer', {
      record: statement,
      lang: 'fi',
      assets: '/puntari/',
    });
    const [beforeRecord, record = ''] = html.split('<script type="application/json">');
    assert.notEqual(record, '');
    pages.putBeginning(
      '/',
      `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Lausuma</title></head><body>${String(beforeRecord)}<script type="application/json">${record.slice(0, 100)}`,
    );
    const page = await browser.newPage();
    // It never ends, so there is nothing to wait for but the text.
    page.goto(pages.origin).catch(() => undefined);
    await page.waitForSelector(`[data-item="${LAST}"]`, { visible: true, timeout: 10_000 });
  });
});

/** A person on a slow line writes before the script has come. Not a letter may be lost when it takes over. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import type { Browser, Page } from 'puppeteer-core';
import { renderWidget } from 'puntari/server';

import { channelWith } from '../../stories/fixtures/feedback-channel.js';
import { launchBrowser } from './browsers.js';
import { type Pages, servePages, STATUS_PATH } from './server.js';

const TEXT = 'Odotin linjalla 40 minuuttia.';

/** What stands in the form, as the person sees it. */
const shown = (page: Page): Promise<{ text: string; kind: string | undefined; count: string }> =>
  page.evaluate(() => {
    const root = document.querySelector('puntari-feedback-block')?.shadowRoot;
    return {
      text: root?.querySelector('textarea')?.value ?? '',
      kind: root?.querySelector<HTMLInputElement>('[name=kind]:checked')?.value,
      count: root?.querySelector('p[aria-hidden]')?.textContent.trim() ?? '',
    };
  });

describe('a feedback block from the server', () => {
  let browser: Browser;
  let pages: Pages;
  let page: Page;

  before(async () => {
    pages = await servePages();
    const html = await renderWidget('feedback-block', {
      record: channelWith(),
      lang: 'fi',
      attributes: { action: STATUS_PATH },
    });
    pages.put(
      '/',
      `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Palaute</title></head><body>${html}</body></html>`,
    );
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(pages.origin, { waitUntil: 'networkidle0' });
    await page.evaluate(() => {
      const root = document.querySelector('puntari-feedback-block')?.shadowRoot;
      root?.querySelector<HTMLInputElement>('[name=kind]')?.click();
      const area = root?.querySelector('textarea');
      area?.focus();
      // A property is seen on this element alone, not on one that is made anew.
      if (area) Object.assign(area, { isFromServer: true });
    });
    await page.keyboard.type(TEXT);
  });

  after(async () => {
    await browser.close();
    await pages.close();
  });

  it('shows what was written before the script', async () => {
    assert.equal((await shown(page)).text, TEXT);
  });

  it(
    'keeps it, the choice and the focus when the script takes over',
    { timeout: 20_000 },
    async () => {
      const chosen = (await shown(page)).kind;
      await page.evaluate(async () => {
        await import(new URL('/puntari/puntari.js', location.href).href);
        await customElements.whenDefined('puntari-feedback-block');
      });
      // The count follows the state, so it tells when the state has what was written.
      const left = `${String(channelWith().limits.textMax - TEXT.length)} merkkiä jäljellä`;
      while ((await shown(page)).count !== left) await setTimeout(50);
      const { text, kind } = await shown(page);
      assert.deepEqual({ text, kind }, { text: TEXT, kind: chosen });
      const focused = await page.evaluate(() => {
        const root = document.querySelector('puntari-feedback-block')?.shadowRoot ?? document;
        const { activeElement } = root;
        return {
          name: activeElement?.localName,
          count: root.querySelectorAll('textarea').length,
          isFromServer: activeElement !== null && 'isFromServer' in activeElement,
        };
      });
      assert.deepEqual(focused, { name: 'textarea', count: 1, isFromServer: true });
    },
  );
});

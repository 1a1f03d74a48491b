/** The topic form from the server: usable before the script and without it, and not a letter lost when the script comes. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { checkProposal, proposalFromFields } from '@puntari/contracts';
import type { Browser, Page } from 'puppeteer-core';
import { renderFormPage, renderWidget } from 'puntari/server';

import { callWith, PROPOSAL } from '../../stories/fixtures/topic-call.js';
import { launchBrowser } from './browsers.js';
import { type Pages, servePages, STATUS_PATH } from './server.js';

const call = callWith();

/** The names of all fields in a page of HTML, each once. */
const namesIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map((m) => m[1]!),
  ),
];

const FIELDS = [
  'title',
  'question',
  'background',
  'suitability/reasons',
  'suitability/text',
  'area/ids',
  'area/text',
  'decision/id',
  'decision/text',
  'proposer/kind',
  'proposer/name',
  'proposer/email',
  'proposer/phone',
  'nameMayBePublished',
];

const widget = (record: unknown, lang = 'fi'): Promise<string> =>
  renderWidget('topic-form', { record, lang, attributes: { action: STATUS_PATH } });

describe('a topic form printed on a server', () => {
  it('is a native form that asks for everything, and for a page on which to check it', async () => {
    const html = await widget(call);
    assert.match(html, new RegExp(`<form[^>]* method="post"[^>]* action="${STATUS_PATH}"`));
    assert.deepEqual(namesIn(html), ['lang', 'start', ...FIELDS]);
    assert.match(html, /<input type="hidden" name="start" value="true"/);
    assert.doesNotMatch(html, / checked[ >=]/);
  });

  it('asks nothing before the call opens and after it has closed', async () => {
    for (const record of [
      callWith({ opens: '2098-01-11T09:00:00+02:00', closes: '2098-02-11T09:00:00+02:00' }),
      callWith({ opens: '2020-01-11T09:00:00+02:00', closes: '2020-02-11T09:00:00+02:00' }),
    ]) {
      const html = await widget(record);
      assert.deepEqual(namesIn(html), []);
      assert.match(html, /Tee kuntalaisaloite/);
    }
  });
});

describe('the topic form as one page', () => {
  const page = (lang: string, values = {}): Promise<string> =>
    renderFormPage('proposal', {
      record: call,
      action: '/api/topics',
      lang,
      values,
      errors: checkProposal(call, proposalFromFields(call, values, lang)),
    });

  it('tells first what the call is for, who chooses and until when', async () => {
    const html = await renderFormPage('proposal', {
      record: call,
      action: '/api/topics',
      lang: 'fi',
      values: {},
      errors: [],
    });
    const [told = ''] = html.split('<form');
    for (const text of ['Asukkaat tietävät', 'Kuka valitsee aiheet', 'Valtuusto', 'klo\u00A016.00'])
      assert.ok(told.includes(text), text);
    assert.match(html, /Ehdotus ei ole vielä päätös/);
  });

  it('has every field with what was written, and sends', async () => {
    const html = await page('fi', PROPOSAL);
    assert.deepEqual(namesIn(html), ['lang', ...FIELDS]);
    assert.match(html, /<form method="post" action="\/api\/topics"/);
    assert.match(html, /value="Rantaraitin valaistus"/);
    assert.match(html, />\nMiten Rantaraitti valaistaan niin/);
    assert.match(html, /value="tapiola"\s+checked/);
    assert.match(html, /Lähetä ehdotus<\/button>/);
    assert.doesNotMatch(html, /Virhe:|<script|style=/);
  });

  it('says what is missing, with a link to each field', async () => {
    const html = await page('sv');
    assert.match(html, /Rätta 6 fel/);
    for (const id of ['title', 'question', 'suitability-reasons', 'proposer-kind', 'proposer-name'])
      assert.ok(html.includes(`href="#field-${id}"`) && html.includes(`id="field-${id}"`), id);
    assert.match(html, /Fel:\s*Skriv ämnets namn/);
  });

  it('is in Arabic from right to left', async () => {
    const html = await page('ar');
    assert.match(html, /^<div class="puntari-form" lang="ar" dir="rtl">/);
    assert.match(html, /إرسال الاقتراح/);
  });
});

describe('a topic form from the server that the script takes over', () => {
  const TEXT = 'Pitäisikö rantaan saada valot?';
  let browser: Browser;
  let pages: Pages;
  let page: Page;

  before(async () => {
    pages = await servePages();
    pages.put(
      '/',
      `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Aiheet</title></head><body>${await widget(call)}</body></html>`,
    );
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(pages.origin, { waitUntil: 'networkidle0' });
    await page.evaluate(() => {
      const root = document.querySelector('puntari-topic-form')?.shadowRoot;
      root?.querySelector<HTMLInputElement>('[name="area/ids"]')?.click();
      root?.querySelector<HTMLTextAreaElement>('[name=question]')?.focus();
    });
    await page.keyboard.type(TEXT);
  });

  after(async () => {
    await browser.close();
    await pages.close();
  });

  it('keeps what was written and chosen, and helps with it', { timeout: 20_000 }, async () => {
    await page.evaluate(async () => {
      await import(new URL('/puntari/puntari.js', location.href).href);
      await customElements.whenDefined('puntari-topic-form');
    });
    const shown = (): Promise<Record<string, unknown>> =>
      page.evaluate(() => {
        const root = document.querySelector('puntari-topic-form')!.shadowRoot!;
        return {
          text: root.querySelector<HTMLTextAreaElement>('[name=question]')?.value,
          isTicked: root.querySelector<HTMLInputElement>('[name="area/ids"]')?.checked,
          advice: root.querySelector('#advice') !== null,
          focus: root.activeElement?.id,
        };
      });
    while (!(await shown()).advice) await setTimeout(50);
    assert.deepEqual(await shown(), {
      text: TEXT,
      isTicked: true,
      advice: true,
      focus: 'field-question',
    });
  });
});

/** What a page asks for until a widget can be read: each file costs a slow telephone, and each wait for another one more. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import type { HTTPRequest } from 'puppeteer-core';

import { CDN, LOADER } from './support/receiver.js';
import { openSite, openStage } from './support/stage.js';
import { until } from './support/until.js';

const site = await openSite(CDN);
const stage = await openStage();

const LIST = {
  schema: 'puntari.topicList',
  schemaVersion: 1,
  id: 'aiheet',
  version: '1',
  title: { fi: 'Aiheet', sv: 'Ämnen' },
  topics: [
    {
      schemaVersion: 1,
      id: 'bussit',
      version: '1',
      question: { fi: 'Miten bussit kulkevat?', sv: 'Hur går bussarna?' },
      summary: { fi: 'Linjat', sv: 'Linjer' },
      title: { fi: 'Bussilinjat', sv: 'Busslinjer' },
      status: 'proposed',
      decision: { body: { name: { fi: 'Valtuusto', sv: 'Fullmäktige' } } },
      year: 2027,
    },
  ],
};

interface Visit {
  readonly asked: string[];
  /** Lets the scripts of widgets come. */
  readonly release: () => void;
  /** Lets the record come. */
  readonly answer: () => void;
}

interface Held {
  readonly lang?: string;
  /** The language of the part of the page in which the list stands. */
  readonly around?: string;
  /** Stands in the tag of the list. */
  readonly inside?: string;
}

/** Opens a page with a list of topics and keeps back the scripts of widgets and the record. */
async function openHeldBack({ lang = 'fi', around = '', inside = '' }: Held = {}): Promise<Visit> {
  const { page } = stage.visitor;
  site.putJson('/topics.json', JSON.stringify(LIST));
  const address = site.putPage(
    '/',
    `<div ${around && `lang="${around}"`}>
      <puntari-topic-list src="/topics.json"><p>Odota hetki.</p>${inside}</puntari-topic-list>
    </div>`,
    `<script>document.documentElement.lang = '${lang}'</script>
    <script type="module" src="${LOADER}"></script>`,
  );
  const asked: string[] = [];
  const isHeld = { widgets: true, record: true };
  const held = { widgets: [] as HTTPRequest[], record: [] as HTTPRequest[] };
  page.removeAllListeners('request');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    asked.push(pathname.replace(/-[\w-]{5}\.js$/, ''));
    const kind = pathname.includes('/widgets/') ? 'widgets' : 'record';
    const mayWait = kind === 'widgets' || pathname === '/topics.json';
    if (mayWait && isHeld[kind]) held[kind].push(request);
    else void request.continue();
  });
  const letCome = (kind: keyof typeof held) => (): void => {
    isHeld[kind] = false;
    for (const request of held[kind]) void request.continue();
  };
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await until('the widget is asked for', () => Promise.resolve(held.widgets.length > 0));
  return { asked, release: letCome('widgets'), answer: letCome('record') };
}

const wordsOf = (asked: readonly string[]): string[] =>
  asked.filter((path) => path.includes('/locales/')).map((path) => path.split('/').at(-1) ?? '');

describe('a page with a list of topics', () => {
  describe('while the script of the list is on its way', () => {
    it('has asked for the words of its language', async () => {
      const { asked, release } = await openHeldBack({ lang: 'sv-FI' });
      await until('words are asked for', () => Promise.resolve(wordsOf(asked).length > 0));
      assert.deepEqual(wordsOf(asked), ['topic-list.sv']);
      release();
    });

    it('has asked for those of the part of the page in which it stands', async () => {
      const { asked, release } = await openHeldBack({ around: 'en-GB' });
      await until('words are asked for', () => Promise.resolve(wordsOf(asked).length > 0));
      assert.deepEqual(wordsOf(asked), ['topic-list.en']);
      release();
    });
  });

  describe('while the script of the list is on its way', () => {
    const records = (asked: readonly string[]): string[] =>
      asked.filter((path) => path === '/topics.json');

    it('has asked for the record, which the list then shows', async () => {
      const { asked, release, answer } = await openHeldBack();
      await until('the record is asked for', () => Promise.resolve(records(asked).length > 0));
      answer();
      release();
      await stage.visitor.page.waitForSelector('article');
      assert.equal(records(asked).length, 1);
    });

    it('asks for no record where one stands in the tag', async () => {
      const inline = `<script type="application/json">${JSON.stringify(LIST)}</script>`;
      const { asked, release } = await openHeldBack({ inside: inline });
      release();
      await stage.visitor.page.waitForSelector('article');
      assert.deepEqual(records(asked), []);
    });

    it('shows the record of another address where the page has changed it meanwhile', async () => {
      const { page } = stage.visitor;
      const [topic] = LIST.topics;
      const other = { ...LIST, topics: [{ ...topic, title: 'Puistot' }] };
      site.putJson('/other.json', JSON.stringify(other));
      const { release, answer } = await openHeldBack();
      await page.$eval('puntari-topic-list', (list) => {
        list.setAttribute('src', '/other.json');
      });
      answer();
      release();
      await page.waitForSelector('article[aria-label="Puistot"]');
    });
  });

  describe('when the list can be read', () => {
    it('has asked for no further words', async () => {
      for (const [lang, title] of [
        ['sv', 'Busslinjer'],
        ['fi', 'Bussilinjat'],
        ['ar', 'Bussilinjat'],
      ] as const) {
        const { asked, release, answer } = await openHeldBack({ lang });
        answer();
        release();
        const { page } = stage.visitor;
        await until('the topic stands there', () =>
          page.evaluate(
            (text) => document.querySelector('article')?.textContent.includes(text),
            title,
          ),
        );
        const expected = lang === 'sv' ? 'topic-list.sv' : 'topic-list.fi';
        assert.deepEqual([...new Set(wordsOf(asked))], [expected], lang);
      }
    });

    it('has asked for the list and what all widgets need, and nothing in small pieces', async () => {
      const { asked, release, answer } = await openHeldBack();
      const { page } = stage.visitor;
      release();
      await page.waitForSelector('puntari-topic-list:defined');
      // What comes with the text, and after it, is asked for when there is one.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      const scripts = asked.filter((path) => /\/(widgets|chunks|locales)\//.test(path));
      answer();
      await page.waitForSelector('article');
      const preload = JSON.parse(readFileSync(join(CDN, LOADER, '..', 'preload.json'), 'utf8')) as {
        'topic-list': { fi: string[] };
      };
      const named = preload['topic-list'].fi.map((file) => file.replace(/-[\w-]{5}\.js$/, ''));
      assert.equal(named.length, 3);
      assert.deepEqual(
        scripts.map((path) => path.split('/').slice(-2).join('/')).sort(),
        [...named].sort(),
      );
    });
  });
});

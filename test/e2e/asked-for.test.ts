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
      id: 'bussit',
      title: { fi: 'Bussilinjat', sv: 'Busslinjer' },
      status: 'proposed',
      decision: { body: { name: { fi: 'Valtuusto', sv: 'Fullmäktige' } } },
      year: 2027,
    },
  ],
};

/** Opens a page with a list of topics and keeps the scripts of widgets back until `release` is called. */
async function openHeldBack(
  lang: string,
  around = '',
): Promise<{ asked: string[]; release: () => void }> {
  const { page } = stage.visitor;
  site.putJson('/topics.json', JSON.stringify(LIST));
  const address = site.putPage(
    '/',
    `<div ${around && `lang="${around}"`}>
      <puntari-topic-list src="/topics.json"><p>Odota hetki.</p></puntari-topic-list>
    </div>`,
    `<script>document.documentElement.lang = '${lang}'</script>
    <script type="module" src="${LOADER}"></script>`,
  );
  const asked: string[] = [];
  const held: HTTPRequest[] = [];
  let isReleased = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    asked.push(new URL(request.url()).pathname.replace(/-[\w-]{5}\.js$/, ''));
    if (!isReleased && request.url().includes('/widgets/')) held.push(request);
    else void request.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await until('the widget is asked for', () => Promise.resolve(held.length > 0));
  return {
    asked,
    release: () => {
      isReleased = true;
      for (const request of held) void request.continue();
    },
  };
}

const wordsOf = (asked: readonly string[]): string[] =>
  asked.filter((path) => path.includes('/locales/')).map((path) => path.split('/').at(-1) ?? '');

describe('a page with a list of topics', () => {
  describe('while the script of the list is on its way', () => {
    it('has asked for the words of its language', async () => {
      const { asked, release } = await openHeldBack('sv-FI');
      await until('words are asked for', () => Promise.resolve(wordsOf(asked).length > 0));
      assert.deepEqual(wordsOf(asked), ['topic-list.sv']);
      release();
    });

    it('has asked for those of the part of the page in which it stands', async () => {
      const { asked, release } = await openHeldBack('fi', 'en-GB');
      await until('words are asked for', () => Promise.resolve(wordsOf(asked).length > 0));
      assert.deepEqual(wordsOf(asked), ['topic-list.en']);
      release();
    });
  });

  describe('when the list can be read', () => {
    it('has asked for no further words', async () => {
      for (const [lang, title] of [
        ['sv', 'Busslinjer'],
        ['fi', 'Bussilinjat'],
        ['ar', 'Bussilinjat'],
      ] as const) {
        const { asked, release } = await openHeldBack(lang);
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
        page.removeAllListeners('request');
        await page.setRequestInterception(false);
      }
    });

    it('has asked for the list and what all widgets need, and nothing in small pieces', async () => {
      const { asked, release } = await openHeldBack('fi');
      const { page } = stage.visitor;
      release();
      await page.waitForSelector('article');
      const preload = JSON.parse(readFileSync(join(CDN, LOADER, '..', 'preload.json'), 'utf8')) as {
        'topic-list': { fi: string[] };
      };
      const named = preload['topic-list'].fi.map((file) => file.replace(/-[\w-]{5}\.js$/, ''));
      assert.equal(named.length, 3);
      const first = asked.slice(0, asked.indexOf('/topics.json'));
      const scripts = first.filter((path) => /\/(widgets|chunks|locales)\//.test(path));
      assert.deepEqual(
        scripts.map((path) => path.split('/').slice(-2).join('/')).sort(),
        [...named].sort(),
      );
    });
  });
});

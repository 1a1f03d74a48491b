/** Pages whose script is off, blocked, or fails half-way: everything is readable, and the plain form can be sent. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { beforeEach, describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { ESPOO } from './support/answers.js';
import { PAGES } from './support/receiver.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';

const stage = await openStage();

/** The addresses of the demo's pages. */
const paths = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

interface Tag {
  readonly name: string;
  readonly text: string;
  readonly isVisible: boolean;
  readonly phone: boolean;
  readonly plainForm: string | null;
}

/** What can be read in each of our tags. */
const tagsOn = (page: Page): Promise<Tag[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter(({ localName }) => localName.startsWith('puntari-'))
      .map((element) => {
        const parts = [...element.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, li')];
        const link = element.querySelector('a[href^="/api/"]');
        return {
          name: element.localName,
          text: element.textContent.trim(),
          isVisible: parts.length > 1 && parts.every((part) => part.checkVisibility()),
          phone: element.querySelector('a[href^="tel:"]')?.checkVisibility() ?? false,
          plainForm: link?.checkVisibility() ? link.getAttribute('href') : null,
        };
      }),
  );

function expectReadable(tags: readonly Tag[]): void {
  for (const tag of tags) {
    assert.ok(tag.text.length > 40, `${tag.name} says "${tag.text}"`);
    assert.ok(tag.isVisible, `${tag.name} can be seen`);
    if (!/form|feedback/.test(tag.name)) continue;
    assert.ok(tag.phone, `${tag.name} names another channel`);
    assert.match(
      tag.plainForm ?? '',
      /^\/api\/.+\?lang=\w\w$/,
      `${tag.name} links to the plain form`,
    );
  }
}

describe('a page without JavaScript', () => {
  beforeEach(() => stage.visitor.page.setJavaScriptEnabled(false));

  it('says everything in its tags, and names another channel where one writes', async () => {
    const met: string[] = [];
    for (const path of paths) {
      await stage.visitor.page.goto(stage.receiver.origin + path);
      const tags = await tagsOn(stage.visitor.page);
      expectReadable(tags);
      met.push(...tags.map(({ name }) => name));
    }
    assert.deepEqual([...new Set(met)].sort(), [
      'puntari-feedback-block',
      'puntari-panel-composition',
      'puntari-statement-viewer',
      'puntari-topic-card',
      'puntari-topic-form',
      'puntari-topic-list',
      'puntari-volunteer-form',
    ]);
  });

  describe('when the plain form is opened by its link', () => {
    let page: Page;

    beforeEach(async () => {
      ({ page } = stage.visitor);
      await page.goto(`${stage.receiver.origin}/espoo/`);
      await Promise.all([
        page.waitForNavigation(),
        page.click('puntari-volunteer-form a[href^="/api/"]'),
      ]);
    });

    /** Fills in what of the answers has a field, as a person does. */
    async function fill(answers: typeof ESPOO): Promise<void> {
      for (const [name, given] of Object.entries(answers)) {
        const field = `[name="${name}"]`;
        const type = await page.$eval(field, (control) => (control as HTMLInputElement).type);
        if (type === 'radio' || type === 'checkbox') {
          for (const value of [given].flat()) await page.click(`${field}[value="${value}"]`);
        } else {
          await page.$eval(field, (control) => ((control as HTMLInputElement).value = ''));
          await page.type(field, String(given));
        }
      }
    }

    async function send(): Promise<number | undefined> {
      const [answer] = await Promise.all([
        page.waitForNavigation(),
        page.click('main form button[type=submit]'),
      ]);
      return answer?.status();
    }

    const text = (): Promise<string> => page.$eval('main', (main) => main.innerText);

    it('comes back with errors and with what was filled in, and takes the mended form', async () => {
      const { 'strata/area': area, ...others } = ESPOO;
      await fill({ ...others, birthYear: '85' });
      assert.equal(await send(), 422);
      assert.match(await page.title(), /^Virhe: /);
      assert.match(await text(), /Korjaa 2 kohtaa/);
      const broken = await page.$$eval('#error-summary + ul a', (links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => document.querySelector(href) === null),
      );
      assert.deepEqual(broken, [], 'every error leads to its field');
      const values = await page.$eval('main form', (form) =>
        [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`),
      );
      for (const kept of [
        'birthYear=85',
        'contact/lastName=Ähtäri-Öhman',
        'strata/gender=woman',
        'availability=paiva-3',
        'support/note=Liikun pyörätuolilla.',
        'consent/process=true',
      ])
        assert.ok(values.includes(kept), `${kept} is kept`);
      await fill({ birthYear: '1985', 'strata/area': area ?? '' });
      assert.equal(await send(), 200);
      const [row, ...more] = stage.receiver.registrations();
      assert.deepEqual(more, []);
      assert.match(await text(), /Ilmoittautumisesi on vastaanotettu/);
      assert.ok((await text()).includes(String(row?.['reference'])), 'the reference is shown');
      assert.match(page.url(), /\/receipts\//);
      const sent = JSON.parse(String(row?.['submission'])) as Record<string, unknown>;
      assert.equal(sent['birthYear'], 1985);
      assert.deepEqual(sent['strata'], {
        gender: 'woman',
        education: 'secondary',
        area: 'vanha-espoo',
        language: 'fi',
      });
    });

    it('gives the same reference when the same is sent again after Back', async () => {
      await fill(ESPOO);
      await send();
      const reference = await page.$eval('.reference', ({ textContent }) => textContent);
      await page.goBack();
      await page.$eval('main form', (form) => {
        form.reset();
      });
      await fill(ESPOO);
      await send();
      assert.equal(await page.$eval('.reference', ({ textContent }) => textContent), reference);
      assert.equal(stage.visitor.posts.length, 2);
      assert.equal(stage.receiver.registrations().length, 1);
    });
  });
});

describe('a page whose script does not come', () => {
  for (const [what, pattern] of [
    ['the loader', /\/puntari\.js$/],
    ['a widget', /\/widgets\//],
    ['a shared chunk', /\/chunks\/.*\.js/],
    ['the words file', /\/locales\//],
  ] as const) {
    it(`keeps its text when ${what} is blocked, and throws nothing`, async () => {
      const { page, thrown } = stage.visitor;
      let blocked = 0;
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (!pattern.test(new URL(request.url()).pathname)) return void request.continue();
        blocked += 1;
        void request.abort('blockedbyclient');
      });
      await page.goto(`${stage.receiver.origin}/espoo/`);
      await page.evaluate(() => {
        document.querySelector('puntari-volunteer-form')?.scrollIntoView();
      });
      await until('something is blocked', () => blocked > 0);
      await page.waitForNetworkIdle({ idleTime: 80 });
      const tags = await tagsOn(page);
      assert.equal(tags.length, 2);
      expectReadable(tags);
      assert.deepEqual(thrown, []);
    });
  }
});

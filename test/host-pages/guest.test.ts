/** A widget is a guest: it heeds the bars of the page, leaves the page as it is, and is printed whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ESPOO, FORM } from '../e2e/support/answers.js';
import { deepActiveElement } from '../e2e/support/keyboard.js';
import { CDN } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { until } from '../e2e/support/until.js';
import { goToCheck, widgetOn } from '../e2e/support/widget.js';
import { headFrom, tagsOf, VIEWER } from './support/host-page.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

describe('a page with fixed bars', () => {
  const HEADER = 120;
  const FOOTER = 90;
  const HEIGHT = 600;
  const styles = `<style>
    :root { --puntari-sticky-top: ${String(HEADER)}px; --puntari-sticky-bottom: ${String(FOOTER)}px; }
    header, footer { position: fixed; inset-inline: 0; background: silver; z-index: 1; }
    header { inset-block-start: 0; block-size: ${String(HEADER)}px; }
    footer { inset-block-end: 0; block-size: ${String(FOOTER)}px; }
    body { padding-block: 600px; }
  </style>`;

  interface Place {
    readonly what: string;
    readonly top: number;
    readonly bottom: number;
  }

  /** Where the thing that has focus stands on the screen. */
  const placeOfFocus = async (): Promise<Place | undefined> => {
    const active = await stage.visitor.page.evaluateHandle(deepActiveElement);
    return active.evaluate((element) => {
      if (element === document.body) return undefined;
      const { top, bottom } = element.getBoundingClientRect();
      const what = `${element.localName} ${element.getAttribute('name') ?? element.textContent.trim()}`;
      return { what, top, bottom };
    });
  };

  it('never covers what has focus on the way forward', async () => {
    const { page } = stage.visitor;
    await page.setViewport({ width: 800, height: HEIGHT });
    const body = `<header></header>${tagsOf(stage.receiver).form}<footer></footer>`;
    await page.goto(site.putPage('/', body, headFrom('') + styles));
    const form = await widgetOn(page, FORM);
    const covered: Place[] = [];
    let met = 0;
    for (let step = 1; step <= 6; step += 1) {
      await form.goOn();
      for (let place = await placeOfFocus(); place; place = await placeOfFocus()) {
        met += 1;
        if (place.bottom <= HEADER || place.top >= HEIGHT - FOOTER) covered.push(place);
        await page.keyboard.press('Tab');
      }
      await form.answer(ESPOO);
    }
    assert.ok(met > 70, `${String(met)} things had focus`);
    assert.deepEqual(covered, []);
  });
});

describe('a page on which somebody has signed up', () => {
  it('has its title, address, history and attributes as before, and nothing is stored', async () => {
    const { page } = stage.visitor;
    await page.goto(site.putPage('/', tagsOf(stage.receiver).form, headFrom('')));
    const state = (): Promise<unknown> =>
      page.evaluate(() => ({
        title: document.title,
        address: location.href,
        history: [history.length, history.state as unknown],
        attributes: [document.documentElement, document.body].flatMap(({ attributes }) =>
          [...attributes].map(({ name, value }) => `${name}=${value}`),
        ),
        scripts: document.querySelectorAll('style, script:not([src])').length,
        stored: [document.cookie, localStorage.length, sessionStorage.length],
      }));
    const before = await state();
    const form = await widgetOn(page, FORM);
    await goToCheck(form, ESPOO);
    await form.goOn();
    assert.equal(await form.title(), 'Ilmoittautumisesi on vastaanotettu');
    assert.deepEqual(await state(), before);
    assert.deepEqual(before, {
      title: 'Sivu',
      address: `${site.origin}/`,
      history: [2, null],
      attributes: ['lang=fi'],
      scripts: 0,
      stored: ['', 0, 0],
    });
  });
});

describe('a statement on paper', () => {
  /** How many pages a print of the page has. */
  const printPages = async (): Promise<number> => {
    const pdf = Buffer.from(await stage.visitor.page.pdf()).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };

  it('has all its items, also those that nobody has scrolled to or that a filter hides', async () => {
    const { page } = stage.visitor;
    await page.goto(site.putPage('/', tagsOf(stage.receiver).viewer, headFrom('')));
    const viewer = await widgetOn(page, VIEWER);
    /** Pressed once it leaves the items with one answer, pressed again all. */
    const pressCount = (): Promise<unknown> =>
      viewer.inRoot((root) => {
        root.querySelector<HTMLElement>('button[data-status]')!.click();
      });
    /** How many items there are, are hidden, and are laid out. */
    const count = (): Promise<number[]> =>
      page.$$eval(`${VIEWER} [data-item]`, (items) => [
        items.length,
        items.filter((item) => item.hasAttribute('hidden')).length,
        items.filter((item) =>
          item.lastElementChild!.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
      ]);
    const [all = 0, , laidOut = 0] = await count();
    assert.ok(laidOut < all / 2, 'on the screen items wait until they are near');
    const whole = await printPages();
    await pressCount();
    await until('the filter hides', async () => ((await count())[1] ?? 0) > all / 2);
    assert.equal(await printPages(), whole, 'what the filter hides is printed too');
    await pressCount();
    await until('nothing is hidden', async () => (await count())[1] === 0);
    const visible = '{ content-visibility: visible !important; }';
    await page.addStyleTag({ content: `${VIEWER} [data-item] ${visible}` });
    // What is in sight is told anew with the next frame.
    await until('all is laid out', async () => (await count())[2] === all);
    assert.equal(await printPages(), whole, 'and so is what was not laid out');
    assert.ok(whole > 5, `${String(whole)} pages`);
  });

  it('has no links that lead around, and no heading at the foot of a page', async () => {
    const { page } = stage.visitor;
    await page.goto(site.putPage('/', tagsOf(stage.receiver).viewer, headFrom('')));
    await widgetOn(page, VIEWER);
    const waysOn = `${VIEWER} .puntari-way-on`;
    await page.waitForSelector(waysOn);
    await page.emulateMediaType('print');
    const looks = await page.$$eval(`${waysOn}, ${VIEWER} :is(h2, h3, h4)`, (parts) =>
      parts.map((part) => {
        const { display, breakAfter } = getComputedStyle(part);
        return display === 'none' || breakAfter === 'avoid';
      }),
    );
    await page.emulateMediaType();
    assert.ok(looks.length > 10 && looks.every(Boolean), looks.join());
  });
});

/** A widget speaks the language around it, changes with it, and loses nothing by it. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { ESPOO, FORM } from './support/answers.js';
import { deepActiveElement } from './support/keyboard.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();

let page: Page;

beforeEach(() => {
  ({ page } = stage.visitor);
});

/** Fills in the form up to the middle of a name, with the caret in the middle of it. */
async function fillHalf(form: WidgetOnPage): Promise<void> {
  while (!(await form.title()).startsWith('Vaihe 4/6')) {
    await form.answer(ESPOO);
    await form.goOn();
  }
  await form.answer({ 'address/city': 'Esbo' });
  await form.inRoot((root) => {
    root.querySelector<HTMLInputElement>('[name="contact/firstName"]')?.focus();
  });
  await page.keyboard.type('Aino');
  await page.keyboard.press('ArrowLeft');
}

/** Changes the language and checks that nothing else has changed. */
async function expectOnlyLanguageChanges(form: WidgetOnPage, change: () => void): Promise<void> {
  await fillHalf(form);
  const values = await form.values();
  const focused = await page.evaluateHandle(deepActiveElement);
  await page.evaluate(change);
  await until('the form speaks Swedish', async () => (await form.title()).startsWith('Steg 4/6'));
  assert.deepEqual(await form.values(), values);
  const now = await page.evaluateHandle(deepActiveElement);
  assert.ok(
    await page.evaluate((one, other) => one === other, focused, now),
    'the same field has focus',
  );
  await page.keyboard.type('a');
  assert.equal(
    (await form.values())['contact/firstName'],
    'Ainao',
    'the caret stands where it was',
  );
  await form.answer(ESPOO);
  assert.match(await form.goOn(), /^Steg 5\/6/);
  await form.answer(ESPOO);
  await form.goOn();
  const text = await form.text();
  for (const answer of [/Kvinna/, /Gamla Esbo/, /1985/, /lördag 20 november 2027/, /Aino/]) {
    assert.match(text, answer);
  }
}

describe('the language of a half-filled form', () => {
  it('changes with lang on its element', async () => {
    await page.goto(`${stage.receiver.origin}/espoo/`);
    await expectOnlyLanguageChanges(await widgetOn(page, FORM), () => {
      document.querySelector<HTMLElement>('puntari-volunteer-form')!.lang = 'sv';
    });
  });

  it('changes with lang on an ancestor', async () => {
    await page.goto(`${stage.receiver.origin}/espoo/`);
    await expectOnlyLanguageChanges(await widgetOn(page, FORM), () => {
      document.documentElement.lang = 'sv-FI';
    });
  });

  it('changes with lang on the host of an outer shadow root', async () => {
    await page.goto(`${stage.receiver.origin}/espoo/`);
    await widgetOn(page, FORM);
    await page.evaluate(() => {
      const host = document.createElement('section');
      host.id = 'host';
      const inner = document.createElement('div');
      const form = document.querySelector('puntari-volunteer-form')!;
      form.replaceWith(host);
      host.attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).append(form);
      host.scrollIntoView();
    });
    const form = new WidgetOnPage(page, '#host >>> div >>> puntari-volunteer-form');
    await expectOnlyLanguageChanges(await form.ready(), () => {
      document.querySelector<HTMLElement>('#host')!.lang = 'sv';
    });
  });
});

describe('a page in two languages', () => {
  it('has widgets that speak each its own at the same time', async () => {
    await page.goto(`${stage.receiver.origin}/kielet/`);
    const spoken: string[] = [];
    for (const [section, words] of [
      ['#svenska', [/Börja anmäl/, /Fullmäktige/, /Rekommendation/i, /Skicka responsen/]],
      ['#english', [/Start/, /County Council/, /Recommendation/i, /Send feedback/]],
    ] as const) {
      const tags = ['volunteer-form', 'topic-card', 'statement-viewer', 'feedback-block'];
      for (const [index, tag] of tags.entries()) {
        const widget = await widgetOn(page, `${section} puntari-${tag}`);
        assert.match(await widget.text(), words[index]!);
        const lang = await widget.inRoot((root) => root.querySelector<HTMLElement>('#root')?.lang);
        spoken.push(`${section} ${String(lang)}`);
      }
    }
    const count = (what: string): number => spoken.filter((one) => one === what).length;
    assert.deepEqual([count('#svenska sv'), count('#english en')], [4, 4]);
  });
});

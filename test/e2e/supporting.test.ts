/** Supporting a topic, with the receiver that counts and a browser that keeps what it has loaded. */
import { describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { widgetOn, type WidgetOnPage } from './support/widget.js';

const stage = await openStage();

const CARD = '#tuettava';
const RECORD = '/topics/asukasfoorumit.json';

/** Comes to a page with a card that can be supported, as anybody does who opens or reloads it. */
async function open(page: Page): Promise<WidgetOnPage> {
  await page.goto(`${stage.receiver.origin}/espoo/`);
  await page.evaluate((src) => {
    const card = document.createElement('puntari-topic-card');
    const attributes = { id: 'tuettava', src, action: '/api/topics', remember: '' };
    for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
    document.querySelector('main')?.prepend(card);
  }, RECORD);
  return widgetOn(page, CARD);
}

const press = async (card: WidgetOnPage, name: string): Promise<void> => {
  await until(`a button "${name}"`, () =>
    card.inRoot(
      (root, text) =>
        [...root.querySelectorAll('button')].some((one) => one.textContent.includes(text)),
      name,
    ),
  );
  await card.inRoot((root, text) => {
    [...root.querySelectorAll('button')].find((one) => one.textContent.includes(text))?.click();
  }, name);
};

const shows = async (card: WidgetOnPage, count: number): Promise<void> => {
  await until(`${String(count)} supporters`, async () =>
    (await card.text()).includes(`${String(count)} kannattajaa`),
  );
};

describe('a support', () => {
  it('is counted on the page that is loaded again at once, and so is its undoing', async () => {
    const { page } = stage.visitor;
    let answers = 0;
    page.on('response', (response) => {
      if (response.url().endsWith(RECORD) && !response.fromCache()) answers += 1;
    });
    let card = await open(page);
    await shows(card, 750);
    await press(card, 'Kannata tätä aihetta');
    await shows(card, 751);
    await until('the record is asked for anew', () => Promise.resolve(answers === 2));

    card = await open(page);
    await shows(card, 751);
    await press(card, 'Peru kannatuksesi');
    await shows(card, 750);
    await until('the record is asked for anew', () => Promise.resolve(answers === 3));

    await shows(await open(page), 750);
  });
});

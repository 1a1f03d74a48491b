/** An official answers an item of a statement in a browser that runs no script; a resident reads it on the page of the city. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { OPERATOR_TOKEN } from './support/receiver.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';

const stage = await openStage();

const PAGES = '/operator/answers/liikenne-2026';
const REASON = 'Lipuista päättää seudun liikenne, ei kaupunki.';

describe('the pages on which officials answer a statement', () => {
  /** What a key press leads to: the next page. */
  const press = async (key: 'Enter'): Promise<void> => {
    const { page } = stage.visitor;
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };

  const open = (path: string): Promise<unknown> =>
    stage.visitor.page.goto(`${stage.receiver.origin}${PAGES}${path}`);

  const titleOf = (): Promise<string> => stage.visitor.page.title();

  /** Empties a field and types in it, as a person does. */
  const write = async (name: string, text: string): Promise<void> => {
    const { page } = stage.visitor;
    await page.focus(`[name="${name}"]`);
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(text);
  };

  beforeEach(async () => {
    const { page } = stage.visitor;
    await page.setJavaScriptEnabled(false);
    await page.authenticate({ username: 'Aino Äyräs', password: OPERATOR_TOKEN });
  });

  it('ask for a name and the token', async () => {
    const { page } = stage.visitor;
    await page.authenticate({ username: 'Aino Äyräs', password: 'arvattu-tunnus' });
    await open('?lang=fi').catch(() => undefined);
    assert.doesNotMatch(await page.content(), /Valitse kohta/);
  });

  it('are filled in with the keyboard alone, keep what was written, and publish at once', async () => {
    const { page } = stage.visitor;
    await open('/5?lang=fi');
    await page.focus('a[href$="/5/response?lang=fi"]');
    await press('Enter');
    // Arrow keys choose, as in every group of radio buttons.
    await page.focus('[name="response/status"]:checked');
    await page.focus('[value="rejected"]');
    await page.keyboard.press('Space');
    for (const lang of ['fi', 'sv', 'en']) await write(`response/reason/${lang}`, ' ');
    await write('response/text/fi', 'Perhelippua ei oteta käyttöön.');
    await page.focus('button[type=submit]');
    await press('Enter');

    assert.match(await titleOf(), /^Virhe: Kirjaa vastaus$/);
    await page.focus('a[href="#response-reason-fi"]');
    await page.keyboard.press('Enter');
    await until('the field of the error', () =>
      page.$eval('#response-reason-fi', (field) => document.activeElement === field),
    );
    await page.keyboard.type(REASON);
    await page.focus('button[type=submit]');
    await press('Enter');

    assert.match(await titleOf(), /^Kirjaus on tallennettu ja julkaistu/);
    const shown = await page.$eval('main', ({ textContent }) => textContent);
    assert.match(shown, /Perhelippua ei oteta käyttöön\./);
    assert.match(shown, /Aino Äyräs/);

    // The same visitor as a resident, on the page of the city, with scripts.
    await page.setJavaScriptEnabled(true);
    await page.goto(`${stage.receiver.origin}/espoo/lausuma/`);
    const text = await until('the answer on the page', async () => {
      const found = await page.$eval('puntari-statement-viewer', ({ textContent }) => textContent);
      return found.includes(REASON) ? found : undefined;
    });
    assert.doesNotMatch(text, /Aino Äyräs/);
    assert.deepEqual(stage.visitor.thrown, []);
  });
});

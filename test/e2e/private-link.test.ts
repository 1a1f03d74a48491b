/** From the receipt to the page on which one sees, corrects and takes back what one sent. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { ESPOO, FORM } from './support/answers.js';
import { openStage } from './support/stage.js';
import { goToCheck, widgetOn } from './support/widget.js';

const stage = await openStage();

const textOf = (): Promise<string> =>
  stage.visitor.page.$eval('main', ({ innerText }) => innerText);

/** Presses a link or a button of the page, and waits for the page that comes. */
async function follow(words: string): Promise<void> {
  const { page } = stage.visitor;
  await Promise.all([page.waitForNavigation(), page.click(`::-p-text(${words})`)]);
}

const status = (): unknown => stage.receiver.registrations()[0]?.['status'];
const submission = (): Record<string, Record<string, unknown>> =>
  JSON.parse(String(stage.receiver.registrations()[0]?.['submission']));

describe('the private link of the receipt', () => {
  let address: string;

  beforeEach(async () => {
    const { page } = stage.visitor;
    await page.goto(`${stage.receiver.origin}/espoo/`);
    const form = await widgetOn(page, FORM);
    await goToCheck(form, ESPOO);
    await form.goOn();
    address = await page.$eval(`${FORM} >>> a[href*="/registrations/"]`, (link) => link.href);
    await page.goto(`${address}?lang=fi`);
  });

  it('leads to what was sent, in words', async () => {
    const text = await textOf();
    for (const words of ['Ähtäri-Öhman', 'Vanha-Espoo', 'Apua matkaan', '1985']) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
  });

  it('corrects an answer, and keeps one row', async () => {
    const { page } = stage.visitor;
    await follow('Korjaa vastauksiasi');
    const name = await page.waitForSelector('[name="contact/firstName"]');
    await name!.evaluate((field) => {
      (field as HTMLInputElement).value = 'Aino Maria';
    });
    await Promise.all([
      page.waitForNavigation(),
      page.$eval('form [name="contact/firstName"]', (field) => {
        (field as HTMLInputElement).form?.requestSubmit();
      }),
    ]);
    assert.ok((await textOf()).includes('Aino Maria'));
    assert.equal(submission()['contact']?.['firstName'], 'Aino Maria');
    assert.equal(stage.receiver.registrations().length, 1);
    assert.equal(status(), 'pool');
  });

  it('takes it back, only after asking', async () => {
    await follow('Peru ilmoittautuminen');
    assert.equal(status(), 'pool');
    await Promise.all([
      stage.visitor.page.waitForNavigation(),
      stage.visitor.page.click('main form button'),
    ]);
    assert.equal(status(), 'withdrawn');
  });

  it('deletes everything, and then shows nothing', async () => {
    await follow('Poista tietosi');
    await Promise.all([
      stage.visitor.page.waitForNavigation(),
      stage.visitor.page.click('main form button'),
    ]);
    assert.equal(status(), 'deleted');
    await stage.visitor.page.goto(`${address}?lang=fi`);
    assert.ok(!(await textOf()).includes('Ähtäri-Öhman'));
    assert.deepEqual(stage.receiver.rows('SELECT * FROM registration_support'), []);
  });
});

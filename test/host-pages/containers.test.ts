/** Widgets inside forms, dialogs, tab panels and accordions of a page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ESPOO, FORM } from '../e2e/support/answers.js';
import { deepActiveElement } from '../e2e/support/keyboard.js';
import { CDN } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { until } from '../e2e/support/until.js';
import { goToCheck, widgetOn } from '../e2e/support/widget.js';
import { headFrom, tagsOf } from './support/host-page.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

const open = (body: string): Promise<unknown> =>
  stage.visitor.page.goto(site.putPage('/', body, headFrom('')));

describe('a widget in a form of the page', () => {
  const host = (): string =>
    `<form id="host" action="/sent"><input name="own" value="1">${tagsOf(stage.receiver).form}<button>Tilaa</button></form>`;

  it('does not send that form when Enter is pressed in a field of ours', async () => {
    await open(host());
    const { page } = stage.visitor;
    const form = await widgetOn(page, FORM);
    await form.goOn();
    await form.inRoot((root) => {
      root.querySelector<HTMLInputElement>('[name=birthYear]')?.focus();
    });
    await page.keyboard.type('1985');
    // What happens to a form in a shadow root is not heard outside, so these are the page's own.
    await page.evaluate(() => {
      document.addEventListener('submit', (event) => {
        event.preventDefault();
        document.title = 'Lähetetty';
      });
    });
    await page.keyboard.press('Enter');
    await until('our form takes the Enter', async () => (await form.title()) === 'Korjaa 1 kohta');
    assert.equal(await page.title(), 'Sivu');
    assert.equal(page.url(), `${site.origin}/`);
  });

  it('adds nothing to what that form sends, and does not keep it from being sent', async () => {
    site.putPage('/sent', '<h1>Tilattu</h1>');
    await open(host());
    const { page } = stage.visitor;
    const form = await widgetOn(page, FORM);
    await form.goOn();
    await form.answer(ESPOO);
    await form.goOn();
    const data = await page.$eval('#host', (element) => [
      ...new FormData(element as HTMLFormElement).keys(),
    ]);
    assert.deepEqual(data, ['own']);
    await Promise.all([page.waitForNavigation(), page.click('#host > button')]);
    assert.equal(page.url(), `${site.origin}/sent?own=1`);
  });
});

describe('a widget that is hidden when the page loads', () => {
  /** Opens what hides it, and signs up. */
  async function expectWorks(show: () => void): Promise<void> {
    const { page } = stage.visitor;
    // What is asked for in vain takes a moment to be there.
    await page.waitForNetworkIdle();
    const isDefined = await page.evaluate((tag) => customElements.get(tag) !== undefined, FORM);
    assert.equal(isDefined, false, 'nothing is loaded for what nobody sees');
    await page.evaluate(show);
    const form = await widgetOn(page, FORM);
    await form.goOn();
    const active = await page.evaluateHandle(deepActiveElement);
    assert.equal(await active.evaluate(({ id }) => id), 'step');
    await goToCheck(form, ESPOO);
    assert.equal(await form.goOn(), 'Ilmoittautumisesi on vastaanotettu');
    assert.equal(stage.receiver.registrations().length, 1);
  }

  it('works in a dialog', async () => {
    await open(`<dialog>${tagsOf(stage.receiver).form}</dialog>`);
    await expectWorks(() => {
      document.querySelector('dialog')!.showModal();
    });
  });

  it('works in a tab panel', async () => {
    await open(`<div role="tabpanel" hidden>${tagsOf(stage.receiver).form}</div>`);
    await expectWorks(() => {
      document.querySelector<HTMLElement>('[role=tabpanel]')!.hidden = false;
    });
  });

  it('works in an accordion', async () => {
    await open(`<details><summary>Ilmoittaudu</summary>${tagsOf(stage.receiver).form}</details>`);
    await expectWorks(() => {
      document.querySelector('summary')!.click();
    });
  });
});

/** What comes after a form can be read does not come: the line was lost, or a file of it was. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import type { CDPSession, Page } from 'puppeteer-core';

import { ESPOO, FORM } from './support/answers.js';
import { deepActiveElement } from './support/keyboard.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { goToCheck, type WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();
const PROPOSAL = 'puntari-topic-form';
const NO_LINE = /Yhteys palvelimeen ei toimi[^]*Vastauksesi ovat tallessa/;

let page: Page;
let line: CDPSession;

const lose = (...urls: string[]): Promise<void> => line.send('Network.setBlockedURLs', { urls });

const focusedText = async (): Promise<string> =>
  (await page.evaluateHandle(deepActiveElement)).evaluate(({ textContent }) => textContent);

/** Presses the button, and waits until it is said that there is no line. */
async function goOnInVain(form: WidgetOnPage): Promise<void> {
  await form.pressSubmit();
  await until('it is said', async () => NO_LINE.test(await focusedText()));
}

/** Comes back to a volunteer form whose later parts do not come any more. */
async function goAwayAndBack(): Promise<WidgetOnPage> {
  await page.goto(`${stage.receiver.origin}/espoo/aiheet/`);
  await lose('*volunteer-form.finish*');
  await page.goBack();
  return widgetOn(page, FORM);
}

describe('a form whose later parts do not come', () => {
  beforeEach(async () => {
    ({ page } = stage.visitor);
    await page.setCacheEnabled(false);
    line = await page.createCDPSession();
    await line.send('Network.enable');
  });

  describe('when somebody has written a proposal', () => {
    let form: WidgetOnPage;
    const written = { title: 'Pyörätiet', question: 'Pitäisikö pyöräteitä olla enemmän?' };

    beforeEach(async () => {
      await lose('*topic-form.finish*');
      await page.goto(`${stage.receiver.origin}/espoo/ehdota/`);
      form = await widgetOn(page, PROPOSAL);
      await form.answer(written);
    });

    it('says so without leaving the page, and goes on when the line is back', async () => {
      await page.setOfflineMode(true);
      await goOnInVain(form);
      await goOnInVain(form);
      assert.equal((await form.values())['question'], written.question);
      await page.setOfflineMode(false);
      await lose();
      await form.pressSubmit();
      await until('what is missing is shown', async () =>
        (await form.title()).startsWith('Korjaa'),
      );
      assert.doesNotMatch(await form.text(), NO_LINE);
      assert.equal((await form.values())['title'], written.title);
    });

    it('sends it to the page for checking at another try where only a file is missing', async () => {
      await goOnInVain(form);
      await Promise.all([page.waitForNavigation(), form.pressSubmit()]);
      assert.equal(
        await page.$eval('[name=title]', (field) => 'value' in field && field.value),
        written.title,
      );
    });
  });

  describe('when the script of a widget is lost once', () => {
    it('is asked for by the name under which its later parts ask for it, and comes once', async () => {
      const asked: string[] = [];
      line.on('Fetch.requestPaused', ({ requestId, request }) => {
        asked.push(new URL(request.url).search);
        const sent =
          asked.length === 1
            ? line.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
            : line.send('Fetch.continueRequest', { requestId });
        sent.catch(() => undefined);
      });
      await line.send('Fetch.enable', { patterns: [{ urlPattern: '*/widgets/topic-form.js*' }] });
      await page.goto(`${stage.receiver.origin}/espoo/ehdota/`);
      const form = await widgetOn(page, PROPOSAL);
      assert.match(await form.goOn(), /^Korjaa/);
      assert.deepEqual(asked, ['', '']);
      assert.doesNotMatch(stage.visitor.said.join('\n'), /defined already/);
    });
  });

  describe('when somebody wants to sign up', () => {
    it('says so without leaving the page, and begins when the line is back', async () => {
      await lose('*volunteer-form.finish*');
      await page.goto(`${stage.receiver.origin}/espoo/`);
      const form = await widgetOn(page, FORM);
      await page.setOfflineMode(true);
      await goOnInVain(form);
      await page.setOfflineMode(false);
      await lose();
      assert.match(await form.goOn(), /^Vaihe 1\/6/);
    });

    describe('when somebody comes back whose line has broken since', () => {
      const isBack = (form: WidgetOnPage, title: string): Promise<unknown> =>
        until(`"${title}" is there`, async () => (await form.title()) === title);

      beforeEach(async () => {
        await page.goto(`${stage.receiver.origin}/espoo/`);
      });

      it('is at the step, with the answers, all the same', async () => {
        const before = await widgetOn(page, FORM);
        await before.goOn();
        await before.answer(ESPOO);
        const step = await before.goOn();
        const form = await goAwayAndBack();
        await isBack(form, step);
        await form.inRoot((root) => root.querySelector<HTMLElement>('#back')?.click());
        assert.equal((await form.values())['birthYear'], ESPOO['birthYear']);
      });

      it('finds another channel where the answers to check cannot be shown, and they wait', async () => {
        // What is sensitive is not kept, and would lead back to its step.
        await goToCheck(await widgetOn(page, FORM), {
          ...ESPOO,
          'support/needs': [],
          'support/note': '',
        });
        const form = await goAwayAndBack();
        await isBack(form, '');
        assert.match(await form.text(), /09 816 21/);
        await lose();
        await form.goOn();
        assert.equal((await form.values())['birthYear'], ESPOO['birthYear']);
      });
    });
  });
});

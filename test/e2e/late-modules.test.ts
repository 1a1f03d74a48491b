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

const FINISH = '*volunteer-form.finish*';

/** What is sensitive is not kept, and would lead back to its step. */
const KEPT = { ...ESPOO, 'support/needs': [], 'support/note': '' };

/** Comes back to a volunteer form whose later parts do not come any more. */
async function goAwayAndBack(): Promise<WidgetOnPage> {
  await page.goto(`${stage.receiver.origin}/espoo/aiheet/`);
  await lose(FINISH);
  await page.goBack();
  return widgetOn(page, FORM);
}

/** Keeps files on their way until the returned function is called. */
async function hold(urlPattern: string): Promise<() => Promise<void>> {
  await line.send('Fetch.enable', { patterns: [{ urlPattern }] });
  // What waits then goes on.
  return () => line.send('Fetch.disable');
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
      await lose(FINISH);
      await page.goto(`${stage.receiver.origin}/espoo/`);
      const form = await widgetOn(page, FORM);
      await page.setOfflineMode(true);
      await goOnInVain(form);
      await page.setOfflineMode(false);
      await lose();
      assert.match(await form.goOn(), /^Vaihe 1\/6/);
    });

    it('forgets what was said there when somebody goes on with saved answers', async () => {
      const panel = 'liikenne-2027';
      await lose(FINISH);
      await page.evaluateOnNewDocument((recordId) => {
        const saved = { values: { birthYear: '1985' }, view: 'background', savedAt: Date.now() };
        const kept = JSON.stringify({ recordId, ...saved });
        localStorage.setItem(`puntari:volunteer-form:${recordId}`, kept);
      }, panel);
      await page.goto(`${stage.receiver.origin}/espoo/`);
      const form = await widgetOn(page, FORM);
      await goOnInVain(form);
      await lose();
      // Whatever draws the form anew asks for what is missing.
      await page.$eval(FORM, (element) => {
        element.lang = 'sv';
      });
      const resume = await until('the offer', () => page.$(`${FORM} >>> #root h2 ~ * button`));
      await resume.evaluate((button) => {
        (button as HTMLElement).click();
      });
      await until('the step', async () => (await form.title()).startsWith('Steg 2/6'));
      assert.equal(await form.inRoot((root) => root.querySelector('#send-problem')), null);
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
        await goToCheck(await widgetOn(page, FORM), KEPT);
        const form = await goAwayAndBack();
        await isBack(form, '');
        assert.match(await form.text(), /09 816 21/);
        await lose();
        await form.goOn();
        assert.equal((await form.values())['birthYear'], ESPOO['birthYear']);
      });

      it('is not led to answers that cannot be shown, and goes on when the line is back', async () => {
        const before = await widgetOn(page, FORM);
        let step = await before.goOn();
        while (!step.startsWith('Vaihe 5/6')) {
          await before.answer(KEPT);
          step = await before.goOn();
        }
        const form = await goAwayAndBack();
        await isBack(form, step);
        await form.answer(KEPT);
        await goOnInVain(form);
        await goOnInVain(form);
        assert.deepEqual((await form.values())['consent/process'], ['true']);
        await lose();
        await form.pressSubmit();
        await until('the answers', async () => (await form.title()).startsWith('Vaihe 6/6'));
        assert.match(await form.text(), /Ähtäri-Öhman/);
      });

      it('cannot send answers before they are shown', async () => {
        const before = await widgetOn(page, FORM);
        await goToCheck(before, KEPT);
        await page.goto(`${stage.receiver.origin}/espoo/aiheet/`);
        const letCome = await hold(FINISH);
        await page.goBack();
        const form = await widgetOn(page, FORM);
        await until('the step', async () => (await form.title()).startsWith('Vaihe 6/6'));
        await form.pressSubmit();
        assert.match(await form.text(), /Ladataan/);
        await letCome();
        await until('the answers', async () => (await form.text()).includes('Ähtäri-Öhman'));
        assert.deepEqual(stage.receiver.registrations(), []);
      });

      it('finds the reference of what was sent', async () => {
        const before = await widgetOn(page, FORM);
        await goToCheck(before, KEPT);
        await before.goOn();
        const reference = await before.reference();
        const form = await goAwayAndBack();
        await until('the receipt', async () => (await form.reference()) === reference);
        assert.match(await form.text(), /Viitteesi on/);
      });
    });

    describe('when somebody comes by the link of a letter', () => {
      it('has its code, also where another link of the page was pressed before it was taken', async () => {
        const letCome = await hold(FINISH);
        await page.goto(`${stage.receiver.origin}/keusote/#invitation=4K7-2MP`);
        const form = await widgetOn(page, FORM);
        await page.evaluate(() => {
          location.hash = '#main';
        });
        await letCome();
        await form.goOn();
        assert.equal((await form.values())['invitationCode'], '4K7-2MP');
        assert.equal(new URL(page.url()).hash, '#main');
      });
    });
  });
});

/** Going away from a half-filled form and coming back, in a browser that loads the page anew. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { CDN, LOADER } from './support/receiver.js';
import { ESPOO, FORM } from './support/answers.js';
import { openSite, openStage } from './support/stage.js';
import { until } from './support/until.js';
import { goToCheck, type WidgetOnPage, widgetOn } from './support/widget.js';

const CONTACT = 'Vaihe 4/6 Yhteystietosi';
const TAKING_PART = 'Vaihe 3/6 Osallistumisesi tapaamisiin';

/** Somebody who needs no support has nothing that is not kept. */
const { 'support/needs': _needs, 'support/note': _note, ...WITHOUT_SUPPORT } = ESPOO;

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

/** Fills in the form as far as the name. */
async function fillHalf(address: string, answers = WITHOUT_SUPPORT): Promise<WidgetOnPage> {
  await stage.visitor.page.goto(address);
  const form = await widgetOn(stage.visitor.page, FORM);
  while ((await form.title()) !== CONTACT) {
    await form.answer(answers);
    await form.goOn();
  }
  await form.answer({ 'contact/firstName': 'Aino', 'contact/email': 'aino@' });
  return form;
}

async function goAwayAndBack(): Promise<WidgetOnPage> {
  const { page } = stage.visitor;
  await page.goto(`${stage.receiver.origin}/espoo/aiheet/`);
  await page.goBack();
  assert.equal(
    await page.evaluate(
      () => performance.getEntriesByType('navigation')[0]?.toJSON().type as string,
    ),
    'back_forward',
  );
  return widgetOn(page, FORM);
}

describe('a half-filled form', () => {
  const address = (): string => `${stage.receiver.origin}/espoo/`;

  it('is at the same step with the same answers after Back', async () => {
    await fillHalf(address());
    const form = await goAwayAndBack();
    await until('the step', async () => (await form.title()) === CONTACT);
    const values = await form.values();
    assert.equal(values['contact/firstName'], 'Aino');
    assert.equal(values['contact/email'], 'aino@');
    await form.answer(ESPOO);
    await form.goOn();
    await form.answer(ESPOO);
    await form.goOn();
    assert.match(await form.text(), /Nainen[\s\S]*Vanha-Espoo[\s\S]*lauantaina 20\./);
  });

  it('keeps nothing of what is nobody else’s business, and comes back to where it is asked', async () => {
    await fillHalf(address(), ESPOO);
    const form = await goAwayAndBack();
    await until('the step', async () => (await form.title()) === TAKING_PART);
    assert.deepEqual((await form.values())['support/needs'], []);
    await form.goOn();
    await form.answer(WITHOUT_SUPPORT);
    await form.goOn();
    await form.answer(WITHOUT_SUPPORT);
    await form.goOn();
    const text = await form.text();
    assert.match(text, /Tarkista vastauksesi/);
    assert.doesNotMatch(text, /pyörätuoli/);
  });

  it('has the code of the letter whose link opened it, though nothing was written', async () => {
    const { page } = stage.visitor;
    await page.goto(`${stage.receiver.origin}/keusote/#invitation=4K7-2MP`);
    await widgetOn(page, FORM);
    await until('the code is out of the address', () => !page.url().includes('#'));
    const form = await goAwayAndBack();
    await form.goOn();
    assert.equal((await form.values())['invitationCode'], '4K7-2MP');
  });

  describe('that was sent', () => {
    it('shows its receipt after Back, and cannot be sent again', async () => {
      await stage.visitor.page.goto(address());
      const sent = await widgetOn(stage.visitor.page, FORM);
      await goToCheck(sent, ESPOO);
      await sent.goOn();
      const reference = await sent.reference();
      const form = await goAwayAndBack();
      await until('the receipt', async () => (await form.reference()) === reference);
      assert.doesNotMatch(await form.text(), /Aloita ilmoittautuminen/);
    });
  });

  describe('on a shared computer', () => {
    it('is gone after Back where the page says no-restore', async () => {
      const { origin } = stage.receiver;
      const page = site.putPage(
        '/',
        `<puntari-volunteer-form no-restore src="${origin}/panels/liikenne-2027.json"
          action="${origin}/api/panels/liikenne-2027/registrations"></puntari-volunteer-form>`,
        `<script type="module" src="${LOADER}"></script>`,
      );
      await fillHalf(page);
      const form = await goAwayAndBack();
      assert.equal(await form.title(), '');
      await form.goOn();
      assert.deepEqual(await form.values(), { birthYear: '' });
    });
  });
});

/** What was written arrives once, however bad the line and however quick the finger. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { BLOCK, ESPOO, FEEDBACK, FORM } from './support/answers.js';
import { HeldLine, loseAnswers } from './support/line.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { goToCheck, type WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();
const FAILED = 'Lähettäminen ei onnistunut';
const RECEIVED = 'Ilmoittautumisesi on vastaanotettu';

let form: WidgetOnPage;

const submitName = (): Promise<string> =>
  form.inRoot((root) => root.querySelector('button[type=submit]')?.textContent.trim() ?? '');

const postCount = (): number =>
  stage.visitor.posts.filter(({ url }) => url.includes('/api/')).length;

/** Where the button that sends stands on the screen. */
const placeOfSubmit = (): Promise<{ x: number; y: number }> =>
  form.inRoot((root) => {
    const button = root.querySelector('button[type=submit]');
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = button?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  });

async function changeFirstName(name: string): Promise<void> {
  await form.inRoot((root) =>
    root.querySelector<HTMLButtonElement>('[data-change="contact/firstName"]')?.click(),
  );
  await until('the step to change', async () => (await form.title()).endsWith('Yhteystietosi'));
  await form.answer({ 'contact/firstName': name });
  await form.goOn();
}

describe('sending a registration', () => {
  beforeEach(async () => {
    await stage.visitor.page.goto(`${stage.receiver.origin}/espoo/`);
    form = await widgetOn(stage.visitor.page, FORM);
    await goToCheck(form, ESPOO);
  });

  describe('when the answer is lost on the way back', () => {
    let heal: () => Promise<void>;
    let first: Readonly<Record<string, unknown>> | undefined;

    beforeEach(async () => {
      heal = await loseAnswers(stage.visitor.page);
      assert.equal(await form.goOn(), FAILED);
      await heal();
      [first] = stage.receiver.registrations();
    });

    it('gives the same reference to another try, and keeps one row', async () => {
      assert.equal(await submitName(), 'Yritä uudelleen');
      assert.equal(await form.goOn(), RECEIVED);
      const rows = stage.receiver.registrations();
      assert.equal(postCount(), 2);
      assert.equal(rows.length, 1);
      assert.equal(rows[0]?.['revision'], 1);
      assert.equal(await form.reference(), first?.['reference']);
    });

    it('puts changed answers in the place of the first ones, under the same reference', async () => {
      await changeFirstName('Aino Maria');
      assert.equal(await form.goOn(), RECEIVED);
      const [row, ...others] = stage.receiver.registrations();
      assert.deepEqual(others, []);
      assert.equal(await form.reference(), first?.['reference']);
      assert.equal(row?.['reference'], first?.['reference']);
      assert.match(String(row?.['submission']), /"firstName":"Aino Maria"/);
      const history = stage.receiver.rows(
        'SELECT revision, comment, submission FROM registration_history ORDER BY revision',
      );
      assert.deepEqual(
        // A test may be faster than people, which is noted beside; on a slow machine it is not.
        history.map(({ revision, comment }) => [
          revision,
          String(comment ?? '')
            .split('; ')
            .filter((part) => part !== 'suspicious: too-fast')
            .join(),
        ]),
        [
          [1, ''],
          [2, 'replaced'],
        ],
      );
      assert.match(String(history[1]?.['submission']), /"firstName":"Aino"/);
    });
  });

  describe('when the receiver is stopped in the middle', () => {
    beforeEach(async () => {
      await stage.receiver.stop('SIGTERM');
      assert.equal(await form.goOn(), FAILED);
    });

    it('says so in words and names another channel', async () => {
      const text = await form.text();
      await stage.receiver.start();
      assert.match(text, /Yhteys palvelimeen ei toimi\. Tarkista verkkoyhteytesi/);
      assert.match(text, /Vastauksesi ovat tallessa/);
      assert.match(text, /Voit hoitaa asian myös näin:[\s\S]*09 816 21/);
    });

    it('loses nothing, and sends once when it is there again', async () => {
      const answers = await form.inRoot((root) => root.querySelector('form dl')?.textContent ?? '');
      await stage.receiver.start();
      assert.match(answers, /Ähtäri-Öhman/);
      assert.match(answers, /Liikun pyörätuolilla\./);
      assert.equal(await submitName(), 'Yritä uudelleen');
      assert.equal(await form.goOn(), RECEIVED);
      const [row, ...others] = stage.receiver.registrations();
      assert.deepEqual(others, []);
      assert.equal(row?.['reference'], await form.reference());
      assert.match(String(row['submission']), /"birthYear":1985.*"lastName":"Ähtäri-Öhman"/);
      const support = stage.receiver.rows('SELECT note FROM registration_support');
      assert.deepEqual(support, [{ note: 'Liikun pyörätuolilla.' }]);
    });
  });

  describe('when Send is pressed twice', () => {
    let line: HeldLine;

    beforeEach(async () => {
      line = await HeldLine.of(stage.visitor.page);
      // What is pressed at once after a step has come still belongs to the step before.
      const came = Date.now();
      await until('the step to be read', () => Promise.resolve(Date.now() - came > 600));
    });

    async function expectOne(): Promise<void> {
      await line.release();
      await until('the receipt', async () => (await form.title()) === RECEIVED);
      assert.equal(postCount(), 1);
      assert.equal(stage.receiver.registrations().length, 1);
    }

    it('sends once after two clicks', async () => {
      const { x, y } = await placeOfSubmit();
      await stage.visitor.page.mouse.click(x, y, { count: 2 });
      await expectOne();
    });

    it('sends once after Enter and Enter', async () => {
      await form.inRoot((root) =>
        root.querySelector<HTMLButtonElement>('button[type=submit]')?.focus(),
      );
      await stage.visitor.page.keyboard.press('Enter');
      await stage.visitor.page.keyboard.press('Enter');
      await expectOne();
    });
  });

  describe('when the panel has closed meanwhile', () => {
    it('says so, keeps the answers and stores nothing', async () => {
      await stage.receiver.stop();
      stage.receiver.setOpen('liikenne-2027', -30, -1);
      await stage.receiver.start();
      const title = await form.goOn();
      const text = await form.text();
      await stage.receiver.stop();
      stage.receiver.setOpen('liikenne-2027', -30, 60);
      await stage.receiver.start();
      assert.equal(title, 'Vastausaika on päättynyt, eikä lomaketta voi enää lähettää.');
      assert.match(text, /09 816 21/);
      assert.match(text, /Ähtäri-Öhman/);
      assert.equal(stage.visitor.posts.at(-1)?.status, 409);
      assert.deepEqual(stage.receiver.registrations(), []);
    });
  });
});

describe('sending feedback', () => {
  it('leaves one row with codes and the reference that was shown', async () => {
    await stage.visitor.page.goto(`${stage.receiver.origin}/espoo/`);
    const block = await widgetOn(stage.visitor.page, BLOCK);
    // The fields for the reply come with the wish for it.
    await block.answer({ wantsReply: 'true' });
    await until('the fields for the reply', () =>
      block.inRoot((root) => root.querySelector('[name="contact/email"]') !== null),
    );
    await block.answer(FEEDBACK);
    assert.equal(await block.goOn(), 'Kiitos palautteestasi');
    const [row, ...others] = stage.receiver.feedback();
    assert.deepEqual(others, []);
    assert.equal(row?.['reference'], await block.reference());
    assert.deepEqual(JSON.parse(String(row['submission'])), {
      schemaVersion: 1,
      channelId: 'osallisuus',
      lang: 'fi',
      kind: 'idea',
      text: FEEDBACK['text'],
      subject: 'panel:liikenne-2027',
      experience: 'partly',
      wantsReply: true,
      mayBePublished: true,
    });
    assert.deepEqual(stage.receiver.rows('SELECT contact FROM feedback_contacts'), [
      { contact: '{"email":"aino@example.fi"}' },
    ]);
  });
});

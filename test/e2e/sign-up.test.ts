/** Signing up for a panel with the keyboard alone, from the page of a city or county to the row in the database. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { FORM } from './support/answers.js';
import { Keyboard } from './support/keyboard.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { type WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();

let keyboard: Keyboard;
let form: WidgetOnPage;

/** Opens a page and starts to sign up. */
async function start(path: string, link: string | undefined): Promise<void> {
  const { page } = stage.visitor;
  await page.goto(stage.receiver.origin + path);
  keyboard = new Keyboard(page);
  if (link) await keyboard.activate(link);
  form = await widgetOn(page, FORM);
  await keyboard.activate('Aloita ilmoittautuminen');
}

async function answerContact(): Promise<void> {
  await keyboard.write('Etunimi', 'Aino');
  await keyboard.write('Sukunimi', 'Ähtäri-Öhman');
  await keyboard.write('Katuosoite', 'Esimerkkitie 1 A 2');
  await keyboard.write('Postinumero', '02100');
  await keyboard.write('Postitoimipaikka', 'Espoo');
  await keyboard.write('Oma sähköposti', 'aino@example.fi');
  await keyboard.write('Puhelinnumero', '040 123 4567');
  await keyboard.choose('Miten otamme sinuun yhteyttä?', 'Sähköpostilla');
  await keyboard.activate('Jatka');
}

async function answerConsent(): Promise<void> {
  await keyboard.heading('Tietojesi käyttö');
  await keyboard.tick('Tietojani saa käyttää');
  await keyboard.activate('Jatka');
  await keyboard.heading('Tarkista vastauksesi');
}

/** Sends and reads the reference. */
async function send(): Promise<string> {
  await keyboard.activate('Lähetä ilmoittautuminen');
  await keyboard.heading('Ilmoittautumisesi on vastaanotettu');
  const reference = await form.reference();
  assert.match(await form.text(), new RegExp(`Viitteesi on\\s+${reference}`));
  return reference;
}

describe('signing up with the keyboard alone', () => {
  describe('on the page of a city', () => {
    let reference: string;

    beforeEach(async () => {
      await start('/espoo/', 'Siirry ilmoittautumaan');
      // Two mistakes: a question passed over, and half a year.
      await keyboard.heading('Voitko osallistua paneeliin?');
      await keyboard.write('Syntymävuosi', '85');
      await keyboard.activate('Jatka');
      await keyboard.heading('Korjaa 2 kohtaa');
      await keyboard.activate('Vastaa kyllä tai ei: Asutko Espoossa?');
      await until('focus in the question', async () => (await keyboard.focus()).type === 'radio');
      await keyboard.press('Space');
      await keyboard.write('Syntymävuosi', '1985');
      await keyboard.activate('Jatka');
      await keyboard.heading('Taustatietosi arvontaa varten');
      await keyboard.choose('Sukupuoli', 'Nainen');
      await keyboard.choose('Koulutus', 'Ammatillinen tutkinto, lukio tai ylioppilastutkinto');
      await keyboard.choose('Suuralue, jolla asut', 'Vanha-Espoo');
      await keyboard.choose('Äidinkieli', 'Suomi');
      await keyboard.activate('Jatka');
      await keyboard.heading('Osallistumisesi tapaamisiin');
      await keyboard.tick('1. päivä');
      await keyboard.tick('3. päivä');
      await keyboard.tick('Apua matkaan');
      await keyboard.activate('Jatka');
      await keyboard.heading('Yhteystietosi');
      await answerContact();
      await answerConsent();
      // One answer is changed, which leads back to where it was changed from.
      await keyboard.activate('Muuta Etunimi');
      await keyboard.heading('Yhteystietosi');
      await keyboard.write('Etunimi', 'Aino Maria');
      await keyboard.activate('Jatka');
      await until(
        'focus where it was',
        async () => (await keyboard.focus()).name === 'Muuta Etunimi',
      );
      reference = await send();
    });

    it('leaves one row with codes and the reference that was shown', () => {
      const [row, ...others] = stage.receiver.registrations();
      assert.deepEqual(others, []);
      assert.equal(row?.['reference'], reference);
      assert.deepEqual(
        [row['panel_id'], row['channel'], row['status'], row['revision'], row['lang']],
        ['liikenne-2027', 'web', 'pool', 1, 'fi'],
      );
      assert.deepEqual(JSON.parse(String(row['submission'])), {
        schemaVersion: 1,
        panelId: 'liikenne-2027',
        lang: 'fi',
        eligibility: { livesInArea: true },
        birthYear: 1985,
        strata: {
          gender: 'woman',
          education: 'secondary',
          area: 'vanha-espoo',
          language: 'fi',
        },
        availability: ['paiva-1', 'paiva-3'],
        contact: {
          firstName: 'Aino Maria',
          lastName: 'Ähtäri-Öhman',
          email: 'aino@example.fi',
          phone: '+358401234567',
          preferred: 'email',
        },
        address: { line1: 'Esimerkkitie 1 A 2', postcode: '02100', city: 'Espoo' },
        consent: { process: true, contactAgain: false, noticeVersion: '2026-11' },
      });
      const support = stage.receiver.rows('SELECT needs, note FROM registration_support');
      assert.deepEqual(support, [{ needs: '["transport"]', note: null }]);
      assert.deepEqual(stage.visitor.thrown, []);
    });
  });

  describe('on the page of a wellbeing services county', () => {
    let reference: string;

    beforeEach(async () => {
      await start('/keusote/', 'Ilmoittaudu paneeliin');
      await keyboard.heading('Voitko osallistua paneeliin?');
      await keyboard.choose('Asutko Hyvinkäällä', 'Kyllä');
      await keyboard.write('Syntymävuosi', '1985');
      await keyboard.activate('Jatka');
      await keyboard.heading('Korjaa 2 kohtaa');
      await keyboard.activate('Kirjoita kutsukoodi');
      await until('focus in the field', async () => (await keyboard.focus()).name === 'Kutsukoodi');
      // As people write it down; the letter has 4K7-2MP.
      await stage.visitor.page.keyboard.type('4k7 2mp');
      await keyboard.choose('Oletko aluevaltuutettu', 'Ei');
      await keyboard.activate('Jatka');
      await keyboard.heading('Taustatietosi arvontaa varten');
      await keyboard.choose('Sukupuoli', 'En halua kertoa');
      await keyboard.choose('Koulutus', 'Peruskoulu, keskikoulu, kansakoulu tai ei tutkintoa');
      await keyboard.choose('Kunta, jossa asut', 'Tuusula');
      await keyboard.choose('Äidinkieli', 'Ruotsi');
      await keyboard.activate('Jatka');
      await keyboard.heading('Osallistumisesi tapaamisiin');
      await keyboard.tick('2. päivä');
      await keyboard.activate('Jatka');
      await keyboard.heading('Yhteystietosi');
      await answerContact();
      await answerConsent();
      await keyboard.activate('Muuta Kunta, jossa asut');
      await keyboard.heading('Taustatietosi arvontaa varten');
      await keyboard.choose('Kunta, jossa asut', 'Hyvinkää');
      await keyboard.activate('Jatka');
      await until('focus where it was', async () =>
        (await keyboard.focus()).name.startsWith('Muuta Kunta'),
      );
      reference = await send();
    });

    it('leaves one row with codes and the reference that was shown', () => {
      const [row, ...others] = stage.receiver.registrations();
      assert.deepEqual(others, []);
      assert.equal(row?.['reference'], reference);
      assert.equal(row['panel_id'], 'palveluverkko-2027');
      const submission = JSON.parse(String(row['submission'])) as Record<string, unknown>;
      assert.equal(submission['invitationCode'], '4K72MP');
      assert.deepEqual(submission['eligibility'], { livesInArea: true, excluded: false });
      assert.deepEqual(submission['strata'], {
        gender: 'not-stated',
        education: 'basic',
        municipality: 'hyvinkaa',
        language: 'sv',
      });
      assert.deepEqual(submission['availability'], ['paiva-2']);
      assert.deepEqual(stage.visitor.thrown, []);
    });
  });
});

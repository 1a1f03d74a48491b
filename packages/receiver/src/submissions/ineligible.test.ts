import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { embedRenderer } from '../pages/embed-renderer.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import { fieldsWith, openPage, postForm, startReceiver } from '../testing/receiver.js';
import { withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

/** The form as the widgets print it, of a registration in the receiver of the test. */
async function formOf(link: string, lang: string): Promise<string> {
  const now = (): Date => people.now;
  const real = await startReceiver({ db: people.receiver.db, forms: embedRenderer, now });
  const { body } = await openPage(real.app, `${link}/correct?lang=${lang}`);
  await real.app.close();
  return body;
}

describe('the form behind a private link', () => {
  for (const [lang, title, button, back] of [
    [
      'fi',
      'Korjaa ilmoittautumistasi: Liikennepaneeli',
      'Tallenna muutokset',
      'Palaa muuttamatta mitään',
    ],
    [
      'sv',
      'Rätta din anmälan: Trafikpanelen',
      'Spara ändringarna',
      'Gå tillbaka utan att ändra något',
    ],
    [
      'en',
      'Correct your registration: Traffic panel',
      'Save changes',
      'Go back without changing anything',
    ],
    [
      'fi-simple',
      'Korjaa ilmoittautumistasi: Liikennepaneeli',
      'Tallenna muutokset',
      'Palaa. Mikään ei muutu.',
    ],
  ] as const) {
    it(`says in ${lang} that it corrects, and can be left without changing anything`, async () => {
      const link = await people.signUp();
      const body = await formOf(link, lang);
      assert.ok(body.includes(`<title>${title}</title>`));
      assert.match(body, new RegExp(`<h1[^>]*>\\s*${title}\\s*</h1>`));
      assert.match(body, new RegExp(`<button[^>]*type="submit"[^>]*>\\s*${button}\\s*</button>`));
      assert.equal(body.match(/type="submit"/g)?.length, 1);
      assert.ok(body.includes(`<a href="${link}?lang=${lang}">${back}</a>`));
    });
  }

  it('is read from right to left in Arabic, and has no word of a first registration', async () => {
    const body = await formOf(await people.signUp(), 'ar');
    assert.match(body, /<html lang="ar" dir="rtl">/);
    assert.match(body, /حفظ التغييرات/);
    assert.doesNotMatch(body, /إرسال التسجيل|Lähetä/);
  });
});

describe('a correction by which somebody could not take part', () => {
  for (const [what, changes, reason] of [
    [
      'too young',
      { birthYear: '2020' },
      'Osallistujan pitää olla vähintään 15-vuotias vuoden 2027 lopussa.',
    ],
    ['lives elsewhere', { 'eligibility/livesInArea': 'false' }, 'vain alueen asukkaita'],
    [
      'can attend none of the meetings',
      { availability: '_none' },
      'ettet pääse yhteenkään tapaamiseen',
    ],
    ['has an excluded role', { 'eligibility/excluded': 'true' }, 'tehtävät estävät osallistumisen'],
  ] as const) {
    it(`(${what}) is answered with the reason, and changes nothing`, async () => {
      const link = await people.signUp();
      const page = await postForm(people.receiver.app, link, fieldsWith(changes));
      assert.equal(page.statusCode, 422);
      assert.match(page.body, /<h1>Et voisi osallistua paneeliin<\/h1>/);
      assert.ok(page.body.includes(reason));
      assert.match(page.body, /ilmoittautumisesi on ennallaan/);
      const [row] = await people.exported();
      assert.equal(row?.revision, 1);
      assert.equal(row.status, 'pool');
    });
  }

  it('tells every reason once', async () => {
    const fields = fieldsWith({ birthYear: '2020', 'eligibility/livesInArea': 'false' });
    const page = await postForm(people.receiver.app, await people.signUp(), fields);
    assert.equal(page.body.match(/<li>/g)?.length, 2);
  });

  it('leads to withdrawing, and back without changing anything', async () => {
    const link = await people.signUp();
    const fields = fieldsWith({ birthYear: '2020' });
    const { body } = await postForm(people.receiver.app, link, fields);
    assert.ok(body.includes(`<a href="${link}/withdraw?lang=fi">Peru ilmoittautuminen</a>`));
    assert.ok(body.includes(`<a href="${link}?lang=fi">Palaa muuttamatta mitään</a>`));
    assert.match(body, /09 123 456/);
  });

  it('leads back to the form with what was written, so that a slip costs nothing', async () => {
    const link = await people.signUp();
    const changes = { birthYear: '2020', 'contact/lastName': '"Ö" & <b>' };
    const { body } = await postForm(people.receiver.app, link, fieldsWith(changes));
    const unescape = (text: string): string =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescape(value)] as const,
    );
    assert.match(body, /<button type="submit" name="start" value="true">/);
    const form = await postForm(people.receiver.app, link, [...fields, ['start', 'true']]);
    assert.equal(form.statusCode, 200);
    assert.ok(form.body.includes('"birthYear":"2020"'));
    assert.ok(form.body.includes(JSON.stringify('"Ö" & <b>')));
    assert.ok(form.body.includes('"availability":["s1","s2"]'));
    assert.ok(form.body.includes('"errors":[]'));
  });

  for (const lang of SPOKEN_LANGUAGES) {
    it(`has words in ${lang}`, async () => {
      const link = `${await people.signUp()}?lang=${lang}`;
      const fields = fieldsWith({ lang, birthYear: '2020', availability: '_none' });
      const { body } = await postForm(people.receiver.app, link, fields);
      assert.match(body, new RegExp(`<html lang="${lang}"`));
      assert.doesNotMatch(body, /undefined|\{\w+\}|ineligible\./);
    });
  }
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { contentOf } from '../content/content.js';
import { AFTER_CLOSING, BEFORE_OPENING, NOW, PANEL } from '../testing/records.js';
import {
  fileOf,
  openPage,
  PANEL_URL,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

const INVITED = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };

let receiver: TestReceiver;
let now = NOW;

const start = (panel: { id: string } = PANEL): Promise<TestReceiver> =>
  startReceiver({ content: contentOf([fileOf('panels', panel)]), now: () => now });

beforeEach(async () => {
  now = NOW;
  receiver = await start();
});

afterEach(() => receiver.close());

const open = (lang = 'fi', from: TestReceiver = receiver): Promise<LightMyRequestResponse> =>
  openPage(from.app, `${PANEL_URL}/paper?lang=${lang}`);

const count = (text: string, what: string): number => text.split(what).length - 1;

describe('the form on paper', () => {
  it('asks everything that the form asks, in its order, with every option and reason', async () => {
    const { body } = await open();
    const told = [
      'Ilmoittautuminen: Liikennepaneeli',
      'viimeistään 15.\u00A0helmikuuta 2027',
      '09 123 456',
      'Asutko Esimerkkikaupungissa?',
      'Oletko valtuutettu?',
      'Syntymävuosi',
      'vähintään 15-vuotias',
      'Sukupuoli',
      'Jotta paneeli muistuttaisi väestöä.',
      'Nainen',
      'Mies',
      'Muu',
      'En halua kertoa',
      'Omin sanoin',
      'Asuinalue',
      'Pohjoinen',
      'Eteläinen',
      '6.\u00A0maaliskuuta 2027',
      '13.\u00A0maaliskuuta 2027',
      'En pääse yhteenkään tapaamiseen',
      'sinua ei voida valita paneeliin',
      'Tulkkaus',
      'Erityisruokavalio',
      'Etunimi',
      'Kirjeellä',
      'turvakiellon alainen',
      'Katuosoite',
      'Suostumus',
      '31.\u00A0joulukuuta 2028',
      'https://example.fi/tietosuoja',
      'Tietojani saa käyttää',
      'Päiväys ja allekirjoitus',
    ];
    let place = 0;
    for (const text of told) {
      const next = body.indexOf(text, place);
      assert.notEqual(next, -1, text);
      place = next;
    }
  });

  it('names the day on which the time ends, not the one that begins at midnight', async () => {
    const closes = '2027-02-16T00:00:00+02:00';
    const panel = { ...PANEL, registration: { ...PANEL.registration, closes } };
    const other = await start(panel);
    const { body } = await open('fi', other);
    await other.close();
    assert.match(body, /viimeistään 15\.\u00A0helmikuuta 2027 klo\u00A024\.00/);
  });

  it('says who is too old too, where the panel has an upper age', async () => {
    assert.doesNotMatch((await open()).body, /enintään/);
    const young = { ...PANEL, registration: { ...PANEL.registration, maximumAge: 29 } };
    const other = await start(young);
    const { body } = await open('fi', other);
    await other.close();
    assert.match(body, /vähintään 15-vuotias[^]*enintään 29-vuotias/);
  });

  it('has a box for each choice, and nothing that only a screen can do', async () => {
    const { body } = await open();
    // Two questions of yes and no, 4 + 2 answers, 2 meetings or none, 3 needs, 3 ways, 1 protected address, 2 consents.
    assert.equal(count(body, 'class="box"'), 4 + 6 + 3 + 3 + 3 + 1 + 2);
    assert.doesNotMatch(body, /<(input|button|select|textarea|form|script|style)|style=/);
  });

  it('has room for a code of invitation where the panel asks for one', async () => {
    const invited = await start(INVITED);
    const { body } = await open('fi', invited);
    await invited.close();
    assert.match(body, /Kutsukoodi/);
    assert.doesNotMatch((await open()).body, /Kutsukoodi/);
  });

  it('does not ask who can attend none where there are no meetings', async () => {
    const other = await start({ ...PANEL, sessions: [] } as typeof PANEL);
    const { body } = await open('fi', other);
    await other.close();
    assert.doesNotMatch(body, /yhteenkään/);
  });

  it('leaves out support where the panel offers none', async () => {
    const { support: _support, ...panel } = PANEL;
    const plain = await start(panel);
    const { body } = await open('fi', plain);
    await plain.close();
    assert.doesNotMatch(body, /Tulkkaus|Tuki, jota tarvitset/);
  });

  for (const [lang, title, marked] of [
    ['sv', 'Anmälan: Trafikpanelen', 'Vill inte uppge'],
    ['en', 'Registration: Traffic panel', 'I prefer not to say'],
    ['fi-simple', 'Ilmoittautuminen: Liikennepaneeli', 'Minulla on turvakielto'],
    ['ar', 'التسجيل: \u2068Liikennepaneeli\u2069', 'أفضّل عدم الإجابة'],
  ] as const) {
    it(`speaks ${lang}, and marks what the record says in another language`, async () => {
      const { body } = await open(lang);
      assert.match(body, new RegExp(`<html lang="${lang}"`));
      assert.match(body, new RegExp(`<h1>${title}</h1>`));
      assert.match(body, new RegExp(marked));
      assert.doesNotMatch(body, /undefined|\{\w+\}/);
    });
  }

  it('stands under the policy of every page, with its own styles', async () => {
    const { headers, body } = await open();
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; /);
    assert.equal(headers['cache-control'], 'no-store');
    const [, path = ''] = /href="(\/receiver-paper\.css)"/.exec(body) ?? [];
    const styles = await receiver.app.inject({ url: path });
    assert.equal(styles.statusCode, 200);
    assert.match(styles.body, /@page/);
    const { body: ofAll } = await receiver.app.inject({ url: '/receiver.css' });
    const print = ofAll.slice(ofAll.indexOf('@media print'));
    assert.match(print, /a \{ color: inherit;/);
  });

  it('can be printed before the panel opens, and not when it could no longer arrive', async () => {
    now = BEFORE_OPENING;
    assert.equal((await open()).statusCode, 200);
    now = AFTER_CLOSING;
    const page = await open();
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /<h1>Ilmoittautuminen on päättynyt<\/h1>/);
    assert.match(page.body, /09 123 456/);
  });

  it('of a panel that is not there is not found', async () => {
    assert.equal(
      (await openPage(receiver.app, '/api/panels/none/registrations/paper')).statusCode,
      404,
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import {
  fileOf,
  newKey,
  openPage,
  PANEL_URL,
  postJson,
  receiptOf,
  startReceiver,
} from '../testing/receiver.js';
import { SUBMISSION } from '../testing/records.js';
import { DRAWN, withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

describe('the page behind a private link', () => {
  it('shows every answer in words, in the order of the form', async () => {
    const page = await people.open(await people.signUp());
    const told = [
      'Liikennepaneeli',
      'Asutko Esimerkkikaupungissa?',
      'Syntymävuosi',
      '1980',
      'Sukupuoli',
      'Nainen',
      'Asuinalue',
      'Pohjoinen',
      '6.\u00A0maaliskuuta 2027',
      'Erityisruokavalio',
      'Pähkinäallergia',
      'Öhman',
      'aija@example.fi',
      'Sähköpostilla',
      'Esimerkkikatu 1 A 2',
      '02100',
    ];
    const places = told.map((text) => page.body.indexOf(text));
    assert.ok(!places.includes(-1), told[places.indexOf(-1)]);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('says of the last day that it can be corrected to its end, and not from the beginning of the next', async () => {
    const page = await people.open(await people.signUp());
    const [, until = ''] =
      /Voit korjata vastauksiasi tähän asti: (.*?)\. Voit/.exec(page.body) ?? [];
    assert.match(until, /klo\u00A024\.00$/);
    const dayBefore = new Date(Date.parse(DRAWN.registration.drawnOn) - 1).getUTCDate();
    assert.ok(until.startsWith(`${String(dayBefore)}.\u00A0`), until);
  });

  it('has no heading over nothing where the panel asks less', async () => {
    const bare = { ...DRAWN, questions: [], sessions: [], support: undefined };
    const { strata: _strata, support: _support, ...rest } = SUBMISSION;
    const receiver = await startReceiver({
      content: contentOf([fileOf('panels', bare)]),
      now: () => people.now,
    });
    const sent = { ...rest, strata: {}, availability: [] };
    const { manage = '' } = receiptOf(
      await postJson(receiver.app, PANEL_URL, sent, { 'idempotency-key': newKey() }),
    );
    const page = await openPage(receiver.app, manage);
    assert.doesNotMatch(page.body, /Taustatietosi|Osallistumisesi tapaamisiin/);
    assert.match(page.body, /<h2>Yhteystietosi/);
    await receiver.app.close();
  });

  for (const [signedUp, wished, spoken] of [
    ['sv', 'en', 'sv'],
    ['fi-simple', 'en', 'fi-simple'],
    ['ar', 'en', 'ar'],
    ['so', 'en', 'en'],
  ] as const) {
    it(`speaks ${spoken} of what was sent in ${signedUp}, where nobody asks for a language`, async () => {
      const url = await people.signUp({ ...SUBMISSION, lang: signedUp });
      const headers = { accept: 'text/html', 'accept-language': wished };
      const page = await people.receiver.app.inject({ url, headers });
      assert.match(page.body, new RegExp(`<html lang="${spoken}"`));
    });
  }

  for (const [lang, title, answer] of [
    ['sv', 'Din anmälan', 'Per e-post'],
    ['en', 'Your registration', 'By email'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const page = await people.open(`${await people.signUp()}?lang=${lang}`);
      assert.match(page.body, new RegExp(`<html lang="${lang}"`));
      assert.match(page.body, new RegExp(`<h1>${title}</h1>`));
      assert.match(page.body, new RegExp(answer));
      assert.doesNotMatch(page.body, /undefined|\{\w+\}/);
    });
  }

  it('is kept by nobody, found by no search, and told to no other site', async () => {
    const { headers, body } = await people.open(await people.signUp());
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-robots-tag'], 'noindex');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; /);
    assert.match(body, /<meta name="robots" content="noindex" \/>/);
    assert.doesNotMatch(body, /<script|<style|style=/);
  });

  it('shows what a resident wrote as text', async () => {
    const contact = { ...SUBMISSION.contact, lastName: '<img src=x>' };
    const page = await people.open(await people.signUp({ ...SUBMISSION, contact }));
    assert.doesNotMatch(page.body, /<img/);
  });

  it('says of a protected address that it is not kept', async () => {
    const page = await people.open(
      await people.signUp({ ...SUBMISSION, address: { protected: true } }),
    );
    assert.match(page.body, /turvakiellon alainen/);
  });

  it('shows codes when the panel is no longer published', async () => {
    const link = await people.signUp();
    const later = await startReceiver({
      db: people.receiver.db,
      content: contentOf([]),
      now: () => people.now,
    });
    const page = await openPage(later.app, link);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /<dd>woman<\/dd>/);
    assert.match(page.body, /09 123 456/);
    await later.app.close();
  });
});

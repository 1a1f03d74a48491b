import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { postJson } from '../testing/receiver.js';
import { withTopics } from '../testing/topics.js';

const topics = withTopics();
const BY = { recordedBy: 'Aino Virkanen' };
const AGENDA = '/topics/2028/agenda';

async function listed(): Promise<void> {
  await topics.accept('rantaraitti', { background: 'Raitti on pimeä.\n\nLepakot asuvat siellä.' });
  await topics.record('rantaraitti', { kind: 'status', status: 'on-list', ...BY }, 1);
}

describe('the list of a year for those who choose', () => {
  it('says of each topic what they have to know', async () => {
    await listed();
    await postJson(topics.receiver.app, '/api/topics/rantaraitti/supports', {});
    const { body, headers } = await topics.get(`${AGENDA}?lang=fi`);
    for (const said of [
      'Rantaraitin valaistus',
      'Miten rantaraitti valaistaan niin, että luonto säästyy?',
      'Asiassa on vaikeita arvovalintoja',
      'Turvallisuus ja luonto ovat vastakkain.',
      'Tekninen lautakunta',
      '14.\u00A0maaliskuuta 2028',
      'Äijä Öhman',
      '<p >Lepakot asuvat siellä.</p>',
      'Luottamushenkilöiden valittavana',
    ]) {
      assert.ok(body.includes(said), said);
    }
    assert.match(body, /<dt>Kannattajia<\/dt>\s*<dd>1<\/dd>/);
    assert.ok(headers.etag);
    assert.ok(headers['content-security-policy']);
  });

  it('has no topic that is not on the list', async () => {
    await topics.accept();
    const { body, statusCode } = await topics.get(`${AGENDA}?lang=fi`);
    assert.equal(statusCode, 200);
    assert.doesNotMatch(body, /Rantaraitin/);
    assert.match(body, /listalla ei ole aiheita/);
  });

  it('is in the language that is asked for, by the address or by the browser', async () => {
    await listed();
    for (const [lang, said] of [
      ['sv', 'Varför ämnet passar för en panel'],
      ['en', 'Why the topic suits a panel'],
    ] as const) {
      const byAddress = await topics.get(`${AGENDA}?lang=${lang}`);
      const byBrowser = await topics.get(AGENDA, { 'accept-language': lang });
      for (const { body } of [byAddress, byBrowser]) {
        assert.ok(body.includes(`<html lang="${lang}"`));
        assert.ok(body.includes(said));
        assert.match(body, /<span lang="fi" dir="auto">Rantaraitin valaistus<\/span>/);
      }
    }
  });

  it('shows what was chosen, by whom and why', async () => {
    await listed();
    const choice = {
      body: { name: 'Kaupunginvaltuusto' },
      on: '2027-03-16',
      section: '§ 12',
      reasons: 'Muut aiheet olivat kiireisempiä.',
      minutes: { label: 'Pöytäkirja', url: 'https://example.fi/poytakirja' },
    };
    await topics.record('rantaraitti', { kind: 'choice', chosen: false, choice, ...BY }, 2);
    const { body } = await topics.get(`${AGENDA}?lang=fi`);
    assert.match(body, /Ei valittu paneelin aiheeksi/);
    for (const said of [
      '16.\u00A0maaliskuuta 2027',
      '§\u00A012',
      'kiireisempiä',
      'example.fi/poytakirja',
    ]) {
      assert.ok(body.includes(said), said);
    }
  });

  it('still says that one was not chosen when it was answered or is on the list again', async () => {
    await listed();
    const choice = { body: { name: 'Kaupunginvaltuusto' }, on: '2027-03-16', reasons: 'Kiire.' };
    await topics.record('rantaraitti', { kind: 'choice', chosen: false, choice, ...BY }, 2);
    const answer = { body: { name: 'Valtuusto' }, on: '2027-04-16', text: 'Lamput uusitaan.' };
    const again = { kind: 'status', status: 'on-list' };
    for (const [place, made] of [{ kind: 'answer', answer }, again].entries()) {
      const { statusCode } = await topics.record('rantaraitti', { ...made, ...BY }, 3 + place);
      assert.equal(statusCode, 201);
      const { body } = await topics.get(`${AGENDA}?lang=fi`);
      assert.match(body, /Ei valittu paneelin aiheeksi/);
      assert.doesNotMatch(body, /Valittiin paneelin aiheeksi/);
    }
  });

  it('needs no script, and its headings skip no level', async () => {
    await listed();
    const { body } = await topics.get(AGENDA);
    assert.doesNotMatch(body, /<script|style=/);
    const levels = [...body.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    for (const [place, level] of levels.entries()) {
      assert.ok(level <= (levels[place - 1] ?? 1) + 1);
    }
  });

  it('is of a year, or not there', async () => {
    assert.equal((await topics.get('/topics/next/agenda')).statusCode, 404);
    assert.equal((await topics.get('/topics/99999/agenda')).statusCode, 404);
  });
});

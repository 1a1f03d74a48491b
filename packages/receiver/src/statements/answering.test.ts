import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { Response, Statement } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { NOW } from '../testing/records.js';
import { fieldsOf, markupProblems, unescaped } from '../testing/forms.js';
import { AINO, type Fields, Officer, signedInAs } from '../testing/officer.js';
import {
  CONTENT_FILES,
  fileOf,
  openPage,
  OPERATOR_TOKEN,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { STATEMENT } from '../testing/statement.js';
import { addEntry } from './store.js';

const content = contentOf([...CONTENT_FILES, fileOf('statements', STATEMENT)]);
const PAGES = '/operator/answers';
const ITEM = `${PAGES}/liikenne-2027/r1`;
const ANSWERED = `${PAGES}/liikenne-2027/r2`;

const VEIKKO = signedInAs('Veikko');

let receiver: TestReceiver;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  receiver = await startReceiver({ content, operatorToken: OPERATOR_TOKEN, now: () => now });
});

afterEach(() => receiver.close());

const { open, send, fillIn } = new Officer(() => receiver.app);

const answerTo = async (index: number): Promise<Statement['items'][number]['response']> =>
  (await receiver.app.inject({ url: '/statements/liikenne-2027.json' })).json<Statement>().items[
    index
  ]?.response;

const NO: Fields = {
  'response/status': 'rejected',
  'response/text/fi': 'Ei rakenneta.',
  'response/reason/fi': 'Rahaa ei ole.',
  'response/reason/sv': 'Pengar saknas.',
  'response/body/name/fi': 'Kaupunginhallitus',
  'response/decidedOn': '2027-03-16',
};

describe('the pages for answering', () => {
  it('lead from the statements to an item', async () => {
    const all = await open(`${PAGES}?lang=fi`);
    assert.match(
      all.body,
      /<a href="\/operator\/answers\/liikenne-2027\?lang=fi"\s*>Liikennepaneelin lausuma<\/a/,
    );
    const items = await open(`${PAGES}/liikenne-2027?lang=sv`);
    assert.match(items.body, /<html lang="sv" /);
    assert.match(items.body, /1\. Cykelväg till centrum<\/a\s*>\s+– Väntar på svar/);
    assert.match(items.body, /4a\. Bussit kulkevat useammin\.<\/a\s*>\s+– Godkänt/);
    const item = await open(`${ITEM}?lang=fi`);
    assert.match(item.body, /<h1>1\. Pyörätie keskustaan<\/h1>/);
    assert.match(item.body, /Rakennetaan pyörätie\./);
    assert.match(item.body, /Kohtaan ei ole vielä vastattu\./);
    for (const kind of ['response', 'handling', 'progress']) {
      assert.match(item.body, new RegExp(`href="${ITEM}/${kind}\\?lang=fi"`));
    }
  });

  it('say of no fact that it waits for an answer, as residents do not read it either', async () => {
    const { body } = await open(`${PAGES}/liikenne-2027?lang=fi`);
    assert.match(body, /Liikenne on suurin päästölähde\.<\/a\s*>\s+<\/li>/);
  });

  it('ask for a name and the token, and show nothing without both', async () => {
    for (const headers of [
      { authorization: '' },
      signedInAs('Aino', 'wrong'),
      signedInAs(''),
      signedInAs('  '),
    ]) {
      const page = await open(ITEM, headers);
      assert.equal(page.statusCode, 401);
      assert.match(String(page.headers['www-authenticate']), /^Basic .*charset="UTF-8"/);
      assert.match(page.body, /Tarvitset nimen ja tunnuksen/);
      assert.doesNotMatch(page.body, /Pyörätie/);
    }
    const { statusCode } = await send(`${ITEM}/response`, NO, { authorization: '' });
    assert.equal(statusCode, 401);
    assert.equal(await receiver.count('statementEntries'), 0);
  });

  it('are never cached, run no script and stand under the policy of every page', async () => {
    const { headers, body } = await open(`${ITEM}/response`);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; /);
    assert.doesNotMatch(body, /<script|style=|autofocus|placeholder/);
    assert.equal((await receiver.app.inject({ url: '/operator/answers.css' })).statusCode, 200);
  });

  it('are not found for what is not there', async () => {
    for (const path of [`${PAGES}/none`, `${PAGES}/liikenne-2027/r9`, `${ITEM}/remark`]) {
      assert.equal((await open(path)).statusCode, 404, path);
    }
  });

  for (const lang of ['fi', 'sv', 'en']) {
    it(`are right as HTML and complete in ${lang}`, async () => {
      await fillIn(`${ANSWERED}/response`, NO);
      const wrong = await fillIn(`${ITEM}/response?lang=${lang}`, {
        'response/status': 'partly',
        lang,
      });
      const paths = [
        PAGES,
        `${PAGES}/liikenne-2027`,
        ITEM,
        ANSWERED,
        `${ANSWERED}/handling?place=0`,
        `${ITEM}/progress`,
        `${ITEM}/response`,
      ];
      const pages = await Promise.all(
        paths.map((path) => open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)),
      );
      for (const { body } of [...pages, wrong]) {
        assert.match(body, new RegExp(`<html lang="${lang}" `));
        assert.doesNotMatch(body, /undefined|\{\w+\}/);
        assert.deepEqual(await markupProblems(body), []);
      }
    });
  }
});

describe('an officer', () => {
  it('records an answer, is told that it is public, and sees who recorded it', async () => {
    const sent = await fillIn(`${ITEM}/response`, NO);
    assert.equal(sent.statusCode, 303);
    const page = await open(String(sent.headers.location));
    assert.match(
      page.body,
      /<p class="notice" role="status">Kirjaus on tallennettu ja julkaistu\.<\/p>/,
    );
    assert.match(page.body, /<title>Kirjaus on tallennettu/);
    assert.match(page.body, /<bdi>Aino Äyräs<\/bdi>/);
    assert.deepEqual(await answerTo(0), {
      status: 'rejected',
      text: { fi: 'Ei rakenneta.' },
      reason: { fi: 'Rahaa ei ole.', sv: 'Pengar saknas.' },
      body: { name: { fi: 'Kaupunginhallitus' } },
      decidedOn: '2027-03-16',
      handling: [],
      progress: [],
    });
  });

  it('adds a handling and progress, and puts one right or takes it away', async () => {
    await fillIn(`${ANSWERED}/handling`, {
      'handling/body/name/fi': 'Kaupunginhallitus',
      'handling/date': '2027-04-20',
      'handling/section': '§ 89',
      'handling/decision/fi': 'Hyväksytään.',
    });
    await fillIn(`${ANSWERED}/progress`, {
      'progress/on': '2027-06-01',
      'progress/status': 'done',
      'progress/note/fi': 'Vuoroja lisättiin.',
      setsStatus: 'true',
    });
    const before = await answerTo(1);
    assert.equal(before?.status, 'done');
    assert.equal(before.handling.length, 2);
    assert.equal(before.progress.length, 2);
    const page = await open(ANSWERED);
    assert.match(
      page.body,
      new RegExp(`href="${ANSWERED}/handling\\?place=1&lang=fi">Korjaa: Käsittely 2`),
    );
    await fillIn(`${ANSWERED}/handling?place=1`, {
      'handling/section': '§ 90',
      note: 'Väärä pykälä.',
    });
    await fillIn(`${ANSWERED}/progress?place=0`, { remove: 'true' });
    const after = await answerTo(1);
    assert.deepEqual(after?.handling[1], { ...before.handling[1], section: '§ 90' });
    assert.deepEqual(after.progress, [before.progress[1]]);
    assert.match((await open(ANSWERED)).body, /Väärä pykälä\./);
  });

  it('finds in the form what stands there, and loses nothing that the form does not ask', async () => {
    const attachments = [{ label: 'Muistio', url: '/muistio.pdf' }];
    const contact = { name: 'Suunnittelija', phone: '09 1', hours: '8–15' };
    const [, answered] = STATEMENT.items;
    const items = [
      {
        ...answered,
        response: {
          ...answered?.response,
          attachments,
          contact,
          text: { 'fi-simple': 'Helppo.', fi: 'Toteutetaan.' },
        },
      },
    ];
    await receiver.close();
    const files = [fileOf('statements', { ...STATEMENT, items } as typeof STATEMENT)];
    receiver = await startReceiver({ content: contentOf(files), operatorToken: OPERATOR_TOKEN });
    await fillIn(`${ANSWERED}/response`, { 'response/status': 'done' });
    const answer = await answerTo(0);
    assert.deepEqual(answer?.attachments, attachments);
    assert.equal(answer.contact?.hours, '8–15');
    assert.deepEqual(answer.text, { 'fi-simple': 'Helppo.', fi: 'Toteutetaan.' });
    assert.equal(answer.decidedOn, '2027-04-10');
  });

  it('hears what is wrong at its field and in a summary, and finds everything that was written', async () => {
    const { statusCode, body } = await fillIn(`${ITEM}/response`, {
      'response/status': 'rejected',
      'response/text/fi': 'Ei "rakenneta" <nyt>.',
      'response/due': '31.3.2027',
    });
    assert.equal(statusCode, 422);
    assert.match(body, /<title>Virhe: Kirjaa vastaus<\/title>/);
    assert.match(body, /<a href="#response-due">Määräaika: Kirjoita päivä näin: 2027-03-01/);
    assert.match(
      body,
      /id="response-due" name="response\/due"\s+aria-describedby="response-due-hint response-due-error"\s+aria-invalid="true"/,
    );
    const kept = fieldsOf(body);
    assert.equal(kept['response/text/fi'], 'Ei "rakenneta" <nyt>.');
    assert.equal(kept['response/status'], 'rejected');
    assert.equal(kept['response/due'], '31.3.2027');
    const again = await send(`${ITEM}/response`, { ...kept, 'response/due': '2027-03-31' });
    assert.equal(again.statusCode, 422);
    assert.match(
      again.body,
      /<a href="#response-reason-fi">Perustelu, kieli: suomi: Kirjoita perustelu/,
    );
    const last = await send(`${ITEM}/response`, {
      ...fieldsOf(again.body),
      'response/reason/fi': 'Syy.',
    });
    assert.equal(last.statusCode, 303);
  });

  it('hears at its field that an e-mail address is none', async () => {
    const wrong = { ...NO, 'response/contact/email': 'kirjaamo(at)example.fi' };
    const sent = await fillIn(`${ITEM}/response`, wrong);
    assert.equal(sent.statusCode, 422);
    assert.match(
      sent.body,
      /<a href="#response-contact-email">Sähköposti: Kirjoita sähköpostiosoite näin: nimi@example\.fi</,
    );
    const right = { ...fieldsOf(sent.body), 'response/contact/email': 'kirjaamo@example.fi' };
    assert.equal((await send(`${ITEM}/response`, right)).statusCode, 303);
    assert.equal((await answerTo(0))?.contact?.email, 'kirjaamo@example.fi');
  });

  it('adds a handling to an answer whose address was recorded before addresses were looked at', async () => {
    const after: Response = {
      ...{ status: 'accepted', contact: { email: 'kirjaamo(at)example.fi' } },
      ...{ handling: [], progress: [] },
    };
    await addEntry(receiver.db, {
      ...{ statementId: 'liikenne-2027', itemId: 'r1', version: 1, before: null, after },
      ...{ recordedAt: NOW.toISOString(), key: randomUUID(), bodyHash: '' },
      change: { kind: 'response', response: after, recordedBy: 'Aino' },
    });
    const added = await fillIn(`${ITEM}/handling`, { 'handling/body/name/fi': 'Valtuusto' });
    assert.equal(added.statusCode, 303);
    assert.equal((await answerTo(0))?.handling.length, 1);
  });

  it('whose name is too long hears it at the name, and not at what they wrote', async () => {
    const sent = await fillIn(`${ITEM}/response`, NO, signedInAs('A'.repeat(201)));
    assert.equal(sent.statusCode, 422);
    assert.match(
      sent.body,
      /<a href="#recorded-by">Nimesi: Nimi, jolla kirjauduit, on liian pitkä/,
    );
    assert.match(
      sent.body,
      /<p id="recorded-by" tabindex="-1">Kirjaat nimellä A{201}\..*?<\/p>\s*<p class="error">Nimi[^<]*enintään 200 merkkiä/,
    );
    assert.doesNotMatch(sent.body, /aria-invalid|Lyhennä tekstiä/);
    assert.deepEqual(await markupProblems(sent.body), []);
    assert.equal(fieldsOf(sent.body)['response/reason/fi'], 'Rahaa ei ole.');
    const shorter = await fillIn(`${ITEM}/response`, NO, signedInAs('A'.repeat(200)));
    assert.equal(shorter.statusCode, 303);
  });

  it('who presses twice records once', async () => {
    const page = await open(`${ITEM}/progress`);
    const fields = {
      ...fieldsOf(page.body),
      'progress/on': '2027-02-01',
      'progress/status': 'done',
    };
    const first = await send(`${ITEM}/progress`, fields);
    const second = await send(`${ITEM}/progress`, fields);
    assert.match(String(first.headers.location), /recorded=now/);
    assert.match(String(second.headers.location), /recorded=before/);
    assert.equal((await answerTo(0))?.progress.length, 1);
  });

  it('who comes second is shown what the first recorded, and loses no word', async () => {
    const path = `${ITEM}/response`;
    const page = await open(path);
    await fillIn(path, { ...NO, 'response/text/fi': 'Veikon vastaus.' }, VEIKKO);
    const late = await send(path, {
      ...fieldsOf(page.body),
      ...NO,
      'response/text/fi': 'Ainon vastaus.',
    });
    assert.equal(late.statusCode, 412);
    assert.match(late.body, /Kohta on muuttunut/);
    assert.match(late.body, /<bdi>Veikko<\/bdi>/);
    assert.match(late.body, /Veikon vastaus\./);
    assert.deepEqual((await answerTo(0))?.text, { fi: 'Veikon vastaus.' });
    const kept = fieldsOf(late.body);
    assert.equal(kept['response/text/fi'], 'Ainon vastaus.');
    assert.equal((await send(path, kept)).statusCode, 303);
    assert.deepEqual((await answerTo(0))?.text, { fi: 'Ainon vastaus.' });
    assert.equal(await receiver.count('statementEntries'), 2);
  });

  for (const [lang, perhaps, somebodyElse] of [
    ['fi', /Kirjaaja voit olla myös sinä itse/, /Joku muu/],
    ['sv', /Det kan ha varit du själv/, /Någon annan/],
    ['en', /It may have been you/, /Somebody else/],
  ] as const) {
    it(`who goes Back after saving and mends a word is not told of somebody else, in ${lang}`, async () => {
      const path = `${ITEM}/response?lang=${lang}`;
      const fields = { ...fieldsOf((await open(path)).body), ...NO };
      assert.equal((await send(path, fields)).statusCode, 303);
      const again = await send(path, { ...fields, 'response/text/fi': 'Ei rakenneta nyt.' });
      assert.equal(again.statusCode, 412);
      assert.match(again.body, perhaps);
      assert.doesNotMatch(again.body, somebodyElse);
      assert.match(again.body, /<bdi>Aino Äyräs<\/bdi>/);
      assert.equal((await send(path, fieldsOf(again.body))).statusCode, 303);
      assert.deepEqual((await answerTo(0))?.text, { fi: 'Ei rakenneta nyt.' });
    });
  }

  it('who goes Back after adding a step hears that saving would add another', async () => {
    const path = `${ITEM}/progress?lang=fi`;
    const step = { 'progress/on': '2027-02-01', 'progress/status': 'done' };
    const fields = { ...fieldsOf((await open(path)).body), ...step };
    await send(path, fields);
    const again = await send(path, { ...fields, 'progress/on': '2027-02-02' });
    assert.equal(again.statusCode, 412);
    assert.match(again.body, /Tallennus lisää uuden merkinnän[^<]*valitse sieltä Korjaa/);
    const answer = `${ITEM}/response?lang=fi`;
    const late = await send(answer, {
      ...fieldsOf((await open(answer)).body),
      ...NO,
      version: '0',
    });
    assert.match(late.body, /Kohta on muuttunut/);
    assert.doesNotMatch(late.body, /Tallennus lisää/);
  });

  it('who puts right a handling still means the same one when another was taken away before it', async () => {
    await fillIn(`${ANSWERED}/handling`, { 'handling/body/name/fi': 'Valtuusto' });
    const path = `${ANSWERED}/handling?place=1`;
    const page = await open(path);
    await fillIn(`${ANSWERED}/handling?place=0`, { remove: 'true' }, VEIKKO);
    const late = await send(path, { ...fieldsOf(page.body), 'handling/section': '§ 1' });
    assert.equal(late.statusCode, 412);
    const [, action = ''] = /<form method="post" action="([^"]*)"/.exec(late.body) ?? [];
    await send(unescaped(action), fieldsOf(late.body));
    assert.deepEqual((await answerTo(1))?.handling, [
      { body: { name: { fi: 'Valtuusto' } }, section: '§ 1' },
    ]);
  });

  it('who puts right a handling that was taken away meanwhile overwrites no other', async () => {
    await fillIn(`${ANSWERED}/handling`, { 'handling/body/name/fi': 'Valtuusto' });
    const path = `${ANSWERED}/handling?place=0`;
    const page = await open(path);
    await fillIn(path, { remove: 'true' }, VEIKKO);
    const late = await send(path, {
      ...fieldsOf(page.body),
      'handling/body/name/fi': 'Lautakunta',
    });
    assert.equal(late.statusCode, 412);
    const [, action = ''] = /<form method="post" action="([^"]*)"/.exec(late.body) ?? [];
    await send(unescaped(action), fieldsOf(late.body));
    const names = (await answerTo(1))?.handling.map(({ body }) => (body.name as Fields)['fi']);
    assert.deepEqual(names, ['Valtuusto', 'Lautakunta']);
  });

  it('whose form was open for more than a day is shown what was recorded in it, too', async () => {
    const path = `${ITEM}/response`;
    const page = await open(path);
    await fillIn(path, { ...NO, 'response/text/fi': 'Veikon vastaus.' }, VEIKKO);
    now = new Date(NOW.getTime() + 25 * 60 * 60 * 1000);
    const late = await send(path, { ...fieldsOf(page.body), ...NO, 'response/text/fi': 'Ainon.' });
    assert.equal(late.statusCode, 403);
    assert.match(late.body, /Kohta on muuttunut/);
    assert.match(late.body, /Veikon vastaus\./);
    assert.equal(fieldsOf(late.body)['response/text/fi'], 'Ainon.');
    assert.deepEqual((await answerTo(0))?.text, { fi: 'Veikon vastaus.' });
  });

  it('is told at the box that a status owes a reason, when a step would set it', async () => {
    const page = await fillIn(`${ITEM}/progress`, {
      'progress/on': '2027-05-01',
      'progress/status': 'rejected',
      setsStatus: 'true',
    });
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /<a href="#setsStatus">[^<]*Tämä tila vaatii perustelun\./);
    assert.doesNotMatch(page.body, /<a href="#progress-on">/);
  });

  it('is told when the content folder says something else than what was recorded', async () => {
    await fillIn(`${ITEM}/response`, NO);
    assert.doesNotMatch((await open(ITEM)).body, /Sisältökansiossa/);
    const [first, ...others] = STATEMENT.items;
    const items = [{ ...first, response: { status: 'accepted' } }, ...others];
    const later = await startReceiver({
      db: receiver.db,
      content: contentOf([fileOf('statements', { ...STATEMENT, items } as typeof STATEMENT)]),
      operatorToken: OPERATOR_TOKEN,
    });
    const page = await openPage(later.app, ITEM, AINO);
    await later.app.close();
    assert.match(page.body, /Sisältökansiossa olevaa vastausta on muutettu/);
  });

  it('is told nothing of the kind when a record with its answers was put there, and more recorded since', async () => {
    await fillIn(`${ITEM}/response`, NO);
    const record = (await receiver.app.inject({ url: '/statements/liikenne-2027.json' })).body;
    const later = await startReceiver({
      db: receiver.db,
      content: contentOf([fileOf('statements', JSON.parse(record) as typeof STATEMENT)]),
      operatorToken: OPERATOR_TOKEN,
    });
    const step = { 'progress/on': '2027-09-01', 'progress/status': 'under-study' };
    await fillIn(`${ITEM}/progress`, step);
    const page = await openPage(later.app, ITEM, AINO);
    await later.app.close();
    assert.match(page.body, /2\. kirjaus/);
    assert.doesNotMatch(page.body, /Sisältökansiossa/);
  });
});

describe('a form that another site sends in the name of an officer', () => {
  for (const [what, token] of [
    ['without a token', ''],
    ['with a made-up one', 'mi6d8s00.3vX'],
  ] as const) {
    it(`${what} records nothing, and keeps what an officer would have written`, async () => {
      const fields = { ...fieldsOf((await open(`${ITEM}/response`)).body), ...NO, token };
      const answer = await send(`${ITEM}/response`, fields);
      assert.equal(answer.statusCode, 403);
      assert.equal(await receiver.count('statementEntries'), 0);
      const again = await send(`${ITEM}/response`, fieldsOf(answer.body));
      assert.equal(again.statusCode, 303);
    });
  }

  it('with the token of another officer or another item records nothing', async () => {
    const { token = '' } = fieldsOf((await open(`${ITEM}/response`, VEIKKO)).body);
    assert.equal((await fillIn(`${ITEM}/response`, { ...NO, token })).statusCode, 403);
    const other = fieldsOf((await open(`${ANSWERED}/response`)).body)['token'] ?? '';
    assert.equal((await fillIn(`${ITEM}/response`, { ...NO, token: other })).statusCode, 403);
  });

  it('after a day has to be sent once more', async () => {
    const fields = { ...fieldsOf((await open(`${ITEM}/response`)).body), ...NO };
    now = new Date(NOW.getTime() + 24 * 60 * 60 * 1000);
    const late = await send(`${ITEM}/response`, fields);
    assert.equal(late.statusCode, 403);
    assert.equal(fieldsOf(late.body)['response/text/fi'], 'Ei rakenneta.');
  });
});

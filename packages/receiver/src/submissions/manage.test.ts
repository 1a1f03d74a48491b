import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import type { Registration } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import { embedRenderer } from '../pages/embed-renderer.js';
import { makeFolder } from '../testing/folder.js';
import { NOW, PANEL, SUBMISSION } from '../testing/records.js';
import {
  fieldsWith,
  fileOf,
  newKey,
  openPage,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

const DRAWN = {
  ...PANEL,
  registration: { ...PANEL.registration, drawnOn: '2027-02-20' },
};
const BEFORE_DRAW = new Date('2027-02-19T21:59:00Z');
const DAY_OF_DRAW = new Date('2027-02-19T22:00:00Z');

let receiver: TestReceiver;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  receiver = await startReceiver({
    content: contentOf([fileOf('panels', DRAWN)]),
    operatorToken: OPERATOR_TOKEN,
    now: () => now,
  });
});

afterEach(() => receiver.close());

/** Signs up and gives the private link. */
async function signUp(body: unknown = SUBMISSION, key = newKey()): Promise<string> {
  const response = await postJson(receiver.app, PANEL_URL, body, { 'idempotency-key': key });
  return receiptOf(response).manage ?? '';
}

const open = (url: string): Promise<LightMyRequestResponse> => openPage(receiver.app, url);
const press = (url: string): Promise<LightMyRequestResponse> => postForm(receiver.app, url, []);

async function exported(): Promise<Registration[]> {
  const response = await receiver.app.inject({
    url: '/api/export/panels/liikenne-2027/registrations.json',
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  });
  return response.json<{ items: Registration[] }>().items;
}

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const tables = [
    'registrations',
    'registrationHistory',
    'registrationSupport',
    'receipts',
  ] as const;
  const rows = await Promise.all(
    tables.map((table) => receiver.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}

describe('the receipt of a registration', () => {
  it('gives a private link that cannot be guessed, and the same for a retry', async () => {
    const key = newKey();
    const link = await signUp(SUBMISSION, key);
    assert.match(link, /^\/registrations\/[\w-]{32}$/);
    assert.equal(await signUp(SUBMISSION, key), link);
    assert.notEqual(await signUp(), link);
  });

  it('gives a link that is written down nowhere in the database', async () => {
    const link = await signUp();
    assert.equal((await everything()).includes(link.split('/').at(-1) ?? ''), false);
  });

  it('of a form leads to the private link from its page', async () => {
    const response = await postForm(receiver.app, PANEL_URL);
    const receipt = await open(String(response.headers.location));
    const [, link = ''] = /href="(\/registrations\/[^"]+)"/.exec(receipt.body) ?? [];
    const page = await open(link);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Äijä/);
  });

  it('of feedback has none', async () => {
    const plain = await startReceiver();
    const response = await postForm(plain.app, '/api/feedback/palaute', [
      ['kind', 'idea'],
      ['text', 'Lisää penkkejä bussipysäkeille.'],
    ]);
    const receipt = await openPage(plain.app, String(response.headers.location));
    await plain.close();
    assert.doesNotMatch(receipt.body, /\/registrations\//);
  });
});

describe('the page behind a private link', () => {
  it('shows every answer in words, in the order of the form', async () => {
    const page = await open(await signUp());
    const told = [
      'Liikennepaneeli',
      'Asutko Esimerkkikaupungissa?',
      'Syntymävuosi',
      '1980',
      'Sukupuoli',
      'Nainen',
      'Asuinalue',
      'Pohjoinen',
      '6. maaliskuuta 2027',
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

  for (const [signedUp, wished, spoken] of [
    ['sv', 'en', 'sv'],
    ['fi-simple', 'en', 'fi'],
    ['ar', 'en', 'en'],
  ] as const) {
    it(`speaks ${spoken} of what was sent in ${signedUp}, where nobody asks for a language`, async () => {
      const url = await signUp({ ...SUBMISSION, lang: signedUp });
      const headers = { accept: 'text/html', 'accept-language': wished };
      const page = await receiver.app.inject({ url, headers });
      assert.match(page.body, new RegExp(`<html lang="${spoken}">`));
    });
  }

  for (const [lang, title, answer] of [
    ['sv', 'Din anmälan', 'Per e-post'],
    ['en', 'Your registration', 'By email'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const page = await open(`${await signUp()}?lang=${lang}`);
      assert.match(page.body, new RegExp(`<html lang="${lang}">`));
      assert.match(page.body, new RegExp(`<h1>${title}</h1>`));
      assert.match(page.body, new RegExp(answer));
      assert.doesNotMatch(page.body, /undefined|\{\w+\}/);
    });
  }

  it('is kept by nobody, found by no search, and told to no other site', async () => {
    const { headers, body } = await open(await signUp());
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-robots-tag'], 'noindex');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; /);
    assert.match(body, /<meta name="robots" content="noindex" \/>/);
    assert.doesNotMatch(body, /<script|<style|style=/);
  });

  it('shows what a resident wrote as text', async () => {
    const contact = { ...SUBMISSION.contact, lastName: '<img src=x>' };
    const page = await open(await signUp({ ...SUBMISSION, contact }));
    assert.doesNotMatch(page.body, /<img/);
  });

  it('says of a protected address that it is not kept', async () => {
    const page = await open(await signUp({ ...SUBMISSION, address: { protected: true } }));
    assert.match(page.body, /turvakiellon alainen/);
  });

  it('shows codes when the panel is no longer published', async () => {
    const link = await signUp();
    const later = await startReceiver({ db: receiver.db, content: contentOf([]), now: () => now });
    const page = await openPage(later.app, link);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /<dd>woman<\/dd>/);
    assert.match(page.body, /09 123 456/);
    await later.app.close();
  });
});

describe('a wrong private link', () => {
  const WRONG = '/registrations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  it('leads to one and the same plain page, whatever is tried', async () => {
    const link = await signUp();
    const pages = await Promise.all([
      open(WRONG),
      open(`${WRONG}/correct`),
      open(`${WRONG}/withdraw`),
      press(`${WRONG}/delete`),
      open(`${link}x`),
      open(`/registrations/${'x'.repeat(90)}`),
    ]);
    for (const page of pages) {
      assert.equal(page.statusCode, 404);
      assert.match(page.body, /<h1>Sivua ei löytynyt<\/h1>/);
      assert.doesNotMatch(page.body, /09 123 456|Liikennepaneeli/);
      assert.equal(page.headers['cache-control'], 'no-store');
      assert.equal(page.headers['referrer-policy'], 'no-referrer');
    }
    assert.equal((await exported())[0]?.status, 'pool');
  });

  it('cannot be tried without end', async () => {
    const limited = await startReceiver({ rateLimit: 3 });
    const statuses: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      statuses.push((await openPage(limited.app, WRONG)).statusCode);
    }
    await limited.close();
    assert.deepEqual(statuses, [404, 404, 404, 429]);
  });
});

describe('correcting', () => {
  it('begins with the form filled in, support needs too, posting to the private link', async () => {
    const link = await signUp();
    const page = await open(`${link}/correct`);
    assert.ok(page.body.includes(`action="${link}?lang=fi"`));
    for (const value of [
      '"birthYear":"1980"',
      '"strata/gender":"woman"',
      '"availability":["s1","s2"]',
      '"support/needs":["diet"]',
      '"support/note":"Pähkinäallergia"',
      '"eligibility/livesInArea":"true"',
    ]) {
      assert.ok(page.body.includes(value), value);
    }
  });

  it('begins with what a resident sees as filled in', async () => {
    const link = await signUp();
    const real = await startReceiver({ db: receiver.db, forms: embedRenderer, now: () => now });
    const { body } = await openPage(real.app, `${link}/correct`);
    await real.app.close();
    assert.match(body, /<input[^>]*name="birthYear"[^>]*value="1980"/);
    const checked = [...body.matchAll(/<input[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes(' checked'))
      .map((tag) =>
        ['name', 'value'].map((name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]),
      );
    assert.deepEqual(checked, [
      ['eligibility/livesInArea', 'true'],
      ['eligibility/excluded', 'false'],
      ['strata/gender', 'woman'],
      ['strata/area', 'north'],
      ['availability', 's1'],
      ['availability', 's2'],
      ['support/needs', 'diet'],
      ['contact/preferred', 'email'],
      ['consent/process', 'true'],
    ]);
    assert.match(body, /<textarea[^>]*name="support\/note"[^>]*>\s*Pähkinäallergia<\/textarea>/);
  });

  it('changes the answers, and keeps a revision and those that were there', async () => {
    const link = await signUp();
    const response = await postForm(receiver.app, link, fieldsWith({ birthYear: '1981' }));
    const [row] = await exported();
    assert.equal(response.statusCode, 303);
    assert.equal(response.headers.location, `${link}?lang=fi`);
    assert.equal(row?.revision, 2);
    assert.equal(row.submission?.birthYear, 1981);
    assert.deepEqual(
      row.history.map(({ by, comment }) => [by, comment]),
      [
        ['resident', undefined],
        ['resident', 'replaced'],
      ],
    );
    assert.match((await open(link)).body, /1981/);
  });

  it('with nothing changed keeps every answer as it was', async () => {
    const link = await signUp();
    const before = (await exported())[0]?.submission;
    await postForm(receiver.app, link);
    assert.deepEqual((await exported())[0]?.submission, before);
    assert.match((await open(link)).body, /Pähkinäallergia/);
  });

  it('keeps who helped, until the form says otherwise', async () => {
    const link = await signUp({ ...SUBMISSION, helper: { name: 'Eero' } });
    await postForm(receiver.app, link);
    assert.deepEqual((await exported())[0]?.submission?.helper, { name: 'Eero' });
    await postForm(receiver.app, link, fieldsWith({ 'helper/name': '' }));
    assert.equal((await exported())[0]?.submission?.helper, undefined);
  });

  it('keeps how long the form was open at first', async () => {
    const status = await receiver.app.inject({ url: PANEL_URL });
    const { token } = status.json<{ token: string }>();
    now = new Date(NOW.getTime() + 90_000);
    const link = await signUp({ ...SUBMISSION, token });
    await postForm(receiver.app, link);
    const row = await receiver.db.selectFrom('registrations').selectAll().executeTakeFirst();
    assert.equal(row?.fillSeconds, 90);
  });

  it('with mistakes gives the form again, and changes nothing', async () => {
    const link = await signUp();
    const page = await postForm(receiver.app, link, fieldsWith({ birthYear: 'x' }));
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('"pointer":"/birthYear"'));
    assert.ok(page.body.includes(`action="${link}?lang=fi"`));
    assert.equal((await exported())[0]?.revision, 1);
  });

  it('is possible after closing, until the day of the draw', async () => {
    const link = await signUp();
    now = BEFORE_DRAW;
    const fields = fieldsWith({ birthYear: '1981' });
    assert.equal((await postForm(receiver.app, link, fields)).statusCode, 303);
    assert.equal((await exported())[0]?.submission?.birthYear, 1981);
  });

  it('is over on the day of the draw: the page says whom to call, and nothing is kept', async () => {
    const link = await signUp();
    now = DAY_OF_DRAW;
    const page = await postForm(receiver.app, link, fieldsWith({ birthYear: '1981' }));
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /ei tallennettu/);
    for (const { body } of [page, await open(link)]) {
      assert.match(body, /ei voi enää korjata/);
      assert.match(body, /09 123 456/);
      assert.match(body, /Pohjoinen/);
      assert.doesNotMatch(body, /\/correct/);
      assert.match(body, /\/withdraw\?/);
      assert.match(body, /\/delete\?/);
    }
    assert.equal((await open(`${link}/correct`)).statusCode, 303);
    assert.equal((await exported())[0]?.submission?.birthYear, 1980);
  });
});

describe('withdrawing', () => {
  it('asks first, and changes nothing by being looked at', async () => {
    const link = await signUp();
    const page = await open(`${link}/withdraw`);
    assert.match(page.body, /<form method="post" action="[^"]*\/withdraw\?lang=fi">/);
    assert.equal((await exported())[0]?.status, 'pool');
  });

  it('is recorded, also after the draw, and said on both pages', async () => {
    const posted = await postForm(receiver.app, PANEL_URL);
    const receiptUrl = String(posted.headers.location);
    const [, link = ''] =
      /href="(\/registrations\/[^"?]+)/.exec((await open(receiptUrl)).body) ?? [];
    now = DAY_OF_DRAW;
    const response = await press(`${link}/withdraw`);
    const [row] = await exported();
    assert.equal(response.statusCode, 303);
    assert.equal(row?.status, 'withdrawn');
    assert.deepEqual(row.history.at(-1), {
      at: DAY_OF_DRAW.toISOString(),
      from: 'pool',
      to: 'withdrawn',
      by: 'resident',
    });
    for (const url of [link, receiptUrl]) {
      assert.match((await open(url)).body, /<h1>Olet perunut ilmoittautumisesi<\/h1>/);
    }
  });

  it('twice is once, and leaves nothing to correct', async () => {
    const link = await signUp();
    await press(`${link}/withdraw`);
    await press(`${link}/withdraw`);
    assert.equal((await exported())[0]?.history.length, 2);
    assert.equal((await postForm(receiver.app, link)).statusCode, 409);
  });

  it('does not keep the same person from signing up again', async () => {
    const key = newKey();
    const link = await signUp(SUBMISSION, key);
    await press(`${link}/withdraw`);
    assert.notEqual(await signUp(SUBMISSION, key), link);
    assert.deepEqual((await exported()).map(({ status }) => status).sort(), ['pool', 'withdrawn']);
  });
});

describe('deleting', () => {
  it('asks first, and changes nothing by being looked at', async () => {
    const link = await signUp();
    const page = await open(`${link}/delete`);
    assert.match(page.body, /<form method="post" action="[^"]*\/delete\?lang=fi">/);
    assert.match(await everything(), /Öhman/);
  });

  it('leaves the row, and nothing in it that tells of the person', async () => {
    const key = newKey();
    const link = await signUp({ ...SUBMISSION, birthYear: 1979 }, key);
    await signUp(SUBMISSION, key);
    await press(`${link}/delete`);
    const [row] = await exported();
    assert.equal(row?.status, 'deleted');
    assert.equal(row.channel, 'web');
    assert.equal(row.receivedAt, NOW.toISOString());
    assert.equal(row.submission, undefined);
    assert.equal(await receiver.count('sentKeys'), 0);
    assert.equal(await receiver.count('registrationSupport'), 0);
    assert.doesNotMatch(await everything(), /Öhman|aija@|1979|1980|woman|Esimerkkikatu|Pähkinä/);
  });

  it('leaves a row in the table for officers that has its dates and no answers', async () => {
    const link = await signUp();
    await press(`${link}/delete`);
    const { body } = await receiver.app.inject({
      url: '/api/export/panels/liikenne-2027/registrations.csv',
      headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
    });
    assert.match(body.split('\r\n')[1] ?? '', /,web,deleted,1,,+$/);
  });

  it('is said on both pages, without a word about the person', async () => {
    const posted = await postForm(receiver.app, PANEL_URL);
    const receiptUrl = String(posted.headers.location);
    const [, link = ''] =
      /href="(\/registrations\/[^"?]+)/.exec((await open(receiptUrl)).body) ?? [];
    await press(`${link}/delete`);
    for (const url of [link, receiptUrl]) {
      const page = await open(url);
      assert.equal(page.statusCode, 200);
      assert.match(page.body, /<h1>Tietosi on poistettu<\/h1>/);
      assert.doesNotMatch(page.body, /Öhman|1980|Nainen|\/correct|\/withdraw/);
    }
  });

  it('is possible after withdrawing', async () => {
    const link = await signUp();
    await press(`${link}/withdraw`);
    await press(`${link}/delete`);
    assert.equal((await exported())[0]?.status, 'deleted');
  });

  it('overwrites what stood in the file', async () => {
    const folder = makeFolder();
    const path = join(folder.path, 'puntari.db');
    const own = await startReceiver({ db: await openDatabase(path) });
    const response = await postJson(own.app, PANEL_URL, SUBMISSION);
    const other = { ...SUBMISSION, support: { needs: [], note: 'Toinen' } };
    const contact = { ...SUBMISSION.contact, email: 'toinen@example.fi' };
    for (let more = 0; more < 9; more += 1)
      await postJson(own.app, PANEL_URL, { ...other, contact });
    await postForm(own.app, `${receiptOf(response).manage ?? ''}/delete`, []);
    await own.close();
    const bytes = readFileSync(path);
    folder.remove();
    for (const text of ['aija@example.fi', 'Pähkinäallergia']) {
      assert.equal(bytes.includes(Buffer.from(text)), false, text);
    }
  });
});

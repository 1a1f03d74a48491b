import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import { makeFolder } from '../testing/folder.js';
import {
  OPERATOR_TOKEN,
  PANEL_URL,
  fileOf,
  newKey,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { NOW, SUBMISSION } from '../testing/records.js';
import { AS_OPERATOR, DAY_OF_DRAW, DRAWN, withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

describe('withdrawing', () => {
  it('asks first, and changes nothing by being looked at', async () => {
    const link = await people.signUp();
    const page = await people.open(`${link}/withdraw`);
    assert.match(page.body, /<form method="post" action="[^"]*\/withdraw\?lang=fi">/);
    assert.equal((await people.exported())[0]?.status, 'pool');
  });

  it('is recorded, also after the draw, and said on both pages', async () => {
    const posted = await postForm(people.receiver.app, PANEL_URL);
    const receiptUrl = String(posted.headers.location);
    const [, link = ''] =
      /href="(\/registrations\/[^"?]+)/.exec((await people.open(receiptUrl)).body) ?? [];
    people.now = DAY_OF_DRAW;
    const response = await people.press(`${link}/withdraw`);
    const [row] = await people.exported();
    assert.equal(response.statusCode, 303);
    assert.equal(row?.status, 'withdrawn');
    assert.deepEqual(row.history.at(-1), {
      at: DAY_OF_DRAW.toISOString(),
      from: 'pool',
      to: 'withdrawn',
      by: 'resident',
    });
    for (const url of [link, receiptUrl]) {
      assert.match((await people.open(url)).body, /<h1>Olet perunut ilmoittautumisesi<\/h1>/);
    }
  });

  it('twice is once, and leaves nothing to correct', async () => {
    const link = await people.signUp();
    await people.press(`${link}/withdraw`);
    await people.press(`${link}/withdraw`);
    assert.equal((await people.exported())[0]?.history.length, 2);
    assert.equal((await postForm(people.receiver.app, link)).statusCode, 409);
  });

  it('does not keep the same person from signing up again', async () => {
    const key = newKey();
    const link = await people.signUp(SUBMISSION, key);
    await people.press(`${link}/withdraw`);
    assert.notEqual(await people.signUp(SUBMISSION, key), link);
    assert.deepEqual((await people.exported()).map(({ status }) => status).sort(), [
      'pool',
      'withdrawn',
    ]);
  });
});

describe('deleting', () => {
  it('asks first, and changes nothing by being looked at', async () => {
    const link = await people.signUp();
    const page = await people.open(`${link}/delete`);
    assert.match(page.body, /<form method="post" action="[^"]*\/delete\?lang=fi">/);
    assert.match(await people.everything(), /Öhman/);
  });

  it('leaves the row, and nothing in it that tells of the person', async () => {
    const key = newKey();
    const link = await people.signUp({ ...SUBMISSION, birthYear: 1979 }, key);
    await people.signUp(SUBMISSION, key);
    await people.press(`${link}/delete`);
    const [row] = await people.exported();
    assert.equal(row?.status, 'deleted');
    assert.equal(row.channel, 'web');
    assert.equal(row.receivedAt, NOW.toISOString());
    assert.equal(row.submission, undefined);
    assert.equal(await people.receiver.count('sentKeys'), 0);
    assert.equal(await people.receiver.count('registrationSupport'), 0);
    assert.doesNotMatch(
      await people.everything(),
      /Öhman|aija@|1979|1980|woman|Esimerkkikatu|Pähkinä/,
    );
  });

  it('leaves a row in the table for officers that has its dates and no answers', async () => {
    const link = await people.signUp();
    await people.press(`${link}/delete`);
    const { body } = await people.receiver.app.inject({
      url: '/api/export/panels/liikenne-2027/registrations.csv',
      headers: AS_OPERATOR,
    });
    assert.match(body.split('\r\n')[1] ?? '', /,web,deleted,1,,+$/);
  });

  it('is said on both pages, without a word about the person', async () => {
    const posted = await postForm(people.receiver.app, PANEL_URL);
    const receiptUrl = String(posted.headers.location);
    const [, link = ''] =
      /href="(\/registrations\/[^"?]+)/.exec((await people.open(receiptUrl)).body) ?? [];
    await people.press(`${link}/delete`);
    for (const url of [link, receiptUrl]) {
      const page = await people.open(url);
      assert.equal(page.statusCode, 200);
      assert.match(page.body, /<h1>Tietosi on poistettu<\/h1>/);
      assert.doesNotMatch(page.body, /Öhman|1980|Nainen|\/correct|\/withdraw/);
    }
  });

  it('is possible after withdrawing', async () => {
    const link = await people.signUp();
    await people.press(`${link}/withdraw`);
    await people.press(`${link}/delete`);
    assert.equal((await people.exported())[0]?.status, 'deleted');
  });
});

describe('what is deleted', () => {
  const folder = makeFolder();
  const path = join(folder.path, 'puntari.db');
  let own: TestReceiver;

  before(async () => {
    const content = contentOf([fileOf('panels', DRAWN)]);
    const now = (): Date => NOW;
    const db = await openDatabase(path);
    own = await startReceiver({ db, content, operatorToken: OPERATOR_TOKEN, now });
    const others = { ...SUBMISSION, support: { needs: [], note: 'Toinen' } };
    const contact = { ...SUBMISSION.contact, email: 'toinen@example.fi' };
    for (let more = 0; more < 9; more += 1)
      await postJson(own.app, PANEL_URL, { ...others, contact });
  });

  after(async () => {
    await own.close();
    folder.remove();
  });

  /** In the files of a receiver that runs: what was written last stands in a file of its own. */
  const isThere = (text: string): boolean =>
    [path, `${path}-wal`].some((file) => readFileSync(file).includes(Buffer.from(text)));

  it('is overwritten at once when the person deletes it', async () => {
    const given = receiptOf(await postJson(own.app, PANEL_URL, SUBMISSION));
    assert.ok(isThere('Pähkinäallergia'));
    await postForm(own.app, `${given.manage ?? ''}/delete`, []);
    for (const text of ['aija@example.fi', 'Pähkinäallergia']) assert.ok(!isThere(text), text);
  });

  it('is overwritten at once when an officer deletes it', async () => {
    const { reference } = receiptOf(await postJson(own.app, PANEL_URL, SUBMISSION));
    const wish = { by: 'Maija Malli', changes: [{ reference, status: 'deleted' }] };
    const url = '/operator/panels/liikenne-2027/statuses';
    const { statusCode } = await postJson(own.app, url, wish, AS_OPERATOR);
    assert.equal(statusCode, 200);
    for (const text of ['aija@example.fi', 'Pähkinäallergia']) assert.ok(!isThere(text), text);
  });

  it('is overwritten at once when it is an address that has to be protected', async () => {
    const key = newKey();
    const at = (line1: string): object => ({ ...SUBMISSION.address, line1 });
    const sent = { ...SUBMISSION, address: at('Salatie 7') };
    await postJson(own.app, PANEL_URL, sent, { 'idempotency-key': key });
    assert.ok(isThere('Salatie 7'));
    const changed = { ...SUBMISSION, address: { protected: true } };
    const again = await postJson(own.app, PANEL_URL, changed, { 'idempotency-key': key });
    assert.equal(receiptOf(again).replaced, true);
    assert.ok(!isThere('Salatie 7'));
  });
});

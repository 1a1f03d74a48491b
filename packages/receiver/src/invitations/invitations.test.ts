import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { openDatabase } from '../database/database.js';
import { getSecret } from '../database/secret.js';
import { makeFolder } from '../testing/folder.js';
import { withCode, withInvited } from '../testing/invited.js';
import {
  PANEL_URL,
  newKey,
  postForm,
  postJson,
  problemOf,
  receiptOf,
} from '../testing/receiver.js';
import { FIELDS, PANEL } from '../testing/records.js';
import { createCode } from './codes.js';
import { addCodes } from './invitations.js';

const invited = withInvited();

describe('a registration with a code of invitation', () => {
  it('is taken, however the code is written', async () => {
    const [code = ''] = invited.codes;
    assert.equal((await invited.post(code.toLowerCase().replaceAll('-', ' '))).statusCode, 201);
    assert.equal(await invited.stateOf(code), 'used');
  });

  it('is refused for a code that was never given out', async () => {
    const response = await invited.post('K7M4-PX2Y-99');
    assert.equal(response.statusCode, 422);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'unknown' }]);
    for (const table of ['registrations', 'receipts', 'sentKeys'] as const) {
      assert.equal(await invited.receiver.count(table), 0);
    }
  });

  it('is refused for a code that somebody has used', async () => {
    await invited.post(invited.codes[0]);
    const response = await invited.post(invited.codes[0]);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'used' }]);
    assert.equal(await invited.receiver.count('registrations'), 1);
  });

  it('is taken on the last day of the code, and refused on the next', async () => {
    const [first, second] = await invited.add(2, '2027-02-02');
    invited.now = new Date('2027-02-02T21:59:00Z');
    assert.equal((await invited.post(first)).statusCode, 201);
    invited.now = new Date('2027-02-02T22:00:00Z');
    const response = await invited.post(second);
    assert.deepEqual(problemOf(response).errors, [{ pointer: '/invitationCode', code: 'expired' }]);
  });

  it('by a form is told at the field', async () => {
    const fields = [...FIELDS, ['invitationCode', 'K7M4-PX2Y-99'] as const];
    const page = await postForm(invited.receiver.app, PANEL_URL, fields);
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('{"pointer":"/invitationCode","code":"unknown"}'));
    assert.ok(page.body.includes('"contact/lastName":"Öhman"'));
  });

  it('keeps its own code when it is sent again, and when it is replaced, also past its date', async () => {
    const key = newKey();
    const [code] = await invited.add(1, '2027-02-01');
    const first = await invited.post(code, key);
    invited.now = new Date('2027-02-10T10:00:00Z');
    assert.deepEqual(receiptOf(await invited.post(code, key)), receiptOf(first));
    assert.equal(receiptOf(await invited.post(code, key, { birthYear: 1981 })).replaced, true);
    assert.equal(await invited.receiver.count('registrations'), 1);
  });

  it('gives its first code free when it takes another', async () => {
    const key = newKey();
    await invited.post(invited.codes[0], key);
    await invited.post(invited.codes[1], key);
    assert.equal(await invited.stateOf(invited.codes[0]), 'valid');
    assert.equal(await invited.stateOf(invited.codes[1]), 'used');
  });

  it('keeps its first answers when it is replaced with a code of somebody else', async () => {
    const key = newKey();
    await invited.post(invited.codes[0], key);
    await invited.post(invited.codes[1]);
    assert.equal((await invited.post(invited.codes[1], key, { birthYear: 1981 })).statusCode, 422);
    assert.equal(await invited.stateOf(invited.codes[0]), 'used');
    const rows = await invited.receiver.db
      .selectFrom('registrations')
      .select('submission')
      .execute();
    assert.doesNotMatch(JSON.stringify(rows), /1981/);
  });

  for (const act of ['withdraw', 'delete']) {
    it(`gives its code free by ${act}`, async () => {
      const { manage = '' } = receiptOf(await invited.post(invited.codes[0]));
      await postForm(invited.receiver.app, `${manage}/${act}`, []);
      assert.equal((await invited.post(invited.codes[0])).statusCode, 201);
    });
  }

  it('corrected by its private link keeps its code, and cannot take that of somebody else', async () => {
    const { manage = '' } = receiptOf(await invited.post(invited.codes[0]));
    await invited.post(invited.codes[1]);
    const correct = (code = '') =>
      postForm(invited.receiver.app, manage, [...FIELDS, ['invitationCode', code]]);
    assert.equal((await correct(invited.codes[0])).statusCode, 303);
    const page = await correct(invited.codes[1]);
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('"code":"used"'));
  });
});

describe('two at once with one code', () => {
  it('are one that wins and one that is told', async () => {
    const folder = makeFolder();
    const path = join(folder.path, 'puntari.db');
    const both = [
      await invited.start({ db: await openDatabase(path) }),
      await invited.start({ db: await openDatabase(path) }),
    ] as const;
    const secret = await getSecret(both[0].db);
    for (let round = 0; round < 5; round += 1) {
      const code = createCode();
      await addCodes(both[0].db, { secret, panelId: PANEL.id, codes: [{ code, expires: null }] });
      const responses = await Promise.all(
        both.map(({ app }) => postJson(app, PANEL_URL, withCode(code))),
      );
      assert.deepEqual(responses.map(({ statusCode }) => statusCode).sort(), [201, 422]);
    }
    assert.equal(await both[1].count('registrations'), 5);
    for (const one of both) await one.close();
    folder.remove();
  });
});

describe('an invited panel without codes', () => {
  it('takes any code, from any number of people', async () => {
    const plain = await invited.start();
    const responses = [
      await postJson(plain.app, PANEL_URL, withCode('KIRJE-12')),
      await postJson(plain.app, PANEL_URL, withCode('KIRJE-12')),
    ];
    await plain.close();
    assert.deepEqual(
      responses.map(({ statusCode }) => statusCode),
      [201, 201],
    );
  });
});

describe('codes that come when some have signed up already', () => {
  it('are used where somebody signed up with them, whatever the letters looked like', async () => {
    const plain = await invited.start();
    await postJson(plain.app, PANEL_URL, withCode('kirje-12'));
    const secret = await getSecret(plain.db);
    const rows = ['KIRJE 12', 'KIRJE 13'].map((code) => ({ code, expires: null }));
    await addCodes(plain.db, { secret, panelId: PANEL.id, codes: rows });
    const again = await postJson(plain.app, PANEL_URL, withCode('KIRJE-12'));
    const other = await postJson(plain.app, PANEL_URL, withCode('KIRJE-13'));
    await addCodes(plain.db, { secret, panelId: PANEL.id, codes: rows });
    await plain.close();
    assert.deepEqual(problemOf(again).errors, [{ pointer: '/invitationCode', code: 'used' }]);
    assert.equal(other.statusCode, 201);
  });

  it('keep nobody from correcting who signed up with another, or with the same as somebody else', async () => {
    const plain = await invited.start();
    const secret = await getSecret(plain.db);
    const sent = ['VANHA 1', 'KIRJE 12', 'KIRJE 12'].map((code) =>
      postJson(plain.app, PANEL_URL, withCode(code)),
    );
    const links = (await Promise.all(sent)).map((answer) => receiptOf(answer).manage ?? '');
    const codes = [{ code: 'KIRJE 12', expires: null }];
    await addCodes(plain.db, { secret, panelId: PANEL.id, codes });
    for (const [place, code] of ['vanha-1', 'kirje-12', 'kirje-12'].entries()) {
      const fields = [...FIELDS, ['invitationCode', code]] as const;
      const { statusCode } = await postForm(plain.app, links[place] ?? '', fields);
      assert.equal(statusCode, 303, code);
    }
    await plain.close();
  });
});

describe('the database', () => {
  it('holds no code that was not used', async () => {
    const rows = JSON.stringify(
      await invited.receiver.db.selectFrom('invitations').selectAll().execute(),
    );
    for (const code of invited.codes) assert.equal(rows.includes(code.replaceAll('-', '')), false);
  });
});

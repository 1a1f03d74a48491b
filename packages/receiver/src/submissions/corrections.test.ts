import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { embedRenderer } from '../pages/embed-renderer.js';
import { PANEL_URL, fieldsWith, openPage, postForm, startReceiver } from '../testing/receiver.js';
import { NOW, SUBMISSION } from '../testing/records.js';
import { BEFORE_DRAW, DAY_OF_DRAW, withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

describe('correcting', () => {
  it('begins with the form filled in, support needs too, posting to the private link', async () => {
    const link = await people.signUp();
    const page = await people.open(`${link}/correct`);
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
    const link = await people.signUp();
    const real = await startReceiver({
      db: people.receiver.db,
      forms: embedRenderer,
      now: () => people.now,
    });
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
    const link = await people.signUp();
    const response = await postForm(people.receiver.app, link, fieldsWith({ birthYear: '1981' }));
    const [row] = await people.exported();
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
    assert.match((await people.open(link)).body, /1981/);
  });

  it('with nothing changed keeps every answer as it was', async () => {
    const link = await people.signUp();
    const before = (await people.exported())[0]?.submission;
    await postForm(people.receiver.app, link);
    assert.deepEqual((await people.exported())[0]?.submission, before);
    assert.match((await people.open(link)).body, /Pähkinäallergia/);
  });

  it('keeps who helped, until the form says otherwise', async () => {
    const link = await people.signUp({ ...SUBMISSION, helper: { name: 'Eero' } });
    await postForm(people.receiver.app, link);
    assert.deepEqual((await people.exported())[0]?.submission?.helper, { name: 'Eero' });
    await postForm(people.receiver.app, link, fieldsWith({ 'helper/name': '' }));
    assert.equal((await people.exported())[0]?.submission?.helper, undefined);
  });

  it('keeps how long the form was open at first', async () => {
    const status = await people.receiver.app.inject({ url: PANEL_URL });
    const { token } = status.json<{ token: string }>();
    people.now = new Date(NOW.getTime() + 90_000);
    const link = await people.signUp({ ...SUBMISSION, token });
    await postForm(people.receiver.app, link);
    const row = await people.receiver.db.selectFrom('registrations').selectAll().executeTakeFirst();
    assert.equal(row?.fillSeconds, 90);
  });

  it('with mistakes gives the form again, and changes nothing', async () => {
    const link = await people.signUp();
    const page = await postForm(people.receiver.app, link, fieldsWith({ birthYear: 'x' }));
    assert.equal(page.statusCode, 422);
    assert.ok(page.body.includes('"pointer":"/birthYear"'));
    assert.ok(page.body.includes(`action="${link}?lang=fi"`));
    assert.equal((await people.exported())[0]?.revision, 1);
  });

  it('is possible after closing, until the day of the draw', async () => {
    const link = await people.signUp();
    people.now = BEFORE_DRAW;
    const fields = fieldsWith({ birthYear: '1981' });
    assert.equal((await postForm(people.receiver.app, link, fields)).statusCode, 303);
    assert.equal((await people.exported())[0]?.submission?.birthYear, 1981);
  });

  it('is over on the day of the draw: the page says whom to call, and nothing is kept', async () => {
    const link = await people.signUp();
    people.now = DAY_OF_DRAW;
    const page = await postForm(people.receiver.app, link, fieldsWith({ birthYear: '1981' }));
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /ei tallennettu/);
    for (const { body } of [page, await people.open(link)]) {
      assert.match(body, /ei voi enää korjata/);
      assert.match(body, /09 123 456/);
      assert.match(body, /Pohjoinen/);
      assert.doesNotMatch(body, /\/correct/);
      assert.match(body, /\/withdraw\?/);
      assert.match(body, /\/delete\?/);
    }
    assert.equal((await people.open(`${link}/correct`)).statusCode, 303);
    assert.equal((await people.exported())[0]?.submission?.birthYear, 1980);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PANEL_URL, newKey, openPage, postForm, startReceiver } from '../testing/receiver.js';
import { SUBMISSION } from '../testing/records.js';
import { withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

describe('the receipt of a registration', () => {
  it('gives a private link that cannot be guessed, and the same for a retry', async () => {
    const key = newKey();
    const link = await people.signUp(SUBMISSION, key);
    assert.match(link, /^\/registrations\/[\w-]{32}$/);
    assert.equal(await people.signUp(SUBMISSION, key), link);
    assert.notEqual(await people.signUp(), link);
  });

  it('gives a link that is written down nowhere in the database', async () => {
    const link = await people.signUp();
    assert.equal((await people.everything()).includes(link.split('/').at(-1) ?? ''), false);
  });

  it('of a form leads to the private link from its page', async () => {
    const response = await postForm(people.receiver.app, PANEL_URL);
    const receipt = await people.open(String(response.headers.location));
    const [, link = ''] = /href="(\/registrations\/[^"]+)"/.exec(receipt.body) ?? [];
    const page = await people.open(link);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Äijä/);
  });

  it('of a form has the whole address of the link for paper, and nothing that needs a script', async () => {
    const response = await postForm(people.receiver.app, PANEL_URL);
    const { body } = await people.open(String(response.headers.location));
    assert.match(
      body,
      /<bdi class="printed">http:\/\/localhost:80\/registrations\/[\w-]{32}<\/bdi>/,
    );
    assert.doesNotMatch(body, /<(button|script|form|input)/);
  });

  it('leads to pages of which browsers report nothing: a report tells the address', async () => {
    const form = await postForm(people.receiver.app, PANEL_URL);
    const link = await people.signUp();
    const pages = ['', '/correct', '/withdraw', '/'].map((act) => link + act);
    for (const url of [...pages, String(form.headers.location), `${link}x`]) {
      const policy = String((await people.open(url)).headers['content-security-policy']);
      assert.match(policy, /^default-src 'none'/, url);
      assert.doesNotMatch(policy, /report/, url);
    }
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

describe('a wrong private link', () => {
  const WRONG = '/registrations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  it('leads to one and the same plain page, whatever is tried', async () => {
    const link = await people.signUp();
    const pages = await Promise.all([
      people.open(WRONG),
      people.open(`${WRONG}/correct`),
      people.open(`${WRONG}/withdraw`),
      people.press(`${WRONG}/delete`),
      people.open(`${link}x`),
      people.open(`/registrations/${'x'.repeat(90)}`),
    ]);
    for (const page of pages) {
      assert.equal(page.statusCode, 404);
      assert.match(page.body, /<h1>Sivua ei löytynyt<\/h1>/);
      assert.doesNotMatch(page.body, /09 123 456|Liikennepaneeli/);
      assert.equal(page.headers['cache-control'], 'no-store');
      assert.equal(page.headers['referrer-policy'], 'no-referrer');
    }
    assert.equal((await people.exported())[0]?.status, 'pool');
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

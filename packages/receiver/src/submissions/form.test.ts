import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { AFTER_CLOSING, BEFORE_OPENING, FIELDS, NOW, SUBMISSION } from '../testing/records.js';
import {
  FEEDBACK_URL,
  fieldsWith,
  openPage,
  PANEL_URL,
  postForm,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

let receiver: TestReceiver;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  receiver = await startReceiver({ now: () => now });
});

afterEach(() => receiver.close());

const post = (fields: readonly (readonly [string, string])[] = FIELDS, url = PANEL_URL) =>
  postForm(receiver.app, url, fields);

const storedSubmission = async (): Promise<unknown> => {
  const row = await receiver.db
    .selectFrom('registrations')
    .select('submission')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.submission);
};

describe('opening an action in a browser', () => {
  it('gives the whole form on one page that is not cached', async () => {
    const page = await openPage(receiver.app, PANEL_URL);
    assert.equal(page.statusCode, 200);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.match(page.body, /<form method="post"/);
    assert.match(page.body, /data-record="liikenne-2027"/);
    assert.match(page.body, /<title>Ilmoittautuminen: Liikennepaneeli<\/title>/);
  });

  it('stands under a policy that runs nothing inline', async () => {
    const page = await openPage(receiver.app, PANEL_URL);
    assert.match(String(page.headers['content-security-policy']), /^default-src 'none'; /);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.doesNotMatch(page.body, /<script|<style|style=/);
  });

  it('says after closing that it has closed, and whom to call', async () => {
    now = AFTER_CLOSING;
    const page = await openPage(receiver.app, PANEL_URL);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /<h1>Ilmoittautuminen on päättynyt<\/h1>/);
    assert.match(page.body, /<a href="tel:09123456">09 123 456<\/a>/);
    assert.doesNotMatch(page.body, /ei tallennettu|<form/);
  });

  it('says before opening when it opens and closes, in the language of the page', async () => {
    now = BEFORE_OPENING;
    for (const [lang, words] of [
      ['fi', /Voit ilmoittautua 15.\u00A0tammikuuta 2027 klo\u00A08.00 alkaen/],
      ['sv', /från och med 15\u00A0januari 2027 kl.\u00A08.00/],
      ['en', /sign up from 15\u00A0January 2027 at\u00A008:00/],
      ['fi-simple', /alkaa 15.\u00A0tammikuuta 2027/],
      ['ar', /15\u00A0يناير 2027/],
    ] as const) {
      assert.match((await openPage(receiver.app, `${PANEL_URL}?lang=${lang}`)).body, words);
    }
  });

  it('says of an unknown panel that there is no such page', async () => {
    const page = await openPage(receiver.app, '/api/panels/none/registrations');
    assert.equal(page.statusCode, 404);
    assert.match(page.body, /<h1>Sivua ei löytynyt<\/h1>/);
  });
});

describe('the language of a page', () => {
  const title = async (url: string, acceptLanguage = ''): Promise<string | undefined> => {
    const page = await openPage(receiver.app, url, { 'accept-language': acceptLanguage });
    return /<html lang="(\w+)"/.exec(page.body)?.[1];
  };

  it('is Finnish where nothing else is said', async () => {
    assert.equal(await title(PANEL_URL), 'fi');
  });

  it('is the best that the browser asks for and the receiver speaks', async () => {
    assert.equal(await title(PANEL_URL, 'de, en-GB;q=0.5, sv-FI;q=0.8'), 'sv');
  });

  it('is Arabic only of a form that has words in Arabic', async () => {
    const asked = 'ar, en;q=0.5';
    assert.equal(await title(PANEL_URL, asked), 'ar');
    assert.equal(await title(FEEDBACK_URL, asked), 'en');
  });

  it('is that of the address before that of the browser', async () => {
    assert.equal(await title(`${PANEL_URL}?lang=en`, 'sv'), 'en');
  });

  it('is that of the form before that of the address', async () => {
    const page = await postForm(receiver.app, `${PANEL_URL}?lang=en`, [
      ['lang', 'sv'],
      ['start', ''],
    ]);
    assert.match(page.body, /<html lang="sv"/);
  });

  it('is not taken from nonsense', async () => {
    assert.equal(await title(`${PANEL_URL}?lang=%22%3E%3Cscript%3E`, 'sv'), 'sv');
  });
});

describe('posting a complete form', () => {
  it('leads to a receipt page in the language of the form', async () => {
    const response = await post(fieldsWith({ lang: 'sv' }));
    assert.equal(response.statusCode, 303);
    assert.match(String(response.headers.location), /^\/receipts\/[\w-]{24}\?lang=sv$/);
    const page = await openPage(receiver.app, String(response.headers.location));
    const { reference } = await receiver.db
      .selectFrom('registrations')
      .select('reference')
      .executeTakeFirstOrThrow();
    assert.equal(page.statusCode, 200);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.match(page.body, /<h1>Vi har tagit emot din anmälan<\/h1>/);
    assert.ok(page.body.includes(reference));
    assert.match(page.body, /1\u00A0februari 2027/);
    assert.match(page.body, /28\u00A0februari 2027/);
    assert.match(page.body, /Exempelstaden/);
  });

  it('stores what the widget would have sent', async () => {
    await post();
    const { support: _support, ...expected } = SUBMISSION;
    assert.deepEqual(await storedSubmission(), expected);
  });

  it('as multipart stores the same', async () => {
    const form = new FormData();
    for (const [name, value] of FIELDS) form.append(name, value);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const response = await receiver.app.inject({
      method: 'POST',
      url: PANEL_URL,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        accept: 'text/html',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const { support: _support, ...expected } = SUBMISSION;
    assert.equal(response.statusCode, 303);
    assert.deepEqual(await storedSubmission(), expected);
  });

  it('of feedback leads to its receipt', async () => {
    const response = await post(
      [
        ['kind', 'idea'],
        ['text', 'Lisää penkkejä bussipysäkeille.'],
        ['subject', 'page:/liikenne'],
      ],
      FEEDBACK_URL,
    );
    const page = await openPage(receiver.app, String(response.headers.location));
    assert.equal(response.statusCode, 303);
    assert.match(page.body, /<h1>Palautteesi on vastaanotettu<\/h1>/);
  });
});

describe('pressing twice', () => {
  it('leads to the same receipt and stores one row', async () => {
    const [first, second] = await Promise.all([post(), post()]);
    assert.equal(first.headers.location, second.headers.location);
    assert.equal(await receiver.count('registrations'), 1);
  });

  it('stores two rows when the second came from another address', async () => {
    await post();
    await receiver.app.inject({
      method: 'POST',
      url: PANEL_URL,
      remoteAddress: '203.0.113.7',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams(FIELDS as [string, string][]).toString(),
    });
    assert.equal(await receiver.count('registrations'), 2);
  });

  it('stores a second row when an hour has passed', async () => {
    const first = await post();
    now = new Date(NOW.getTime() + 3_600_000);
    const second = await post();
    assert.notEqual(first.headers.location, second.headers.location);
    assert.equal(await receiver.count('registrations'), 2);
  });
});

describe('posting a form with mistakes', () => {
  it('gives the form again with the errors and all that was written', async () => {
    const page = await post(fieldsWith({ birthYear: undefined, 'contact/email': 'aija@' }));
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /<title>Virhe: Ilmoittautuminen: Liikennepaneeli<\/title>/);
    assert.ok(page.body.includes('{"pointer":"/birthYear","code":"missing"}'));
    assert.ok(page.body.includes('"contact/email":"aija@"'));
    assert.ok(page.body.includes('"availability":["s1","s2"]'));
    assert.equal(await receiver.count('registrations'), 0);
  });

  it('posts to the same action in the same language the next time', async () => {
    const page = await post(fieldsWith({ lang: 'sv', birthYear: 'x' }));
    assert.ok(page.body.includes(`action="${PANEL_URL}?lang=sv"`));
  });
});

describe('posting the first page of a form', () => {
  it('gives the whole form without errors, and keeps what was written', async () => {
    const page = await post([
      ['start', ''],
      ['birthYear', '19'],
    ]);
    assert.equal(page.statusCode, 200);
    assert.ok(page.body.includes('"errors":[]'));
    assert.ok(page.body.includes('"birthYear":"19"'));
  });

  it('gives the whole form without errors when nothing was written', async () => {
    const page = await post([['lang', 'en']]);
    assert.equal(page.statusCode, 200);
    assert.ok(page.body.includes('"errors":[]'));
  });
});

describe('posting a form that cannot be taken', () => {
  it('after closing says so, that nothing was saved, and whom to call', async () => {
    now = AFTER_CLOSING;
    const page = await post();
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /<h1>Ilmoittautuminen on päättynyt<\/h1>/);
    assert.match(page.body, /ei tallennettu/);
    assert.match(page.body, /09 123 456/);
  });

  it('with far too much in it says so, in the language of the browser', async () => {
    const page = await postForm(receiver.app, FEEDBACK_URL, [['text', 'x'.repeat(70_000)]], {
      'accept-language': 'en',
    });
    assert.equal(page.statusCode, 413);
    assert.match(page.body, /<h1>What you sent is too large<\/h1>/);
  });

  it('of another type says so', async () => {
    const answer = await receiver.app.inject({
      method: 'POST',
      url: PANEL_URL,
      headers: { 'content-type': 'text/plain', accept: 'text/html' },
      payload: 'x',
    });
    assert.equal(answer.statusCode, 415);
    assert.match(String(answer.headers['content-type']), /^text\/html/);
  });

  it('for a program that takes only JSON is answered with JSON', async () => {
    const answer = await postForm(receiver.app, PANEL_URL, [['text', 'x'.repeat(70_000)]], {
      accept: 'application/json',
    });
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  });
});

describe('a receipt page', () => {
  it('cannot be guessed from the reference', async () => {
    await post();
    const { reference } = await receiver.db
      .selectFrom('receipts')
      .select('reference')
      .executeTakeFirstOrThrow();
    const page = await openPage(receiver.app, `/receipts/${reference}`);
    assert.equal(page.statusCode, 404);
  });
});

describe('a form post that names one field thousands of times', () => {
  it('is answered as fast as any other, so that nobody waits behind it', async () => {
    const payload = 'a&'.repeat(32_000);
    const started = performance.now();
    const response = await receiver.app.inject({
      method: 'POST',
      url: FEEDBACK_URL,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
    assert.equal(response.statusCode, 422);
    assert.ok(performance.now() - started < 1000);
  });
});

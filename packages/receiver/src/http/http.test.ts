import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { CHANNEL, FEEDBACK, PANEL, SUBMISSION, TOPIC } from '../testing/records.js';
import {
  FEEDBACK_URL,
  openPage,
  PANEL_URL,
  postForm,
  postJson,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import type { Log } from './log.js';

const CITY = 'https://www.example.fi';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ origins: [CITY] });
});

afterEach(() => receiver.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  receiver.app.inject({ url, headers });

const preflight = (app: TestReceiver['app'], origin: string) =>
  app.inject({
    method: 'OPTIONS',
    url: PANEL_URL,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });

describe('a page of an allowed origin', () => {
  it('may send', async () => {
    const response = await preflight(receiver.app, CITY);
    assert.equal(response.statusCode, 204);
    assert.equal(response.headers['access-control-allow-origin'], CITY);
    assert.equal(
      response.headers['access-control-allow-headers'],
      'Content-Type, Idempotency-Key, Accept-Language',
    );
    assert.match(String(response.headers['access-control-allow-methods']), /POST/);
    assert.equal(response.headers['access-control-allow-credentials'], undefined);
  });

  it('may read the receipt, and when to try again', async () => {
    const response = await postJson(receiver.app, PANEL_URL, SUBMISSION, { origin: CITY });
    assert.equal(response.headers['access-control-allow-origin'], CITY);
    assert.equal(response.headers['access-control-expose-headers'], 'Retry-After');
    assert.equal(response.headers.vary, 'Origin');
  });

  it('may read why it was refused', async () => {
    const tooLarge = { ...FEEDBACK, text: 'x'.repeat(70_000) };
    const responses = await Promise.all([
      postJson(receiver.app, PANEL_URL, '{', { origin: CITY }),
      postJson(receiver.app, FEEDBACK_URL, tooLarge, { origin: CITY }),
      postJson(receiver.app, PANEL_URL, {}, { origin: CITY }),
      postJson(receiver.app, '/api/panels/none/registrations', SUBMISSION, { origin: CITY }),
    ]);
    for (const { headers } of responses) assert.equal(headers['access-control-allow-origin'], CITY);
  });
});

describe('a page of another origin', () => {
  it('may not send', async () => {
    const response = await preflight(receiver.app, 'https://elsewhere.example');
    assert.equal(response.headers['access-control-allow-origin'], undefined);
    assert.equal(response.headers['access-control-allow-headers'], undefined);
  });

  it('may send when every origin may', async () => {
    const open = await startReceiver({ origins: ['*'] });
    const response = await preflight(open.app, 'https://elsewhere.example');
    assert.equal(response.headers['access-control-allow-origin'], '*');
    await open.close();
  });
});

describe('a form on a page of another origin', () => {
  // Nobody is logged in here, so a form can do no more than its sender could. A page that tells nobody where it is says
  // "null", and a browser without JavaScript asks no permission.
  for (const origin of [CITY, 'https://elsewhere.example', 'null']) {
    it(`is taken from ${origin}`, async () => {
      const response = await postForm(receiver.app, PANEL_URL, undefined, { origin });
      assert.equal(response.statusCode, 303);
    });
  }
});

describe('an action', () => {
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
    it(`says to ${method} which methods it takes`, async () => {
      const response = await receiver.app.inject({
        method,
        url: FEEDBACK_URL,
        headers: { 'content-type': 'text/plain', origin: CITY },
        payload: 'x',
      });
      assert.equal(response.statusCode, 405);
      assert.equal(response.headers.allow, 'GET, HEAD, POST, OPTIONS');
      assert.equal(problemOf(response).code, 'method-not-allowed');
      assert.equal(response.headers['access-control-allow-origin'], CITY);
    });
  }

  it('that is unknown is not found by any method', async () => {
    const response = await receiver.app.inject({ method: 'PUT', url: '/api/feedback/none' });
    assert.equal(response.statusCode, 404);
  });

  it('answers a program in JSON, whatever the browser says that it runs in', async () => {
    const response = await postJson(receiver.app, PANEL_URL, {}, { accept: 'text/html, */*' });
    assert.equal(response.statusCode, 422);
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
  });
});

describe('a record', () => {
  it('is served as its author wrote it, for every origin', async () => {
    const response = await get('/panels/liikenne-2027.json', { origin: 'https://x.example' });
    assert.equal(response.statusCode, 200);
    assert.equal(response.body, JSON.stringify(PANEL));
    assert.equal(response.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(response.headers['access-control-allow-origin'], '*');
    assert.equal(response.headers['cache-control'], 'max-age=60');
  });

  it('is not sent again to whom has it', async () => {
    const { etag } = (await get('/feedback/palaute.json')).headers;
    const response = await get('/feedback/palaute.json', {
      'if-none-match': `"x", W/${String(etag)}`,
    });
    assert.match(String(etag), /^"[\w-]+"$/);
    assert.equal(response.statusCode, 304);
    assert.equal(response.body, '');
  });

  it('has another tag when it is another', async () => {
    const one = await get('/feedback/palaute.json');
    const other = await get('/topics/keskusta.json');
    assert.notEqual(one.headers.etag, other.headers.etag);
    assert.equal(one.body, JSON.stringify(CHANNEL));
  });

  it('that does not exist is a problem that any page can read', async () => {
    const response = await get('/panels/none.json');
    assert.equal(response.statusCode, 404);
    assert.equal(problemOf(response).code, 'not-found');
    assert.equal(response.headers['access-control-allow-origin'], '*');
  });

  it('of all topics lists them', async () => {
    const response = await get('/topics.json');
    const list = response.json<{ schemaVersion: number; version: string; topics: unknown[] }>();
    assert.equal(list.schemaVersion, 1);
    assert.ok(list.version);
    assert.deepEqual(list.topics, [TOPIC]);
  });
});

describe('an address that leads nowhere', () => {
  for (const url of [
    '/nothing',
    '/%zz',
    '/panels/..%2f..%2fetc%2fpasswd',
    `/panels/${'x'.repeat(500)}.json`,
  ]) {
    it(`such as ${url.slice(0, 40)} is a problem, not a fault`, async () => {
      const response = await get(url);
      assert.ok([400, 404, 414].includes(response.statusCode), String(response.statusCode));
      assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
    });
  }

  it('is a page for a browser', async () => {
    const page = await openPage(receiver.app, '/nothing', { 'accept-language': 'sv' });
    assert.equal(page.statusCode, 404);
    assert.match(page.body, /<h1>Sidan hittades inte<\/h1>/);
  });
});

describe('many submissions from one address', () => {
  const limited = async (): Promise<TestReceiver> => startReceiver({ rateLimit: 2 });

  it('are told to wait, and how long', async () => {
    const { app, close } = await limited();
    await postJson(app, PANEL_URL, SUBMISSION);
    await postJson(app, PANEL_URL, SUBMISSION);
    const response = await postJson(app, PANEL_URL, SUBMISSION);
    assert.equal(response.statusCode, 429);
    assert.equal(problemOf(response).code, 'rate-limited');
    assert.match(String(response.headers['retry-after']), /^\d+$/);
    assert.equal(response.headers['x-ratelimit-limit'], undefined);
    await close();
  });

  it('are told so in a page when a page sent them', async () => {
    const { app, close } = await limited();
    await postForm(app, PANEL_URL);
    await postForm(app, PANEL_URL);
    const page = await postForm(app, PANEL_URL);
    assert.equal(page.statusCode, 429);
    assert.match(page.body, /<h1>Palvelussa on ruuhkaa<\/h1>/);
    await close();
  });

  for (const [what, hops] of [
    ['with its port', ['203.0.113.9:50001', '203.0.113.9:50002', '203.0.113.9']],
    ['in brackets', ['[2001:db8::9]:50001', '[2001:db8::9]:50002', '[2001:db8::9]']],
  ] as const) {
    it(`are counted also by a proxy that hands on the address ${what}`, async () => {
      const { app, close } = await startReceiver({ rateLimit: 2, trustProxy: '127.0.0.1' });
      const statuses: number[] = [];
      for (const hop of hops) {
        const headers = { 'x-forwarded-for': `198.51.100.1, ${hop}` };
        statuses.push((await postJson(app, PANEL_URL, SUBMISSION, headers)).statusCode);
      }
      await close();
      assert.deepEqual(statuses, [201, 201, 429]);
    });
  }

  it('do not keep another address from sending', async () => {
    const { app, close } = await limited();
    await postJson(app, PANEL_URL, SUBMISSION);
    await postJson(app, PANEL_URL, SUBMISSION);
    const response = await app.inject({
      method: 'POST',
      url: PANEL_URL,
      remoteAddress: '203.0.113.9',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    });
    assert.equal(response.statusCode, 400);
    await close();
  });
});

describe('the log', () => {
  it('tells method, route, status and time, and nothing of what was sent', async () => {
    const lines: Parameters<Log>[0][] = [];
    const logged = await startReceiver({ log: (line) => lines.push(line) });
    await postJson(logged.app, `${PANEL_URL}?email=aija@example.fi`, SUBMISSION);
    await openPage(logged.app, '/nothing/aija@example.fi');
    await logged.close();
    assert.deepEqual(
      lines.map((line) => ('route' in line ? [line.method, line.route, line.status] : line)),
      [
        ['POST', '/api/panels/:id/registrations', 201],
        ['GET', '(none)', 404],
      ],
    );
    assert.deepEqual(Object.keys(lines[0] ?? {}), ['method', 'route', 'status', 'ms']);
  });

  it('tells where a fault was, and not what it said', async () => {
    const lines: Parameters<Log>[0][] = [];
    const renderFormPage = () => Promise.reject(new TypeError('Äijä Öhman'));
    const logged = await startReceiver({
      log: (line) => lines.push(line),
      forms: { renderFormPage },
    });
    const page = await openPage(logged.app, PANEL_URL);
    await logged.close();
    assert.equal(page.statusCode, 500);
    assert.match(page.body, /<h1>Palvelussa on häiriö<\/h1>/);
    assert.doesNotMatch(page.body + JSON.stringify(lines), /Öhman/);
    assert.ok(
      lines.some((line) => 'fault' in line && line.fault === 'TypeError' && line.at.length > 0),
    );
  });
});

describe('a header that is full of spaces', () => {
  for (const name of ['accept', 'accept-language']) {
    it(`is read as fast as any other (${name})`, async () => {
      // Longer than a connection would let through, so that the time tells on any machine.
      const header = `sv${' '.repeat(60_000)}x, text/html ; q=0.5, sv ; q=0.4`;
      const started = performance.now();
      const page = await get('/none', { accept: 'text/html', [name]: header });
      assert.equal(page.statusCode, 404);
      assert.match(String(page.headers['content-type']), /^text\/html/);
      assert.ok(performance.now() - started < 1000);
    });
  }
});

describe('a report of a broken policy', () => {
  const report = (body: unknown, type = 'application/csp-report') =>
    receiver.app.inject({
      method: 'POST',
      url: '/csp-reports',
      headers: { 'content-type': type },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('can be read, without what may stand in an address', async () => {
    const response = await report({
      'csp-report': {
        'document-uri': 'http://localhost/espoo/?name=x',
        'effective-directive': 'style-src-attr',
        'blocked-uri': 'inline',
        'source-file': 'http://localhost/a.js#b',
        'line-number': 7,
      },
    });
    assert.equal(response.statusCode, 204);
    assert.deepEqual((await get('/csp-reports')).json(), {
      total: 1,
      reports: [
        {
          directive: 'style-src-attr',
          blocked: 'inline',
          document: 'http://localhost/espoo/',
          source: 'http://localhost/a.js:7',
        },
      ],
    });
  });

  it('is one of none at first, and of a hundred at most', async () => {
    assert.deepEqual((await get('/csp-reports')).json(), { total: 0, reports: [] });
    for (let n = 0; n < 130; n += 1) await report({ 'csp-report': { 'blocked-uri': String(n) } });
    const { total, reports } = (await get('/csp-reports')).json<{
      total: number;
      reports: { blocked: string }[];
    }>();
    assert.equal(total, 130);
    assert.equal(reports.length, 100);
    assert.equal(reports.at(-1)?.blocked, '129');
  });

  it('that cannot be read is refused', async () => {
    assert.equal((await report('{')).statusCode, 400);
    assert.equal((await report('x', 'text/plain')).statusCode, 415);
    assert.equal((await report('x'.repeat(20_000))).statusCode, 413);
    assert.equal(
      (await report('[null, 5, {"body": 7}]', 'application/reports+json')).statusCode,
      204,
    );
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { contentOf } from '../content/content.js';
import {
  CONTENT_FILES,
  fileOf,
  openPage,
  OPERATOR_TOKEN,
  postJson,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { STATEMENT } from '../testing/statement.js';
import type { PublicChange } from './changes.js';

const content = contentOf([...CONTENT_FILES, fileOf('statements', STATEMENT)]);
const CHANGES = '/statements/liikenne-2027/changes';

let receiver: TestReceiver;
let now: Date;

const start = (options: Parameters<typeof startReceiver>[0] = {}): Promise<TestReceiver> =>
  startReceiver({ content, operatorToken: OPERATOR_TOKEN, now: () => now, ...options });

beforeEach(async () => {
  // In Helsinki it is the 16th of June already.
  now = new Date('2027-06-15T21:30:00Z');
  receiver = await start();
});

afterEach(() => receiver.close());

const record = async (item: string, change: object, version = 0): Promise<void> => {
  const url = `/api/statements/liikenne-2027/items/${item}/entries`;
  const answer = await postJson(
    receiver.app,
    url,
    { recordedBy: 'Aino Virkanen', ...change },
    { authorization: `Bearer ${OPERATOR_TOKEN}`, 'if-match': `"${String(version)}"` },
  );
  assert.equal(answer.statusCode, 201, answer.body);
};

const REJECTED = {
  kind: 'response',
  response: {
    status: 'rejected',
    text: { fi: 'Ei <b>rakenneta</b> & jää.' },
    reason: 'Rahaa ei ole.',
  },
};

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  receiver.app.inject({ url, headers });
const changesSince = async (since?: string): Promise<PublicChange[]> => {
  const answer = await get(since === undefined ? CHANGES : `${CHANGES}?since=${since}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<{ items: PublicChange[] }>().items;
};
const inShort = (changes: readonly PublicChange[]): string[] =>
  changes.map(({ on, item, kind, status }) => `${on} ${item} ${kind} ${status}`);

describe('what changed about a statement', () => {
  it('begins with what the record itself tells with a day', async () => {
    assert.deepEqual(inShort(await changesSince()), [
      '2027-05-01 r2 progress under-study',
      '2027-04-10 r2 response accepted',
      '2027-04-05 r2 handling accepted',
    ]);
  });

  it('goes on with what is recorded, newest first, on the day it is where the statement is', async () => {
    await record('r1', REJECTED);
    const [newest] = await changesSince();
    assert.deepEqual(newest, {
      item: 'r1',
      number: '1',
      title: { fi: 'Pyörätie keskustaan', sv: 'Cykelväg till centrum' },
      kind: 'response',
      status: 'rejected',
      on: '2027-06-16',
      at: '2027-06-15T21:30:00.000Z',
    });
  });

  it('can be asked from a day on, that day too', async () => {
    await record('r1', REJECTED);
    assert.equal((await changesSince('2027-06-16')).length, 1);
    assert.equal((await changesSince('2027-06-17')).length, 0);
    assert.equal((await changesSince('2027-05-01')).length, 2);
    assert.equal((await changesSince('2027-04-01')).length, 4);
  });

  it('says that an answer of a reason alone is put right', async () => {
    const answer = (reason: string): object => ({
      kind: 'response',
      response: { status: 'rejected', reason },
    });
    await record('r1', answer('Raha on loppu.'));
    await record('r1', answer('Rahaa ei ole.'), 1);
    const corrected = (await changesSince('2027-06-01')).filter((change) => change.corrected);
    assert.deepEqual(inShort(corrected), ['2027-06-16 r1 response rejected']);
  });

  it('says what is put right, and nothing of what changed nothing', async () => {
    const handling = { body: { name: 'Valtuusto' } };
    await record('r2', { kind: 'handling', handling, place: 0 });
    await record('r2', { kind: 'handling', handling, place: 0 }, 1);
    const now = await changesSince('2027-06-01');
    assert.deepEqual(inShort(now), ['2027-06-16 r2 handling accepted']);
    assert.equal(now[0]?.corrected, true);
    assert.equal((await changesSince()).length, 4);
  });

  it('gives each step the status of the step', async () => {
    await record('r2', { kind: 'progress', progress: { on: '2027-06-10', status: 'done' } });
    assert.deepEqual(inShort(await changesSince('2027-06-01')), ['2027-06-16 r2 progress done']);
  });

  it('is not told twice when the record with its answers went into the content folder', async () => {
    await record('r2', { kind: 'progress', progress: { on: '2027-06-10', status: 'done' } });
    const before = await changesSince();
    const { body } = await get('/statements/liikenne-2027.json');
    const file = { folder: 'statements', name: STATEMENT.id, text: body } as const;
    const later = await start({ db: receiver.db, content: contentOf([file]) });
    const after = await later.app.inject({ url: CHANGES });
    await later.app.close();
    assert.deepEqual(after.json<{ items: PublicChange[] }>().items, before);
  });

  it('can be kept by whoever asked, until something is recorded', async () => {
    const first = await get(CHANGES);
    assert.equal(first.headers['cache-control'], 'max-age=60');
    assert.equal(first.headers['access-control-allow-origin'], '*');
    const tag = { 'if-none-match': String(first.headers.etag) };
    assert.equal((await get(CHANGES, tag)).statusCode, 304);
    await record('r1', REJECTED);
    assert.equal((await get(CHANGES, tag)).statusCode, 200);
  });

  for (const since of [
    'eilen',
    '2027-02-30',
    '1.3.2027',
    '2027-03-01T00:00:00Z',
    '2027-03-01&since=2027-04-01',
  ]) {
    it(`is not told since "${since}", and why`, async () => {
      for (const path of [CHANGES, `${CHANGES}.atom`]) {
        const answer = await get(`${path}?since=${since}`);
        assert.equal(answer.statusCode, 400);
        assert.equal(problemOf(answer).code, 'date-malformed');
        assert.match(
          String(problemOf(answer).detail),
          /^since: expected a day such as 2027-01-31, received/,
        );
      }
    });
  }

  it('of a statement that is not there is not found', async () => {
    for (const path of [
      '/statements/none/changes',
      '/statements/none/changes.atom',
      '/statements/none.json',
    ]) {
      assert.equal((await get(path)).statusCode, 404);
    }
  });
});

describe('the page of changes', () => {
  it('says in the language of the reader what was answered', async () => {
    await record('r1', REJECTED);
    const { body, headers } = await openPage(receiver.app, `${CHANGES}?lang=sv&since=2027-06-01`);
    assert.match(String(headers['content-type']), /^text\/html/);
    assert.match(body, /<html lang="sv" /);
    assert.match(body, /<h1>Svar och uppföljning: Trafikpanelens uttalande<\/h1>/);
    assert.match(body, /<h2 id="r1">1\. Cykelväg till centrum<\/h2>/);
    assert.match(body, /<time datetime="2027-06-16">16\u00A0juni 2027<\/time>/);
    assert.match(body, /Status: Avvisat\./);
    assert.match(body, /<p lang="fi">Ei &lt;b&gt;rakenneta/);
    assert.doesNotMatch(body, /Virkanen|undefined|\{\w+\}/);
  });

  it('says when there is nothing, and in words when a day cannot be read', async () => {
    const none = await openPage(receiver.app, `${CHANGES}?since=2029-01-01`);
    assert.match(none.body, /Muutoksia ei ole\./);
    const wrong = await openPage(receiver.app, `${CHANGES}?since=x`);
    assert.equal(wrong.statusCode, 400);
    assert.match(wrong.body, /Päivää ei voitu lukea/);
  });
});

describe('the feed of changes', () => {
  const feed = async (query = '', from = receiver): Promise<string> => {
    const answer = await from.app.inject({
      url: `${CHANGES}.atom${query}`,
      headers: { host: 'paneeli.example.fi' },
    });
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-type']), /^application\/atom\+xml/);
    assert.match(String(answer.headers.etag), /^"/);
    return answer.body;
  };
  const all = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found);

  it('tells each change in the language that is asked for', async () => {
    await record('r1', REJECTED);
    const atom = await feed('?lang=sv');
    assert.match(
      atom,
      /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="sv">/,
    );
    assert.match(atom, /<title>Svar: Avvisat\. 1\. Cykelväg till centrum<\/title>/);
    assert.match(atom, /<updated>2027-06-15T21:30:00\.000Z<\/updated>/);
    assert.match(
      atom,
      /href="http:\/\/paneeli\.example\.fi\/statements\/liikenne-2027\/changes\?lang=sv#r1"/,
    );
    // Escaped twice: the content is HTML as text, and the answer is no HTML.
    assert.match(atom, /&lt;p lang=&quot;fi&quot;&gt;Ei &amp;lt;b&amp;gt;rakenneta/);
    assert.doesNotMatch(atom, /Virkanen/);
  });

  it('has ids that stay, each once', async () => {
    await record('r1', REJECTED);
    const ids = all(await feed(), /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/g);
    assert.equal(ids.length, 5);
    assert.equal(new Set(ids).size, 5);
    const again = await start({ db: receiver.db });
    assert.deepEqual(all(await feed('', again), /<id>([^<]*)<\/id>/g), ids);
    await again.app.close();
    await record('r2', REJECTED);
    const later = all(await feed(), /<id>([^<]*)<\/id>/g);
    assert.deepEqual(
      ids.filter((id) => !later.includes(id)),
      [],
    );
  });

  it('stays XML, whatever was written', async () => {
    const text = { fi: ']]> \u0000\u000B\uFFFE</content> & "x" \uD800' };
    await record('r1', { kind: 'response', response: { status: 'noted', text } });
    const atom = await feed();
    assert.doesNotMatch(atom, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    assert.equal(all(atom, /<(content) /g).length, all(atom, /<\/(content)>/g).length);
  });

  it('has a hundred at most', async () => {
    for (let version = 0; version < 101; version += 1) {
      await record(
        'r1',
        { kind: 'progress', progress: { on: '2027-06-10', status: 'done', note: String(version) } },
        version,
      );
    }
    assert.equal(all(await feed(), /<(entry)>/g).length, 100);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { withForwarding } from '../testing/forwarding.js';
import { CONTENT_FILES, newKey, OPERATOR_TOKEN, problemOf } from '../testing/receiver.js';
import { Forwarder } from './forwarder.js';

const to = withForwarding();

/** What a command wrote, and what it said. */
async function run(...args: string[]): Promise<string> {
  const command = readCommand(['open311', ...args]);
  assert.ok(command);
  let told = '';
  const tell = (text: string): void => void (told += text);
  await command({
    content: contentOf(CONTENT_FILES),
    db: to.receiver.db,
    open311: to.settings,
    now: () => to.now,
    out: tell,
    say: tell,
  });
  return told;
}

const ask = (url: string, token = OPERATOR_TOKEN) =>
  to.receiver.app.inject({ url, headers: { authorization: `Bearer ${token}` } });

const stateNow = async (): Promise<string> => (await to.item()).state;

/** Something was sent, and nobody knows whether it arrived. */
async function lose(mood: 'hangs-up-before' | 'hangs-up-after'): Promise<string> {
  const reference = await to.give();
  to.city.mood = () => mood;
  await to.step();
  to.city.mood = () => 'well';
  return reference;
}

describe('a request whose answer nobody saw', () => {
  it('is unknown first, and found at the city', async () => {
    await lose('hangs-up-after');
    assert.equal(await stateNow(), 'unknown');
    await to.pass(3);
    const { state, requestId, tries } = await to.item();
    assert.deepEqual([state, requestId, tries], ['sent', '0038340', 1]);
  });

  it('is sent again only when the city has had time to show it', async () => {
    await lose('hangs-up-before');
    await to.pass(14);
    assert.deepEqual([to.city.requests.length, await stateNow()], [0, 'unknown']);
    await to.pass(2);
    assert.deepEqual([to.city.requests.length, await stateNow()], [1, 'sent']);
  });

  it('that was replaced meanwhile is sent as it is now', async () => {
    const key = newKey();
    await to.give({}, key);
    to.city.mood = () => 'hangs-up-before';
    await to.step();
    to.city.mood = () => 'well';
    await to.give({ text: 'Uusi teksti tässä.' }, key);
    await to.pass(20);
    assert.match(to.city.requests[0]?.fields.get('description') ?? '', /^Uusi teksti/);
  });

  it('waits while the city cannot tell, and for a person after a day', async () => {
    await lose('hangs-up-after');
    to.city.list = 'fails';
    await to.pass(60 * 23, 10);
    assert.equal(await stateNow(), 'unknown');
    await to.pass(60 * 3, 10);
    assert.equal(await stateNow(), 'uncertain');
    assert.equal(to.city.requests.length, 1);
  });

  it('waits for a person where the city has no list', async () => {
    await lose('hangs-up-after');
    to.city.list = 'not-there';
    await to.pass(5);
    assert.equal(await stateNow(), 'uncertain');
    to.restart();
    await to.pass(60 * 50, 30);
    assert.deepEqual([to.city.requests.length, await stateNow()], [1, 'uncertain']);
  });

  it('waits for a person where the list may be cut off', async () => {
    to.restart({ lookUpRows: 2 });
    await to.give();
    await to.give();
    await to.step();
    await lose('hangs-up-before');
    await to.pass(30);
    assert.deepEqual((await to.items()).map(({ state }) => state).sort(), [
      'sent',
      'sent',
      'uncertain',
    ]);
  });

  it('waits for a person where the city is not asked', async () => {
    to.restart({ lookUp: 'none' });
    await lose('hangs-up-before');
    assert.equal(await stateNow(), 'uncertain');
    await to.pass(60, 10);
    assert.deepEqual(to.city.asked.length, 1);
  });

  it('is found late where the city shows requests late, and never sent again', async () => {
    to.restart({ lookUp: 'found-only' });
    await lose('hangs-up-after');
    const [hidden] = to.city.requests.splice(0, 1);
    await to.pass(30);
    assert.equal(await stateNow(), 'uncertain');
    assert.ok(hidden);
    to.city.requests.push(hidden);
    await to.pass(60 * 25, 30);
    assert.deepEqual([to.city.requests.length, await stateNow()], [1, 'sent']);
  });
});

describe('two receivers with one database', () => {
  it('send nothing twice', async () => {
    const references: string[] = [];
    for (let count = 0; count < 10; count += 1) references.push(await to.give());
    const other = new Forwarder({ db: to.receiver.db, settings: to.settings, now: () => to.now });
    await Promise.all([to.step(), other.step()]);
    await to.pass(5);
    assert.deepEqual(to.city.references.sort(), references.sort());
  });
});

describe('a program that knows the files of feedback', () => {
  it('has the first of their addresses sent', async () => {
    to.restart({}, () => Promise.resolve(['https://example.fi/1.jpg', 'https://example.fi/2.jpg']));
    await to.give();
    await to.step();
    const fields = to.city.requests[0]?.fields;
    assert.deepEqual(fields?.getAll('media_url'), ['https://example.fi/1.jpg']);
  });

  it('that has a fault keeps the others from nothing', async () => {
    const faulty = await to.give();
    const [{ feedbackId } = { feedbackId: '' }] = await to.receiver.db
      .selectFrom('open311Requests')
      .select('feedbackId')
      .execute();
    to.now = new Date(to.now.getTime() + 1000);
    const other = await to.give();
    to.restart({}, (id) =>
      id === feedbackId ? Promise.reject(new Error('no disk')) : Promise.resolve([]),
    );
    await to.step();
    assert.deepEqual(to.city.references, [other]);
    to.restart();
    await to.pass(61);
    assert.deepEqual(to.city.references, [other, faulty]);
  });
});

describe('a receiver that stops', () => {
  it('does not wait for a city, and does not take it for sent', async () => {
    to.restart({ timeoutSeconds: 60 });
    await to.give();
    to.city.mood = () => 'silent-after';
    const step = to.step();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await to.stop();
    await step;
    assert.equal(await stateNow(), 'unknown');
  });
});

describe('the command open311', () => {
  it('counts by state', async () => {
    await to.give();
    assert.equal(
      await run('status'),
      'palaute  waiting 1  sending 0  unknown 0  uncertain 0  sent 0  given-up 0\n',
    );
  });

  it('lists what there is, with what the city said', async () => {
    const reference = await to.give();
    to.city.mood = () => 'not-found';
    await to.step();
    const told = await run('list', '--state', 'waiting', '--channel', 'palaute');
    assert.match(
      told,
      new RegExp(`^${reference}  palaute  waiting  tries 1  next .*  404 Palvelu`),
    );
    assert.doesNotMatch(told, /penkkejä|Öhman/);
    assert.equal(await run('list', '--state', 'sent'), 'There is none.');
    await assert.rejects(
      run('list', '--channel', 'palaut'),
      /--channel: expected one of palaute.*, received "palaut"/,
    );
  });

  it('sends again what is uncertain, because somebody says so', async () => {
    to.restart({ lookUp: 'none' });
    const reference = await lose('hangs-up-before');
    assert.match(await run('retry', reference.toLowerCase()), new RegExp(`again: ${reference}`));
    await to.pass(1);
    assert.deepEqual(to.city.references, [reference]);
  });

  it('takes for sent what somebody has found, and reads its status', async () => {
    to.restart({ lookUp: 'none' });
    const reference = await lose('hangs-up-after');
    await run('sent', reference, '--request', '0038340');
    await to.pass(2);
    const { state, status } = await to.item();
    assert.deepEqual([state, status, to.city.requests.length], ['sent', 'open', 1]);
  });

  it('never sends again what the city has', async () => {
    const reference = await to.give();
    await to.step();
    await assert.rejects(run('retry', reference), /expected waiting, .*received "sent"/);
    await assert.rejects(run('sent', reference), /received "sent"/);
    await assert.rejects(run('retry', 'A2A-2AA'), /A2A-2AA: no feedback/);
  });

  it('sends again all that was given up, and nothing else', async () => {
    await to.city.stop();
    await to.give();
    await to.step();
    await to.pass(8 * 24 * 60, 60);
    assert.equal(await stateNow(), 'given-up');
    await to.city.start();
    assert.equal(await run('retry', '--given-up'), 'Sends again: 1');
    await to.pass(11);
    assert.equal(await stateNow(), 'sent');
    assert.equal(await run('retry', '--given-up'), 'Sends again: 0');
  });

  it('prints the services of the city as a channel record takes them', async () => {
    const told = await run('services', '--channel', 'palaute');
    assert.deepEqual(JSON.parse(told.slice(0, told.indexOf(']\n') + 1)), [
      { code: '0171', label: 'Kadut' },
      { code: '180', label: 'Muu palaute', group: 'Muut' },
    ]);
    assert.match(
      told,
      /0171 asks more:\n {2}attribute "SYVYYS", required: Kuinka syvä\? \(number\)/,
    );
    await assert.rejects(run('services', '--channel', 'muu'), /expected palaute, received "muu"/);
    await to.city.stop();
    await assert.rejects(run('services', '--channel', 'palaute'), /: ECONNREFUSED$/);
  });

  for (const [args, problem] of [
    [[], /expected "status", .* received nothing/],
    [['send'], /received "send"/],
    [['list', '--state', 'lost'], /--state: expected one of waiting, .* received "lost"/],
    [['retry'], /the reference of a receipt, or --given-up/],
    [['retry', 'K7M-4PX', '--given-up'], /or --given-up/],
    [['sent'], /<reference>: expected/],
    [['services'], /--channel: expected/],
  ] as const) {
    it(`(${args.join(' ')}) says what is wrong, and how it is written`, () => {
      assert.throws(() => readCommand(['open311', ...args]), problem);
      assert.throws(() => readCommand(['open311', ...args]), /Usage:[^]*open311 retry/);
    });
  }
});

describe('GET /operator/open311', () => {
  it('tells the operator, and nobody else', async () => {
    const reference = await to.give();
    await to.step();
    const answer = await ask('/operator/open311');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const { channels, items } = answer.json<{ channels: object[]; items: object[] }>();
    assert.deepEqual(channels, [
      {
        channelId: 'palaute',
        states: { waiting: 0, sending: 0, unknown: 0, uncertain: 0, sent: 1, 'given-up': 0 },
      },
    ]);
    assert.deepEqual(items, [
      {
        reference,
        channelId: 'palaute',
        state: 'sent',
        requestId: '0038340',
        sentAt: to.now.toISOString(),
        isOutdated: false,
        tries: 1,
        sendingAt: to.now.toISOString(),
        isCut: false,
        isDeleted: false,
      },
    ]);
    assert.equal((await ask('/operator/open311', 'a-wrong-token-for-tests')).statusCode, 401);
  });

  it('can be asked for one state or one channel', async () => {
    await to.give();
    const count = async (query: string): Promise<number> =>
      (await ask(`/operator/open311?${query}`)).json<{ items: object[] }>().items.length;
    assert.deepEqual(
      [await count('state=waiting'), await count('state=sent'), await count('channel=palaute')],
      [1, 0, 1],
    );
    assert.equal((await ask('/operator/open311?state=lost')).statusCode, 400);
    const odd = await ask('/operator/open311?channel=palaut');
    assert.equal(odd.statusCode, 400);
    assert.match(problemOf(odd).detail ?? '', /^channel: expected one of palaute/);
  });
});

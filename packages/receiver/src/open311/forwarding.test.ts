import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { type Mood, MOODS } from '../testing/city.js';
import { API_KEY, withForwarding } from '../testing/forwarding.js';
import { newKey } from '../testing/receiver.js';

const to = withForwarding();
/** Where a city keeps silent. An answer that is late by chance only makes the test longer. */
const IMPATIENT = { timeoutSeconds: 0.2 };

/** A generator of its own, so that a failure can be seen again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Each reference as often as the city has it. */
const twice = (references: readonly string[]): string[] =>
  references.filter((one, index) => references.indexOf(one) !== index);

describe('feedback to a city that answers', () => {
  it('arrives, and its id is kept', async () => {
    const reference = await to.give();
    assert.equal((await to.item()).state, 'waiting');
    await to.step();
    assert.deepEqual(to.city.references, [reference]);
    const { state, requestId, tries, error } = await to.item();
    assert.deepEqual([state, requestId, tries, error], ['sent', '0038340', 1, undefined]);
  });

  it('is sent once, however often there is time', async () => {
    await to.give();
    await to.pass(120, 10);
    assert.equal(to.city.requests.length, 1);
  });

  it('has the zeros of an id that came as a number', async () => {
    to.city.mood = () => 'odd';
    await to.give();
    await to.step();
    assert.equal((await to.item()).requestId, '0038340');
  });

  it('gets its id later where there was a token', async () => {
    to.city.mood = () => 'token';
    await to.give();
    await to.step();
    const { state, requestId, token } = await to.item();
    assert.deepEqual([state, requestId, token], ['sent', undefined, 't-0038340']);
    await to.pass(2);
    assert.equal((await to.item()).requestId, '0038340');
    assert.equal(to.city.requests.length, 1);
  });

  it('is sent also where the city gives neither', async () => {
    to.city.mood = () => 'blackbox';
    await to.give();
    await to.pass(3);
    assert.equal((await to.item()).state, 'sent');
    assert.equal(to.city.requests.length, 1);
  });

  it('is sent as it is when its time comes', async () => {
    const key = newKey();
    await to.give({}, key);
    await to.give({ text: 'Lisää penkkejä ja katoksia.' }, key);
    await to.step();
    assert.equal(to.city.requests.length, 1);
    assert.match(to.city.requests[0]?.fields.get('description') ?? '', /^Lisää penkkejä ja katok/);
    assert.equal((await to.item()).isOutdated, false);
  });

  it('that is changed afterwards stays as it was there, and is known to be older', async () => {
    const key = newKey();
    await to.give({}, key);
    await to.step();
    await to.give({ text: 'Lisää penkkejä ja katoksia.' }, key);
    await to.pass(30);
    assert.equal(to.city.requests.length, 1);
    assert.equal((await to.item()).isOutdated, true);
  });

  it('is not forwarded when its writer deleted it meanwhile', async () => {
    const reference = await to.give();
    await to.forget(reference);
    await to.pass(120, 10);
    assert.deepEqual([to.city.requests.length, await to.items()], [0, []]);
  });

  it('is not sent again when it was deleted before anybody knew whether it arrived', async () => {
    const reference = await to.give();
    to.city.mood = () => 'fails-before';
    await to.step();
    assert.equal((await to.item()).state, 'unknown');
    to.city.mood = () => 'well';
    await to.forget(reference);
    await to.pass(120, 5);
    assert.deepEqual([to.city.requests.length, await to.items()], [0, []]);
  });
});

describe('feedback that is deleted here while nobody knows whether it arrived', () => {
  /** Deletes it when the city has it in hand. */
  const whileItIsSent = async (mood: Mood): Promise<void> => {
    const reference = await to.give();
    to.city.mood = () => {
      void to.forget(reference);
      return mood;
    };
    await to.step();
    to.city.mood = () => 'well';
  };

  it('is known to be there once that is found out, and asked about no more', async () => {
    const reference = await to.give();
    to.city.mood = () => 'fails-after';
    await to.step();
    await to.forget(reference);
    await to.pass(30);
    assert.equal((await to.item()).state, 'sent');
    to.city.asked.length = 0;
    await to.pass(120);
    assert.deepEqual(to.city.asked, []);
  });

  it('is asked about no more when the city says that it has it', async () => {
    await whileItIsSent('well');
    assert.equal((await to.item()).state, 'sent');
    to.city.asked.length = 0;
    await to.pass(120);
    assert.deepEqual(to.city.asked, []);
  });

  it('leaves nothing of what the city answered, which can quote it', async () => {
    await whileItIsSent('fails-after');
    const { state, error } = await to.item();
    assert.deepEqual([state, error], ['unknown', undefined]);
  });
});

describe('feedback of a kind that is not forwarded', () => {
  it('is not in the outbox, and leaves it when it becomes such', async () => {
    await to.end();
    await to.begin({ service: undefined, services: { complaint: '1' } });
    const key = newKey();
    await to.give({ kind: 'idea' });
    assert.deepEqual(await to.items(), []);
    await to.give({ kind: 'complaint' }, key);
    assert.equal((await to.item()).state, 'waiting');
    await to.give({ kind: 'idea' }, key);
    assert.deepEqual(await to.items(), []);
  });
});

describe('feedback to a city that answers badly once', () => {
  for (const mood of MOODS) {
    it(`(${mood}) arrives exactly once`, async () => {
      if (mood.startsWith('silent')) to.restart(IMPATIENT);
      const reference = await to.give();
      const moods: Mood[] = [mood];
      to.city.mood = () => moods.shift() ?? 'well';
      await to.step();
      await to.pass(150);
      assert.deepEqual(to.city.references, [reference]);
      assert.equal((await to.item()).state, 'sent');
    });
  }

  it('is kept waiting for as long as the city says', async () => {
    await to.give();
    to.city.mood = () => 'too-many';
    await to.step();
    to.city.mood = () => 'well';
    await to.pass(1.5, 0.5);
    assert.equal(to.city.requests.length, 0);
    await to.pass(1);
    assert.equal(to.city.requests.length, 1);
  });

  it('holds up the others only where the answer is about the city', async () => {
    for (const [mood, count] of [
      ['bad-request', 1],
      ['forbidden', 0],
    ] as const) {
      to.city.requests.length = 0;
      await to.give();
      await to.give();
      const moods: Mood[] = [mood];
      to.city.mood = () => moods.shift() ?? 'well';
      await to.step();
      assert.equal(to.city.requests.length, count, mood);
      await to.pass(120, 10);
    }
  });

  it('and what went wrong can be read', async () => {
    await to.give();
    to.city.mood = () => 'not-found';
    await to.step();
    const { state, error } = await to.item();
    assert.deepEqual([state, error], ['waiting', '404 Palvelu ei ole käytössä']);
  });

  it('is not looked up where the city certainly has nothing', async () => {
    await to.give();
    to.city.mood = () => 'bad-request';
    await to.step();
    await to.pass(30);
    assert.deepEqual(
      to.city.asked.filter((line) => line.startsWith('GET')),
      [],
    );
  });
});

describe('a city that is down for an hour', () => {
  for (const [what, down, up] of [
    ['refuses', () => to.city.stop(), () => to.city.start()],
    ['answers 503', () => (to.city.isDown = true), () => (to.city.isDown = false)],
  ] as const) {
    it(`(${what}) has everything exactly once afterwards`, async () => {
      const references = [await to.give(), await to.give()];
      await down();
      await to.step();
      await to.pass(30);
      references.push(await to.give(), await to.give());
      await to.pass(30);
      assert.equal(to.city.requests.length, 0);
      await up();
      await to.pass(90);
      assert.deepEqual(to.city.references.sort(), references.sort());
    });
  }

  it('is left alone for longer and longer', async () => {
    for (let count = 0; count < 20; count += 1) await to.give();
    to.city.isDown = true;
    await to.step();
    await to.pass(60);
    assert.ok(to.city.asked.length < 30, `asked ${String(to.city.asked.length)} times`);
  });

  it('for weeks is given up, until somebody says otherwise', async () => {
    await to.give();
    await to.city.stop();
    await to.step();
    await to.pass(8 * 24 * 60, 30);
    assert.equal((await to.item()).state, 'given-up');
    await to.city.start();
    await to.pass(24 * 60, 60);
    assert.equal(to.city.requests.length, 0);
  });
});

describe('a city in any mood', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    it(`has everything exactly once in the end (dice ${String(seed)})`, async () => {
      to.restart(IMPATIENT);
      const roll = dice(seed);
      to.city.mood = () => MOODS[Math.floor(roll() * MOODS.length)] ?? 'well';
      to.city.list = seed % 2 === 0 ? 'odd' : 'well';
      const references: string[] = [];
      for (let count = 0; count < 12; count += 1) {
        references.push(await to.give());
        await to.pass(roll() * 5);
      }
      await to.pass(5 * 60);
      to.city.mood = () => 'well';
      await to.pass(3 * 60);
      assert.deepEqual(twice(to.city.references), []);
      assert.deepEqual(to.city.references.sort(), references.sort());
      assert.ok((await to.items()).every(({ state }) => state === 'sent'));
    });
  }
});

describe('what is written of forwarding', () => {
  const withoutPlus = new URLSearchParams({ key: API_KEY }).toString().slice('key='.length);

  it('has no key, no words and no person in the log', async () => {
    to.restart(IMPATIENT);
    for (const mood of MOODS) {
      to.city.mood = () => mood;
      await to.give();
      await to.pass(16, 4);
    }
    const log = JSON.stringify(to.lines);
    for (const secret of [API_KEY, withoutPlus, encodeURIComponent(API_KEY), 'penkkejä', 'Öhman'])
      assert.equal(log.includes(secret), false, secret);
    assert.ok(to.lines.length > MOODS.length);
  });

  it('has no key also where a city repeats what it was sent', async () => {
    to.city.mood = () => 'forbidden';
    await to.give();
    await to.step();
    const { error = '' } = await to.item();
    assert.match(error, /^403 no: /);
    const rows = JSON.stringify(
      await to.receiver.db.selectFrom('open311Requests').selectAll().execute(),
    );
    for (const secret of [API_KEY, withoutPlus, encodeURIComponent(API_KEY)])
      assert.equal(rows.includes(secret), false, secret);
  });
});

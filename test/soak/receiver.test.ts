/** The receiver under a long load: it answers at the end like at the beginning, and does not grow. Part of a full run. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Panel } from '@puntari/contracts';

import { Receiver } from '../e2e/support/receiver.js';
import { register } from '../e2e/support/respondents.js';
import { grown, type Held, inWords, median, Memory } from './readings.js';

const ROUNDS = 12;
const RESIDENTS = 8;
/** Submissions of one resident in a round. */
const EACH = 150;
/** The first rounds fill caches and let the compiler warm up. */
const WARM = 3;

const memory = new Memory();
const receiver = new Receiver({ env: memory.env });
const seconds: number[] = [];
const held: Held[] = [];

async function round(url: string, panel: Panel): Promise<void> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: RESIDENTS }, async () => {
      for (let sent = 0; sent < EACH; sent += 1) await register(url, panel);
    }),
  );
  seconds.push((performance.now() - start) / 1000);
  held.push(await memory.heldBy(receiver.pid));
}

before(async () => {
  await receiver.start();
  const panel = (await (
    await fetch(`${receiver.origin}/panels/liikenne-2027.json`)
  ).json()) as Panel;
  const url = `${receiver.origin}/api/panels/${panel.id}/registrations`;
  for (let number = 0; number < ROUNDS; number += 1) await round(url, panel);
});

after(async () => {
  await receiver.remove();
  memory.remove();
});

const early = <T>(values: readonly T[]): T[] => values.slice(WARM, WARM + 3);
const late = <T>(values: readonly T[]): T[] => values.slice(-3);

describe(`the receiver after ${String(ROUNDS * RESIDENTS * EACH)} registrations`, () => {
  it('has stored every one', () => {
    assert.equal(receiver.registrations().length, ROUNDS * RESIDENTS * EACH);
  });

  it('answers about as fast as at the beginning', (test) => {
    test.diagnostic(`seconds a round: ${seconds.map((value) => value.toFixed(1)).join(' ')}`);
    // Machines are noisy; what must not be is time that grows with what is stored.
    assert.ok(median(late(seconds)) < median(early(seconds)) * 1.6, seconds.join(' '));
  });

  it('holds no more memory than when all was warm', (test) => {
    test.diagnostic(`MB after a round: ${inWords(held)}`);
    assert.deepEqual(grown(early(held), late(held)), []);
  });
});

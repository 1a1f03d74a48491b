import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { REGISTRATION_STATUSES } from '@puntari/contracts';

import { canBecome, STATUS_AT_START } from './status.js';

/** Every status that can be reached from one, in any number of steps. */
function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const to of REGISTRATION_STATUSES) {
      if (!canBecome(from, to) || reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

describe('the status of a registration', () => {
  it('reaches every status there is from the first one', () => {
    assert.deepEqual([...reachedFrom(STATUS_AT_START)].sort(), [...REGISTRATION_STATUSES].sort());
  });

  it('never becomes what it is', () => {
    for (const status of REGISTRATION_STATUSES) assert.equal(canBecome(status, status), false);
  });

  it('can become withdrawn from each in which somebody counts on it, and deleted from each', () => {
    for (const status of REGISTRATION_STATUSES) {
      const hasLeft = status === 'withdrawn' || status === 'deleted';
      assert.equal(canBecome(status, 'withdrawn'), !hasLeft, status);
      assert.equal(canBecome(status, 'deleted'), status !== 'deleted', status);
    }
  });

  it('comes back from nowhere once somebody has left', () => {
    assert.deepEqual([...reachedFrom('withdrawn')], ['deleted']);
    assert.deepEqual([...reachedFrom('deleted')], []);
  });

  it('is confirmed only after it was selected', () => {
    const before = REGISTRATION_STATUSES.filter((status) => canBecome(status, 'confirmed'));
    assert.deepEqual(before, ['selected']);
  });

  it('goes nowhere from a word that is none', () => {
    for (const word of ['', 'POOL', 'constructor']) assert.equal(canBecome(word, 'pool'), false);
  });
});

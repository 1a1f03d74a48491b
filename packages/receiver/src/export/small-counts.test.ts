import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { HIDDEN_BELOW, tellCount, tellCounts, type Told } from './small-counts.js';

const tell = (counts: readonly number[]): Told[] => [
  ...tellCounts(new Map(counts.map((count, place) => [String(place), count]))).values(),
];

/** More than any table needs in which the rules meet. */
const MOST = 26;

/** Every table of so many counts with one total. */
function* tablesOf(total: number, cells: number): Generator<number[]> {
  if (cells === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const others of tablesOf(total - first, cells - 1)) yield [first, ...others];
  }
}

/** All tables of so many cells that a reader cannot tell apart, who knows how counts are hidden and how many are in all. */
function indistinguishable(cells: number): number[][][] {
  const groups = new Map<string, number[][]>();
  for (let total = 0; total <= MOST; total += 1) {
    for (const table of tablesOf(total, cells)) {
      const known = JSON.stringify([tellCount(total), tell(table)]);
      const group = groups.get(known) ?? [];
      group.push(table);
      groups.set(known, group);
    }
  }
  return [...groups.values()];
}

describe('counts that are told', () => {
  for (const [counts, told] of [
    [
      [20, 30, 5],
      [20, 30, 5],
    ],
    // One that is hidden would be the difference to the total.
    [
      [20, 30, 4],
      [null, 30, null],
    ],
    [
      [20, 4, 30],
      [20, null, null],
    ],
    // Two that are as many as can be would both be known.
    [
      [4, 20, 4, 30],
      [null, null, null, 30],
    ],
    [
      [20, 30, 4, 3],
      [20, 30, null, null],
    ],
    // Two that are nothing together would both be known.
    [
      [20, 30, 0, 0],
      [null, 30, null, null],
    ],
    [
      [7, 0],
      [null, null],
    ],
    [[7], [7]],
    [[2], [null]],
    [[], []],
  ] as const) {
    it(`of ${JSON.stringify(counts)} are ${JSON.stringify(told)}`, () => {
      assert.deepEqual(tell(counts), told);
    });
  }

  it('are never small, and never wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (counts) => {
        for (const [place, count] of tell(counts).entries()) {
          assert.ok(count === null || (count >= HIDDEN_BELOW && count === counts[place]));
        }
      }),
    );
  });

  for (const cells of [2, 3, 4, 5]) {
    it(`of ${String(cells)} never give a hidden one away, not even to who knows how they are hidden`, () => {
      for (const tables of indistinguishable(cells)) {
        const [table = []] = tables;
        for (const [place, count] of tell(table).entries()) {
          const values = new Set(tables.map((one) => one[place]));
          assert.ok(
            count !== null || values.size > 1,
            `${JSON.stringify(table)}: ${String(place)}`,
          );
        }
      }
    });
  }
});

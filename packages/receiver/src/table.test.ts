import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { toCsv } from '@puntari/contracts';
import { readTable } from './table.js';

const cells = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC').trim());

describe('a table that an officer hands in', () => {
  it('is read as we write it, whatever stands in its cells', () => {
    const rows = fc.array(fc.tuple(cells, cells), { maxLength: 20 });
    fc.assert(
      fc.property(rows, (written) => {
        const kept = written.filter((row) => row.some((cell) => cell !== ''));
        const { columns, rows: read } = readTable(toCsv(['a', 'b'], written));
        assert.deepEqual(columns, ['a', 'b']);
        assert.deepEqual(
          read.map(({ cell }) => [cell('a'), cell('b')]),
          kept,
        );
      }),
    );
  });

  for (const [what, text] of [
    ['commas', 'A,b\nx;y,"z, ""1"""\n'],
    ['semicolons', 'A;b\r\nx;y;"z, ""1"""'.replace('x;y', '"x;y"')],
    ['tabs', 'A\tb\nx;y\t"z, ""1"""\n\n'],
  ] as const) {
    it(`may be parted by ${what}`, () => {
      const { rows } = readTable(text);
      assert.deepEqual(
        rows.map(({ cell, number }) => [number, cell('a'), cell('b'), cell('c')]),
        [[2, 'x;y', 'z, "1"', '']],
      );
    });
  }

  it('counts rows as a spreadsheet does, blank ones too', () => {
    assert.deepEqual(
      readTable('a\n1\n\n3\n').rows.map(({ number }) => number),
      [2, 4],
    );
  });
});

import { expect } from '@open-wc/testing';
import type { CompositionRow, PanelFigures } from '@puntari/contracts';
import fc from 'fast-check';

import { row } from '../panel-composition/testing/composition.js';
import { baseOf, compare, type Figure, type Group } from './comparison.js';

/** What is told of a group of the only feature, value by value. */
function figures(panel: PanelFigures, group: Group): Figure[] {
  return compare(panel).features[0]!.values.map((value) => value.figures[group]);
}

const kinds = (panel: PanelFigures, group: Group): string[] =>
  figures(panel, group).map(({ kind }) => kind);

const areas = (...counts: number[]): CompositionRow[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, place) => row('Alue', `Alue ${String(place)}`, (100 * count) / total));
};

describe('the comparison', () => {
  it('keeps the rows of a feature together, in the order of the record', () => {
    const composition = [row('Ikä', 'a', 50), row('Kieli', 'b', 60), row('Ikä', 'c', 50)];
    const { features } = compare({ composition });
    expect(
      features.map(({ name, values }) => [name, values.map((value) => value.name)]),
    ).to.deep.equal([
      ['Ikä', ['a', 'c']],
      ['Kieli', ['b']],
    ]);
  });

  it('tells only of groups that the record knows', () => {
    expect(compare({ composition: [row('Ikä', 'a', 50, { pool: 40 })] }).groups).to.deep.equal([
      'pool',
      'panel',
    ]);
  });

  it('is empty without rows', () => {
    expect(compare({}).features).to.deep.equal([]);
  });

  it('shows shares as they are, also where they do not make 100 %', () => {
    const composition = [row('Ikä', 'a', 70), row('Ikä', 'b', 70)];
    expect(figures({ seats: 40, composition }, 'panel')).to.deep.equal([
      { kind: 'told', share: 0.7 },
      { kind: 'told', share: 0.7 },
    ]);
  });

  it('counts the panel from those who took part, else from the seats', () => {
    expect(baseOf({ seats: 40, tookPart: 38 }, 'panel')).to.equal(38);
    expect(baseOf({ seats: 40 }, 'panel')).to.equal(40);
  });
});

describe('small groups', () => {
  it('are kept back, with another one by which they could be computed', () => {
    expect(kinds({ seats: 40, composition: areas(3, 17, 20) }, 'panel')).to.deep.equal([
      'hidden',
      'hidden',
      'told',
    ]);
  });

  it('are kept back by the counts that are given, whatever the shares say', () => {
    const composition = [
      row('Ikä', 'a', 50, { counts: { panel: 2 } }),
      row('Ikä', 'b', 50, { counts: { panel: 20 } }),
    ];
    expect(kinds({ composition }, 'panel')).to.deep.equal(['hidden', 'hidden']);
  });

  it('are kept back when the record leaves them out', () => {
    const composition = [row('Kieli', 'suomi', 95)];
    expect(kinds({ seats: 40, composition }, 'panel')).to.deep.equal(['hidden']);
  });

  it('are kept back when the record says nothing of one of them, which is what is missing to the total', () => {
    const composition = [row('Ikä', 'a', 50, { pool: 50 }), row('Ikä', 'b', 47, { pool: 47 })];
    composition.push(row('Ikä', 'c', 3));
    expect(kinds({ volunteers: 100, composition }, 'pool')).to.deep.equal([
      'hidden',
      'told',
      'unknown',
    ]);
  });

  it('are kept back when counts leave out fewer than rounding would explain', () => {
    const composition = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) =>
      row('Alue', value, 14, { counts: { panel: 14 } }),
    );
    const [first, ...others] = kinds({ tookPart: 100, composition }, 'panel');
    expect(first).to.equal('hidden');
    expect(others).not.to.contain('hidden');
  });

  it('are not seen where all are told, and counted', () => {
    const composition = [17, 17, 6].map((panel, place) =>
      row('Alue', String(place), Math.round((100 * panel) / 40), { counts: { panel } }),
    );
    expect(kinds({ tookPart: 40, composition }, 'panel')).to.deep.equal(['told', 'told', 'told']);
  });

  it('are kept back when a count beside its share tells how many they are', () => {
    const composition = [
      row('Ikä', 'a', 50, { counts: { panel: 17 } }),
      row('Ikä', 'b', 47),
      row('Ikä', 'c', 3),
    ];
    expect(kinds({ composition }, 'panel')).to.deep.equal(['hidden', 'told', 'hidden']);
  });

  it('are not seen in what rounding takes away', () => {
    const composition = ['a', 'b', 'c'].map((value) => row('Alue', value, 33));
    expect(kinds({ seats: 100, composition }, 'panel')).to.deep.equal(['told', 'told', 'told']);
  });

  it('of the population are told: nobody can be recognized there', () => {
    const composition = [row('Ikä', 'a', 50, { population: 0.1 }), row('Ikä', 'b', 50)];
    expect(kinds({ seats: 40, residents: 1000, composition }, 'population')[0]).to.equal('told');
  });

  it('of those who volunteered are kept back too', () => {
    const composition = [row('Ikä', 'a', 50, { pool: 1 }), row('Ikä', 'b', 50, { pool: 99 })];
    expect(kinds({ seats: 40, volunteers: 200, composition }, 'pool')).to.deep.equal([
      'hidden',
      'hidden',
    ]);
  });

  it('can never be computed from the total', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(counts, (given) => {
        const total = given.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const told = figures({ tookPart: total, composition: areas(...given) }, 'panel');
        const hidden = given.filter((_, place) => told[place]?.kind === 'hidden');
        for (const [place, count] of given.entries())
          if (count < 5) expect(told[place]?.kind).to.equal('hidden');
        // Fewer than five together would be told by the total alone; one alone in any case.
        if (hidden.length === 1) expect(given).to.have.length(1);
        else if (hidden.length > 0 && hidden.length < given.length)
          expect(hidden.reduce((sum, count) => sum + count, 0)).to.be.at.least(5);
      }),
    );
  });
});

describe('any record', () => {
  it('is compared without an error, and never shows more than it has', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const some = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number | undefined> =>
      fc.option(arbitrary, { nil: undefined });
    const text = fc.oneof(
      fc.string(),
      fc.dictionary(fc.constantFrom('fi', 'sv', 'ar'), fc.string()),
    );
    const any = fc.record({
      feature: text,
      value: text,
      population: some(share),
      pool: some(share),
      panel: share,
    });
    fc.assert(
      fc.property(
        fc.array(any),
        some(fc.nat(500)),
        some(fc.nat(500)),
        (rows, seats, volunteers) => {
          const { features } = compare({ seats, volunteers, composition: rows });
          expect(features.flatMap(({ values }) => values)).to.have.length(rows.length);
        },
      ),
    );
  });
});

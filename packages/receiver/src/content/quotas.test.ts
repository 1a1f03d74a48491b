import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PANEL, QUOTAS } from '../testing/records.js';
import { fileOf, openPage, startReceiver } from '../testing/receiver.js';
import { type Content, ContentError, contentOf } from './content.js';

const load = (quotas: unknown, panel: typeof PANEL = PANEL, name = panel.id): Content =>
  contentOf([fileOf('panels', panel), { folder: 'quotas', name, text: JSON.stringify(quotas) }]);

function problemsOf(quotas: unknown, panel: typeof PANEL = PANEL, name = panel.id): string[] {
  try {
    load(quotas, panel, name);
  } catch (error) {
    if (error instanceof ContentError) return [...error.problems];
    throw error;
  }
  return [];
}

const FILE = 'quotas/liikenne-2027.json';
const withFeatures = (features: object): object => ({
  ...QUOTAS,
  features: { ...QUOTAS.features, ...features },
});
const withBands = (ageBands: readonly object[]): object => {
  const { age: _age, ...features } = QUOTAS.features;
  return { ...QUOTAS, ageBands, features };
};

describe('quotas without mistakes', () => {
  it('are known by the panel they are for', () => {
    assert.deepEqual([...load(QUOTAS).quotas.keys()], ['liikenne-2027']);
  });

  it('need not say anything of every question', () => {
    const { area: _area, age: _age, ...features } = QUOTAS.features;
    assert.deepEqual(problemsOf({ ...QUOTAS, features }), []);
  });

  it('are served to nobody', async () => {
    const content = load(QUOTAS);
    const receiver = await startReceiver({ content });
    const page = await openPage(receiver.app, '/quotas/liikenne-2027.json');
    await receiver.close();
    assert.equal(page.statusCode, 404);
    assert.deepEqual([...content.served.keys()], ['/panels/liikenne-2027.json']);
  });
});

describe('quotas that a draw could not use', () => {
  const { gender } = QUOTAS.features;
  for (const [what, quotas, problem] of [
    [
      'an answer that may be given has none',
      withFeatures({ gender: { ...gender, 'not-stated': undefined } }),
      '/features/gender/not-stated: expected a min and a max, received nothing',
    ],
    [
      'an answer that nobody can give has some',
      withFeatures({ gender: { ...gender, fluid: { min: 0, max: 1 } } }),
      '/features/gender/fluid: expected one of woman, man, other, not-stated, received "fluid"',
    ],
    [
      'a feature is not asked',
      withFeatures({ income: { high: { min: 0, max: 30 } } }),
      '/features/income: expected one of gender, area, age, received "income"',
    ],
    [
      'the least of all are more than the seats',
      withFeatures({ area: { north: { min: 20, max: 30 }, south: { min: 11, max: 30 } } }),
      '/features/area: expected a sum of all min of at most 30, the seats, received 31',
    ],
    [
      'the most of all are fewer than the seats',
      withFeatures({ area: { north: { min: 0, max: 15 }, south: { min: 0, max: 14 } } }),
      '/features/area: expected a sum of all max of at least 30, the seats, received 29',
    ],
    [
      'a max is below its min',
      withFeatures({ area: { north: { min: 9, max: 8 }, south: { min: 0, max: 30 } } }),
      '/features/area/north: expected a max that is not below the min, received Object',
    ],
    [
      'a number is not whole',
      withFeatures({ area: { north: { min: 1.5, max: 30 }, south: { min: 0, max: 30 } } }),
      '/features/area/north/min: expected a whole number, received 1.5',
    ],
    [
      'the youngest have no band',
      withBands([{ code: '16+', from: 16 }]),
      '/ageBands/0/from: expected at most 15, received 16',
    ],
    [
      'an age falls between two bands',
      withBands([
        { code: '15-29', from: 15, to: 29 },
        { code: '31+', from: 31 },
      ]),
      '/ageBands/1/from: expected 30, where the band before ends, received 31',
    ],
    [
      'two bands have an age in common',
      withBands([
        { code: '15-29', from: 15, to: 29 },
        { code: '29+', from: 29 },
      ]),
      '/ageBands/1/from: expected 30, where the band before ends, received 29',
    ],
    [
      'the oldest have no band',
      withBands([{ code: '15-99', from: 15, to: 99 }]),
      '/ageBands/0/to: expected nothing, or at least 127, received 99',
    ],
    [
      'it is named otherwise than its file',
      { ...QUOTAS, panel: 'toinen' },
      '/panel: expected "liikenne-2027", the name of the file, received "toinen"',
    ],
  ] as const) {
    it(`are refused when ${what}`, () => {
      assert.deepEqual(problemsOf(quotas), [`${FILE}: ${problem}`]);
    });
  }

  it('are refused for a panel that is not there', () => {
    assert.deepEqual(problemsOf({ ...QUOTAS, panel: 'toinen' }, PANEL, 'toinen'), [
      'quotas/toinen.json: /: expected a panel "toinen" in panels/, received none',
    ]);
  });

  it('are refused when a question has the name of another column, whatever its case', () => {
    const [first, ...others] = PANEL.questions;
    const panel = { ...PANEL, questions: [{ ...first, id: 'Age' }, ...others] } as typeof PANEL;
    const { gender: _gender, ...features } = QUOTAS.features;
    assert.deepEqual(problemsOf({ ...QUOTAS, features }, panel), [
      `${FILE}: /features/Age: expected a question whose id is no other column, received "Age"`,
    ]);
  });

  it('are refused when only their case tells two answers apart', () => {
    const [first, area] = PANEL.questions;
    const options = [...(area?.options ?? []), { code: 'NORTH', label: 'Pohjoinen' }];
    const panel = { ...PANEL, questions: [first, { ...area, options }] } as typeof PANEL;
    const answers = { north: { min: 15, max: 15 }, south: { min: 15, max: 15 } };
    const quotas = withFeatures({ area: { ...answers, NORTH: { min: 0, max: 0 } } });
    assert.deepEqual(problemsOf(quotas, panel), [
      `${FILE}: /features/area/NORTH: expected an answer that more than its case tells from the others, received "NORTH"`,
    ]);
  });

  it('are told all at once, with what is wrong elsewhere', () => {
    const problems = problemsOf({ schemaVersion: 1, seats: 0 }, { ...PANEL, seats: -1 });
    assert.deepEqual(
      problems.map((line) => line.split(': expected')[0]).sort(),
      [
        'panels/liikenne-2027.json: /seats',
        `${FILE}: /ageBands`,
        `${FILE}: /features`,
        `${FILE}: /panel`,
        `${FILE}: /seats`,
        `${FILE}: /: `.slice(0, -2),
      ].sort(),
    );
  });

  for (const data of [null, 7, 'x', []]) {
    it(`are refused when they are ${JSON.stringify(data)}`, () => {
      assert.notDeepEqual(problemsOf(data), []);
    });
  }
});

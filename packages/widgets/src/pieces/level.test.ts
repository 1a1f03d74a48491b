import { expect } from '@open-wc/testing';

import { levelSteps } from './level.js';

describe('the steps of participation', () => {
  it('are filled up to the level', () => {
    expect(levelSteps(3)).to.deep.equal([true, true, true, false, false]);
  });

  it('are five for the highest level', () => {
    expect(levelSteps(5)).to.deep.equal([true, true, true, true, true]);
  });

  for (const level of [undefined, 0, 6, 2.5, Number.NaN]) {
    it(`are not drawn for ${String(level)}`, () => {
      expect(levelSteps(level)).to.deep.equal([]);
    });
  }
});

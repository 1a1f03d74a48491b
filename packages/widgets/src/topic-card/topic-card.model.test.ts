import { expect } from '@open-wc/testing';

import { topicWith } from './testing/topic.js';
import { documentKey, levelSteps, reasonName } from './topic-card.model.js';

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

describe('the reason of a status', () => {
  it('is called by its name where a topic was not chosen', () => {
    expect(reasonName('not-chosen')).to.equal('notChosen');
  });

  it('is no refusal for another status, nor for one that is not known', () => {
    expect([reasonName('chosen'), reasonName('postponed')]).to.deep.equal([
      'statusReason',
      'statusReason',
    ]);
  });
});

describe('the key of a card', () => {
  const key = documentKey(topicWith(), 'fi', 2);

  it('is the same for the same card', () => {
    expect(documentKey(topicWith(), 'fi', 2)).to.equal(key);
  });

  for (const [what, other] of [
    ['version', documentKey(topicWith({ version: '2' }), 'fi', 2)],
    ['language', documentKey(topicWith(), 'sv', 2)],
    ['heading level', documentKey(topicWith(), 'fi', 3)],
    ['variant', documentKey(topicWith(), 'fi', 2, 'compact')],
  ] as const) {
    it(`changes with the ${what}`, () => {
      expect(other).to.not.equal(key);
    });
  }
});

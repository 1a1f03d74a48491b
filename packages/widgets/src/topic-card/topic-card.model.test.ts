import { expect } from '@open-wc/testing';

import { topicWith } from './testing/topic.js';
import { documentKey, reasonName } from './topic-card.model.js';

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

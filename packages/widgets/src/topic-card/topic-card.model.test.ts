import { TOPIC_STATUSES } from '@puntari/contracts';
import { expect } from '@open-wc/testing';

import { topicWith } from './testing/topic.js';
import {
  canBeSupported,
  documentKey,
  historyOf,
  inAttachOrder,
  reasonName,
  stagesOf,
} from './topic-card.model.js';

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
  const key = documentKey(topicWith(), 'fi', { level: 2 });

  it('is the same for the same card', () => {
    expect(documentKey(topicWith(), 'fi', { level: 2 })).to.equal(key);
  });

  for (const [what, other] of [
    ['version', documentKey(topicWith({ version: '2' }), 'fi', { level: 2 })],
    ['language', documentKey(topicWith(), 'sv', { level: 2 })],
    ['heading level', documentKey(topicWith(), 'fi', { level: 3 })],
    ['variant', documentKey(topicWith(), 'fi', { level: 2, variant: 'compact' })],
  ] as const) {
    it(`changes with the ${what}`, () => {
      expect(other).to.not.equal(key);
    });
  }
});

describe('the stages of preparation', () => {
  it('are past, now and coming', () => {
    expect(stagesOf('draft').map(({ state }) => state)).to.deep.equal(['past', 'now', 'coming']);
  });

  it('are none where the stage is not known', () => {
    expect([stagesOf('pilot'), stagesOf(undefined)]).to.deep.equal([[], []]);
  });
});

describe('where deciding attaches', () => {
  it('is told in the order of the work, what is newer last', () => {
    expect(inAttachOrder(['pilot', 'after', 'start'])).to.deep.equal(['start', 'after', 'pilot']);
  });
});

describe('the history of a topic', () => {
  it('begins with the oldest', () => {
    const history = [
      { on: '2026-09-14', status: 'chosen' },
      { on: '2026-03-02', status: 'proposed' },
    ] as const;
    expect(historyOf(topicWith({ history: [...history] })).map(({ on }) => on)).to.deep.equal([
      '2026-03-02',
      '2026-09-14',
    ]);
  });
});

describe('whether a topic can be supported', () => {
  const NOW = Date.parse('2026-11-01T12:00:00+02:00');

  it('holds while nobody has chosen', () => {
    const can = TOPIC_STATUSES.filter((status) => canBeSupported(topicWith({ status }), NOW));
    expect(can).to.deep.equal(['proposed', 'checked', 'on-list']);
  });

  it('holds until the moment that the record names', () => {
    const until = (supportUntil: string): boolean =>
      canBeSupported(topicWith({ status: 'checked', supportUntil }), NOW);
    expect([until('2026-11-01T12:00:01+02:00'), until('2026-11-01T12:00:00+02:00')]).to.deep.equal([
      true,
      false,
    ]);
  });
});

import type { Vote } from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  countStates,
  documentKey,
  groupByTheme,
  type IsOver,
  overIn,
  stateOf,
  tally,
} from './statement-viewer.model.js';
import { dayIn } from '../pieces/day.js';
import { itemWith, statementWith } from './testing/statement.js';

const response = (status: string, due?: string): never =>
  ({ status, handling: [], progress: [], ...(due ? { due } : {}) }) as never;

/** As on a day. */
const over =
  (today: string): IsOver =>
  (day) =>
    day < today;

describe('the day', () => {
  it('is over in a place as its calendar says, on any day and at any hour', () => {
    const days = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = ['Europe/Helsinki', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'];
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(...zones),
        (now, away, zone) => {
          const day = new Date(now.getTime() + away * 86_400_000).toISOString().slice(0, 10);
          expect(overIn(zone, now)(day)).to.equal(day < dayIn(zone, now));
        },
      ),
    );
  });

  it('is that of the place, not of the reader', () => {
    const justBeforeMidnight = new Date('2027-03-01T22:30:00Z');
    expect(dayIn('Europe/Helsinki', justBeforeMidnight)).to.equal('2027-03-02');
    expect(dayIn('America/New_York', justBeforeMidnight)).to.equal('2027-03-01');
  });
});

describe('where the answer to an item stands', () => {
  const today = '2027-03-01';
  const stateIn = (item: object, statement: object = {}): string | undefined =>
    stateOf(itemWith(item), statementWith(statement), over(today));

  it('is the status of the answer', () => {
    expect(stateIn({ response: response('partly') })).to.equal('partly');
  });

  it('is late when the day has gone by', () => {
    expect(stateIn({ response: response('awaiting', '2027-02-28') })).to.equal('late');
  });

  it('is not late on the day itself', () => {
    expect(stateIn({ response: response('awaiting', today) })).to.equal('awaiting');
  });

  it('is late by the day for all answers, where the item has none of its own', () => {
    expect(stateIn({ response: response('awaiting') }, { answerBy: '2027-02-28' })).to.equal(
      'late',
    );
  });

  it('goes by its own day before the day for all', () => {
    const item = { response: response('awaiting', '2027-04-01') };
    expect(stateIn(item, { answerBy: '2027-02-28' })).to.equal('awaiting');
  });

  for (const status of ['noted', 'under-study', 'accepted']) {
    it(`is never late when it is ${status}`, () => {
      expect(stateIn({ response: response(status, '2020-01-01') })).to.equal(status);
    });
  }

  it('is a wait for a recommendation that nobody has touched', () => {
    expect(stateIn({})).to.equal('awaiting');
  });

  it('is nothing for a fact, which asks for no answer', () => {
    expect(stateIn({ kind: 'fact' })).to.equal(undefined);
  });

  it('is unknown for a code that is newer than we are', () => {
    expect(stateIn({ response: response('postponed') })).to.equal('unknown');
  });
});

describe('the count of answers', () => {
  it('has what occurs, in the order of the vocabulary, late ones apart', () => {
    expect(countStates(statementWith(), over('2027-03-01'))).to.deep.equal([
      { state: 'noted', count: 1 },
      { state: 'accepted', count: 1 },
      { state: 'rejected', count: 1 },
      { state: 'late', count: 1 },
    ]);
  });

  it('is empty for a statement that asks nothing', () => {
    const items = [itemWith({ kind: 'fact' })];
    expect(countStates(statementWith({ items }), over('2027-03-01'))).to.deep.equal([]);
  });
});

describe('items by theme', () => {
  const idsOf = (changes: object): string[][] =>
    groupByTheme(statementWith(changes)).map(({ items }) => items.map(({ id }) => id));

  it('stand in the order of the themes, those without one last', () => {
    expect(idsOf({})).to.deep.equal([['1', '7'], ['4a', '5'], ['6']]);
  });

  it('stand in one group where there are no themes', () => {
    expect(idsOf({ themes: undefined })).to.deep.equal([['1', '4a', '5', '6', '7']]);
  });

  it('are not lost when their theme is not in the list', () => {
    expect(idsOf({ themes: [{ id: 'muu', label: 'Muu' }] }).flat()).to.have.length(5);
  });
});

describe('a vote', () => {
  const panel = { seats: 40, tookPart: 34 };
  const vote = (changes: Partial<Vote>): Vote => ({
    method: 'yesno',
    for: 18,
    against: 12,
    blank: 4,
    absent: 0,
    base: 'cast',
    ...changes,
  });
  const shares = (given: Vote, of: object = panel): (number | undefined)[] =>
    tally(given, of).counts.map(({ share }) => share && Math.round(share * 1000) / 10);

  it('is counted from the votes cast', () => {
    expect(shares(vote({}))).to.deep.equal([52.9, 35.3, 11.8, undefined]);
    expect(tally(vote({}), panel).baseTotal).to.equal(34);
  });

  it('is counted from the votes for and against, and gives blank ones no share', () => {
    expect(shares(vote({ base: 'forAgainst' }))).to.deep.equal([60, 40, undefined, undefined]);
  });

  it('is counted from those present without the absent', () => {
    const given = vote({ for: 17, absent: 1, base: 'present' });
    expect(tally(given, panel).baseTotal).to.equal(33);
  });

  it('is counted from all with the absent', () => {
    const given = vote({ for: 17, absent: 1, base: 'all' });
    expect(shares(given)).to.deep.equal([50, 35.3, 11.8, 2.9]);
  });

  it('has no shares where the base is not all told', () => {
    const { absent: _, ...given } = vote({ base: 'all' });
    expect(tally(given, panel).baseTotal).to.equal(undefined);
  });

  it('has no shares for a base that is not known', () => {
    expect(tally(vote({ base: 'registered' as never }), panel).baseTotal).to.equal(undefined);
  });

  it('has no shares when nobody voted', () => {
    const none = vote({ for: 0, against: 0, blank: 0, absent: 34 });
    expect(tally(none, panel)).to.include({ addsUp: true }).and.not.have.property('baseTotal');
  });

  it('that does not add up is given as it is, without shares', () => {
    const { counts, addsUp, baseTotal } = tally(vote({ for: 28 }), panel);
    expect(addsUp).to.equal(false);
    expect(baseTotal).to.equal(undefined);
    expect(counts.map(({ count }) => count)).to.deep.equal([28, 12, 4, 0]);
  });

  it('may leave out the absent and still add up', () => {
    const { absent: _, ...given } = vote({ for: 10 });
    expect(tally(given, panel).addsUp).to.equal(true);
  });

  it('may count the absent from the seats', () => {
    expect(tally(vote({ absent: 6 }), panel).addsUp).to.equal(true);
  });

  it('contradicts nothing where the size of the panel is not told', () => {
    expect(tally(vote({}), {}).addsUp).to.equal(true);
  });

  it('adds up as long as it may, where a part of it is not told', () => {
    const consensus: Vote = { method: 'consensus', absent: 3, base: 'present' };
    expect(tally(consensus, panel).addsUp).to.equal(true);
    const { against: _, ...given } = vote({ for: 25, blank: 0, absent: 3 });
    expect(tally(given, panel).addsUp).to.equal(true);
  });

  it('on a scale cannot have more votes than the panel has members', () => {
    const votes = (scale: number[]): Vote => ({ method: 'scale5', scale, base: 'cast' });
    expect(tally(votes([3, 5, 6, 13, 7]), panel).addsUp).to.equal(true);
    expect(tally(votes([3, 5, 60, 13, 7]), panel).addsUp).to.equal(false);
  });

  it('has no shares for a base of any name', () => {
    expect(tally(vote({ base: 'constructor' as never }), panel).baseTotal).to.equal(undefined);
  });
});

describe('the key of a statement', () => {
  const key = documentKey(statementWith(), 'fi', 2, over('2026-01-31'));

  it('is the same on another day on which nothing became late', () => {
    expect(documentKey(statementWith(), 'fi', 2, over('2026-01-30'))).to.equal(key);
  });

  for (const [what, other] of [
    ['version', documentKey(statementWith({ version: '2' }), 'fi', 2, over('2026-01-31'))],
    ['language', documentKey(statementWith(), 'sv', 2, over('2026-01-31'))],
    ['heading level', documentKey(statementWith(), 'fi', 3, over('2026-01-31'))],
    [
      'day on which an answer becomes late',
      documentKey(statementWith(), 'fi', 2, over('2026-02-01')),
    ],
  ] as const) {
    it(`changes with the ${what}`, () => {
      expect(other).to.not.equal(key);
    });
  }
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { parseRecord } from './records.js';
import { type Json, panelData, samplePanel } from './testing/samples.js';
import { isPanelOpen, PANEL_STATES, panelState } from './panel-state.js';

const at = (instant: string): number => Date.parse(instant);

describe('panelState', () => {
  const panel = samplePanel();

  for (const [now, state, open] of [
    ['2027-03-01T08:59:59+02:00', 'upcoming', false],
    ['2027-03-01T09:00:00+02:00', 'open', true],
    ['2027-03-28T15:59:59+03:00', 'open', true],
    ['2027-03-28T16:00:00+03:00', 'closing-soon', true],
    ['2027-03-31T15:59:59+03:00', 'closing-soon', true],
    ['2027-03-31T16:00:00+03:00', 'closed', false],
  ] as const) {
    it(`is ${state} at ${now}`, () => {
      expect(panelState(panel, at(now))).to.equal(state);
      expect(isPanelOpen(panel, at(now))).to.equal(open);
    });
  }

  it('takes a Date as well as milliseconds', () => {
    expect(panelState(panel, new Date('2027-03-10T12:00:00Z'))).to.equal('open');
  });

  describe('when the organizer has said how it is', () => {
    for (const status of ['full', 'cancelled'] as const) {
      it(`is ${status} even between the dates, and not open`, () => {
        const stopped = samplePanel({ status });
        expect(panelState(stopped, at('2027-03-10T12:00:00Z'))).to.equal(status);
        expect(isPanelOpen(stopped, at('2027-03-10T12:00:00Z'))).to.equal(false);
      });
    }
  });

  it('only ever goes forward, and is open exactly from opening to closing', () => {
    const moments = fc.integer({
      min: at('2027-01-01T00:00:00Z'),
      max: at('2027-06-01T00:00:00Z'),
    });
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        const order = (now: number): number => PANEL_STATES.indexOf(panelState(panel, now));
        expect(order(earlier)).to.be.at.most(order(later));
        const { opens, closes } = panel.registration;
        expect(isPanelOpen(panel, one)).to.equal(one >= at(opens) && one < at(closes));
      }),
    );
  });
});

describe('a panel record', () => {
  /** What is said against the sample with some of it changed. */
  const problemsOf = (changes: Json): string[] =>
    parseRecord('panel', { ...panelData(), ...changes }).problems.map(
      ({ pointer, expected }) => `${pointer}: ${expected}`,
    );
  const registration = (changes: Json): Json => ({
    registration: { ...(panelData()['registration'] as Json), ...changes },
  });
  const [first, second] = panelData()['questions'] as [Json, Json];
  const session = {
    id: 's1',
    starts: '2027-05-08T10:00:00+03:00',
    ends: '2027-05-08T16:00:00+03:00',
  };

  it('closes after it opens', () => {
    expect(problemsOf(registration({ closes: '2027-02-01T09:00:00+02:00' }))).to.deep.equal([
      '/registration: to close after it opens',
    ]);
  });

  it('leaves an age at which one can take part', () => {
    expect(problemsOf(registration({ minimumAge: 18, maximumAge: 17 }))).to.deep.equal([
      '/registration: a maximum age that is not below the minimum age',
    ]);
    expect(problemsOf(registration({ minimumAge: 18, maximumAge: 18 }))).to.deep.equal([]);
  });

  it('has a term that ends after it starts', () => {
    expect(problemsOf({ term: { from: 2029, to: 2027 } })).to.deep.equal([
      '/term: to end after it starts',
    ]);
    expect(problemsOf({ term: { from: 2027, to: 2029 } })).to.deep.equal([]);
  });

  it('has sessions that end after they start, each under its own id', () => {
    expect(problemsOf({ sessions: [{ ...session, ends: session.starts }] })).to.deep.equal([
      '/sessions/0: to end after it starts',
    ]);
    expect(problemsOf({ sessions: [session, session] })).to.deep.equal([
      '/sessions: each session id once',
    ]);
  });

  it('asks each question once, with each code once', () => {
    expect(problemsOf({ questions: [first, first] })).to.deep.equal([
      '/questions: each question id once',
    ]);
    const [option] = second['options'] as [Json];
    expect(problemsOf({ questions: [{ ...second, options: [option, option] }] })).to.deep.equal([
      '/questions/0/options: each code once',
    ]);
  });

  it('offers a choice', () => {
    const [option] = second['options'] as [Json];
    expect(problemsOf({ questions: [{ ...second, options: [option] }] })).to.deep.equal([
      '/questions/0/options: at least two options',
    ]);
  });

  it('keeps "not-stated" for those who prefer not to say', () => {
    const options = [
      { code: 'a', label: 'A' },
      { code: 'not-stated', label: 'En halua kertoa' },
    ];
    expect(problemsOf({ questions: [{ ...second, options }] })).to.deep.equal([
      '/questions/0/options: no option with the code "not-stated": set "declinable" instead',
    ]);
  });

  it('names no question like a part of every object, or its answers would be lost', () => {
    expect(problemsOf({ questions: [{ ...second, id: 'constructor' }] })).to.deep.equal([
      '/questions/0/id: another id',
    ]);
  });

  it('fills in what was left out', () => {
    const { purpose: _, ...bare } = panelData();
    const { record } = parseRecord('panel', { ...bare, questions: [second] });
    expect(record?.purpose).to.deep.equal({});
    expect(record?.questions[0]).to.include({ declinable: false, ownWords: false });
  });
});

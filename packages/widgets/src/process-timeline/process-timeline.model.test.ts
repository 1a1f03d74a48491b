import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { documentKey, ELEMENTS, stateOf, stepsOf } from './process-timeline.model.js';
import { processWith, TODAY } from './testing/process.js';

describe('where an element stands', () => {
  for (const [days, today, state] of [
    [{ from: '2027-05-01', to: '2027-05-03' }, '2027-04-30', 'coming'],
    [{ from: '2027-05-01', to: '2027-05-03' }, '2027-05-01', 'now'],
    [{ from: '2027-05-01', to: '2027-05-03' }, '2027-05-03', 'now'],
    [{ from: '2027-05-01', to: '2027-05-03' }, '2027-05-04', 'past'],
    [{ from: '2027-05-01' }, '2027-05-01', 'now'],
    [{ from: '2027-05-01' }, '2027-05-02', 'past'],
    [{ to: '2027-05-03' }, '2027-05-01', 'coming'],
    [{ to: '2027-05-03' }, '2027-05-03', 'now'],
    [{}, '2027-05-03', 'undated'],
  ] as const) {
    it(`is ${state} for ${JSON.stringify(days)} on ${today}`, () => {
      expect(stateOf(days, today)).to.equal(state);
    });
  }
});

describe('the elements', () => {
  it('stand in their order, those that are missing too', () => {
    expect(stepsOf(processWith(), TODAY).map(({ step }) => step.element)).to.deep.equal(ELEMENTS);
  });

  it('are none for a record that tells of none', () => {
    expect(stepsOf(processWith({ process: [] }), TODAY)).to.deep.equal([]);
  });

  it('have a newer one last', () => {
    const process = [{ element: 'evaluation' as never }, ...processWith().process!];
    expect(stepsOf(processWith({ process }), TODAY).at(-1)?.step.element).to.equal('evaluation');
  });

  it('are all there and at most one is current, whatever the record says', () => {
    const day = fc.option(fc.constantFrom('2026-01-01', '2027-05-10', '2028-01-01', 'x'), {
      nil: undefined,
    });
    const step = fc.record({
      element: fc.oneof(fc.constantFrom(...ELEMENTS), fc.string()),
      from: day,
      to: day,
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (process) => {
        const steps = stepsOf(processWith({ process } as never), TODAY);
        const shown = new Set<string>(steps.map(({ step: one }) => one.element));
        expect(ELEMENTS.every((element) => shown.has(element))).to.equal(true);
        expect(steps.length).to.be.at.least(process.length);
        const current = steps.filter(({ isCurrent }) => isCurrent);
        expect(current.length).to.equal(steps.some(({ state }) => state === 'now') ? 1 : 0);
      }),
    );
  });
});

describe('the key of a timeline', () => {
  it('changes on the day that an element ends, and not before', () => {
    const on = (today: string): string => documentKey(processWith(), 'fi', 2, today);
    expect(on('2027-05-15')).to.equal(on('2027-05-10'));
    expect(on('2027-05-16')).to.not.equal(on('2027-05-15'));
  });
});

import {
  checkSubmission,
  type FieldError,
  NO_SESSION,
  submissionFromFields,
} from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { panelWith } from './testing/panel.js';
import {
  afterContinue,
  beforeStep,
  codesOf,
  errorsOf,
  fieldsOf,
  isView,
  STEPS,
  stateNow,
  stepOf,
  stepsOf,
} from './volunteer-form.model.js';

const panel = panelWith();
const errorsFor = (values: Record<string, string | string[]>): FieldError[] =>
  checkSubmission(panel, submissionFromFields(panel, values, 'fi'));

describe('volunteer form model', () => {
  describe('the steps', () => {
    it('go from eligibility to checking', () => {
      expect(stepsOf(panel)).to.deep.equal([...STEPS]);
    });

    it('leave out what the panel does not ask', () => {
      const bare = panelWith({ questions: [], sessions: [], support: undefined });
      expect(stepsOf(bare)).to.deep.equal(['eligibility', 'contact', 'consent', 'check']);
    });

    it('ask for a code only of the invited', () => {
      const invited = panelWith({ registration: { ...panel.registration, mode: 'invited' } });
      expect(fieldsOf('eligibility', panel)).not.to.include('invitationCode');
      expect(fieldsOf('eligibility', invited)[0]).to.equal('invitationCode');
    });

    it('have each field once', () => {
      const names = stepsOf(panel).flatMap((step) => fieldsOf(step, panel));
      expect(new Set(names).size).to.equal(names.length);
    });

    it('know where a field stands', () => {
      expect(stepOf('contact/email', panel)).to.equal('contact');
      expect(stepOf('strata/gender', panel)).to.equal('background');
    });

    it('take every error of an empty form to some step', () => {
      const placed = stepsOf(panel).flatMap((step) => errorsOf(step, panel, errorsFor({})));
      expect(placed).to.have.length(errorsFor({}).length);
    });
  });

  describe('Continue', () => {
    it('stays where something is missing', () => {
      const after = afterContinue('eligibility', panel, errorsFor({}), false);
      expect('errors' in after && after.errors.map(({ pointer }) => pointer)).to.deep.equal([
        '/eligibility/livesInArea',
        '/birthYear',
      ]);
    });

    it('goes on when the step is right, whatever is missing later', () => {
      const errors = errorsFor({ 'eligibility/livesInArea': 'true', birthYear: '1985' });
      expect(afterContinue('eligibility', panel, errors, false)).to.deep.equal({
        view: 'background',
      });
    });

    it('returns to the answers after a change', () => {
      const errors = errorsFor({ 'eligibility/livesInArea': 'true', birthYear: '1985' });
      expect(afterContinue('eligibility', panel, errors, true)).to.deep.equal({ view: 'check' });
    });

    for (const [who, values, why] of [
      ['lives elsewhere', { 'eligibility/livesInArea': 'false', birthYear: '1985' }, 'notEligible'],
      ['is too young', { 'eligibility/livesInArea': 'true', birthYear: '2020' }, 'tooYoung'],
    ] as const) {
      it(`thanks someone who ${who}, and knows why`, () => {
        const after = afterContinue('eligibility', panel, errorsFor(values), false);
        expect(after).to.have.property('view', 'ineligible');
        expect('reasons' in after && after.reasons?.map(({ code }) => code)).to.deep.equal([why]);
      });
    }

    it('thanks someone who can attend none of the meetings, also after a change', () => {
      const errors = errorsFor({ availability: [NO_SESSION] });
      for (const isChanging of [false, true]) {
        const after = afterContinue('taking-part', panel, errors, isChanging);
        expect(after).to.have.property('view', 'ineligible');
      }
    });

    it('asks for what is missing before it turns anyone away', () => {
      const after = afterContinue('eligibility', panel, errorsFor({ birthYear: '2020' }), false);
      expect('errors' in after && after.errors).to.have.length(1);
    });

    it('followed by Back is where one was', () => {
      const steps = stepsOf(panel);
      for (const [index, step] of steps.entries()) {
        expect(beforeStep(step, panel)).to.equal(index === 0 ? 'start' : steps[index - 1]);
      }
    });
  });

  describe('the state of the panel', () => {
    const { opens, closes } = panel.registration;

    it('is what the record says while the receiver is silent', () => {
      expect(stateNow(panel, Date.parse(opens) - 1, undefined)).to.equal('upcoming');
      expect(stateNow(panel, Date.parse(closes), undefined)).to.equal('closed');
    });

    it('is what the receiver says when the two differ', () => {
      expect(stateNow(panel, Date.parse(opens) + 1, false)).to.equal('closed');
      expect(stateNow(panel, Date.parse(closes) + 1, true)).to.equal('open');
    });

    it('is closing soon in the last three days', () => {
      expect(stateNow(panel, Date.parse(closes) - 1000, true)).to.equal('closing-soon');
    });

    it('is cancelled or full by the word of the organizer', () => {
      expect(stateNow(panelWith({ status: 'cancelled' }), Date.now(), undefined)).to.equal(
        'cancelled',
      );
      expect(stateNow(panelWith({ status: 'full' }), Date.now(), undefined)).to.equal('full');
      expect(stateNow(panelWith({ status: 'full' }), Date.now(), true)).to.equal('full');
    });
  });

  it('puts the answer that declines last', () => {
    const [question] = panel.questions;
    expect(question && codesOf(question)).to.deep.equal(['woman', 'man', 'not-stated']);
  });

  it('takes no kept place that the form does not have', () => {
    fc.assert(
      fc.property(fc.string(), (place) => {
        const known = ['start', ...stepsOf(panel)];
        expect(isView(place, panel)).to.equal(known.includes(place));
      }),
    );
  });

  it('never leaves the form, whatever is answered', () => {
    const names = stepsOf(panel).flatMap((step) => fieldsOf(step, panel));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.array(fc.string()))),
        fc.constantFrom(...STEPS.filter((step) => step !== 'check')),
        fc.boolean(),
        (values, step, isChanging) => {
          const after = afterContinue(step, panel, errorsFor(values), isChanging);
          if ('errors' in after) expect(after.errors).not.to.have.length(0);
          else expect([...stepsOf(panel), 'ineligible']).to.include(after.view);
        },
      ),
    );
  });
});

import {
  checkProposal,
  PROPOSAL_TEXT_MAX,
  PROPOSER_KINDS,
  proposalFromFields,
  SUITABILITY_REASONS,
} from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  fieldsOf,
  inOrder,
  isTaking,
  kindsOf,
  REASONS,
  stateNow,
  textMax,
} from './topic-form.model.js';
import { callWith } from './testing/call.js';

const DAY = 24 * 60 * 60 * 1000;
const opens = '2027-01-11T09:00:00+02:00';
const closes = '2027-02-12T16:00:00+02:00';
const call = callWith({ opens, closes });
const at = (iso: string, shift = 0): number => Date.parse(iso) + shift;

describe('a call for topics', () => {
  describe('by its own times', () => {
    it('is not open a moment before it opens, and open from then on', () => {
      expect(stateNow(call, at(opens, -1), undefined)).to.equal('upcoming');
      expect(stateNow(call, at(opens), undefined)).to.equal('open');
    });

    it('is closing soon in its last three days', () => {
      expect(stateNow(call, at(closes, -3 * DAY - 1), undefined)).to.equal('open');
      expect(stateNow(call, at(closes, -3 * DAY), undefined)).to.equal('closing-soon');
      expect(stateNow(call, at(closes, -1), undefined)).to.equal('closing-soon');
    });

    it('is closed from the moment it closes', () => {
      expect(stateNow(call, at(closes), undefined)).to.equal('closed');
    });
  });

  describe('when the receiver says how it stands', () => {
    it('is closed where the record says open', () => {
      expect(stateNow(call, at(opens, DAY), false)).to.equal('closed');
    });

    it('is not open yet where the receiver opens it later than the record', () => {
      expect(stateNow(call, at(opens, -DAY), false)).to.equal('upcoming');
    });

    it('is open where the record says closed, and names no day that has passed', () => {
      expect(stateNow(call, at(closes, DAY), true)).to.equal('open');
    });

    it('takes proposals exactly when the receiver does', () => {
      fc.assert(
        fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (days, isOpen) => {
          expect(isTaking(stateNow(call, at(opens, days * DAY), isOpen))).to.equal(isOpen);
        }),
      );
    });
  });
});

describe('the fields of the topic form', () => {
  it('leave out what the call gives nothing to choose from', () => {
    const { areas: _areas, decisions: _decisions, proposers: _kinds, ...least } = callWith();
    const names = fieldsOf(least);
    expect(names).not.to.include.members(['area/ids', 'decision/id', 'proposer/kind']);
    expect(names).to.include.members(['area/text', 'decision/text']);
    expect(kindsOf(least)).to.deep.equal(['resident']);
  });

  it('offer no kind of proposer that the form has no word for', () => {
    const newer = callWith({ proposers: ['group', 'company' as 'group'] });
    expect(kindsOf(newer)).to.deep.equal(['group']);
  });

  it('know all kinds of proposers and all reasons there are', () => {
    expect(kindsOf(callWith({ proposers: [...PROPOSER_KINDS] }))).to.deep.equal(PROPOSER_KINDS);
    expect(REASONS).to.deep.equal(SUITABILITY_REASONS);
  });

  it('take as much text as the receiver does', () => {
    expect(textMax(callWith())).to.equal(PROPOSAL_TEXT_MAX);
    expect(textMax(callWith({ limits: { titleMax: 10, textMax: 50 } }))).to.equal(50);
  });

  it('include every field that can be wrong', () => {
    const names = fieldsOf(call);
    const errors = checkProposal(call, proposalFromFields(call, {}, 'fi'));
    expect(errors.length).to.be.greaterThan(4);
    for (const { pointer } of errors) expect(names).to.include(pointer.slice(1));
  });

  it('put errors in their order, and those of no field last', () => {
    const errors = ['/callId', '/proposer/email', '/title'].map((pointer) => ({
      pointer,
      code: 'missing',
    }));
    expect(inOrder(errors, call).map(({ pointer }) => pointer)).to.deep.equal([
      '/title',
      '/proposer/email',
      '/callId',
    ]);
  });
});

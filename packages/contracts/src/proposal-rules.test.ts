import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as v from 'valibot';

import type { Draft, FieldValues } from './fields.js';
import type { FieldError } from './problem.js';
import { checkProposal, proposalFromFields } from './proposal-rules.js';
import { completeProposal, sampleCall } from './testing/samples.js';
import { topicProposal, type TopicProposal } from './topic-proposal.js';
import type { TopicCall } from './topic.js';

const brief = (errors: readonly FieldError[]): string[] =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

const call = sampleCall({
  areas: [{ id: 'tapiola', label: 'Tapiola' }],
  decisions: [{ id: 'budjetti', title: 'Talousarvio' }],
});

const from = (values: FieldValues, of: TopicCall = call, lang = 'fi'): Draft<TopicProposal> =>
  proposalFromFields(of, values, lang);

const errorsWith = (changes: FieldValues, of: TopicCall = call): FieldError[] =>
  checkProposal(of, from({ ...completeProposal(), ...changes }, of));

describe('proposalFromFields', () => {
  describe('of a form in which only the necessary is filled in', () => {
    it('is the proposal of a resident, without empty parts', () => {
      expect(from(completeProposal())).to.deep.equal({
        schemaVersion: 1,
        callId: 'aiheet-2027',
        lang: 'fi',
        title: 'Rantaraitin valaistus',
        question: 'Miten rantaraitti valaistaan niin, että luonto säästyy?',
        suitability: { reasons: ['hard-values'] },
        proposer: { kind: 'resident', name: 'Aino Esimerkki', email: 'aino@example.fi' },
        nameMayBePublished: false,
        noticeVersion: '2027-1',
      });
    });
  });

  describe('of a form that is filled in', () => {
    it('has every part', () => {
      const proposal = from({
        ...completeProposal(),
        background: 'Raitti on pimeä.\r\n\r\nLepakot asuvat siellä.',
        'suitability/text': 'Arvot ovat vastakkain.',
        'area/ids': ['tapiola', 'tapiola'],
        'area/text': 'Rantaraitti\nTapiolassa',
        'decision/id': 'budjetti',
        'decision/text': 'Talousarvio 2028',
        'proposer/phone': '040 123 4567',
        nameMayBePublished: 'true',
      });
      expect(proposal.background).to.equal('Raitti on pimeä.\n\nLepakot asuvat siellä.');
      expect(proposal.suitability).to.deep.equal({
        reasons: ['hard-values'],
        text: 'Arvot ovat vastakkain.',
      });
      expect(proposal.area).to.deep.equal({ ids: ['tapiola'], text: 'Rantaraitti Tapiolassa' });
      expect(proposal.decision).to.deep.equal({ id: 'budjetti', text: 'Talousarvio 2028' });
      expect(proposal.proposer?.phone).to.equal('+358401234567');
      expect(proposal.nameMayBePublished).to.equal(true);
      expect(checkProposal(call, proposal)).to.deep.equal([]);
    });
  });

  describe('where several kinds of people may propose', () => {
    const open = sampleCall({ proposers: ['resident', 'councillor'] });

    it('takes nobody for a resident who did not say so', () => {
      expect(from(completeProposal(), open).proposer).to.not.have.property('kind');
    });

    it('says who proposes', () => {
      const { proposer } = from({ ...completeProposal(), 'proposer/kind': 'councillor' }, open);
      expect(proposer?.kind).to.equal('councillor');
    });
  });

  it('never throws, whatever stands in the fields', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined));
    const names = [...Object.keys(completeProposal()), 'area/ids', 'decision/id', 'proposer/phone'];
    const values = fc.dictionary(fc.oneof(fc.constantFrom(...names), text), value);
    fc.assert(
      fc.property(values, text, (fields, lang) => {
        const proposal = from(fields, call, lang);
        if (checkProposal(call, proposal).length === 0) {
          expect(v.is(topicProposal, proposal)).to.equal(true);
        }
      }),
    );
  });
});

describe('checkProposal', () => {
  it('finds nothing wrong with a complete proposal', () => {
    expect(errorsWith({})).to.deep.equal([]);
  });

  it('names what is needed, in the order of the form', () => {
    expect(brief(checkProposal(call, from({})))).to.deep.equal([
      '/title missing',
      '/question missing',
      '/suitability/reasons missing',
      '/proposer/name missing',
      '/proposer/email needed',
    ]);
  });

  describe('of why the matter suits a panel', () => {
    it('is content with words', () => {
      const words = { 'suitability/reasons': [], 'suitability/text': 'Arvot ovat vastakkain.' };
      expect(errorsWith(words)).to.deep.equal([]);
    });

    it('takes no reason that does not exist', () => {
      const errors = errorsWith({ 'suitability/reasons': ['because'] });
      expect(brief(errors)).to.deep.equal(['/suitability/reasons unknown']);
    });
  });

  describe('of what is chosen', () => {
    it('takes only areas and decisions of the call', () => {
      const chosen = { 'area/ids': ['tapiola', 'kuu'], 'decision/id': 'sota' };
      expect(brief(errorsWith(chosen))).to.deep.equal([
        '/area/ids unknown',
        '/decision/id unknown',
      ]);
      expect(brief(errorsWith({ 'area/ids': 'tapiola' }, sampleCall()))).to.deep.equal([
        '/area/ids unknown',
      ]);
    });
  });

  describe('of who proposes', () => {
    it('takes only those whom the call asks', () => {
      const errors = errorsWith({ 'proposer/kind': 'councillor' });
      expect(brief(errors)).to.deep.equal(['/proposer/kind unknown']);
    });

    it('wants to know which they are where there are several', () => {
      const open = sampleCall({ proposers: ['resident', 'group'] });
      expect(brief(errorsWith({}, open))).to.deep.equal(['/proposer/kind missing']);
    });

    it('is content with a phone number, and wants what is given to work', () => {
      const phone = { 'proposer/email': '', 'proposer/phone': '09 123 456' };
      expect(errorsWith(phone)).to.deep.equal([]);
      const wrong = { 'proposer/email': 'aino', 'proposer/phone': '1' };
      expect(brief(errorsWith(wrong))).to.deep.equal([
        '/proposer/email format',
        '/proposer/phone format',
      ]);
    });
  });

  describe('of long texts', () => {
    it('says how much is too much, by the limits of the call', () => {
      const short = sampleCall({ limits: { titleMax: 5, textMax: 8 } });
      const long = { title: 'abcdef🚲', question: 'a'.repeat(10), background: 'a'.repeat(9) };
      expect(errorsWith({ ...long, 'suitability/text': 'a'.repeat(11) }, short)).to.deep.equal([
        { pointer: '/title', code: 'tooLong', params: { max: 5, over: 2 } },
        { pointer: '/question', code: 'tooLong', params: { max: 8, over: 2 } },
        { pointer: '/background', code: 'tooLong', params: { max: 8, over: 1 } },
        { pointer: '/suitability/text', code: 'tooLong', params: { max: 8, over: 3 } },
      ]);
    });

    it('has limits where the call has none', () => {
      expect(brief(errorsWith({ title: 'a'.repeat(151) }))).to.deep.equal(['/title tooLong']);
      expect(brief(errorsWith({ question: 'a'.repeat(4001) }))).to.deep.equal([
        '/question tooLong',
      ]);
    });
  });

  describe('of a proposal that came as JSON', () => {
    const check = (data: unknown): string[] => brief(checkProposal(call, data as never));
    const draft = (): Draft<TopicProposal> => from(completeProposal());

    it('takes none that was meant for another call', () => {
      expect(check({ ...draft(), callId: 'toinen' })).to.deep.equal(['/callId unknown']);
    });

    it('says of what is no object only that', () => {
      for (const data of [null, undefined, 5, 'a']) expect(check(data)).to.deep.equal([' format']);
    });

    it('never throws, and accepts only what has the shape', () => {
      const part = fc.record(
        {
          title: fc.jsonValue(),
          question: fc.jsonValue(),
          suitability: fc.oneof(fc.jsonValue(), fc.record({ reasons: fc.jsonValue() })),
          area: fc.oneof(fc.jsonValue(), fc.record({ ids: fc.jsonValue() })),
          decision: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue() })),
          proposer: fc.oneof(fc.jsonValue(), fc.record({ kind: fc.jsonValue() })),
        },
        { requiredKeys: [] },
      );
      const data = fc.oneof(
        fc.jsonValue(),
        fc.anything(),
        part.map((changes) => ({ ...draft(), ...changes })),
      );
      fc.assert(
        fc.property(data, (value) => {
          if (check(value).length === 0) expect(v.is(topicProposal, value)).to.equal(true);
        }),
        { numRuns: 500 },
      );
    });
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as v from 'valibot';

import { feedbackSubmission, type FeedbackSubmission } from './feedback.js';
import { checkFeedback } from './feedback-rules.js';
import { type Draft, feedbackFromFields, type FieldValues } from './fields.js';
import type { FieldError } from './problem.js';
import { completeFeedback, sampleChannel } from './testing/samples.js';

type FeedbackDraft = Draft<FeedbackSubmission>;

const brief = (errors: readonly FieldError[]): string[] =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('checkFeedback', () => {
  const channel = sampleChannel();
  const draft = (): FeedbackDraft => feedbackFromFields(channel, completeFeedback(), 'fi');
  const errorsWith = (changes: FieldValues, of = channel): FieldError[] =>
    checkFeedback(of, feedbackFromFields(of, { ...completeFeedback(), ...changes }, 'fi'));

  it('finds nothing wrong with complete feedback', () => {
    expect(errorsWith({})).to.deep.equal([]);
  });

  it('names what is needed, in the order of the block', () => {
    const errors = checkFeedback(channel, feedbackFromFields(channel, {}, 'fi'));
    expect(brief(errors)).to.deep.equal(['/kind missing', '/text missing']);
  });

  it('takes no kind that the channel does not', () => {
    expect(brief(errorsWith({ kind: 'thanks' }))).to.deep.equal(['/kind unknown']);
    expect(brief(errorsWith({ kind: 'gossip' }))).to.deep.equal(['/kind unknown']);
  });

  it('takes no experience that does not exist', () => {
    expect(brief(errorsWith({ experience: 'ignored' }))).to.deep.equal(['/experience unknown']);
  });

  describe('of the text', () => {
    const short = sampleChannel({ limits: { textMin: 3, textMax: 5 } });

    it('says how much is missing or too much', () => {
      expect(errorsWith({ text: 'ab' }, short)).to.deep.equal([
        { pointer: '/text', code: 'tooShort', params: { min: 3 } },
      ]);
      expect(errorsWith({ text: 'abcdefg' }, short)).to.deep.equal([
        { pointer: '/text', code: 'tooLong', params: { max: 5, over: 2 } },
      ]);
    });

    it('counts as the counter does', () => {
      expect(errorsWith({ text: '🚲🚲🚲🚲🚲' }, short)).to.deep.equal([]);
    });

    it('does not count spaces around it', () => {
      const padded = { ...draft(), text: '          ' };
      expect(brief(checkFeedback(channel, padded))).to.deep.equal(['/text missing']);
      const nearly = { ...draft(), text: 'a         b'.padStart(30).slice(0, 20) };
      expect(brief(checkFeedback(channel, nearly))).to.deep.equal(['/text tooShort']);
    });

    it('has the limits of the schema when the channel says nothing', () => {
      expect(brief(errorsWith({ text: 'lyhyt' }))).to.deep.equal(['/text tooShort']);
      expect(brief(errorsWith({ text: 'a'.repeat(4001) }))).to.deep.equal(['/text tooLong']);
    });
  });

  describe('by form', () => {
    const form = (name: string, values: FieldValues = {}, of = channel): string[] =>
      brief(checkFeedback(of, feedbackFromFields(of, { form: name, ...values }, 'fi')));

    it('owes text, but no kind, in the accessibility form', () => {
      expect(form('accessibility')).to.deep.equal(['/text missing']);
      expect(form('accessibility', { text: 'Kuvasta puuttuu kuvaus.' })).to.deep.equal([]);
    });

    it('says where and with what as a part of what did not work', () => {
      const values = { form: 'accessibility', where: ' https://example.fi/a ', tool: 'NVDA' };
      const told = feedbackFromFields(channel, { ...values, text: 'Kuva puuttuu.' }, 'fi');
      expect(told.text).to.equal('Kuva puuttuu.\n\nhttps://example.fi/a\n\nNVDA');
      expect(feedbackFromFields(channel, values, 'fi')).not.to.have.property('text');
      const full = { ...values, form: 'full', text: 'Kuva puuttuu.' };
      expect(feedbackFromFields(channel, full, 'fi').text).to.equal('Kuva puuttuu.');
    });

    it('owes an answer to the one-line question, and no text', () => {
      expect(form('question')).to.deep.equal(['/helped missing']);
      expect(form('question', { helped: 'false' })).to.deep.equal([]);
      expect(form('question', { helped: 'false', text: 'Ei' })).to.deep.equal([]);
    });

    it('keeps a remark beside an answer within the longest text', () => {
      const short = sampleChannel({ limits: { textMin: 3, textMax: 5 } });
      expect(form('question', { helped: 'true', text: 'abcdef' }, short)).to.deep.equal([
        '/text tooLong',
      ]);
    });

    it('owes one answer to the survey', () => {
      expect(form('survey')).to.deep.equal(['/survey missing']);
      expect(form('survey', { 'survey/trust': 'cannot-say' })).to.deep.equal([]);
      expect(form('survey', { 'survey/trust': 'very' })).to.deep.equal(['/survey/trust unknown']);
    });

    it('takes an answer to what the survey of the channel asks only', () => {
      const narrow = sampleChannel({ survey: ['heard'] });
      const data = { ...draft(), form: 'survey', survey: { trust: 'neither' } } as FeedbackDraft;
      expect(brief(checkFeedback(narrow, data))).to.deep.equal([
        '/survey missing',
        '/survey/trust unknown',
      ]);
    });

    it('takes no form that does not exist', () => {
      expect(form('poll')).to.deep.equal(['/form unknown']);
    });
  });

  it('asks for no kind where there is only one', () => {
    const single = sampleChannel({ kinds: ['idea'] });
    expect(errorsWith({ kind: '' }, single)).to.deep.equal([]);
    const { kind: _kind, ...without } = draft();
    expect(checkFeedback(single, without)).to.deep.equal([]);
  });

  describe('of what it is about', () => {
    const asking = sampleChannel({
      asksTarget: true,
      services: [{ code: '171', label: 'Kadut' }],
    });

    it('takes a target that exists, and a service of the channel', () => {
      expect(errorsWith({ target: 'service', serviceCode: '171' }, asking)).to.deep.equal([]);
      expect(brief(errorsWith({ target: 'mayor', serviceCode: '172' }, asking))).to.deep.equal([
        '/serviceCode unknown',
        '/target unknown',
      ]);
    });
  });

  describe('of where it is', () => {
    const asking = sampleChannel({ asksLocation: true });

    it('takes an address, or a point, or both', () => {
      const point = { 'location/latitude': '60,1841', 'location/longitude': '24.9497' };
      for (const values of [{ 'location/address': 'Rantaraitti' }, point]) {
        expect(errorsWith(values, asking)).to.deep.equal([]);
      }
    });

    it('takes no half of a point', () => {
      expect(brief(errorsWith({ 'location/longitude': '24.9' }, asking))).to.deep.equal([
        '/location/latitude missing',
      ]);
    });

    it('takes no point outside the world, and none that is no number', () => {
      const values = { 'location/latitude': '90.1', 'location/longitude': 'itään' };
      expect(brief(errorsWith(values, asking))).to.deep.equal([
        '/location/latitude format',
        '/location/longitude format',
      ]);
    });
  });

  describe('with files', () => {
    const taking = sampleChannel({
      attachments: { maxFiles: 2, maxSize: 1000, types: ['image/jpeg', 'application/pdf'] },
    });
    const file = (changes: Readonly<Record<string, unknown>> = {}): unknown => {
      const id = `f${String(Object.keys(changes).length)}`;
      return { id, name: 'kuva.jpg', type: 'image/jpeg', size: 1000, ...changes };
    };
    const check = (attachments: unknown, of = taking): string[] =>
      brief(checkFeedback(of, { ...draft(), attachments } as FeedbackDraft));

    it('takes those that the channel takes', () => {
      expect(check([file(), file({ type: 'application/pdf' })])).to.deep.equal([]);
      expect(check([])).to.deep.equal([]);
    });

    it('takes no more of them', () => {
      const three = ['a', 'b', 'c'].map((id) => file({ id }));
      expect(check(three)).to.deep.equal(['/attachments tooMany']);
    });

    it('takes none of another type, and none that is too large', () => {
      expect(check([file({ type: 'text/plain' })])).to.deep.equal(['/attachments wrongType']);
      expect(check([file({ size: 1001 })])).to.deep.equal(['/attachments tooLarge']);
    });

    it('takes none at all where the channel says nothing of them', () => {
      expect(check([file()], channel)).to.deep.equal(['/attachments unknown']);
    });

    it('takes none that was not sent beforehand', () => {
      expect(check([{ id: 'a' }])).to.deep.equal(['/attachments wrongType']);
      expect(check([file(), file()])).to.deep.equal(['/attachments format']);
      for (const odd of [5, 'a', [null], [[]], {}]) expect(check(odd)).to.have.lengthOf(1);
    });
  });

  describe('when a reply is wanted', () => {
    it('needs a way to reply', () => {
      expect(brief(errorsWith({ wantsReply: 'true' }))).to.deep.equal(['/contact/email needed']);
      expect(errorsWith({ wantsReply: 'true', 'contact/phone': '040 1234567' })).to.deep.equal([]);
    });

    it('needs one that works', () => {
      const values = { wantsReply: 'true', 'contact/email': 'aino', 'contact/phone': '1' };
      expect(brief(errorsWith(values))).to.deep.equal([
        '/contact/email format',
        '/contact/phone format',
      ]);
    });
  });

  describe('of feedback that came as JSON', () => {
    const check = (data: unknown): string[] => brief(checkFeedback(channel, data as FeedbackDraft));

    it('takes none that was meant for another channel', () => {
      expect(check({ ...draft(), channelId: 'toinen' })).to.deep.equal(['/channelId unknown']);
    });

    it('takes no text of nothing that can be seen', () => {
      expect(check({ ...draft(), text: '\u200b'.repeat(20) })).to.deep.equal(['/text missing']);
    });

    it('takes no text that is none', () => {
      expect(check({ ...draft(), text: 5 })).to.deep.equal(['/text format']);
      expect(check({ ...draft(), text: null })).to.deep.equal(['/text missing']);
      expect(check({ ...draft(), text: `Hyvä ehdotus\u0000` })).to.deep.equal(['/text format']);
    });

    it('takes no place outside the world', () => {
      expect(check({ ...draft(), location: { latitude: 91 } })).to.deep.equal([
        '/location/latitude format',
      ]);
    });

    it('takes a subject only in its grammar', () => {
      expect(check({ ...draft(), subject: 'javascript:x' })).to.deep.equal(['/subject format']);
    });

    it('says of what is no object only that', () => {
      for (const data of [null, undefined, 5, 'a']) expect(check(data)).to.deep.equal([' format']);
    });

    it('never throws, and accepts only what has the shape', () => {
      const part = fc.record(
        {
          kind: fc.jsonValue(),
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
          contact: fc.jsonValue(),
          wantsReply: fc.oneof(fc.boolean(), fc.jsonValue()),
          location: fc.jsonValue(),
          form: fc.oneof(fc.constantFrom('question', 'survey'), fc.jsonValue()),
          survey: fc.jsonValue(),
          attachments: fc.jsonValue(),
          serviceCode: fc.jsonValue(),
          subject: fc.jsonValue(),
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
          if (check(value).length === 0) expect(v.is(feedbackSubmission, value)).to.equal(true);
        }),
        { numRuns: 500 },
      );
    });
  });
});

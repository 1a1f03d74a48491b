import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as v from 'valibot';

import {
  type Draft,
  type FieldValues,
  normalizeInvitationCode,
  submissionFromFields,
} from './fields.js';
import type { FieldError } from './problem.js';
import { ageInYear, checkSubmission } from './rules.js';
import { submission, type Submission } from './submission.js';
import { completeValues, samplePanel } from './testing/samples.js';
import { isIneligible } from './eligibility.js';
import { NO_SESSION } from './vocabularies.js';

type SubmissionDraft = Draft<Submission>;

const brief = (errors: readonly FieldError[]): string[] =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('checkSubmission', () => {
  const panel = samplePanel({ support: { needs: ['transport', 'care'] } });
  const draft = (): SubmissionDraft => submissionFromFields(panel, completeValues(), 'fi');
  /** What is wrong with the complete form after some of its fields were changed. */
  const errorsWith = (changes: FieldValues, of = panel): FieldError[] =>
    checkSubmission(of, submissionFromFields(of, { ...completeValues(), ...changes }, 'fi'));

  it('finds nothing wrong with a complete form', () => {
    expect(errorsWith({})).to.deep.equal([]);
  });

  describe('of an empty form', () => {
    it('names everything that is needed, in the order of the form', () => {
      const errors = checkSubmission(panel, submissionFromFields(panel, {}, 'fi'));
      expect(brief(errors)).to.deep.equal([
        '/eligibility/livesInArea missing',
        '/birthYear missing',
        '/strata/gender missing',
        '/strata/area missing',
        '/availability missing',
        '/contact/firstName missing',
        '/contact/lastName missing',
        '/contact/preferred missing',
        '/address/line1 missing',
        '/address/postcode missing',
        '/address/city missing',
        '/consent/process needed',
      ]);
    });
  });

  describe('of who can take part', () => {
    it('says who lives elsewhere that they cannot', () => {
      const errors = errorsWith({ 'eligibility/livesInArea': 'false' });
      expect(brief(errors)).to.deep.equal(['/eligibility/livesInArea notEligible']);
      expect(errors.every(isIneligible)).to.equal(true);
    });

    describe('in a panel that excludes some', () => {
      const excluding = samplePanel({ registration: { excluded: 'Oletko valtuutettu?' } });

      it('needs to know', () => {
        expect(brief(errorsWith({}, excluding))).to.deep.equal(['/eligibility/excluded missing']);
      });

      it('lets those through who are not excluded, and only them', () => {
        expect(errorsWith({ 'eligibility/excluded': 'false' }, excluding)).to.deep.equal([]);
        expect(brief(errorsWith({ 'eligibility/excluded': 'true' }, excluding))).to.deep.equal([
          '/eligibility/excluded notEligible',
        ]);
      });
    });

    describe('in a panel by invitation', () => {
      const invited = samplePanel({ registration: { mode: 'invited' } });

      it('needs the code', () => {
        expect(brief(errorsWith({}, invited))).to.deep.equal(['/invitationCode missing']);
        expect(errorsWith({ invitationCode: 'k7m-4px' }, invited)).to.deep.equal([]);
      });

      for (const invitationCode of ['---', ' - ', 'ÄÖ', '\u200b']) {
        it(`takes ${JSON.stringify(invitationCode)} for none, also from JSON`, () => {
          const raw = { ...draft(), invitationCode };
          expect(brief(checkSubmission(invited, raw))).to.deep.equal(['/invitationCode missing']);
          expect(brief(errorsWith({ invitationCode }, invited))).to.deep.equal([
            '/invitationCode missing',
          ]);
        });
      }

      it('takes a code exactly when something of it is kept', () => {
        fc.assert(
          fc.property(fc.string({ maxLength: 40 }), (invitationCode) => {
            const errors = checkSubmission(invited, { ...draft(), invitationCode });
            const isMissing = brief(errors).includes('/invitationCode missing');
            expect(isMissing).to.equal(normalizeInvitationCode(invitationCode) === '');
          }),
        );
      });
    });
  });

  describe('of a year of birth', () => {
    const young = samplePanel({ registration: { minimumAge: 15, maximumAge: 29 } });

    for (const [birthYear, error] of [
      ['2012', undefined],
      ['2013', '/birthYear tooYoung'],
      ['1998', undefined],
      ['1997', '/birthYear tooOld'],
      ['2028', '/birthYear range'],
      ['1899', '/birthYear range'],
      ['syksy', '/birthYear range'],
    ] as const) {
      it(error ? `answers ${birthYear} with ${error}` : `takes ${birthYear}`, () => {
        expect(brief(errorsWith({ birthYear }, young))).to.deep.equal(error ? [error] : []);
      });
    }

    it('gives the limits with the error', () => {
      expect(errorsWith({ birthYear: '1' })[0]?.params).to.deep.equal({ min: 1900, max: 2027 });
      expect(errorsWith({ birthYear: '2020' })[0]?.params).to.deep.equal({ min: 15 });
      expect(errorsWith({ birthYear: '1950' }, young)[0]?.params).to.deep.equal({ max: 29 });
    });

    it('tells being too young or too old from a slip of the hand', () => {
      expect(errorsWith({ birthYear: '2020' }).every(isIneligible)).to.equal(true);
      expect(errorsWith({ birthYear: '1899' }).some(isIneligible)).to.equal(false);
    });
  });

  describe('of the background questions', () => {
    it('takes "I prefer not to say" only where it was offered', () => {
      expect(errorsWith({ 'strata/gender': 'not-stated' })).to.deep.equal([]);
      expect(brief(errorsWith({ 'strata/area': 'not-stated' }))).to.deep.equal([
        '/strata/area unknown',
      ]);
    });

    it('takes no option that was not offered', () => {
      expect(brief(errorsWith({ 'strata/area': 'helsinki' }))).to.deep.equal([
        '/strata/area unknown',
      ]);
    });

    it('takes no answer to a question that was not asked', () => {
      const extra = { ...draft(), strata: { ...draft().strata, income: 'high' } };
      expect(brief(checkSubmission(panel, extra))).to.deep.equal(['/strata unknown']);
    });

    it('takes own words only to a question with room for them', () => {
      const inGender = { ...draft(), ownWords: { gender: 'muunsukupuolinen' } };
      expect(checkSubmission(panel, inGender)).to.deep.equal([]);
      const inArea = { ...draft(), ownWords: { area: 'x' } };
      expect(brief(checkSubmission(panel, inArea))).to.deep.equal(['/ownWords unknown']);
    });

    it('does not mistake a part of every object for an answer', () => {
      const odd = samplePanel({
        questions: [
          {
            id: 'toString',
            label: 'a',
            reason: 'b',
            options: [
              { code: 'a', label: 'a' },
              { code: 'b', label: 'b' },
            ],
          },
        ],
      });
      const errors = checkSubmission(odd, { ...draft(), strata: {} });
      expect(brief(errors)).to.deep.equal(['/strata/toString missing']);
    });
  });

  describe('of the sessions', () => {
    it('needs one of them', () => {
      expect(brief(errorsWith({ availability: [] }))).to.deep.equal(['/availability missing']);
    });

    it('needs none when there are none', () => {
      expect(errorsWith({ availability: [] }, samplePanel({ sessions: [] }))).to.deep.equal([]);
    });

    for (const [how, availability] of [
      ['of all', [NO_SESSION]],
      ['beside one', ['s1', NO_SESSION]],
    ] as const) {
      it(`keeps out who can attend none, said in place ${how}`, () => {
        const errors = errorsWith({ availability });
        expect(brief(errors)).to.deep.equal(['/availability notEligible']);
        expect(errors.every(isIneligible)).to.equal(true);
      });
    }

    it('knows no "none of them" where there are none', () => {
      const errors = errorsWith({ availability: [NO_SESSION] }, samplePanel({ sessions: [] }));
      expect(brief(errors)).to.deep.equal(['/availability unknown']);
    });

    it('takes none that does not exist', () => {
      expect(brief(errorsWith({ availability: ['s1', 's9'] }))).to.deep.equal([
        '/availability unknown',
      ]);
    });
  });

  describe('of the contact details', () => {
    it('needs the address of the way that was chosen', () => {
      expect(brief(errorsWith({ 'contact/email': '' }))).to.deep.equal(['/contact/email missing']);
      expect(brief(errorsWith({ 'contact/preferred': 'phone' }))).to.deep.equal([
        '/contact/phone missing',
      ]);
      const byPost = { 'contact/preferred': 'post', 'contact/email': '' };
      expect(errorsWith(byPost)).to.deep.equal([]);
    });

    for (const [name, value] of [
      ['contact/email', 'aino'],
      ['contact/email', 'aino@example'],
      ['contact/email', 'a@b@example.fi'],
      ['contact/email', 'Aino<aino@example.fi>'],
      ['contact/email', 'aino@example.fi,toinen'],
      ['contact/phone', '12'],
      ['contact/phone', '040 kotona'],
      ['address/postcode', '2100'],
      ['address/postcode', 'FI-02100'],
    ] as const) {
      it(`does not understand ${value} as ${name}`, () => {
        expect(brief(errorsWith({ [name]: value }))).to.deep.equal([`/${name} format`]);
      });
    }

    it('asks for no address that is protected, and cannot write to it', () => {
      const withoutAddress = {
        'address/line1': '',
        'address/postcode': '',
        'address/city': '',
        'address/protected': 'true',
      };
      expect(errorsWith(withoutAddress)).to.deep.equal([]);
      expect(brief(errorsWith({ ...withoutAddress, 'contact/preferred': 'post' }))).to.deep.equal([
        '/contact/preferred needed',
      ]);
    });

    it('takes no way that does not exist', () => {
      expect(brief(errorsWith({ 'contact/preferred': 'pigeon' }))).to.deep.equal([
        '/contact/preferred unknown',
      ]);
    });
  });

  describe('of long answers', () => {
    it('takes 200 emoji in one line, as the counter says', () => {
      expect(errorsWith({ 'address/line1': '🚲'.repeat(200) })).to.deep.equal([]);
    });

    for (const [name, max] of [
      ['contact/firstName', 200],
      ['contact/email', 254],
      ['address/city', 200],
      ['support/note', 1000],
      ['ownWords/gender', 1000],
    ] as const) {
      it(`says how long ${name} may be`, () => {
        const value = name === 'contact/email' ? `a@${'b'.repeat(250)}.fi` : 'ä'.repeat(max + 1);
        expect(errorsWith({ [name]: value })).to.deep.equal([
          { pointer: `/${name}`, code: 'tooLong', params: { max } },
        ]);
      });
    }
  });

  describe('of support', () => {
    it('takes no need that the panel does not offer', () => {
      expect(errorsWith({ 'support/needs': ['transport', 'care'] })).to.deep.equal([]);
      expect(brief(errorsWith({ 'support/needs': ['care', 'diet'] }))).to.deep.equal([
        '/support/needs unknown',
      ]);
    });

    it('keeps nobody from sending where the panel offers none', () => {
      const sent = { ...draft(), support: { needs: ['diet' as const] } };
      expect(checkSubmission(samplePanel(), sent)).to.deep.equal([]);
    });

    it('gives an error in a list to the field, not to one of its boxes', () => {
      expect(brief(errorsWith({ 'support/needs': ['transport', 'helicopter'] }))).to.deep.equal([
        '/support/needs unknown',
      ]);
    });
  });

  describe('of a submission that came as JSON', () => {
    const check = (data: unknown): string[] =>
      brief(checkSubmission(panel, data as SubmissionDraft));

    it('takes no answer of nothing but spaces', () => {
      const spaced = { ...draft(), contact: { ...draft().contact, firstName: ' \t' } };
      expect(check(spaced)).to.deep.equal(['/contact/firstName missing']);
    });

    it('takes no answer of nothing that can be seen', () => {
      const unseen = { ...draft(), address: { ...draft().address, city: '\u200b\u3164' } };
      expect(check(unseen)).to.deep.equal(['/address/city missing']);
    });

    it('takes one line where there is room for one', () => {
      for (const city of ['Espoo\nEsbo', 'Espoo\u2028']) {
        expect(check({ ...draft(), address: { ...draft().address, city } })).to.deep.equal([
          '/address/city format',
        ]);
      }
      const note = { needs: [], note: 'Yksi\nKaksi' };
      expect(check({ ...draft(), support: note })).to.deep.equal([]);
    });

    it('takes no e-mail address with something around it', () => {
      for (const email of ['<aino@example.fi>', 'mailto:aino@example.fi', 'aino@example.fi\u200b'])
        expect(check({ ...draft(), contact: { ...draft().contact, email } })).to.deep.equal([
          '/contact/email format',
        ]);
    });

    it('takes no text that cannot be stored or that rearranges others', () => {
      for (const city of ['Espoo\u0000', 'Espoo\ud800', '\u202eEspoo']) {
        expect(check({ ...draft(), address: { ...draft().address, city } })).to.deep.equal([
          '/address/city format',
        ]);
      }
    });

    it('takes nothing twice', () => {
      expect(check({ ...draft(), availability: ['s1', 's1'] })).to.deep.equal([
        '/availability format',
      ]);
      expect(check({ ...draft(), support: { needs: ['care', 'care'] } })).to.deep.equal([
        '/support/needs format',
      ]);
    });

    it('takes none that was meant for another panel', () => {
      expect(check({ ...draft(), panelId: 'toinen' })).to.deep.equal(['/panelId unknown']);
    });

    it('takes none of another version, or in no language', () => {
      expect(check({ ...draft(), schemaVersion: 2 })).to.deep.equal(['/schemaVersion format']);
      expect(check({ ...draft(), lang: 'x'.repeat(1000) })).to.deep.equal(['/lang format']);
    });

    it('says of what is no object only that', () => {
      for (const data of [null, undefined, 5, 'a', true])
        expect(check(data)).to.deep.equal([' format']);
    });

    it('says of a wrong kind of value where it is', () => {
      expect(check({ ...draft(), availability: 5 })).to.deep.equal(['/availability missing']);
      expect(check({ ...draft(), availability: [null] })).to.deep.equal(['/availability unknown']);
      expect(check({ ...draft(), strata: 'abc' })).to.include('/strata format');
      expect(check({ ...draft(), contact: null })).to.include('/contact format');
      expect(check({ ...draft(), birthYear: '1990' })).to.deep.equal(['/birthYear range']);
    });

    it('is done at once with a hundred thousand answers, in a short answer', () => {
      const strata = Object.fromEntries(
        Array.from({ length: 100_000 }, (_, i) => [`k${String(i)}`, ' ']),
      );
      const started = performance.now();
      const errors = check({ ...draft(), strata });
      // Comparing every error with every other one took minutes.
      expect(performance.now() - started).to.be.below(5000);
      expect(errors.length).to.be.at.most(200);
    });

    it('never throws, and accepts only what has the shape', () => {
      const spoiledPart = fc.record(
        {
          eligibility: fc.jsonValue(),
          birthYear: fc.oneof(fc.double(), fc.jsonValue()),
          strata: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
          ownWords: fc.jsonValue(),
          availability: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
          contact: fc.jsonValue(),
          address: fc.jsonValue(),
          support: fc.jsonValue(),
          consent: fc.jsonValue(),
          lang: fc.jsonValue(),
        },
        { requiredKeys: [] },
      );
      const data = fc.oneof(
        fc.jsonValue(),
        fc.anything(),
        spoiledPart.map((part) => ({ ...draft(), ...part })),
      );
      fc.assert(
        fc.property(data, (value) => {
          const errors = check(value);
          if (errors.length === 0) expect(v.is(submission, value)).to.equal(true);
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('beside the schema', () => {
    const good = completeValues();
    const names = [
      ...Object.keys(good),
      'contact/phone',
      'support/needs',
      'support/note',
      'ownWords/gender',
    ];
    const values = fc
      .array(
        fc.tuple(
          fc.constantFrom(...names),
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('', 'true', 's2', 'care'),
            fc.constant('ä'.repeat(1001)),
          ),
        ),
        { maxLength: 4 },
      )
      .map((changes) => ({ ...good, ...Object.fromEntries(changes) }));

    it('accepts from the fields what the schema accepts and the panel needs, and nothing else', () => {
      fc.assert(
        fc.property(values, fc.string(), (fields, lang) => {
          const made = submissionFromFields(panel, fields, lang);
          const errors = checkSubmission(panel, made);
          const parsed = v.safeParse(submission, made);
          if (errors.length === 0) {
            expect(parsed.success).to.equal(true);
            expect(parsed.output).to.deep.equal(made);
          }
          // What only the schema found wrong is among the errors, at its field.
          if (!parsed.success) expect(errors).to.not.deep.equal([]);
        }),
        { numRuns: 500 },
      );
    });

    it('finds the same in the fields as in the JSON that the widget sends', () => {
      fc.assert(
        fc.property(values, (fields) => {
          const made = submissionFromFields(panel, fields, 'fi');
          // NaN, a year that is no number, is null in JSON: missing instead of wrong.
          const sent = JSON.parse(JSON.stringify(made)) as SubmissionDraft;
          const pointers = (errors: FieldError[]): string[] => errors.map(({ pointer }) => pointer);
          expect(pointers(checkSubmission(panel, sent))).to.deep.equal(
            pointers(checkSubmission(panel, made)),
          );
        }),
        { numRuns: 300 },
      );
    });

    it('gives every error to a field of the form', () => {
      fc.assert(
        fc.property(values, fc.string(), (fields, lang) => {
          const errors = checkSubmission(panel, submissionFromFields(panel, fields, lang));
          for (const { pointer } of errors) expect(names).to.include(pointer.slice(1));
        }),
        { numRuns: 300 },
      );
    });
  });
});

describe('ageInYear', () => {
  it('is the age reached in the year of the day', () => {
    expect(ageInYear(2012, '2027-01-01')).to.equal(15);
    expect(ageInYear(2012, '2027-12-31')).to.equal(15);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  feedbackFromFields,
  type FieldValues,
  normalizeInvitationCode,
  submissionFromFields,
} from './fields.js';
import { completeFeedback, completeValues, sampleChannel, samplePanel } from './testing/samples.js';

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyValue = fc.oneof(
  anyText,
  fc.constantFrom('true', 'false', '', ' ', '--', '...', '( )', '\u0000', 'not-stated'),
  fc.array(anyText, { maxLength: 4 }),
  fc.constant(undefined),
);

/** Any values in the fields of a form, and in fields that it does not have. */
const anyValues = (names: readonly string[]): fc.Arbitrary<FieldValues> =>
  fc.dictionary(fc.oneof(fc.constantFrom(...names), anyText), anyValue, { maxKeys: 12 });

/** Every text in a value, at any depth. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const PANEL_FIELDS = [
  ...Object.keys(completeValues()),
  'eligibility/excluded',
  'invitationCode',
  'ownWords/gender',
  'contact/phone',
  'support/needs',
  'support/note',
  'consent/contactAgain',
];

describe('submissionFromFields', () => {
  const panel = samplePanel({ support: { needs: ['transport', 'care'] } });
  const from = (values: FieldValues, lang = 'fi') => submissionFromFields(panel, values, lang);

  describe('of a form that is filled in', () => {
    it('is the submission', () => {
      expect(from(completeValues())).to.deep.equal({
        schemaVersion: 1,
        panelId: 'liikenne-2027',
        lang: 'fi',
        eligibility: { livesInArea: true },
        birthYear: 1990,
        strata: { gender: 'woman', area: 'tapiola' },
        availability: ['s1', 's2'],
        contact: {
          firstName: 'Aino',
          lastName: 'Esimerkki',
          email: 'aino@example.fi',
          preferred: 'email',
        },
        address: { line1: 'Esimerkkitie 1 A 2', postcode: '02100', city: 'Espoo' },
        consent: { process: true, contactAgain: false, noticeVersion: '2027-1' },
      });
    });
  });

  describe('of somebody whose address is protected', () => {
    it('has no address, also where one was written', () => {
      const { address } = from({ ...completeValues(), 'address/protected': 'true' });
      expect(address).to.deep.equal({ protected: true });
    });
  });

  describe('of somebody who was helped', () => {
    it('names the helper', () => {
      const { helper } = from({ ...completeValues(), 'helper/name': ' Eero  Esimerkki ' });
      expect(helper).to.deep.equal({ name: 'Eero  Esimerkki' });
      expect(from({ ...completeValues(), 'helper/name': ' ' })).to.not.have.property('helper');
    });
  });

  describe('of an empty form', () => {
    it('has no answers, and no consent', () => {
      expect(from({})).to.deep.equal({
        schemaVersion: 1,
        panelId: 'liikenne-2027',
        lang: 'fi',
        eligibility: {},
        strata: {},
        availability: [],
        contact: {},
        address: {},
        consent: { process: false, contactAgain: false, noticeVersion: '2027-1' },
      });
    });
  });

  describe('of what was not asked', () => {
    it('takes no answer to another question', () => {
      expect(from({ 'strata/income': 'high' }).strata).to.deep.equal({});
    });

    it('takes own words only where the question has room for them', () => {
      const draft = from({ 'ownWords/gender': 'muunsukupuolinen', 'ownWords/area': 'x' });
      expect(draft.ownWords).to.deep.equal({ gender: 'muunsukupuolinen' });
    });

    it('takes support needs only where the panel offers support', () => {
      const values = { 'support/needs': 'care', 'support/note': 'Pähkinäallergia' };
      expect(submissionFromFields(samplePanel(), values, 'fi')).to.not.have.property('support');
    });

    it('takes a code of invitation only where the panel is by invitation', () => {
      const values = { invitationCode: 'k7m-4px' };
      expect(from(values)).to.not.have.property('invitationCode');
      const invited = samplePanel({ registration: { mode: 'invited' } });
      expect(submissionFromFields(invited, values, 'fi').invitationCode).to.equal('K7M4PX');
    });

    it('takes the question of exclusion only where the panel asks it', () => {
      const values = { 'eligibility/excluded': 'false' };
      expect(from(values).eligibility).to.deep.equal({});
      const asking = samplePanel({ registration: { excluded: 'Oletko valtuutettu?' } });
      expect(submissionFromFields(asking, values, 'fi').eligibility).to.deep.equal({
        excluded: false,
      });
    });
  });

  describe('of yes and no', () => {
    it('tells "no" from "not answered"', () => {
      expect(from({ 'eligibility/livesInArea': 'false' }).eligibility?.livesInArea).to.equal(false);
      expect(from({ 'eligibility/livesInArea': '' }).eligibility).to.deep.equal({});
    });
  });

  describe('of a year of birth', () => {
    for (const [written, year] of [
      ['1990', 1990],
      [' 1990 ', 1990],
      ['１９９０', 1990],
      ['١٩٩٠', 1990],
      ['۱۹۹۰', 1990],
      ['19 90', 1990],
      ['1 990', 1990],
      ['1990.', 1990],
      ['19\u200b90 .', 1990],
    ] as const) {
      it(`takes ${JSON.stringify(written)}`, () => {
        expect(from({ birthYear: written }).birthYear).to.equal(year);
      });
    }

    for (const written of ['syksyllä', '19901', '-1990', '1990.5', '1e3', '.', '19 9 0']) {
      it(`tells ${written} from nothing`, () => {
        expect(from({ birthYear: written }).birthYear).to.be.NaN;
      });
    }

    it('takes any with a space in it or a full stop after it', () => {
      const year = fc.integer({ min: 1000, max: 2999 });
      fc.assert(
        fc.property(
          year,
          fc.integer({ min: 1, max: 4 }),
          fc.boolean(),
          (number, at, isSentence) => {
            const digits = String(number);
            const spaced = `${digits.slice(0, at)} ${digits.slice(at)}`;
            const written = isSentence ? `${spaced}.` : spaced;
            expect(from({ birthYear: written }).birthYear).to.equal(number);
          },
        ),
      );
    });

    it('takes no day of birth for a year', () => {
      const day = fc.integer({ min: 1, max: 31 });
      const month = fc.integer({ min: 1, max: 12 });
      const twoDigits = fc.integer({ min: 10, max: 99 });
      fc.assert(
        fc.property(day, month, twoDigits, fc.constantFrom('.', ' ', '. '), (d, m, y, between) => {
          const written = [d, m, y].join(between);
          expect(from({ birthYear: written }).birthYear).to.be.NaN;
        }),
      );
    });
  });

  describe('of several checkboxes', () => {
    it('takes one that is alone', () => {
      expect(from({ availability: 's1' }).availability).to.deep.equal(['s1']);
    });

    it('takes each once, and none that is empty', () => {
      expect(from({ availability: ['s1', '', 's1', ' s2 '] }).availability).to.deep.equal([
        's1',
        's2',
      ]);
    });
  });

  describe('of an e-mail address', () => {
    for (const [written, kept] of [
      [' aino@example.fi ', 'aino@example.fi'],
      ['aino @example. fi', 'aino@example.fi'],
      ['aino@example.fi.', 'aino@example.fi'],
      ['aino@example.fi.,;', 'aino@example.fi'],
      ['aino.e@example.fi', 'aino.e@example.fi'],
      ['<aino@example.fi>', 'aino@example.fi'],
      ['mailto:aino@example.fi', 'aino@example.fi'],
      ['<MAILTO:aino@example.fi>.', 'aino@example.fi'],
      ['aino\u200b@example.fi\ufeff', 'aino@example.fi'],
      ['mailto:', undefined],
      ['...', undefined],
    ] as const) {
      it(`keeps ${JSON.stringify(written)} as ${String(kept)}`, () => {
        expect(from({ 'contact/email': written }).contact?.email).to.equal(kept);
      });
    }
  });

  it('keeps an e-mail address that it has made as it is', () => {
    const parts = ['<', '>', 'mailto:', 'Mailto:', 'a', '@', '.', ';', ' ', '\u200b', 'fi'];
    const written = fc.array(fc.constantFrom(...parts), { maxLength: 12 });
    fc.assert(
      fc.property(written, (pieces) => {
        const once = from({ 'contact/email': pieces.join('') }).contact?.email;
        expect(from({ 'contact/email': once }).contact?.email).to.equal(once);
      }),
      { numRuns: 500 },
    );
  });

  describe('of a phone number', () => {
    for (const [written, kept] of [
      ['040 123 4567', '+358401234567'],
      ['09-816 21', '+358981621'],
      ['(040) 123\u20114567', '+358401234567'],
      ['+358 (0)40 123 4567', '+358401234567'],
      ['00358 40 1234567', '+358401234567'],
      ['+46 8 123 456', '+468123456'],
      ['112345', '112345'],
      ['٠٤٠ ١٢٣٤٥٦٧', '+358401234567'],
      ['( )', undefined],
    ] as const) {
      it(`keeps ${JSON.stringify(written)} as ${String(kept)}`, () => {
        expect(from({ 'contact/phone': written }).contact?.phone).to.equal(kept);
      });
    }

    it('keeps what it has made as it is', () => {
      const written = fc.string({ unit: fc.constantFrom(...Array.from('01234 +-()./٠٤')) });
      fc.assert(
        fc.property(written, (text) => {
          const once = from({ 'contact/phone': text }).contact?.phone;
          expect(from({ 'contact/phone': once }).contact?.phone).to.equal(once);
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('of a postcode', () => {
    it('drops the spaces in it', () => {
      expect(from({ 'address/postcode': ' 02 100' }).address?.postcode).to.equal('02100');
    });
  });

  describe('of support', () => {
    it('is left out when none is needed', () => {
      expect(from({ 'support/needs': ['', ' '], 'support/note': ' ' })).to.not.have.property(
        'support',
      );
    });

    it('keeps a note without a need', () => {
      expect(from({ 'support/note': 'Tulen avustajan kanssa.' }).support).to.deep.equal({
        needs: [],
        note: 'Tulen avustajan kanssa.',
      });
    });
  });

  describe('of one line', () => {
    it('puts what was pasted over several lines on one', () => {
      const address = from({
        'address/line1': 'Esimerkkitie 1\r\n A 2\n',
        'address/city': 'Espoo\u2028\u2029Esbo',
      }).address;
      expect(address).to.deep.equal({ line1: 'Esimerkkitie 1 A 2', city: 'Espoo Esbo' });
      expect(from({ 'contact/lastName': 'Esi\nmerkki' }).contact?.lastName).to.equal('Esi merkki');
    });

    it('lets a longer answer keep its lines', () => {
      expect(from({ 'support/note': 'Yksi\nKaksi' }).support?.note).to.equal('Yksi\nKaksi');
    });
  });

  describe('of what shows nothing', () => {
    for (const [what, unseen] of [
      ['a zero width space', '\u200b'],
      ['joiners', '\u200d\u2060'],
      ['a Hangul filler', '\u3164'],
      ['an empty Braille cell', '\u2800'],
      ['a soft hyphen between spaces', ' \u00ad '],
    ] as const) {
      it(`takes ${what} for no answer`, () => {
        const draft = from({ 'contact/firstName': unseen, 'support/note': unseen });
        expect(draft.contact).to.deep.equal({});
        expect(draft).to.not.have.property('support');
      });
    }

    it('takes it for a part of one that shows something', () => {
      const family = '\u{1F469}\u200d\u{1F467}';
      expect(from({ 'support/note': family }).support?.note).to.equal(family);
    });
  });

  describe('in a language', () => {
    for (const [lang, kept] of [
      ['sv-FI', 'sv-FI'],
      ['SV', 'sv'],
      ['', 'fi'],
      ['suomi', 'fi'],
    ] as const) {
      it(`keeps ${JSON.stringify(lang)} as ${kept}`, () => {
        expect(from({}, lang).lang).to.equal(kept);
      });
    }
  });

  it('never throws, and holds no empty text', () => {
    const asking = samplePanel({
      registration: { excluded: 'Oletko valtuutettu?', mode: 'invited' },
      support: { needs: ['care'] },
    });
    fc.assert(
      fc.property(anyValues(PANEL_FIELDS), anyText, (values, lang) => {
        expect(textsIn(submissionFromFields(asking, values, lang))).to.not.include('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('feedbackFromFields', () => {
  const channel = sampleChannel();
  const from = (values: FieldValues, about?: string) =>
    feedbackFromFields(channel, values, 'fi', about);

  it('is the feedback', () => {
    expect(from(completeFeedback())).to.deep.equal({
      schemaVersion: 1,
      channelId: 'palaute',
      lang: 'fi',
      kind: 'idea',
      text: 'Lisää penkkejä rantaraitille.',
      wantsReply: false,
      mayBePublished: false,
    });
  });

  it('takes line breaks as a form sends them and as a script does for the same', () => {
    expect(from({ text: 'Rivi\r\nToinen' }).text).to.equal(from({ text: 'Rivi\nToinen' }).text);
  });

  it('takes the experience where the channel asks for it', () => {
    expect(from({ experience: 'heard' }).experience).to.equal('heard');
    const silent = sampleChannel({ asksExperience: false });
    expect(feedbackFromFields(silent, { experience: 'heard' }, 'fi')).to.not.have.property(
      'experience',
    );
  });

  describe('with contact details', () => {
    const values = {
      'contact/name': 'Aino',
      'contact/email': 'aino@example.fi.',
      'contact/phone': '040 1234567',
    };

    it('keeps them when a reply is wanted', () => {
      expect(from({ ...values, wantsReply: 'true' }).contact).to.deep.equal({
        name: 'Aino',
        email: 'aino@example.fi',
        phone: '+358401234567',
      });
    });

    it('forgets them when none is wanted', () => {
      expect(from(values)).to.not.have.property('contact');
    });

    it('forgets them when the channel offers none', () => {
      const mute = sampleChannel({ offersReply: false });
      const draft = feedbackFromFields(mute, { ...values, wantsReply: 'true' }, 'fi');
      expect(draft.wantsReply).to.equal(false);
      expect(draft).to.not.have.property('contact');
    });
  });

  describe('with what only some channels ask', () => {
    const asking = sampleChannel({
      asksTarget: true,
      asksLocation: true,
      services: [{ code: '171', label: 'Kadut' }],
      attachments: { maxFiles: 3, maxSize: 1000, types: ['text/plain'] },
      survey: ['heard'],
    });
    const file = { id: 'b', name: 'a.txt', type: 'text/plain', size: 3 };
    const values = {
      form: 'survey',
      helped: 'false',
      'survey/heard': 'neither',
      'survey/trust': 'neither',
      target: 'service',
      serviceCode: '171',
      'location/address': ' Rantaraitti\n1 ',
      'location/latitude': '60,1841',
      'location/longitude': '−24.9497',
      attachments: ['a', JSON.stringify(file), '12'],
    };

    it('takes it where it is asked', () => {
      expect(feedbackFromFields(asking, values, 'fi')).to.deep.include({
        form: 'survey',
        helped: false,
        survey: { heard: 'neither' },
        target: 'service',
        serviceCode: '171',
        location: { address: 'Rantaraitti 1', latitude: 60.1841, longitude: -24.9497 },
        attachments: [{ id: 'a' }, file, { id: '12' }],
      });
    });

    it('takes nothing of it elsewhere', () => {
      const draft = from(values);
      for (const key of ['target', 'serviceCode', 'location', 'attachments']) {
        expect(draft).to.not.have.property(key);
      }
    });

    it('says the only kind there is by itself, where a kind is asked', () => {
      const single = sampleChannel({ kinds: ['idea'] });
      expect(feedbackFromFields(single, {}, 'fi').kind).to.equal('idea');
      expect(feedbackFromFields(single, { form: 'question' }, 'fi')).to.not.have.property('kind');
    });

    it('does not take for a number what is none', () => {
      for (const text of ['60 astetta', '60,18,4', 'N60', '.', '1e3']) {
        const { location } = feedbackFromFields(asking, { 'location/latitude': text }, 'fi');
        expect(location).to.deep.equal({ latitude: Number.NaN });
      }
    });
  });

  describe('with a subject', () => {
    it('takes that of the page before that of the form', () => {
      expect(from({ subject: 'panel:a' }, 'topic:b').subject).to.equal('topic:b');
      expect(from({ subject: 'panel:a' }).subject).to.equal('panel:a');
    });

    for (const good of ['page:/a/b?c=d', 'topic:a', 'statement:liikenne-2027#4a', 'panel:x.y']) {
      it(`keeps ${good}`, () => {
        expect(from({}, good).subject).to.equal(good);
      });
    }

    for (const bad of ['', 'page:a', 'topic:', 'poll:a', 'topic:a b', `page:/${'a'.repeat(500)}`]) {
      it(`leaves out ${JSON.stringify(bad.slice(0, 20))}, so that the feedback can be sent`, () => {
        expect(from(completeFeedback(), bad)).to.not.have.property('subject');
      });
    }
  });

  it('never throws, and holds no empty text', () => {
    const names = [
      'kind',
      'text',
      'subject',
      'experience',
      'wantsReply',
      'mayBePublished',
      'contact/name',
      'contact/email',
      'contact/phone',
      'form',
      'survey/heard',
      'serviceCode',
      'target',
      'location/address',
      'location/latitude',
      'attachments',
    ];
    const channel = sampleChannel({
      asksTarget: true,
      asksLocation: true,
      services: [{ code: '171', label: 'Kadut' }],
      attachments: { maxFiles: 3, maxSize: 1000, types: ['text/plain'] },
    });
    fc.assert(
      fc.property(anyValues(names), anyText, (values, lang) => {
        expect(textsIn(feedbackFromFields(channel, values, lang))).to.not.include('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('normalizeInvitationCode', () => {
  it('reads a code as it is heard or seen', () => {
    expect(normalizeInvitationCode('k7m-4px')).to.equal('K7M4PX');
    expect(normalizeInvitationCode(' o0 iIlL1 ')).to.equal('0011111');
  });

  it('gives only letters and digits, none of them a look-alike, and keeps what it has given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const code = normalizeInvitationCode(text);
        expect(code).to.match(/^[0-9A-HJKMNP-Z]*$/);
        expect(normalizeInvitationCode(code)).to.equal(code);
      }),
    );
  });
});

import type { FeedbackSubmission, Submission } from '@puntari/contracts';

/** The time of most tests: while the panel below is open. */
export const NOW = new Date('2027-02-01T10:00:00Z');
export const AFTER_CLOSING = new Date('2027-03-01T10:00:00Z');
export const BEFORE_OPENING = new Date('2027-01-01T10:00:00Z');

const PURPOSE = {
  why: { fi: 'Haluamme kuulla asukkaita.', sv: 'Vi vill höra invånarna.' },
  expected: 'Kaksi kokouspäivää.',
  usedFor: 'Liikennesuunnitelman valmistelu.',
  decision: { body: { name: 'Valtuusto' }, plannedOn: '2027-09-13', attach: ['start', 'after'] },
};

const PRIVACY = {
  controller: 'Esimerkkikaupunki',
  purpose: 'Paneelin kokoaminen',
  legalBasis: 'Suostumus',
  retainUntil: '2028-12-31',
  noticeUrl: 'https://example.fi/tietosuoja',
  noticeVersion: '2027-01',
};

const CONTACT = { name: 'Osallisuustiimi', phone: '09 123 456', email: 'osallisuus@example.fi' };

export const PANEL = {
  schemaVersion: 1,
  version: '1',
  id: 'liikenne-2027',
  title: { fi: 'Liikennepaneeli', sv: 'Trafikpanelen', en: 'Traffic panel' },
  kind: 'oneoff',
  organizer: { name: { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden' } },
  contact: CONTACT,
  purpose: PURPOSE,
  registration: {
    opens: '2027-01-15T08:00:00+02:00',
    closes: '2027-02-15T16:00:00+02:00',
    mode: 'open',
    minimumAge: 15,
    referenceDate: '2027-03-01',
    residence: 'Asutko Esimerkkikaupungissa?',
    excluded: 'Oletko valtuutettu?',
    toldBy: '2027-02-28',
  },
  seats: 30,
  sessions: [
    { id: 's1', starts: '2027-03-06T09:00:00+02:00', ends: '2027-03-06T15:00:00+02:00' },
    { id: 's2', starts: '2027-03-13T09:00:00+02:00', ends: '2027-03-13T15:00:00+02:00' },
  ],
  questions: [
    {
      id: 'gender',
      label: 'Sukupuoli',
      reason: 'Jotta paneeli muistuttaisi väestöä.',
      options: [
        { code: 'woman', label: 'Nainen' },
        { code: 'man', label: 'Mies' },
        { code: 'other', label: 'Muu' },
      ],
      declinable: true,
      ownWords: true,
    },
    {
      id: 'area',
      label: 'Asuinalue',
      reason: 'Jotta koko kaupunki olisi edustettuna.',
      options: [
        { code: 'north', label: 'Pohjoinen' },
        { code: 'south', label: 'Eteläinen' },
      ],
    },
  ],
  support: { needs: ['interpretation', 'diet', 'other'] },
  privacy: PRIVACY,
  // What the contracts do not know is served as its author wrote it.
  internalNote: 'kept as authored',
};

export const CHANNEL = {
  schemaVersion: 1,
  version: '1',
  id: 'palaute',
  title: { fi: 'Palaute osallisuudesta', sv: 'Respons om delaktighet' },
  kinds: ['thanks', 'complaint', 'idea', 'question', 'experience'],
  limits: { textMin: 5, textMax: 200 },
  readBy: 'Osallisuustiimi',
  answerWithinDays: 10,
  contact: CONTACT,
  purpose: {
    ...PURPOSE,
    decision: { ...PURPOSE.decision, plannedOn: undefined, note: 'Jatkuvasti.' },
  },
  privacy: PRIVACY,
};

export const TOPIC = {
  schemaVersion: 1,
  version: '1',
  id: 'keskusta',
  title: 'Keskustan liikenne',
  summary: 'Miten keskustassa liikutaan.',
  year: 2027,
  status: 'on-list',
  decision: { body: { name: 'Valtuusto' } },
};

/** A complete submission to the panel above. */
export const SUBMISSION: Submission = {
  schemaVersion: 1,
  panelId: 'liikenne-2027',
  lang: 'fi',
  eligibility: { livesInArea: true, excluded: false },
  birthYear: 1980,
  strata: { gender: 'woman', area: 'north' },
  availability: ['s1', 's2'],
  contact: {
    firstName: 'Äijä',
    lastName: 'Öhman',
    email: 'aija@example.fi',
    preferred: 'email',
  },
  address: { line1: 'Esimerkkikatu 1 A 2', postcode: '02100', city: 'Espoo' },
  support: { needs: ['diet'], note: 'Pähkinäallergia' },
  consent: { process: true, contactAgain: false, noticeVersion: '2027-01' },
};

/** The same as a page without JavaScript posts it. */
export const FIELDS: readonly (readonly [string, string])[] = [
  ['lang', 'fi'],
  ['eligibility/livesInArea', 'true'],
  ['eligibility/excluded', 'false'],
  ['birthYear', '1980'],
  ['strata/gender', 'woman'],
  ['strata/area', 'north'],
  ['availability', 's1'],
  ['availability', 's2'],
  ['contact/firstName', 'Äijä'],
  ['contact/lastName', 'Öhman'],
  ['contact/email', 'aija@example.fi'],
  ['contact/preferred', 'email'],
  ['address/line1', 'Esimerkkikatu 1 A 2'],
  ['address/postcode', '02100'],
  ['address/city', 'Espoo'],
  ['support/needs', 'diet'],
  ['support/note', 'Pähkinäallergia'],
  ['consent/process', 'true'],
];

/** Complete feedback to the channel above. */
export const FEEDBACK: FeedbackSubmission = {
  schemaVersion: 1,
  channelId: 'palaute',
  lang: 'fi',
  kind: 'idea',
  text: 'Lisää penkkejä bussipysäkeille.',
  subject: 'topic:keskusta',
  experience: 'heard',
  wantsReply: true,
  mayBePublished: false,
  contact: { name: 'Äijä Öhman', email: 'aija@example.fi' },
};

/** Quotas for the draw of the panel above. */
export const QUOTAS = {
  schemaVersion: 1,
  panel: 'liikenne-2027',
  seats: 30,
  ageBands: [
    { code: '15-29', from: 15, to: 29 },
    { code: '30-64', from: 30, to: 64 },
    { code: '65+', from: 65 },
  ],
  features: {
    gender: {
      woman: { min: 13, max: 16 },
      man: { min: 13, max: 16 },
      other: { min: 0, max: 2 },
      'not-stated': { min: 0, max: 2 },
    },
    area: { north: { min: 10, max: 20 }, south: { min: 10, max: 20 } },
    age: {
      '15-29': { min: 6, max: 10 },
      '30-64': { min: 12, max: 18 },
      '65+': { min: 5, max: 9 },
    },
  },
};

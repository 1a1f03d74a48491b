/** Small records for the tests: everything that is required and little else. Each call gives a fresh copy. */
import type { FeedbackChannel } from '../feedback.js';
import type { FieldValues } from '../fields.js';
import type { Panel } from '../panel.js';
import { parseRecord, type RecordKind, type RecordOf } from '../records.js';
import type { TopicCall } from '../topic.js';

export type Json = Record<string, unknown>;

const base = (id: string): Json => ({ schemaVersion: 1, version: '1', id });

const privacy = (): Json => ({
  controller: 'Espoon kaupunki',
  purpose: 'Paneelin arvonta',
  legalBasis: 'Suostumus',
  retainUntil: '2028-01-31',
  noticeUrl: '/tietosuoja',
  noticeVersion: '2027-1',
});

export const purposeData = (): Json => ({
  why: 'Asukkaiden näkemys tarvitaan.',
  expected: 'Kaksi kokouspäivää.',
  usedFor: 'Liikennesuunnitelman valmisteluun.',
  decision: { body: { name: 'Valtuusto' }, plannedOn: '2027-09-13', attach: ['during'] },
});

export const panelData = (): Json => ({
  ...base('liikenne-2027'),
  title: { fi: 'Liikennepaneeli', sv: 'Trafikpanelen' },
  kind: 'oneoff',
  organizer: { name: 'Espoon kaupunki' },
  contact: { phone: '09 816 21' },
  purpose: purposeData(),
  registration: {
    opens: '2027-03-01T09:00:00+02:00',
    closes: '2027-03-31T16:00:00+03:00',
    mode: 'open',
    minimumAge: 15,
    referenceDate: '2027-05-01',
    residence: 'Asutko Espoossa?',
  },
  seats: 40,
  sessions: [
    { id: 's1', starts: '2027-05-08T10:00:00+03:00', ends: '2027-05-08T16:00:00+03:00' },
    { id: 's2', starts: '2027-05-22T10:00:00+03:00', ends: '2027-05-22T16:00:00+03:00' },
  ],
  questions: [
    {
      id: 'gender',
      label: 'Sukupuoli',
      reason: 'Paneeliin arvotaan eri sukupuolia.',
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
      reason: 'Paneeliin arvotaan asukkaita joka alueelta.',
      options: [
        { code: 'leppavaara', label: 'Leppävaara' },
        { code: 'tapiola', label: 'Tapiola' },
      ],
    },
  ],
  privacy: privacy(),
});

export const channelData = (): Json => ({
  ...base('palaute'),
  title: 'Anna palautetta',
  kinds: ['idea', 'complaint'],
  readBy: 'Osallisuusyksikkö',
  contact: { email: 'osallisuus@example.fi' },
  purpose: purposeData(),
  privacy: privacy(),
});

export const topicData = (): Json => ({
  ...base('keskustan-liikenne'),
  title: 'Keskustan liikenne',
  summary: 'Miten keskustassa liikutaan?',
  year: 2027,
  status: 'on-list',
  decision: { body: { name: 'Kaupunkisuunnittelulautakunta' } },
});

export const topicCallData = (): Json => ({
  ...base('aiheet-2027'),
  title: 'Ehdota aihetta',
  year: 2027,
  asks: 'Mistä asukkaiden pitäisi keskustella?',
  opens: '2027-01-11T09:00:00+02:00',
  closes: '2027-02-12T16:00:00+02:00',
  chosenBy: { name: 'Valtuusto' },
  contact: { url: '/osallistu' },
  purpose: purposeData(),
  privacy: privacy(),
});

export const statementData = (): Json => ({
  ...base('liikenne-2027'),
  title: 'Liikennepaneelin lausuma',
  kind: 'statement',
  adoptedOn: '2027-06-06',
  panel: { seats: 40 },
  items: [
    { id: '1', kind: 'recommendation', text: 'Lisätään pyöräteitä.' },
    { id: '4a', kind: 'proposal', text: 'Yöbussit myös arkena.', response: { status: 'accepted' } },
  ],
});

export const compositionData = (): Json => ({
  ...base('liikenne-2026-kokoonpano'),
  panel: {
    seats: 40,
    volunteers: 211,
    residents: 305_000,
    composition: [
      { feature: 'Ikä', value: '16–39', population: 0.42, pool: 0.31, panel: 0.4 },
      { feature: 'Ikä', value: '40–', panel: 0.6, counts: { pool: 146, panel: 24 } },
    ],
  },
});

export const processData = (): Json => ({
  ...base('liikenne-2027-vaiheet'),
  title: 'Liikennepaneeli',
  process: [
    { element: 'selection', from: '2027-04-01', to: '2027-04-20' },
    { element: 'handover', materials: [{ label: 'Lausuma', url: 'lausuma.pdf', format: 'PDF' }] },
  ],
});

export const topicListData = (): Json => ({
  ...base('aiheet-2027-lista'),
  title: 'Vuoden 2027 aiheet',
  topics: [topicData()],
});

export const answersData = (): Json => ({
  ...base('palaute-vastaukset'),
  answers: [
    {
      reference: 'K7M-4PX',
      kind: 'idea',
      receivedOn: '2027-03-01',
      lang: 'fi',
      said: 'Pysäkille toivottiin penkkiä.',
      decided: 'Penkki asennetaan toukokuussa.',
      why: 'Pysäkkiä käyttää moni, jonka on vaikea seistä.',
    },
  ],
});

export const RECORD_DATA: Readonly<Record<RecordKind, () => Json>> = {
  panel: panelData,
  topic: topicData,
  topicCall: topicCallData,
  topicList: topicListData,
  statement: statementData,
  feedbackChannel: channelData,
  feedbackAnswers: answersData,
  panelComposition: compositionData,
  panelProcess: processData,
  participationLevel: () => ({ ...base('katutila'), level: 3 }),
};

function parsed<K extends RecordKind>(kind: K, changes: Json): RecordOf<K> {
  const { record, problems } = parseRecord(kind, { ...RECORD_DATA[kind](), ...changes });
  if (!record || problems.length > 0) throw new Error(JSON.stringify(problems));
  return record;
}

/** A valid panel; `registration` is changed field by field, everything else whole. */
export function samplePanel({ registration, ...changes }: Json = {}): Panel {
  const merged = {
    ...(panelData()['registration'] as Json),
    ...(registration as Json | undefined),
  };
  return parsed('panel', { ...changes, registration: merged });
}

export function sampleChannel(changes: Json = {}): FeedbackChannel {
  return parsed('feedbackChannel', changes);
}

/** A volunteer form that can be sent to `samplePanel()`. */
export const completeValues = (): FieldValues => ({
  'eligibility/livesInArea': 'true',
  birthYear: '1990',
  'strata/gender': 'woman',
  'strata/area': 'tapiola',
  availability: ['s1', 's2'],
  'contact/firstName': 'Aino',
  'contact/lastName': 'Esimerkki',
  'contact/email': 'aino@example.fi',
  'contact/preferred': 'email',
  'address/line1': 'Esimerkkitie 1 A 2',
  'address/postcode': '02100',
  'address/city': 'Espoo',
  'consent/process': 'true',
});

export function sampleCall(changes: Json = {}): TopicCall {
  return parsed('topicCall', changes);
}

/** A proposal that can be sent to `sampleCall()`. */
export const completeProposal = (): FieldValues => ({
  title: 'Rantaraitin valaistus',
  question: 'Miten rantaraitti valaistaan niin, että luonto säästyy?',
  'suitability/reasons': ['hard-values'],
  'proposer/name': 'Aino Esimerkki',
  'proposer/email': 'aino@example.fi',
});

/** Feedback that can be sent to `sampleChannel()`. */
export const completeFeedback = (): FieldValues => ({
  kind: 'idea',
  text: 'Lisää penkkejä rantaraitille.',
});

/** What the visitors of the tests answer, and how it stands in the database afterwards. */
import type { Answers } from './widget.js';

const PERSON: Answers = {
  birthYear: '1985',
  availability: ['paiva-1', 'paiva-3'],
  'support/needs': ['transport'],
  'support/note': 'Liikun pyörätuolilla.',
  'contact/firstName': 'Aino',
  'contact/lastName': 'Ähtäri-Öhman',
  'address/line1': 'Esimerkkitie 1 A 2',
  'address/postcode': '02100',
  'address/city': 'Espoo',
  'contact/email': 'aino@example.fi',
  'contact/phone': '040 123 4567',
  'contact/preferred': 'email',
  'consent/process': 'true',
};

export const ESPOO: Answers = {
  ...PERSON,
  'eligibility/livesInArea': 'true',
  'strata/gender': 'woman',
  'strata/education': 'secondary',
  'strata/area': 'vanha-espoo',
  'strata/language': 'fi',
};

export const KEUSOTE: Answers = {
  ...PERSON,
  invitationCode: '4K7-2MP',
  'eligibility/livesInArea': 'true',
  'eligibility/excluded': 'false',
  'strata/gender': 'not-stated',
  'strata/education': 'basic',
  'strata/municipality': 'tuusula',
  'strata/language': 'sv',
};

export const FEEDBACK: Answers = {
  kind: 'idea',
  text: 'Kertokaa paneelista myös kirjastoissa.',
  experience: 'partly',
  mayBePublished: 'true',
  wantsReply: 'true',
  'contact/email': 'aino@example.fi',
};

/** Where the demo's widgets stand. */
export const FORM = 'puntari-volunteer-form';
export const BLOCK = 'puntari-feedback-block';

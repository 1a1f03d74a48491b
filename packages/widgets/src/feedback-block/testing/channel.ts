import type { FeedbackChannel } from '@puntari/contracts';

/** A channel that asks for all it can, changed where a test needs it. */
export function channelWith(changes: Partial<FeedbackChannel> = {}): FeedbackChannel {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'osallisuus',
    title: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
    intro: {
      fi: 'Kerro, mitä ajattelet paneelista.',
      sv: 'Berätta vad du tycker om panelen.',
      en: 'Tell us what you think about the panel.',
    },
    kinds: ['thanks', 'complaint', 'idea'],
    limits: { textMin: 10, textMax: 400 },
    asksExperience: true,
    offersReply: true,
    readBy: { fi: 'Osallisuustyö', sv: 'Delaktighetsarbetet', en: 'Participation work' },
    answerWithinDays: 10,
    answersAt: {
      fi: 'Kooste julkaistaan tällä sivulla.',
      sv: 'Ett sammandrag publiceras på denna sida.',
      en: 'A summary is published on this page.',
    },
    otherChannels: [
      {
        label: { fi: 'Palautepalvelu', sv: 'Responstjänsten', en: 'Feedback service' },
        url: 'https://example.fi/palaute',
      },
    ],
    contact: { phone: '09 816 21', email: 'osallisuus@example.fi' },
    purpose: {
      why: {
        fi: 'Haluamme tietää, tulitko kuulluksi.',
        sv: 'Vi vill veta om du blev hörd.',
        en: 'We want to know whether you were heard.',
      },
      expected: { fi: 'Kirjoita omin sanoin.', sv: 'Skriv med egna ord.', en: 'Use your words.' },
      usedFor: { fi: 'Paneelien kehittämiseen.', sv: 'För panelerna.', en: 'For the panels.' },
      decision: {
        body: { name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen', en: 'City Board' } },
        plannedOn: '2027-09-13',
        attach: ['after'],
      },
    },
    privacy: {
      controller: { fi: 'Espoon kaupunki', sv: 'Esbo stad', en: 'City of Espoo' },
      purpose: {
        fi: 'Palautteen käsittely.',
        sv: 'Behandling av respons.',
        en: 'Handling feedback.',
      },
      legalBasis: { fi: 'Viranomaisen tehtävä', sv: 'Myndighetens uppgift', en: 'Public task' },
      retainUntil: '2028-12-31',
      noticeUrl: { fi: '/tietosuoja/', sv: '/dataskydd/', en: '/privacy/' },
      noticeVersion: '1',
    },
    ...changes,
  };
}

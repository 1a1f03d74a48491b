import type { Topic, TopicCall } from '@puntari/contracts';

/** A call that asks for all it can, small enough to read in a test; changed where one needs it. */
export function callWith(changes: Partial<TopicCall> = {}): TopicCall {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'aiheet-2027',
    title: { fi: 'Ehdota aihetta', sv: 'Föreslå ett ämne', en: 'Propose a topic' },
    year: 2027,
    asks: {
      fi: 'Mistä asukkaiden pitäisi keskustella?',
      sv: 'Vad borde invånarna diskutera?',
      en: 'What should residents discuss?',
    },
    opens: '2020-01-11T09:00:00+02:00',
    closes: '2099-02-12T16:00:00+02:00',
    chosenBy: { name: { fi: 'Valtuusto', sv: 'Fullmäktige', en: 'The City Council' } },
    chosenOn: '2099-05-17',
    readBy: { fi: 'Osallisuustyö', sv: 'Delaktighetsarbetet', en: 'Participation work' },
    answerWithinDays: 15,
    answersAt: {
      fi: 'Aiheet julkaistaan sivulla example.fi/aiheet.',
      sv: 'Ämnena publiceras på example.fi/amnen.',
      en: 'Topics are published at example.fi/topics.',
    },
    topicsPage: 'https://example.fi/aiheet',
    proposers: ['resident', 'group', 'councillor'],
    areas: [
      { id: 'keskus', label: { fi: 'Espoon keskus', sv: 'Esbo centrum', en: 'Espoo Centre' } },
      { id: 'tapiola', label: { fi: 'Tapiola', sv: 'Hagalund', en: 'Tapiola' } },
    ],
    decisions: [
      {
        id: 'katutila',
        title: { fi: 'Katutilan linjaukset', sv: 'Riktlinjer', en: 'Street guidelines' },
        body: { name: { fi: 'Lautakunta', sv: 'Nämnden', en: 'The committee' } },
        plannedOn: '2099-09-13',
      },
      { id: 'puistot', title: { fi: 'Puisto-ohjelma', sv: 'Parkprogram', en: 'Parks' } },
    ],
    otherChannels: [
      {
        label: { fi: 'Kuntalaisaloite', sv: 'Invånarinitiativ', en: 'Residents’ initiative' },
        url: 'https://example.fi/aloite',
      },
    ],
    contact: { phone: '09 816 21', email: 'osallisuus@example.fi' },
    purpose: {
      why: { fi: 'Etsimme aiheita paneelille.', sv: 'Vi söker ämnen.', en: 'We seek topics.' },
      expected: { fi: 'Kirjoita kysymys.', sv: 'Skriv en fråga.', en: 'Write a question.' },
      usedFor: { fi: 'Aiheista valitaan yksi.', sv: 'Ett väljs.', en: 'One is chosen.' },
      decision: {
        body: { name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen', en: 'The City Board' } },
        plannedOn: '2099-11-01',
        attach: ['start'],
      },
    },
    privacy: {
      controller: { fi: 'Espoon kaupunki', sv: 'Esbo stad', en: 'City of Espoo' },
      purpose: { fi: 'Ehdotusten käsittely.', sv: 'Behandling.', en: 'Handling proposals.' },
      legalBasis: { fi: 'Viranomaisen tehtävä', sv: 'Myndighetens uppgift', en: 'Public task' },
      retainUntil: '2099-12-31',
      noticeUrl: { fi: '/tietosuoja/', sv: '/dataskydd/', en: '/privacy/' },
      noticeVersion: '3',
    },
    ...changes,
  };
}

/** A topic that has been proposed already. */
export function topicWith(id: string, title: Topic['title'], changes: Partial<Topic> = {}): Topic {
  return {
    schemaVersion: 1,
    version: '1',
    id,
    title,
    summary: '–',
    url: `/aiheet/${id}`,
    year: 2027,
    status: 'proposed',
    decision: { body: { name: 'Valtuusto' } },
    purpose: {},
    ...changes,
  };
}

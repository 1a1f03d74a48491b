import type { Panel } from '@puntari/contracts';

/** A panel that is open now, small enough to read in a test. */
export function panelWith(changes: Partial<Panel> = {}): Panel {
  const day = 24 * 60 * 60 * 1000;
  const at = (days: number): string => new Date(Date.now() + days * day).toISOString();
  return {
    schemaVersion: 1,
    version: '1',
    id: 'liikenne',
    title: {
      fi: 'Asukaspaneeli liikenteestä',
      sv: 'Invånarpanel om trafiken',
      en: 'Panel on traffic',
    },
    kind: 'oneoff',
    organizer: { name: { fi: 'Espoon kaupunki', sv: 'Esbo stad', en: 'City of Espoo' } },
    contact: { phone: '09 816 21' },
    purpose: {
      why: 'Haluamme kuulla eri-ikäisiä asukkaita.',
      expected: 'Neljä kokouspäivää.',
      usedFor: 'Lausuma on osa päätöksen aineistoa.',
      decision: { body: { name: 'Valtuusto' }, plannedOn: '2028-04-24', attach: ['after'] },
    },
    registration: {
      opens: at(-10),
      closes: at(30),
      mode: 'open',
      minimumAge: 16,
      referenceDate: '2027-11-01',
      residence: { fi: 'Asutko Espoossa?', sv: 'Bor du i Esbo?', en: 'Do you live in Espoo?' },
    },
    seats: 40,
    sessions: [
      { id: 'eka', starts: '2027-11-20T09:30:00+02:00', ends: '2027-11-20T16:00:00+02:00' },
      { id: 'toka', starts: '2027-12-04T09:30:00+02:00', ends: '2027-12-04T16:00:00+02:00' },
    ],
    questions: [
      {
        id: 'gender',
        label: { fi: 'Sukupuoli', sv: 'Kön', en: 'Gender' },
        reason: 'Jotta paneelissa on eri sukupuolia.',
        options: [
          { code: 'woman', label: { fi: 'Nainen', sv: 'Kvinna', en: 'Woman' } },
          { code: 'man', label: { fi: 'Mies', sv: 'Man', en: 'Man' } },
        ],
        declinable: true,
        ownWords: false,
      },
    ],
    support: { needs: ['interpretation', 'transport'] },
    privacy: {
      controller: 'Espoon kaupunki',
      purpose: 'Paneelin jäsenten valinta',
      legalBasis: 'Suostumus',
      retainUntil: '2028-12-31',
      noticeUrl: 'https://example.fi/tietosuoja',
      noticeVersion: '2026-11',
    },
    ...changes,
  };
}

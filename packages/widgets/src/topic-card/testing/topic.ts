import type { Topic } from '@puntari/contracts';

/** A topic that tells most of what a card can show, small enough to read in a test. */
export function topicWith(changes: Partial<Topic> = {}): Topic {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'keskustan-liikenne',
    title: { fi: 'Keskustan katutila', sv: 'Gaturummet i centrum', en: 'Street space' },
    summary: { fi: 'Tila ei riitä kaikelle.', sv: 'Utrymmet räcker inte.', en: 'Space is short.' },
    url: 'https://example.fi/aiheet/katutila',
    year: 2027,
    status: 'not-chosen',
    statusReason: { fi: 'Asia on jo päätetty.', sv: 'Saken är avgjord.', en: 'It is decided.' },
    question: { fi: 'Miten tila jaetaan?', sv: 'Hur delas den?', en: 'How is it shared?' },
    suitability: { reasons: ['hard-values'] },
    decision: {
      body: { name: { fi: 'Valtuusto', sv: 'Fullmäktige', en: 'City Council' } },
      plannedOn: '2028-04-24',
      attach: ['start', 'after'],
    },
    level: 3,
    forms: ['planning'],
    stage: 'preparation',
    supporters: 412,
    answer: {
      text: { fi: 'Kiitos ehdotuksesta.', sv: 'Tack för förslaget.', en: 'Thank you.' },
      body: { name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen', en: 'City Board' } },
      on: '2026-09-14',
    },
    purpose: {},
    ...changes,
  };
}

import type { Topic, TopicList } from '@puntari/contracts';

import { topicWith } from '../../topic-card/testing/topic.js';

/** A topic as a test says, known by its title. */
export function topicNamed(title: string, changes: Partial<Topic> = {}): Topic {
  const id = changes.id ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return topicWith({ title, summary: `Tiivistelmä: ${title}.`, ...changes, id });
}

/** Five topics that differ in whatever they are chosen and ordered by. */
export const FIVE: readonly Topic[] = [
  topicNamed('Katutila', {
    status: 'on-list',
    level: 3,
    year: 2027,
    area: [{ fi: 'Leppävaara', sv: 'Alberga' }],
    supporters: 12,
    decision: { body: { name: 'Valtuusto' }, plannedOn: '2028-04-24' },
  }),
  topicNamed('Ääni kuuluviin', {
    id: 'aani',
    status: 'chosen',
    level: 4,
    year: 2026,
    area: [{ fi: 'Tapiola', sv: 'Hagalund' }],
    supporters: 128,
    decision: { body: { name: 'Lautakunta' }, plannedOn: '2027-01-11' },
  }),
  topicNamed('Zoologinen puisto', {
    status: 'not-chosen',
    level: 1,
    year: 2027,
    supporters: 3,
    decision: { body: { name: 'Valtuusto' } },
  }),
  topicNamed('Asemat', {
    status: 'on-list',
    level: 3,
    year: 2025,
    area: [
      { fi: 'Leppävaara', sv: 'Alberga' },
      { fi: 'Tapiola', sv: 'Hagalund' },
    ],
    supporters: 40,
    decision: { body: { name: 'Valtuusto' }, plannedOn: '2027-09-13' },
  }),
  topicNamed('Kirjastot', {
    status: 'proposed',
    level: 2,
    year: 2027,
    decision: { body: { name: 'Valtuusto' }, plannedOn: '2027-01-11' },
  }),
];

export function listWith(
  topics: readonly Topic[] = FIVE,
  changes: Partial<TopicList> = {},
): TopicList {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'aiheet',
    title: { fi: 'Aiheet', sv: 'Ämnen', en: 'Topics' },
    topics: [...topics],
    ...changes,
  };
}

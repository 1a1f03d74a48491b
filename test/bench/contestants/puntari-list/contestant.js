/** Puntari's own list of topics: one element for all of them, as a page with many topics has it. */

import { pages as embedded } from '../puntari/contestant.js';

export const title = 'Puntari, a list';

export const recordOf = (topics) => ({
  schemaVersion: 1,
  version: '1',
  id: 'aiheet',
  title: { fi: 'Aiheet', sv: 'Ämnen' },
  topics,
});

/** What is looked for in a list of these topics, however it came into the page. */
export const lookFor = (topics) => ({
  items: 'puntari-topic-list [data-item]',
  last: `#topic-${topics.at(-1).id}`,
  // The year, which single cards do not show.
  extra: '.puntari-facts > div:last-child',
});

export function pages(data) {
  const { cards } = embedded(data);
  const list = '<puntari-topic-list src="/topics.json"></puntari-topic-list>';
  const { '/': page, ...files } = cards.files;
  const [before] = page.split('<puntari-topic-card');
  const after = page.slice(
    page.lastIndexOf('</puntari-topic-card>') + '</puntari-topic-card>'.length,
  );
  return {
    cards: {
      ...lookFor(data.topics),
      files: { '/': before + list + after, ...files, '/topics.json': recordOf(data.topics) },
      canSwitch: true,
    },
  };
}

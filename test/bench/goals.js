/**
 * What we want, and what a run reached. Times are wanted beside a reference of the same run: goals that were set in
 * milliseconds are told as so many times what hand-written Lit took when they were set, since no machine is like another.
 */

import { PAGES, ratioOf, table } from './report.js';

/** @type {{ page: string, name: string, metric: string, against: string, most: number }[]} */
const GOALS = [
  { page: 'form', name: 'puntari', metric: 'painted', against: 'plain', most: 1.5 },
  { page: 'form', name: 'puntari-server', metric: 'painted', against: 'plain', most: 1.5 },
  { page: 'cards', name: 'puntari-list', metric: 'painted', against: 'plain', most: 0.5 },
  {
    page: 'cards',
    name: 'puntari-list',
    metric: 'painted',
    against: 'plain-contained',
    most: 1.15,
  },
  {
    page: 'cards',
    name: 'puntari-server',
    metric: 'painted',
    against: 'plain-contained',
    most: 1.15,
  },
  // 500 ms, where hand-written Lit had 445; 150, where it took 72.
  { page: 'cards', name: 'puntari-list', metric: 'blocking', against: 'lit', most: 1.12 },
  { page: 'cards', name: 'puntari-list', metric: 'switched', against: 'lit', most: 2.08 },
  { page: 'cards', name: 'puntari-list', metric: 'heap', against: 'lit', most: 1.5 },
  { page: 'statement', name: 'puntari', metric: 'painted', against: 'plain', most: 0.7 },
  { page: 'statement', name: 'puntari', metric: 'painted', against: 'plain-contained', most: 1.15 },
  {
    page: 'statement',
    name: 'puntari-server',
    metric: 'painted',
    against: 'plain-contained',
    most: 1.15,
  },
  // 100 ms, where hand-written Lit took 34.
  { page: 'statement', name: 'puntari', metric: 'switched', against: 'lit', most: 2.94 },
  { page: 'statement', name: 'puntari', metric: 'heap', against: 'lit', most: 1.3 },
];

const METRIC_NAMES = {
  painted: 'painted',
  blocking: 'blocking',
  switched: 'language switch',
  heap: 'heap',
};

const HEAD = ['goal', 'wanted', 'reached', 'hand-written Lit'];

/** The goals as a table in Markdown: what was reached, in bold where it is not enough, and what hand-written Lit has there. */
export function goals(pages) {
  const rows = GOALS.flatMap(({ page, name, metric, against, most }) => {
    const results = pages[page] ?? [];
    const [own, reference, lit] = [name, against, 'lit'].map((one) =>
      results.find((result) => result.name === one),
    );
    const reached = own && reference && ratioOf(own.runs, reference.runs, metric);
    if (reached === undefined) return [];
    const shown = `${reached.toFixed(2)}×`;
    const beside = lit && lit !== reference ? ratioOf(lit.runs, reference.runs, metric) : undefined;
    return [
      [
        `${PAGES[page]}, ${own.title}: ${METRIC_NAMES[metric]} × ${reference.title}`,
        `${most.toFixed(2)}×`,
        reached <= most ? shown : `**${shown}**`,
        beside === undefined ? '–' : `${beside.toFixed(2)}×`,
      ],
    ];
  });
  return table(HEAD, rows);
}

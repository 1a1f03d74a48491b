/** Puts the tables of a run between two marks of docs/performance.md; the words around them are written by hand. */

import { readFileSync, writeFileSync } from 'node:fs';

import { fromRoot } from '../../scripts/lib/paths.js';

/**
 * Writes between two marks, `<!-- name: start -->` and `<!-- name: end -->`.
 *
 * @param text - Markdown.
 */
export function writeBetween(name, text) {
  const [start, end] = [`<!-- ${name}: start -->`, `<!-- ${name}: end -->`];
  const file = fromRoot('docs', 'performance.md');
  const [before, rest] = readFileSync(file, 'utf8').split(start);
  const after = rest?.split(end)[1];
  if (after === undefined)
    throw new Error(`docs/performance.md has lost its marks ${start} and ${end}.`);
  writeFileSync(file, `${before}${start}\n\n${text}\n\n${end}${after}`);
}

export function writeDocs({ context, goals, tables }) {
  const { date, browser, node, cores, load, slowdown, runs } = context;
  const taken =
    `Taken on ${date} by \`npm run bench -- --write-docs\`: ${browser}, headless, on Linux with ${cores} cores ` +
    `(load ${load.toFixed(1)} at the start), CPU slowed ${slowdown} times, Node ${node}, ${runs} runs: medians, ` +
    'with the range in brackets.';
  writeBetween('goals', goals);
  writeBetween('bench', `${taken}\n\n${tables}`);
}

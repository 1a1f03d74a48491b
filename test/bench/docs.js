/** Puts the tables of a run between two marks of docs/performance.md; the words around them are written by hand. */

import { readFileSync, writeFileSync } from 'node:fs';

import { fromRoot } from '../../scripts/lib/paths.js';

const START = '<!-- bench: start -->';
const END = '<!-- bench: end -->';

export function writeDocs({ context, tables }) {
  const file = fromRoot('docs', 'performance.md');
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new Error(`docs/performance.md has lost its marks ${START} and ${END}.`);
  const { date, browser, node, cores, load, slowdown, runs } = context;
  const taken =
    `Taken on ${date} by \`npm run bench -- --write-docs\`: ${browser}, headless, on Linux with ${cores} cores ` +
    `(load ${load.toFixed(1)} at the start), CPU slowed ${slowdown} times, Node ${node}, ${runs} runs: medians, ` +
    'with the range in brackets.';
  writeFileSync(file, `${before}${START}\n\n${taken}\n\n${tables}\n\n${END}${after}`);
}

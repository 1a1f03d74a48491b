/** What can be said after `npm run visual --`. */

import { parseArgs } from 'node:util';

const MOST_RUNS = 20;

export const HELP = `Photographs every story before and after a change, and shows what differs.

  npm run visual -- [options]

  --base <ref>   What to compare the working tree with: any commit, branch or tag. Without it, the
                 commit where this branch left main. On main that is the last commit, so that what
                 is not committed yet differs, and in a clean tree nothing does.
  --only <part>  Only stories with this part in their title or id: a widget ("topic card"), a folder
                 ("fields"), one story ("topic-card--whole").
  --runs <n>     Photograph and compare n times, with the same two builds, up to ${MOST_RUNS}. A difference that
                 is not seen in all runs is marked as unsteady.
  --help         This text.

Both sides are built and photographed by this machine in this run: the base from its commit, with
its own packages, the other from the working tree as it stands. Every story is taken at 1200, 768
and 320 px; those in scripts/visual/extra.js also in each theme, in the dark, with more contrast, in
forced colors, from right to left, in Swedish and in English.

The result stands in var/visual: index.html, and a page for each widget with before, after and
difference. It is not committed.

Ends with 0 when nothing differs, with 1 when something does (also a story that is new or gone), and
with 2 when it could not look: a build failed, or a story broke.
`;

function runsFrom(text) {
  const runs = Number(text);
  if (Number.isInteger(runs) && runs >= 1 && runs <= MOST_RUNS) return runs;
  throw new Error(`--runs is "${text}"; it has to be a whole number from 1 to ${MOST_RUNS}.`);
}

function valueFrom(name, text) {
  if (text === undefined || text.trim() !== '') return text?.trim();
  throw new Error(`--${name} is empty; leave it out, or say what is meant.`);
}

/** Throws with a sentence when something is not understood. */
export function parseOptions(commandArguments) {
  const { values } = parseArgs({
    args: commandArguments,
    options: {
      base: { type: 'string' },
      only: { type: 'string' },
      runs: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    base: valueFrom('base', values.base),
    only: valueFrom('only', values.only),
    runs: runsFrom(values.runs),
    help: values.help,
  };
}

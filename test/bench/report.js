/** Figures to tables: medians with their range, and ratios against two of the contestants. */

const KILOBYTE = 1000;
const MEGABYTE = 1_000_000;

export const PAGES = {
  form: 'The form: one step, 12 fields',
  cards: '1,000 topic cards',
  statement: 'A statement of 200 items',
};

const METRICS = {
  bytes: { name: 'bytes, KB', show: (value) => (value / KILOBYTE).toFixed(1) },
  firstPaint: { name: 'first paint, ms', show: (value) => value.toFixed(0), ranged: true },
  painted: { name: 'painted, ms', show: (value) => value.toFixed(0), ranged: true },
  blocking: { name: 'blocking, ms', show: (value) => value.toFixed(0), ranged: true },
  work: { name: 'main thread, ms', show: (value) => value.toFixed(0), ranged: true },
  script: { name: 'script, ms', show: (value) => value.toFixed(0), ranged: true },
  heap: { name: 'heap, MB', show: (value) => (value / MEGABYTE).toFixed(2) },
  shift: { name: 'shift', show: (value) => value.toFixed(3) },
  switched: { name: 'language switch, ms', show: (value) => value.toFixed(0), ranged: true },
  switchedBack: { name: 'switch back, ms', show: (value) => value.toFixed(0), ranged: true },
};

/** What everything is compared with, by the name of its folder. */
export const REFERENCES = ['plain', 'plain-contained', 'lit'];
const RATIOS = [
  'bytes',
  'firstPaint',
  'painted',
  'blocking',
  'work',
  'script',
  'heap',
  'switched',
  'switchedBack',
];
/** Below this a difference is noise, and a ratio of it would say nothing. */
const LEAST = {
  bytes: 1,
  firstPaint: 1,
  painted: 1,
  blocking: 10,
  work: 1,
  script: 1,
  heap: 1,
  switched: 1,
  switchedBack: 1,
};

/** How much more or less text than the first contestant's is still the same text. */
const MOST_DIFFERENCE = 0.02;

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const valuesOf = (runs, metric) =>
  runs.map((run) => run[metric]).filter((value) => value !== undefined);

function cell(runs, metric) {
  const { show, ranged } = METRICS[metric];
  const values = valuesOf(runs, metric);
  if (values.length === 0) return '–';
  const middle = show(median(values));
  if (!ranged) return middle;
  return `${middle} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

/**
 * The median of the ratios of each round, not the ratio of the medians: what slows the machine for a while slows all
 * contestants of that round. Nothing where there is nothing to compare, or next to nothing.
 */
export function ratioOf(runs, references, metric) {
  const pairs = runs.map((run, index) => [run[metric], references[index]?.[metric]]);
  const known = pairs.filter(([a, b]) => a !== undefined && b !== undefined);
  if (known.length === 0) return undefined;
  if (median(known.map(([, b]) => b)) < LEAST[metric]) return undefined;
  return median(known.map(([a, b]) => a / Math.max(b, LEAST[metric])));
}

function ratio(runs, references, metric) {
  const found = ratioOf(runs, references, metric);
  return found === undefined ? '–' : `${found.toFixed(2)}×`;
}

/** A table in Markdown, its columns aligned. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length)),
  );
  const padded = (cells) =>
    cells.map((text, column) =>
      column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]),
    );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(padded(head)), line(rule), ...rows.map((row) => line(padded(row)))].join('\n');
}

/** @param results - Per contestant: its name, title and runs, in the order of the rounds. */
function figures(results) {
  const metrics = Object.keys(METRICS);
  return table(
    ['', ...metrics.map((metric) => METRICS[metric].name)],
    results.map(({ title, runs }) => [title, ...metrics.map((metric) => cell(runs, metric))]),
  );
}

function ratios(results, name) {
  const reference = results.find((result) => result.name === name);
  if (!reference) return undefined;
  const others = results.filter((result) => result !== reference);
  const metrics = RATIOS.filter((metric) => valuesOf(reference.runs, metric).length > 0);
  if (others.length === 0) return undefined;
  return table(
    [`× ${reference.title}`, ...metrics.map((metric) => METRICS[metric].name.replace(/,.*/, ''))],
    others.map(({ title, runs }) => [
      title,
      ...metrics.map((metric) => ratio(runs, reference.runs, metric)),
    ]),
  );
}

/** All tables, as Markdown that a terminal shows as well. */
export function tables(pages) {
  return Object.entries(pages)
    .map(([page, results]) =>
      [`### ${PAGES[page]}`, figures(results), ...REFERENCES.map((name) => ratios(results, name))]
        .filter((part) => part !== undefined)
        .join('\n\n'),
    )
    .join('\n\n');
}

/** What does not look as it must: other counts than the data's, other texts, messages on the console. */
export function doubts(pages, counts) {
  return Object.entries(pages).flatMap(([page, results]) => {
    const reference = results[0]?.runs[0];
    return results.flatMap(({ title, runs }) => {
      const [{ items, characters, trouble }] = runs;
      const found = [];
      if (items !== counts[page]) found.push(`${items} items in place of ${counts[page]}`);
      const difference = Math.abs(characters / reference.characters - 1);
      if (difference > MOST_DIFFERENCE)
        found.push(`${characters} characters, ${results[0].title} has ${reference.characters}`);
      if (trouble.length > 0) found.push(`says on the console: ${trouble[0]}`);
      return found.map((text) => `${page}, ${title}: ${text}`);
    });
  });
}

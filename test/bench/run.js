/**
 * `npm run bench`: Puntari beside what it is compared with, in one run. A bench informs and never fails a build: it ends
 * with an error only when it cannot run at all.
 *
 * One folder in `contestants/` is one contestant. Its `contestant.js` exports `title` and `pages(data, { outDirectory })`,
 * which gives for `form`, `cards` and `statement`:
 * - `files`: path to content; `/` is the page,
 * - `items`, `last`: selectors of all that is counted and of the last of it; `>>>` looks into an open shadow root. The last is
 *   looked for once a frame, so it is found by its id in all of them: others cost a slowed page up to 0.1 s,
 * - `extra`: what in an item is more than the others show, and is not counted,
 * - `canSwitch`: whether it follows the `lang` of the page.
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { build } from '../../scripts/build.js';
import { findBrowsers } from '../../scripts/lib/browsers.js';
import { fromRoot } from '../../scripts/lib/paths.js';
import { styleSheet } from './content/host-page.js';
import { COUNTS, lastTexts, panel, statement, topics } from './data.js';
import { writeDocs } from './docs.js';
import { goals } from './goals.js';
import { launchBrowser, measure } from './measure.js';
import { doubts, PAGES, tables } from './report.js';
import { packed, startServer } from './server.js';

const PORTS = [4310, 4311, 4312, 4313, 4314, 4315, 4316, 4317, 4318, 4319];
const SLOWDOWN = 4;
const RUNS = 15;
const QUICK_RUNS = 3;
const OUT = fromRoot('var', 'bench');
const CONTESTANTS = new URL('contestants/', import.meta.url);

const HELP = `npm run bench -- [options]
  --quick               ${QUICK_RUNS} runs in place of ${RUNS}
  --runs <number>       how often each page is loaded
  --only <pages>        of ${Object.keys(PAGES).join(', ')}
  --contestants <names> of the folders in test/bench/contestants
  --slow-line           as over a slow line: 150 ms until an answer begins, 1.6 Mbit/s
  --json <file>         writes every figure of every run
  --write-docs          writes the tables into docs/performance.md
  --no-build            measures what was built last
`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  runs: { type: 'string' },
  only: { type: 'string' },
  contestants: { type: 'string' },
  'slow-line': { type: 'boolean', default: false },
  json: { type: 'string' },
  'write-docs': { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** Those that were asked for, or all; says which are not known. */
function chosen(asked, known) {
  if (asked === undefined) return known;
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. There is ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}

/** The references first, so that tables read from the floor up. */
function contestantNames() {
  const names = readdirSync(CONTESTANTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(new URL(`${name}/contestant.js`, CONTESTANTS)));
  const order = ['plain', 'plain-contained', 'lit', 'puntari', 'puntari-list', 'puntari-server'];
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

async function contestantOf(name, data) {
  const outDirectory = join(OUT, name);
  mkdirSync(outDirectory, { recursive: true });
  const module = await import(new URL(`${name}/contestant.js`, CONTESTANTS).href);
  const pages = await module.pages(data, { outDirectory });
  for (const page of Object.values(pages))
    page.files &&= packed({ '/page.css': styleSheet('page'), ...page.files });
  return { name, title: module.title, pages };
}

/** Contestants that can run; the others are told and left out. */
async function contestants(names) {
  const data = { topics: topics(), statement: statement(), panel: panel() };
  const found = [];
  for (const name of names) {
    try {
      found.push(await contestantOf(name, data));
    } catch (error) {
      console.log(`Left out: ${name}. ${error.message}`);
    }
  }
  return found;
}

/** Everyone starts a round once, so that no one always comes after the heaviest. */
const rotated = (list, by) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];

async function measurePage(page, field, { browser, server, runs, isSlowLine }) {
  const results = field
    .filter(({ pages }) => pages[page]?.files)
    .map(({ name, title, pages }) => ({ name, title, runs: [], pageFiles: pages[page] }));
  const text = lastTexts()[page];
  // The first round warms the machine up and is not counted.
  for (let round = 0; round <= runs; round += 1) {
    for (const result of rotated(results, round)) {
      const job = { pageFiles: result.pageFiles, text, slowdown: SLOWDOWN, isSlowLine };
      try {
        const figures = await measure(browser, server, job);
        if (round > 0) result.runs.push(figures);
      } catch (error) {
        result.failure ??= error.message;
      }
    }
    console.log(`${PAGES[page]}: ${round === 0 ? 'warm' : `round ${round} of ${runs}`}`);
  }
  for (const { title, failure } of results) if (failure) console.log(`${title}: ${failure}`);
  return results
    .filter((result) => result.runs.length === runs)
    .map(({ name, title, runs: done }) => ({ name, title, runs: done }));
}

function contextOf(version, runs, load) {
  return {
    date: new Date().toISOString().slice(0, 10),
    browser: version.replace('HeadlessChrome/', 'Chromium ').replace('Chrome/', 'Chromium '),
    node: process.versions.node,
    cores: availableParallelism(),
    load,
    slowdown: SLOWDOWN,
    runs,
  };
}

async function bench(options) {
  const { chromium } = findBrowsers();
  if (!chromium) throw new Error('Chromium is missing: apt-get install chromium.');
  const runs = Number(options.runs ?? (options.quick ? QUICK_RUNS : RUNS));
  if (!(runs >= 1)) throw new Error(`--runs ${options.runs} is no number of runs.`);
  const isSlowLine = options['slow-line'];
  if (options['write-docs'] && (isSlowLine || (options.only ?? options.contestants) !== undefined))
    throw new Error(
      '--write-docs needs a whole run: leave out --only, --contestants and --slow-line.',
    );
  const pageNames = chosen(options.only, Object.keys(PAGES));
  const names = chosen(options.contestants, contestantNames());
  if (!options['no-build'] && names.includes('puntari')) await build();
  const field = await contestants(names);
  const server = await startServer(PORTS);
  const browser = await launchBrowser();
  try {
    const load = loadavg()[0];
    const pages = {};
    for (const page of pageNames)
      pages[page] = await measurePage(page, field, { browser, server, runs, isSlowLine });
    return { context: contextOf(await browser.version(), runs, load), pages };
  } finally {
    await browser.close();
    await server.stop();
  }
}

function tell({ context, pages }, options) {
  console.log(`\n${tables(pages)}\n\n${goals(pages)}\n`);
  const found = doubts(pages, COUNTS);
  for (const doubt of found) console.log(`Look at this: ${doubt}`);
  const { cores, load } = context;
  if (load > cores / 2)
    console.log(
      `The machine was busy (load ${load.toFixed(1)}, ${cores} cores): trust ratios only.`,
    );
  mkdirSync(OUT, { recursive: true });
  const json = `${JSON.stringify({ context, pages }, null, 2)}\n`;
  writeFileSync(options.json ?? join(OUT, 'last.json'), json);
  if (options['write-docs']) writeDocs({ context, goals: goals(pages), tables: tables(pages) });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { values: options } = parseArgs({ options: OPTIONS });
    if (options.help) console.log(HELP);
    else tell(await bench(options), options);
  } catch (error) {
    console.error(`The bench cannot run: ${error.message}`);
    process.exitCode = 1;
  }
}

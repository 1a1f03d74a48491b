/**
 * `node test/bench/growth.js`: one list of topics, of 10 to 10,000, and one statement, of 20 to 1,000 items, after
 * `npm run build`. What grows faster than they do shows here: each figure is also told for one topic or item.
 *
 * `--write-docs` writes the tables into docs/performance.md.
 */

import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { fromRoot } from '../../scripts/lib/paths.js';
import { styleSheet } from './content/host-page.js';
import { pages as embeddedPages } from './contestants/puntari/contestant.js';
import { pages as listPages } from './contestants/puntari-list/contestant.js';
import { statement, topics } from './data.js';
import { writeBetween } from './docs.js';
import { launchBrowser } from './measure.js';
import { installProbe } from './probe.js';
import { median, table } from './report.js';
import { packed, startServer } from './server.js';

const PORTS = [4320, 4321, 4322, 4323];
const SLOWDOWN = 4;
const OUT = fromRoot('var', 'bench');

/** What grows, and what a reader does with it: by the name of the figure, the control, and what is put into it, if anything. */
const SUBJECTS = {
  growth: {
    one: 'topic',
    counts: [10, 100, 1000, 10_000],
    jobOf: (count) => {
      const data = topics(count);
      const { cards } = listPages({ topics: data, statement: {}, panel: {} });
      return { ...cards, text: data.at(-1).title };
    },
    acts: {
      filter: { control: '#by-status', value: 'chosen' },
      'show all': { control: '#by-status', value: '' },
      sort: { control: '#by-sort', value: 'title' },
    },
  },
  'growth-statement': {
    one: 'item',
    counts: [20, 200, 1000],
    jobOf: (count) => {
      const data = statement(count);
      const page = embeddedPages({ topics: topics(1), statement: data, panel: {} }).statement;
      return { ...page, last: `#lausuma-k${count}`, text: data.items.at(-1).title };
    },
    acts: {
      filter: { control: '#answers ~ ul button' },
      'show all': { control: '#answers ~ ul button' },
      'filter by words': { control: '#words', value: 'pysäköin' },
    },
  },
};

/** In the page: from a choice until the frame in which the text has followed it, in milliseconds. */
async function choose({ tag, control, value }) {
  const { document, requestAnimationFrame, performance, Event } = globalThis;
  const widget = document.querySelector(tag);
  for (const details of widget.shadowRoot.querySelectorAll('details')) details.open = true;
  let found;
  while (!(found = widget.shadowRoot.querySelector(control)))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  if (value === undefined) found.click();
  else {
    found.value = value;
    for (const type of ['input', 'change']) found.dispatchEvent(new Event(type, { bubbles: true }));
  }
  await widget.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function measureOnce(browser, server, { files, last, items, text, tag, acts }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await page.setViewport({ width: 412, height: 823 });
    await page.evaluateOnNewDocument(installProbe, { last, items, text });
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    server.serve(files);
    await page.goto(server.url, { waitUntil: 'load' });
    const painted = await page.evaluate(() => globalThis.bench.whenPainted());
    await page.waitForFunction(() => !globalThis.document.querySelector(':not(:defined)'));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const acted = {};
    for (const [name, act] of Object.entries(acts))
      acted[name] = await page.evaluate(choose, { tag, ...act });
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    return { painted, ...acted, heap };
  } finally {
    await context.close();
  }
}

function growthTable(results, { one, acts }) {
  const names = ['painted', ...Object.keys(acts)];
  const each = (count, value) => (value / count).toFixed(2);
  return table(
    [
      `${one}s`,
      ...names.map((name) => `${name}, ms`),
      'heap, MB',
      `painted, ms each ${one}`,
      `heap, KB each ${one}`,
    ],
    results.map(({ count, runs }) => {
      const middle = (name) => median(runs.map((run) => run[name]));
      return [
        count.toLocaleString('en'),
        ...names.map((name) => middle(name).toFixed(0)),
        (middle('heap') / 1e6).toFixed(2),
        each(count, middle('painted')),
        each(count, middle('heap') / 1000),
      ];
    }),
  );
}

/** All sizes of one subject, each with its runs. */
async function grow(browser, server, { one, counts, jobOf, acts }, runCount) {
  const results = [];
  for (const count of counts) {
    const { files, ...job } = jobOf(count);
    const [tag] = Object.values(files)[0].match(/puntari-[a-z]+-[a-z]+(?= )/);
    const all = { ...job, tag, acts, files: packed({ '/page.css': styleSheet('page'), ...files }) };
    const runs = [];
    // The first warms up.
    for (let run = 0; run <= runCount; run += 1) {
      const figures = await measureOnce(browser, server, all);
      if (run > 0) runs.push(figures);
    }
    results.push({ count, runs });
    console.log(`${count} ${one}s: done`);
  }
  return results;
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    'write-docs': { type: 'boolean', default: false },
  },
});
mkdirSync(OUT, { recursive: true });
const server = await startServer(PORTS);
const browser = await launchBrowser();
try {
  const day = new Date().toISOString().slice(0, 10);
  const about = `Taken on ${day} by \`node test/bench/growth.js --write-docs\`: CPU slowed ${SLOWDOWN} times, medians of ${values.runs} runs.`;
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    const results = await grow(browser, server, subject, Number(values.runs));
    const text = growthTable(results, subject);
    console.log(`\n${text}\n`);
    if (values['write-docs']) writeBetween(name, `${about}\n\n${text}`);
  }
} finally {
  await browser.close();
  await server.stop();
}

/**
 * `node test/bench/growth.js`: one list of topics, of 10, 100, 1,000 and 10,000, after `npm run build`. What grows faster
 * than the list shows here: each figure is also told for one topic.
 *
 * `--write-docs` writes the table into docs/performance.md.
 */

import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { fromRoot } from '../../scripts/lib/paths.js';
import { styleSheet } from './content/host-page.js';
import { pages } from './contestants/puntari-list/contestant.js';
import { topics } from './data.js';
import { writeBetween } from './docs.js';
import { launchBrowser } from './measure.js';
import { installProbe } from './probe.js';
import { median, table } from './report.js';
import { packed, startServer } from './server.js';

const PORTS = [4320, 4321, 4322, 4323];
const COUNTS = [10, 100, 1000, 10_000];
const SLOWDOWN = 4;
const OUT = fromRoot('var', 'bench');

/** In the page: from a choice until the frame in which the list has followed it, in milliseconds. */
async function choose({ id, value }) {
  const { document, requestAnimationFrame, performance, Event } = globalThis;
  const list = document.querySelector('puntari-topic-list');
  const details = list.shadowRoot.querySelector('details');
  details.open = true;
  const control = async () => {
    for (;;) {
      const found = list.shadowRoot.querySelector(id);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const select = await control();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await list.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function measureOnce(browser, server, { files, last, items, text }) {
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
    const filtered = await page.evaluate(choose, { id: '#by-status', value: 'chosen' });
    const shownAgain = await page.evaluate(choose, { id: '#by-status', value: '' });
    const sorted = await page.evaluate(choose, { id: '#by-sort', value: 'title' });
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    return { painted, filtered, shownAgain, sorted, heap };
  } finally {
    await context.close();
  }
}

const COLUMNS = {
  painted: 'painted, ms',
  filtered: 'filter, ms',
  shownAgain: 'show all, ms',
  sorted: 'sort, ms',
};

function growthTable(results) {
  const one = (count, value) => (value / count).toFixed(2);
  return table(
    ['topics', ...Object.values(COLUMNS), 'heap, MB', 'painted, ms a topic', 'heap, KB a topic'],
    results.map(({ count, runs }) => {
      const middle = (name) => median(runs.map((run) => run[name]));
      return [
        count.toLocaleString('en'),
        ...Object.keys(COLUMNS).map((name) => middle(name).toFixed(0)),
        (middle('heap') / 1e6).toFixed(2),
        one(count, middle('painted')),
        one(count, middle('heap') / 1000),
      ];
    }),
  );
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
  const results = [];
  for (const count of COUNTS) {
    const data = topics(count);
    const { cards } = pages({ topics: data, statement: {}, panel: {} });
    const job = {
      ...cards,
      files: packed({ '/page.css': styleSheet('page'), ...cards.files }),
      text: data.at(-1).title,
    };
    const runs = [];
    // The first warms up.
    for (let run = 0; run <= Number(values.runs); run += 1) {
      const figures = await measureOnce(browser, server, job);
      if (run > 0) runs.push(figures);
    }
    results.push({ count, runs });
    console.log(`${count}: done`);
  }
  const text = growthTable(results);
  console.log(`\n${text}`);
  if (values['write-docs']) {
    const day = new Date().toISOString().slice(0, 10);
    const about = `Taken on ${day} by \`node test/bench/growth.js --write-docs\`: CPU slowed ${SLOWDOWN} times, medians of ${values.runs} runs.`;
    writeBetween('growth', `${about}\n\n${text}`);
  }
} finally {
  await browser.close();
  await server.stop();
}

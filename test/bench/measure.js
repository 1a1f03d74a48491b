/** One cold load of one page in a browser context of its own, with everything that is measured of it. */

import { launch } from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers } from '../../scripts/lib/browsers.js';
import { installProbe } from './probe.js';

const VIEWPORT = { width: 412, height: 823 };
const QUIET = 300;
const LOOK_EVERY = 50;
const LONGEST = 60_000;
/** A telephone at the edge of its network: latency in milliseconds, and bytes a second. */
const SLOW_LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
};

/**
 * A browser that nobody listens in on. Chromium notes for a listener of the network where in a script each request was made, and
 * reads the script a second time for that: it would slow only pages with scripts, and none of them outside.
 */
export const launchBrowser = () =>
  launch({
    executablePath: findBrowsers().chromium,
    args: CHROMIUM_ARGUMENTS,
    networkEnabled: false,
  });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const within = (promise, milliseconds, what) => {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took over ${milliseconds} ms`)),
      milliseconds,
    );
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
};

/** Waits until nothing has been asked for and no long task has run for a while. */
async function untilQuiet(page, server) {
  const seen = async () =>
    `${server.asked().length} ${await page.evaluate(() => globalThis.bench.state.longTasks)}`;
  let last = await seen();
  let quietSince = Date.now();
  while (Date.now() - quietSince < QUIET) {
    await pause(LOOK_EVERY);
    const now = await seen();
    if (now !== last) quietSince = Date.now();
    last = now;
  }
}

async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Heap that is still held after collecting twice: the first pass frees what the second can see. */
async function heapOf(session) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await metricsOf(session)).JSHeapUsedSize;
}

function watchForTrouble(page) {
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) trouble.push(message.text());
  });
  return trouble;
}

async function load(page, session, server, { pageFiles, text, slowdown, isSlowLine }) {
  const { files, last, items, extra, canSwitch } = pageFiles;
  await page.setViewport(VIEWPORT);
  await page.evaluateOnNewDocument(installProbe, { last, items, extra, text });
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (isSlowLine) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_LINE);
  }
  const before = await metricsOf(session);
  server.serve(files);
  await page.goto(server.url, { waitUntil: 'load', timeout: LONGEST });
  const painted = await page.evaluate(() => globalThis.bench.whenPainted());
  await untilQuiet(page, server);
  const after = await metricsOf(session);
  const asked = server.asked();
  const { blocking, shift } = await page.evaluate(() => globalThis.bench.state);
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const content = await page.evaluate(() => globalThis.bench.content());
  const heap = await heapOf(session);
  const result = {
    bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
    requests: asked.length,
    firstPaint,
    painted,
    blocking,
    work: (after.TaskDuration - before.TaskDuration) * 1000,
    script: (after.ScriptDuration - before.ScriptDuration) * 1000,
    heap,
    shift,
    ...content,
  };
  if (canSwitch) {
    const switchTo = async (lang) => {
      const time = await page.evaluate((to) => globalThis.bench.switchLanguage(to), lang);
      await untilQuiet(page, server);
      return time;
    };
    result.switched = await switchTo('sv');
    result.switchedBack = await switchTo('fi');
  }
  return result;
}

/** Resolves to the figures; `trouble` is what the page said on its console. */
export async function measure(browser, server, job) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    const trouble = watchForTrouble(page);
    const figures = await within(load(page, session, server, job), LONGEST, 'The page');
    return { ...figures, trouble: [...trouble, ...server.missing().map((path) => `404 ${path}`)] };
  } finally {
    await context.close();
  }
}

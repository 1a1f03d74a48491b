/**
 * A page on which widgets come and go and change their language hundreds of times, as in an application that is never
 * reloaded: nothing of those that went stays behind. Part of a full run.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import type { CDPSession } from 'puppeteer-core';

import { openStage } from '../e2e/support/stage.js';

const ROUNDS = 300;
/** After so many everything that is loaded once is there. */
const WARM = 60;

const stage = await openStage();

interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly megabytes: number;
}

/** Puts a widget on the page, lets it speak another language, and takes it away. Runs in the page. */
async function comeAndGo(rounds: number): Promise<void> {
  type Shown = HTMLElement & { readonly isReady?: boolean; readonly updateComplete?: unknown };
  const records = [
    ['volunteer-form', '/panels/liikenne-2027.json'],
    ['topic-card', '/topics/keskusten-liikenne.json'],
    ['statement-viewer', '/statements/liikenne-2026.json'],
    ['feedback-block', '/feedback/osallisuus.json'],
  ] as const;
  const until = async (isSo: () => boolean): Promise<void> => {
    const end = Date.now() + 10_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error('Waited in vain for a widget.');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    const [name, src] = records[round % records.length] ?? records[0];
    const widget = document.createElement(`puntari-${name}`) as Shown;
    widget.setAttribute('src', src);
    widget.setAttribute('action', '/api/feedback');
    document.body.prepend(widget);
    await until(() => widget.isReady === true);
    widget.lang = 'sv';
    await until(() => widget.shadowRoot?.querySelector<HTMLElement>('#root')?.lang === 'sv');
    widget.focus();
    widget.remove();
  }
}

async function held(session: CDPSession): Promise<Held> {
  // Twice: what the first frees may have held on to more.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    megabytes: of('JSHeapUsedSize') / 2 ** 20,
  };
}

describe(`a page on which ${String(ROUNDS)} widgets come and go`, () => {
  let first: Held;
  let last: Held;

  beforeEach(async () => {
    const { page } = stage.visitor;
    await page.goto(`${stage.receiver.origin}/kielet/`);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await page.evaluate(comeAndGo, WARM);
    first = await held(session);
    await page.evaluate(comeAndGo, ROUNDS);
    last = await held(session);
  });

  it('keeps no elements, listeners or memory of those that went', (test) => {
    test.diagnostic(JSON.stringify({ first, last }));
    assert.ok(
      last.nodes < first.nodes * 1.1,
      `nodes: ${String(first.nodes)}, ${String(last.nodes)}`,
    );
    assert.ok(last.listeners < first.listeners * 1.1 + 10, 'listeners');
    assert.ok(last.megabytes < first.megabytes * 1.2, 'memory');
  });
});

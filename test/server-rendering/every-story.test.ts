/**
 * Every story that a server can print: printed in Node, shown in a page where nothing is defined and the policy is strict,
 * then taken over by the script. What a screen reader meets must be the same before and after.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import type { Page } from 'puppeteer-core';

import { STORY_MODULES, type StoryModule } from '../../stories/index.js';
import type { Sweep } from '../../stories/support/sweep.js';
import { Browsers } from './browsers.js';
import { type Pages, servePages } from './server.js';
import { loadAllWords, printStory } from './story-page.js';
import { accessibilityTree } from './tree.js';

const NAMESPACES = [
  'core',
  'form',
  'saving',
  'pieces',
  'vocabulary',
  'volunteer-form',
  'topic-card',
  'topic-list',
  'participation-level',
  'process-timeline',
  'statement-viewer',
  'feedback-block',
  'feedback-form',
  'feedback-later',
  'panel-composition',
  'topic-form',
  'topic-later',
];

/** States that every widget has on a server; the sweep must meet each tag at least this often. */
const TAGS = [
  'puntari-volunteer-form',
  'puntari-topic-card',
  'puntari-topic-list',
  'puntari-participation-level',
  'puntari-process-timeline',
  'puntari-statement-viewer',
  'puntari-feedback-block',
  'puntari-panel-composition',
  'puntari-topic-form',
];

interface Story {
  readonly args?: Record<string, unknown>;
  readonly parameters?: { readonly sweep?: Sweep };
  readonly render?: (args: Record<string, unknown>, context: unknown) => unknown;
}

function* storiesOf(module: StoryModule): Generator<[string, Story]> {
  const title = String(module.default.title);
  for (const [name, story] of Object.entries(module)) {
    if (name !== 'default') yield [`${title}: ${name}`, story as Story];
  }
}

const pageWith = (body: string): string => `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><title>Tarina</title><link rel="stylesheet" href="/puntari/themes/neutral.css"></head>
<body><main>${body}</main></body>
</html>`;

interface Taken {
  readonly before: string;
  readonly after: string;
  readonly said: readonly string[];
}

/** How long a tree stays the same at the end, in milliseconds. */
const AT_REST = 100;
/** Longest time until everything is loaded, in milliseconds. */
const LONGEST_WAY = 20_000;

/** The tree once it no longer grows: a busy machine takes some frames to find all that is contained in sight. */
async function treeAtRest(page: Page): Promise<string> {
  let last = await accessibilityTree(page);
  for (;;) {
    await setTimeout(AT_REST);
    const tree = await accessibilityTree(page);
    if (tree === last) return tree;
    last = tree;
  }
}

/** Loads the page, reads the tree, lets the script take over, reads the tree again. */
async function takeOver(page: Page, address: string): Promise<Taken> {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  // High enough for everything: what is out of sight may be left out of the tree.
  await page.setViewport({ width: 1000, height: 40_000 });
  await page.goto(address, { waitUntil: 'load' });
  // What is contained stands in the tree once a frame has found it in sight.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const beforeScript = await treeAtRest(page);
  await page.evaluate(async () => {
    await import(new URL('/puntari/puntari.js', location.href).href);
    const waiting = [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
      element.localName.startsWith('puntari-'),
    );
    for (const element of waiting) {
      element.scrollIntoView();
      await customElements.whenDefined(element.localName);
      const widget = element as HTMLElement & {
        isReady: boolean;
        updateComplete: Promise<unknown>;
      };
      const patience = Date.now() + 5000;
      while (!widget.isReady && Date.now() < patience)
        await new Promise((resolve) => globalThis.setTimeout(resolve, 10));
      await widget.updateComplete;
      if (!widget.isReady) throw new Error(`${element.localName} did not get ready.`);
    }
  });
  // Some of it comes after the first rendering, with modules of its own.
  await page.waitForNetworkIdle({ idleTime: 400, timeout: LONGEST_WAY });
  await page.evaluate(async () => {
    const widgets = [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
      element.localName.startsWith('puntari-'),
    );
    for (const widget of widgets) {
      await new Promise<void>((resolve) => {
        let timer = globalThis.setTimeout(resolve, 100);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = globalThis.setTimeout(resolve, 250);
        });
        for (const root of [widget, widget.shadowRoot])
          if (root) observer.observe(root, { childList: true, subtree: true });
      });
      // What needs the script is listed in the widget's page; a reader of the server's page has not met it. Of some only
      // the pressing needs it.
      for (const root of [widget, widget.shadowRoot])
        for (const extra of root?.querySelectorAll<HTMLElement>('[data-needs-script]') ?? []) {
          if (extra.dataset['needsScript'] === 'to-press')
            extra.replaceWith(extra.textContent.trim());
          else extra.remove();
        }
    }
    scrollTo(0, 0);
  });
  return { before: beforeScript, after: await accessibilityTree(page), said };
}

/** Each page mostly waits for its quiet. */
const AT_ONCE = 3;

describe('every story that a server can print', { concurrency: AT_ONCE }, () => {
  const browsers = new Browsers();
  let pages: Pages;
  const met = new Map<string, number>();

  before(async () => {
    await loadAllWords(NAMESPACES);
    pages = await servePages();
  });

  after(async () => {
    await browsers.close();
    await pages.close();
  });

  for (const module of STORY_MODULES) {
    for (const [name, story] of storiesOf(module)) {
      it(`${name} reads the same before and after the script`, async (test) => {
        const printed = await printStory(story.render?.(story.args ?? {}, {}));
        if (!printed) {
          test.diagnostic('has no widget with a record on a server');
          return;
        }
        for (const tag of printed.tags) met.set(tag, (met.get(tag) ?? 0) + 1);
        const path = `/${encodeURIComponent(name)}`;
        pages.put(path, pageWith(printed.html));
        const taken = await browsers.with((page) => takeOver(page, pages.origin + path));
        const expected = story.parameters?.sweep?.logs ?? [];
        const unexpected = taken.said.filter(
          (text) => !expected.some((pattern) => pattern.test(text)),
        );
        assert.deepEqual(unexpected, [], 'the console');
        if (story.parameters?.sweep?.differsOnServer === undefined)
          assert.equal(taken.after, taken.before);
      });
    }
  }

  it('has met every widget', () => {
    for (const tag of TAGS)
      assert.ok((met.get(tag) ?? 0) > 2, `${tag} was met ${String(met.get(tag) ?? 0)} times`);
  });
});

/** A plain page made of the classes of primitives.css looks and measures the same as the parts of the widgets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { BLOCK, ESPOO, FORM } from '../e2e/support/answers.js';
import { CDN, NEUTRAL_THEME } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { goToCheck, type WidgetOnPage, widgetOn } from '../e2e/support/widget.js';
import { headFrom, tagsOf, VIEWER } from './support/host-page.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

const PLAIN_HEAD = [NEUTRAL_THEME, NEUTRAL_THEME.replace('themes/neutral.css', 'primitives.css')]
  .map((href) => `<link rel="stylesheet" href="${href}">`)
  .join('');

/** What a part looks like: its size, its letters, its colors and its edges. */
interface Look {
  readonly what: string;
  readonly size: readonly [number, number];
  readonly style: string;
}

/** A copy of what a widget shows, without the marks of its templates, and how wide it is. */
interface Copy {
  readonly html: string;
  readonly width: number;
}

/** Looks at every part with a class of ours, and at all that stands in one, below the element that matches. */
const looksIn = (page: Page, selector: string): Promise<Look[]> =>
  page.evaluate((path) => {
    const [host = '', inside] = path.split(' >> ');
    const element = document.querySelector(host)!;
    const root = inside === undefined ? element : element.shadowRoot!.querySelector(inside)!;
    const whole = ['error-summary', 'facts', 'links', 'notice', 'table', 'timeline'];
    const parts = ['[class*="puntari-"]', ...whole.map((name) => `.puntari-${name} *`)].join();
    // A widget has a few frames and distances of its own.
    const own =
      '#back, #status, .privacy, .puntari-card, .puntari-dissents, .puntari-contents, [data-item]';
    return [...root.querySelectorAll<HTMLElement>(parts)]
      .filter((part) => part.matches('.puntari-tag') || !part.matches(own))
      .filter(
        (part) =>
          part.matches('.puntari-tag') ||
          !part.closest('[data-item], .puntari-dissents, .puntari-contents'),
      )
      .map((part) => {
        const { width, height } = part.getBoundingClientRect();
        const style = getComputedStyle(part);
        const properties = [
          'display',
          'font',
          'letter-spacing',
          'text-align',
          'text-decoration-line',
          'text-transform',
          'color',
          'background-color',
          'border',
          'border-radius',
          'margin',
          'padding',
          'list-style-type',
          'hyphens',
          'overflow-wrap',
          'cursor',
        ];
        return {
          what: `${part.localName}.${part.className} ${part.textContent.trim().slice(0, 30)}`,
          // A tag in the frame of an item has less room, and takes another line for it where it is narrow.
          size:
            root.clientWidth < 500 && part.closest('[data-item]')
              ? ([0, 0] as const)
              : ([Math.round(width), Math.round(height)] as const),
          style: properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; '),
        };
      });
  }, selector);

const copyOf = ({ page }: WidgetOnPage, selector: string): Promise<Copy> =>
  page.evaluate((path) => {
    const [host = '', inside] = path.split(' >> ');
    const element = document.querySelector<HTMLElement>(host)!;
    const root = inside === undefined ? element : element.shadowRoot!.querySelector(inside)!;
    return {
      html: root.innerHTML.replaceAll(/<!--.*?-->/g, '').replaceAll(/<\/?slot[^>]*>/g, ''),
      width: root.getBoundingClientRect().width,
    };
  }, selector);

/** Takes what a widget shows to a page without any script, and compares. */
async function expectSame(widget: WidgetOnPage, selector: string, parts: string[]): Promise<void> {
  const { page } = widget;
  await page.evaluate(() => {
    // What somebody has chosen is no attribute, and goes with no copy.
    for (const field of document.querySelectorAll('input')) field.checked = false;
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const { html, width } = await copyOf(widget, selector);
  for (const part of parts) assert.match(html, new RegExp(`class="[^"]*${part}\\b`), part);
  const inWidget = await looksIn(page, selector);
  const body = `<div class="puntari-base" lang="fi" dir="ltr" style="inline-size: ${String(width)}px">${html}</div>`;
  await page.goto(site.putPage('/plain', body, PLAIN_HEAD));
  assert.deepEqual(await looksIn(page, '.puntari-base'), inWidget);
}

const open = async (tag: string, body: string): Promise<WidgetOnPage> => {
  const { page } = stage.visitor;
  await page.goto(site.putPage('/', body, headFrom('')));
  return widgetOn(page, tag);
};

for (const width of [1000, 300]) {
  describe(`a plain page of the classes alone, ${String(width)} px wide`, () => {
    const wide = (tag: string): string =>
      `<div style="inline-size: ${String(width)}px">${tag}</div>`;

    it('has the fields, errors and buttons of the feedback block', async () => {
      const block = await open(BLOCK, wide(tagsOf(stage.receiver).block));
      assert.match(await block.goOn(), /^Korjaa/);
      await expectSame(block, `${BLOCK} >> #root`, [
        'puntari-button',
        'puntari-card',
        'puntari-choice',
        'puntari-control',
        'puntari-error-summary',
        'puntari-field',
        'puntari-field-error',
        'puntari-help',
        'puntari-hint',
        'puntari-label',
        'puntari-links',
      ]);
    });

    it('has the steps, the answers and the receipt of the volunteer form', async () => {
      const form = await open(FORM, wide(tagsOf(stage.receiver).form));
      await goToCheck(form, ESPOO);
      await expectSame(form, `${FORM} >> #root`, ['puntari-facts', 'puntari-step-count']);
      const again = await open(FORM, wide(tagsOf(stage.receiver).form));
      await goToCheck(again, ESPOO);
      await again.goOn();
      await expectSame(again, `${FORM} >> #root`, ['puntari-notice', 'puntari-reference']);
    });

    it('has the text of the statement viewer', async () => {
      const viewer = await open(VIEWER, wide(tagsOf(stage.receiver).viewer));
      await viewer.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await viewer.page.addStyleTag({
        content: '[data-item] { content-visibility: visible !important; }',
      });
      await expectSame(viewer, `${VIEWER} > [slot=document]`, [
        'puntari-disclosure',
        'puntari-facts',
        'puntari-table',
        'puntari-tag',
      ]);
    });

    it('has the text of the volunteer form', async () => {
      const form = await open(FORM, wide(tagsOf(stage.receiver).form));
      await expectSame(form, `${FORM} > [slot=document]`, ['puntari-facts', 'puntari-timeline']);
    });
  });
}

/** Styles of a page do not break a widget; styles of its reader reach all of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SerializedAXNode } from 'puppeteer-core';

import { ESPOO, FORM } from '../e2e/support/answers.js';
import { CDN } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { type WidgetOnPage, widgetOn } from '../e2e/support/widget.js';
import { headFrom, tagsOf } from './support/host-page.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

const HOSTILE = `<style>
  html { font-size: 62.5%; }
  body {
    font: italic 700 11px/1 serif; text-transform: uppercase; letter-spacing: .2em; word-spacing: 1em; direction: rtl;
    text-align: right; text-indent: 3em; white-space: nowrap; cursor: wait; user-select: none; hyphens: auto;
  }
  * { outline: none !important; transition: all 2s; }
  label, legend { display: none !important; }
  input, button, textarea { width: 60px !important; height: 10px !important; font-size: 8px !important; }
  button { visibility: hidden !important; }
  [role=status], form, fieldset, dl { display: none !important; }
</style>`;

const READER = `<style>
  * { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }
</style>`;

/** What makes out a control for the eyes. */
interface Look {
  readonly what: string;
  readonly size: readonly [number, number];
  readonly font: string;
  readonly outline: string;
  readonly isVisible: boolean;
}

const looksOf = (form: WidgetOnPage): Promise<Look[]> =>
  form.inRoot((root) => {
    // A page that lets everything glide lets the widget glide into its own styles too.
    for (const animation of document.getAnimations()) animation.finish();
    return [
      ...root.querySelectorAll<HTMLElement>(
        'label, legend, [id$=hint], input, textarea, select, button, h2, [role=status], a',
      ),
    ].map((element) => {
      element.focus();
      const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        what: `${element.localName} ${element.id} ${element.textContent.trim().slice(0, 30)}`,
        size: [Math.round(width), Math.round(height)],
        font: [
          style.fontSize,
          style.fontStyle,
          style.fontWeight,
          style.fontFamily,
          style.lineHeight,
          style.letterSpacing,
          style.wordSpacing,
          style.textTransform,
          style.textIndent,
          style.whiteSpace,
          style.direction,
        ].join('; '),
        outline: `${style.outlineStyle} ${style.outlineWidth}`,
        isVisible: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      };
    });
  });

const ROLES = ['textbox', 'radio', 'checkbox', 'button', 'group', 'heading'];

/** Roles and names of everything one fills in or presses. */
async function namesOf(form: WidgetOnPage): Promise<string[]> {
  const root = await form.page.accessibility.snapshot({ interestingOnly: false });
  const names: string[] = [];
  const visit = (node: SerializedAXNode): void => {
    if (ROLES.includes(node.role)) names.push(`${node.role} ${node.name ?? ''}`);
    node.children?.forEach(visit);
  };
  if (root) visit(root);
  // Of the page's own text only the widget's headings are left, and these may be shouted by the page.
  return names.filter((name) => !name.startsWith('heading') || name.startsWith('heading Vaihe'));
}

/** Goes through the form on a page with these styles and tells how each step looks and what it is called. */
async function walk(styles: string): Promise<{ looks: Look[]; names: string[]; spacing: string }> {
  const { page } = stage.visitor;
  await page.goto(site.putPage('/', tagsOf(stage.receiver).form, headFrom('') + styles));
  const form = await widgetOn(page, FORM);
  const spacing = await page.$eval(
    `${FORM} [slot=document] p`,
    (p) => getComputedStyle(p).letterSpacing,
  );
  const looks: Look[] = [];
  const names: string[] = [];
  for (let step = 1; step <= 6; step += 1) {
    await form.goOn();
    looks.push(...(await looksOf(form)));
    names.push(...(await namesOf(form)));
    await form.answer(ESPOO);
  }
  return { looks, names, spacing };
}

describe('a page with hostile styles', () => {
  it('leaves sizes, letters, outlines, visibility and names of the form as they are', async () => {
    const plain = await walk('');
    const hostile = await walk(HOSTILE);
    assert.ok(plain.looks.length > 80, `${String(plain.looks.length)} things were looked at`);
    assert.ok(
      plain.names.some((name) => name === 'textbox Etunimi'),
      plain.names.join(),
    );
    assert.ok(plain.looks.some(({ outline }) => outline === 'solid 3px'));
    assert.deepEqual(hostile.looks, plain.looks);
    assert.deepEqual(hostile.names, plain.names);
  });
});

describe('a reader with text spacing of their own', () => {
  it('has it in every text and control', async () => {
    const { looks, spacing } = await walk(READER);
    const without = looks.filter(
      ({ font, isVisible }) => isVisible && !font.includes('; 1.92px; 2.56px; '),
    );
    // Headings are larger, and so is the space between their letters.
    assert.deepEqual(
      without.filter(({ what }) => !what.startsWith('h2')),
      [],
    );
    assert.equal(spacing, '1.92px', 'in the text before the form');
  });
});

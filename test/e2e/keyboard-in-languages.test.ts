/** The same way with Tab, Space and Enter alone in every language that the form speaks, and each on its own side. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Page } from 'puppeteer-core';

import { ESPOO, FORM } from './support/answers.js';
import { deepActiveElement } from './support/keyboard.js';
import { CDN, LOADER, NEUTRAL_THEME } from './support/receiver.js';
import { openSite, openStage } from './support/stage.js';
import { until } from './support/until.js';
import { widgetOn } from './support/widget.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

/** More than the form has controls, in all of its steps together. */
const MOST_PRESSES = 250;

interface Focused {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly isChecked: boolean;
}

/** What has focus. Runs in the page, after the function that finds it. */
const describeFocused = (element: Element): Focused => {
  const control = element as HTMLInputElement;
  return {
    name: control.getAttribute('name') ?? '',
    type: control.localName === 'summary' ? 'summary' : control.type,
    value: control.value,
    isChecked: control.checked,
  };
};

async function focused(page: Page): Promise<Focused> {
  const element = await page.evaluateHandle(deepActiveElement);
  return element.evaluate(describeFocused);
}

const headingOf = (page: Page): Promise<string> =>
  page.$eval(FORM, ({ shadowRoot }) => {
    const heading = shadowRoot?.querySelector('#receipt, #send-problem, #error-summary, #step');
    return heading?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  });

/** Answers what has focus. */
async function answer(page: Page, { name, type, value, isChecked }: Focused): Promise<void> {
  const wanted = [ESPOO[name] ?? []].flat();
  if (type === 'radio') {
    // Space chooses the first; arrows go on from there.
    if (!isChecked && wanted.length > 0) await page.keyboard.press('Space');
    for (let turn = 0; turn < 10; turn += 1) {
      const now = await focused(page);
      if (wanted.length === 0 || wanted.includes(now.value)) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`${name} has no choice ${wanted.join()}`);
  }
  if (type === 'checkbox') {
    if (wanted.includes(value) !== isChecked) await page.keyboard.press('Space');
    return;
  }
  if (type === 'select-one') await page.select(`${FORM} >>> select`, wanted[0] ?? '');
  else if (value === '' && wanted[0] !== undefined) await page.keyboard.type(wanted[0]);
}

/** From wherever the focus is to the receipt. */
async function walk(page: Page): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.type === 'submit') {
      const before = await headingOf(page);
      await page.keyboard.press('Enter');
      await until('another heading', async () => {
        const heading = await headingOf(page);
        return heading !== before && heading !== '';
      });
      if (await page.$(`${FORM} >>> #receipt`)) return;
      assert.equal(await page.$(`${FORM} >>> #error-summary`), null, await headingOf(page));
    } else if (now.name !== '') {
      await answer(page, now);
    }
  }
  throw new Error(`No receipt; it stopped at "${await headingOf(page)}"`);
}

describe('the volunteer form with the keyboard alone', () => {
  for (const [lang, direction, title] of [
    ['sv', 'ltr', 'Vi har tagit emot din anmälan'],
    ['en', 'ltr', 'We have received your registration'],
    ['fi-simple', 'ltr', 'Olemme saaneet ilmoittautumisesi'],
    ['ar', 'rtl', 'استلمنا تسجيلك'],
  ] as const) {
    describe(`in ${lang}`, () => {
      it('goes from the first page to the receipt, and is stored in that language', async () => {
        const { page } = stage.visitor;
        const { origin } = stage.receiver;
        const panel = 'liikenne-2027';
        const address = site.putPage(
          `/${lang}`,
          `<main><${FORM} lang="${lang}" src="${origin}/panels/${panel}.json"
             action="${origin}/api/panels/${panel}/registrations"></${FORM}></main>`,
          `<link rel="stylesheet" href="${NEUTRAL_THEME}"><script type="module" src="${LOADER}"></script>`,
        );
        await page.goto(address);
        const form = await widgetOn(page, FORM);
        await walk(page);
        assert.equal(await headingOf(page), title);
        const shown = await page.$eval(
          `${FORM} >>> #root`,
          (root) => getComputedStyle(root).direction,
        );
        assert.equal(shown, direction);
        const [row, ...others] = stage.receiver.registrations();
        assert.deepEqual(others, []);
        assert.deepEqual([row?.['reference'], row?.['lang']], [await form.reference(), lang]);
        assert.deepEqual(stage.visitor.thrown, []);
      });
    });
  }
});

/** The form in the hand of somebody with a mouse or a finger: where a press lands, and what it brings into view. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { FORM } from './support/answers.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { type WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();

let form: WidgetOnPage;

/** Where the button that goes on stands on the screen. */
const placeOf = (selector: string): Promise<{ x: number; y: number }> =>
  form.inRoot((root, wanted) => {
    const element = root.querySelector(wanted);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  }, selector);

const topOf = (selector: string): Promise<number> =>
  form.inRoot((root, wanted) => root.querySelector(wanted)!.getBoundingClientRect().top, selector);

/** Presses where it stands once the page has come to rest: what loads above it moves it. */
async function press(selector: string, count = 1): Promise<void> {
  let last = '';
  const { x, y } = await until('the page to come to rest', async () => {
    const place = await placeOf(selector);
    const isAtRest = last === JSON.stringify(place);
    last = JSON.stringify(place);
    // Longer than a press that comes so soon after another step that it still belongs to the one before.
    await new Promise((resolve) => setTimeout(resolve, 350));
    return isAtRest && place;
  });
  await stage.visitor.page.mouse.click(x, y, { count, delay: 20 });
}

const SUBMIT = 'button[type=submit]';

describe('the volunteer form under a pointer', () => {
  beforeEach(async () => {
    await stage.visitor.page.setViewport({ width: 360, height: 640 });
    await stage.visitor.page.goto(`${stage.receiver.origin}/espoo/`);
    form = await widgetOn(stage.visitor.page, FORM);
    await press(SUBMIT);
    await until('the first step', async () => (await form.title()).startsWith('Vaihe 1/6'));
  });

  it('brings the heading of a new step to the top of the screen', async () => {
    await until('the heading to be at the top', async () => (await topOf('#step')) < 640 / 3);
    assert.ok((await topOf('#step')) >= 0);
  });

  it('brings what must be mended to the top of the screen', async () => {
    await press(SUBMIT);
    await until('the summary', async () => (await form.title()).startsWith('Korjaa'));
    await until('it to be at the top', async () => (await topOf('#error-summary')) < 640 / 3);
  });

  it('goes one step on for a double press, and answers nothing there', async () => {
    await form.answer({ 'eligibility/livesInArea': 'true', birthYear: '1985' });
    const { mouse } = stage.visitor.page;
    await press(SUBMIT);
    await until('the second step', async () => (await form.title()).startsWith('Vaihe 2/6'));
    // At the same place: where the first question of the step has come.
    const { x, y } = await placeOf('input[type=radio]');
    await mouse.click(x, y, { count: 1 });
    const values = await form.values();
    for (const [name, value] of Object.entries(values)) assert.equal(value, '', name);
  });

  it('goes one step back for a double press', async () => {
    await form.answer({ 'eligibility/livesInArea': 'true', birthYear: '1985' });
    await form.goOn();
    await press('#back', 2);
    await until('the first step', async () => (await form.title()).startsWith('Vaihe 1/6'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.match(await form.title(), /^Vaihe 1/);
  });
});

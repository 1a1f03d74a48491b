/** The other forms of the feedback block, with rows in the database. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { type WidgetOnPage, widgetOn } from './support/widget.js';

const stage = await openStage();
const CHANNEL = 'osallisuus';

/** Puts a form on the page of the demo, as a page of the city would. */
async function open(variant: string): Promise<WidgetOnPage> {
  const { page } = stage.visitor;
  await page.goto(`${stage.receiver.origin}/espoo/`);
  await page.evaluate(
    (id, form) => {
      const block = document.createElement('puntari-feedback-block');
      const attributes = {
        src: `/feedback/${id}.json`,
        action: `/api/feedback/${id}`,
        subject: 'page:/espoo/liikenne',
        variant: form,
        id: 'form',
        lang: 'fi',
      };
      for (const [name, value] of Object.entries(attributes)) block.setAttribute(name, value);
      document.body.prepend(block);
    },
    CHANNEL,
    variant,
  );
  return widgetOn(page, '#form');
}

const press = (block: WidgetOnPage, selector: string): Promise<void> =>
  block.inRoot((root, target) => root.querySelector<HTMLElement>(target)?.click(), selector);

const thanks = (block: WidgetOnPage, selector = '#receipt'): Promise<unknown> =>
  until('the thanks', () =>
    block.inRoot((root, target) => root.querySelector(target) !== null, selector),
  );

const rows = (): { submission: Record<string, unknown>; revision: unknown }[] =>
  stage.receiver.feedback().map(({ submission, revision }) => ({
    submission: JSON.parse(String(submission)) as Record<string, unknown>,
    revision,
  }));

describe('the forms of the feedback block', () => {
  let before: number;

  beforeEach(() => {
    before = rows().length;
  });

  it('count somebody who changes the answer to the question once', async () => {
    const block = await open('question');
    await press(block, 'button[value=true]');
    await thanks(block, '#receipt ~ * button[value=false]');
    await press(block, 'button[value=false]');
    await thanks(block, '#receipt ~ * button[value=true]');
    const [row, ...others] = rows().slice(before);
    assert.deepEqual(others, []);
    assert.equal(row?.revision, 2);
    assert.equal(row.submission['helped'], false);
    assert.equal(row.submission['subject'], 'page:/espoo/liikenne');
  });

  it('take one answer to the survey', async () => {
    const block = await open('survey');
    await press(block, '[name="survey/influence"][value=partly-agree]');
    await press(block, 'button[type=submit]');
    await thanks(block);
    const [row] = rows().slice(before);
    assert.equal(row?.submission['form'], 'survey');
    assert.deepEqual(row.submission['survey'], { influence: 'partly-agree' });
  });

  it('take what does not work for somebody, with the page and the tool', async () => {
    const block = await open('accessibility');
    await block.answer({ text: 'Kuvasta puuttuu kuvaus.', tool: 'NVDA' });
    await press(block, 'button[type=submit]');
    await thanks(block);
    const [row] = rows().slice(before);
    assert.equal(
      row?.submission['text'],
      `Kuvasta puuttuu kuvaus.\n\n${stage.receiver.origin}/espoo/liikenne\n\nNVDA`,
    );
  });
});

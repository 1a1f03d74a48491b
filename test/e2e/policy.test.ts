/** The demo under its own policy: nothing is reported while every page is used, and what breaks it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { BLOCK, ESPOO, FEEDBACK, FORM, KEUSOTE } from './support/answers.js';
import { openStage } from './support/stage.js';
import { until } from './support/until.js';
import { goToCheck, widgetOn } from './support/widget.js';

const stage = await openStage();

const PATHS = [
  '/',
  '/espoo/',
  '/espoo/aiheet/',
  '/espoo/aiheet/kaikki/',
  '/espoo/ehdota/',
  '/espoo/lausuma/',
  '/espoo/tietosuoja/',
  '/keusote/',
  '/keusote/lausuma/',
  '/keusote/tietosuoja/',
  '/kielet/',
];

interface Reports {
  readonly total: number;
  readonly reports: readonly { readonly directive: string; readonly document: string }[];
}

const reports = async (): Promise<Reports> =>
  (await (await fetch(`${stage.receiver.origin}/csp-reports`)).json()) as Reports;

/** Brings every widget of the page near the view and waits for it. */
async function wakeAll(): Promise<number> {
  const { page } = stage.visitor;
  const count = await page.evaluate(() => {
    const tags = [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) =>
      localName.startsWith('puntari-'),
    );
    for (const [index, tag] of tags.entries()) tag.dataset['test'] = String(index);
    return tags.length;
  });
  for (let index = 0; index < count; index += 1)
    await widgetOn(page, `[data-test="${String(index)}"]`);
  return count;
}

/** Gives the statement of the page texts as a word processor writes them, and waits for what is made of them. */
async function showMarkup(): Promise<void> {
  const { page } = stage.visitor;
  await wakeAll();
  await page.evaluate(async () => {
    const viewer = document.querySelector('puntari-statement-viewer') as HTMLElement & {
      src: string;
      record: unknown;
    };
    const record = (await (await fetch(viewer.src)).json()) as object;
    const general =
      '<style>p { margin: 0 }</style><p style="margin: 0" class="Mso">Näin:</p><ul><li>yksi</li></ul>';
    viewer.record = { ...record, version: 'markup', textFormat: 'html', general };
  });
  const item = await page.waitForSelector('puntari-statement-viewer ul > li::-p-text(yksi)');
  assert.ok(item);
}

describe('the policy of the demo', () => {
  it('is broken by no page and no form, and by what a page should not do', async () => {
    const { page } = stage.visitor;
    let widgets = 0;
    for (const path of PATHS) {
      const answer = await page.goto(stage.receiver.origin + path);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      assert.match(
        policy,
        /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'/,
      );
      assert.match(policy, /require-trusted-types-for 'script'/);
      widgets += await wakeAll();
      if (path === '/espoo/' || path === '/keusote/') {
        const form = await widgetOn(page, FORM);
        await goToCheck(form, path === '/espoo/' ? ESPOO : KEUSOTE);
        assert.equal(await form.goOn(), 'Ilmoittautumisesi on vastaanotettu');
        const block = await widgetOn(page, BLOCK);
        await block.answer({ ...FEEDBACK, wantsReply: '' });
        await block.answer(path === '/espoo/' ? {} : { kind: 'experience' });
        assert.equal(await block.goOn(), 'Kiitos palautteestasi');
      }
    }
    assert.ok(widgets > 20, `${String(widgets)} widgets were met`);
    await page.goto(`${stage.receiver.origin}/espoo/lausuma/`);
    await showMarkup();
    await page.goto(`${stage.receiver.origin}/api/panels/liikenne-2027/registrations?lang=fi`);
    assert.equal(await page.$eval('h1', (heading) => heading.checkVisibility()), true);
    assert.deepEqual(await reports(), { total: 0, reports: [] });

    // Reports come in their order: if any were still on its way, it would stand before these.
    await page.goto(`${stage.receiver.origin}/espoo/`);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.head.append(style);
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
      } catch {
        // The policy throws, and reports.
      }
    });
    const { reports: found } = await until('two reports', async () => {
      const now = await reports();
      return now.total >= 2 && now;
    });
    assert.deepEqual(found.map(({ directive }) => directive).sort(), [
      'require-trusted-types-for',
      'style-src-elem',
    ]);
  });
});

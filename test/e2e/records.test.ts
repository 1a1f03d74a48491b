/** Records that cannot be shown: the resident gets another channel, the developer what is wrong. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { FORM } from './support/answers.js';
import { CDN, LOADER } from './support/receiver.js';
import { openSite, openStage } from './support/stage.js';
import { until } from './support/until.js';
import { WidgetOnPage } from './support/widget.js';

const site = await openSite(CDN);
const stage = await openStage();

/** Opens a page whose form asks for this record, and waits for what comes of it. */
async function open(record: string): Promise<WidgetOnPage> {
  const address = site.putPage(
    '/',
    `<puntari-volunteer-form src="${record}" action="/api">
      <p>Ilmoittaudu puhelimitse: <a href="tel:+358981621">09 816 21</a>.</p>
    </puntari-volunteer-form>`,
    `<script type="module" src="${LOADER}"></script>`,
  );
  const { page } = stage.visitor;
  await page.goto(address);
  const form = new WidgetOnPage(page, FORM);
  // A record is shown before it has been checked, so that a wrong one may be there for a moment.
  await until('the widget gives up', () =>
    page.evaluate((tag) => document.querySelector(tag)?.matches(':state(failed)'), FORM),
  );
  return form;
}

async function expectOtherChannel(form: WidgetOnPage): Promise<void> {
  assert.match(await form.text(), /Tätä sisältöä ei voitu näyttää\..*muulla tavalla\./);
  const isVisible = await form.page.$eval('puntari-volunteer-form p', (p) => p.checkVisibility());
  assert.ok(isVisible, 'the other channel is shown');
}

const record = (): Record<string, unknown> =>
  JSON.parse(
    readFileSync(join(stage.receiver.content, 'panels/liikenne-2027.json'), 'utf8'),
  ) as Record<string, unknown>;

describe('a record', () => {
  describe('that is not found', () => {
    it('gives way to another channel, and the console has its address and status', async () => {
      await expectOtherChannel(await open('/missing.json'));
      const said = stage.visitor.said.join('\n');
      assert.match(
        said,
        new RegExp(`<puntari-volunteer-form>: ${site.origin}/missing\\.json answered 404`),
      );
    });

    it('is shown after another try when it is there', async () => {
      const form = await open('/late.json');
      site.putJson('/late.json', JSON.stringify(record()));
      await form.inRoot((root) => root.querySelector<HTMLButtonElement>('button')?.click());
      await form.ready();
      assert.match(await form.text(), /Aloita ilmoittautuminen/);
    });
  });

  describe('that is not JSON', () => {
    it('gives way to another channel, and the console says so', async () => {
      site.putJson('/text.json', '<p>Huoltokatko</p>');
      await expectOtherChannel(await open('/text.json'));
      assert.match(stage.visitor.said.join('\n'), /\/text\.json is not JSON/);
    });
  });

  describe('that is not valid', () => {
    it('gives way to another channel, and the console names each field and what was expected', async () => {
      const { registration, ...others } = record();
      const wrong = { ...(registration as object), closes: 'syksyllä' };
      site.putJson(
        '/wrong.json',
        JSON.stringify({ ...others, registration: wrong, seats: 'monta' }),
      );
      await expectOtherChannel(await open('/wrong.json'));
      const said = stage.visitor.said.join('\n');
      assert.match(said, /\/seats: expected number, received "monta"/);
      assert.match(said, /\/registration\/closes: expected .+, received "syksyllä"/);
    });
  });

  describe('that does not say all it must', () => {
    it('is shown, and the console names the gaps', async () => {
      const { purpose, ...others } = record();
      const { usedFor: _gap, ...told } = purpose as Record<string, unknown>;
      site.putJson('/gaps.json', JSON.stringify({ ...others, purpose: told }));
      const address = site.putPage(
        '/',
        '<puntari-volunteer-form src="/gaps.json" action="/api"></puntari-volunteer-form>',
        `<script type="module" src="${LOADER}"></script>`,
      );
      await stage.visitor.page.goto(address);
      await new WidgetOnPage(stage.visitor.page, FORM).ready();
      await until('the console names the gap', () =>
        /"liikenne-2027".*Missing: \/purpose\/usedFor\./.test(stage.visitor.said.join('\n')),
      );
    });
  });
});

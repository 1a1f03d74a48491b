/** Small screens, narrow columns and large letters: nothing sticks out. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { BLOCK, ESPOO, FORM } from '../e2e/support/answers.js';
import { openBrowser, Visitor } from '../e2e/support/browser.js';
import { CDN } from '../e2e/support/receiver.js';
import { openSite, openStage } from '../e2e/support/stage.js';
import { type WidgetOnPage, widgetOn } from '../e2e/support/widget.js';
import { CARD, headFrom, tagsOf, VIEWER } from './support/host-page.js';

const site = await openSite(CDN);
const stage = await openStage({ origins: [site.origin] });

const head = (styles = ''): string => `${headFrom('')}<style>body { margin: 0; } ${styles}</style>`;

/** What of a widget is wider than its column. */
async function sticksOut({ page, selector }: WidgetOnPage): Promise<string[]> {
  return page.evaluate((tag) => {
    const host = document.querySelector<HTMLElement>(tag)!;
    const { left, right } = host.parentElement!.getBoundingClientRect();
    const elements = [...host.querySelectorAll<HTMLElement>('*')].concat([
      ...(host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []),
    ]);
    const wide = elements.filter((element) => {
      // Hidden from the eyes only; a field scrolls what is written in it, and a hyphen may stand in a cell's padding.
      if (element.closest('.puntari-visually-hidden')) return false;
      const box = element.getBoundingClientRect();
      const isOut = box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5);
      const isOverfull =
        element.clientWidth > 0 &&
        !element.matches('input, select, textarea, th, td') &&
        element.scrollWidth > element.clientWidth + 1;
      return isOut || isOverfull;
    });
    const page = document.scrollingElement!;
    return [
      ...wide.map(
        ({ localName, className, textContent }) =>
          `${localName}.${className} ${textContent.trim().slice(0, 40)}`,
      ),
      ...(page.scrollWidth > page.clientWidth ? [`the page, ${String(page.scrollWidth)} px`] : []),
    ];
  }, selector);
}

/** Goes through the form, with errors on each step, and looks at every view. */
async function expectFormFits(form: WidgetOnPage): Promise<void> {
  const look = async (where: string): Promise<void> => {
    assert.deepEqual(await sticksOut(form), [], where);
  };
  await look('the start');
  await form.goOn();
  for (let step = 1; step <= 5; step += 1) {
    await look(`step ${String(step)}`);
    assert.match(await form.goOn(), /^Korjaa/);
    await look(`step ${String(step)} with errors`);
    await form.answer({
      ...ESPOO,
      'contact/lastName': 'Ah'.repeat(40),
      'contact/email': `${'a'.repeat(50)}@example.fi`,
    });
    await form.goOn();
  }
  await look('the answers');
  assert.equal(await form.goOn(), 'Ilmoittautumisesi on vastaanotettu');
  await look('the receipt');
}

async function expectOthersFit(visitor: Visitor): Promise<void> {
  for (const tag of [CARD, VIEWER, BLOCK]) {
    const widget = await widgetOn(visitor.page, tag);
    await visitor.page.evaluate((name) => {
      for (const details of document.querySelectorAll(`${name} details`))
        details.setAttribute('open', '');
    }, tag);
    // What is out of view is not laid out; for this it has to be.
    await visitor.page.addStyleTag({
      content: `${CARD}, [data-item] { content-visibility: visible !important; }`,
    });
    assert.deepEqual(await sticksOut(widget), [], tag);
  }
  const block = await widgetOn(visitor.page, BLOCK);
  await block.answer({ wantsReply: 'true' });
  assert.match(await block.goOn(), /^Korjaa/);
  assert.deepEqual(await sticksOut(block), [], 'the feedback block with errors');
}

const others = (): string => {
  const { card, viewer, block } = tagsOf(stage.receiver);
  return `<div>${card}</div><div>${viewer}</div><div>${block}</div>`;
};

describe('a screen of 320 by 256 pixels', () => {
  it('has room for every step of the form', async () => {
    const { page } = stage.visitor;
    await page.setViewport({ width: 320, height: 256 });
    await page.goto(site.putPage('/', `<div>${tagsOf(stage.receiver).form}</div>`, head()));
    await expectFormFits(await widgetOn(page, FORM));
  });

  it('has room for the other widgets', async () => {
    await stage.visitor.page.setViewport({ width: 320, height: 256 });
    await stage.visitor.page.goto(site.putPage('/', others(), head()));
    await expectOthersFit(stage.visitor);
  });
});

describe('a column of 260 pixels', () => {
  const styles = 'body > div { inline-size: 260px; }';

  it('has room for every step of the form', async () => {
    const { page } = stage.visitor;
    await page.goto(site.putPage('/', `<div>${tagsOf(stage.receiver).form}</div>`, head(styles)));
    await expectFormFits(await widgetOn(page, FORM));
  });

  it('has room for the other widgets', async () => {
    await stage.visitor.page.goto(site.putPage('/', others(), head(styles)));
    await expectOthersFit(stage.visitor);
  });
});

describe('a reader with letters of twice the size in forced colors', () => {
  const styles = 'html { font-size: 62.5%; } body > div { max-inline-size: 320px; }';
  const browser = openBrowser(['--blink-settings=defaultFontSize=32']);
  after(async () => (await browser).close());

  async function visit(body: string): Promise<Visitor> {
    const visitor = await Visitor.of(await browser);
    const session = await visitor.page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }];
    await session.send('Emulation.setEmulatedMedia', { features });
    await visitor.page.setViewport({ width: 320, height: 512 });
    await visitor.page.goto(site.putPage('/', body, head(styles)));
    assert.ok(await visitor.page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    return visitor;
  }

  it('has them in the form, which fits on the screen at every step', async () => {
    const visitor = await visit(`<div>${tagsOf(stage.receiver).form}</div>`);
    const form = await widgetOn(visitor.page, FORM);
    await form.goOn();
    const sizes = await form.inRoot((root) =>
      [...root.querySelectorAll('label, legend, input, button')].map(
        (element) => getComputedStyle(element).fontSize,
      ),
    );
    assert.deepEqual([...new Set(sizes)], ['32px']);
    await visitor.page.reload();
    await expectFormFits(await widgetOn(visitor.page, FORM));
    await visitor.leave();
  });

  it('has them in the other widgets, which fit too', async () => {
    const visitor = await visit(others());
    await expectOthersFit(visitor);
    await visitor.leave();
  });
});

describe("the receiver's own pages on the screen of a small phone", () => {
  const form = '/api/panels/liikenne-2027/registrations';

  const openPage = async (path: string): Promise<Visitor['page']> => {
    const { page } = stage.visitor;
    await page.setViewport({ width: 280, height: 600 });
    await page.goto(`${stage.receiver.origin}${path}?lang=fi`);
    return page;
  };

  it('break no word of a heading', async () => {
    const page = await openPage(`${form}/paper`);
    const widths = await page.$eval('h1', (heading) => {
      const parent = heading.parentElement!;
      heading.style.inlineSize = 'min-content';
      heading.style.overflowWrap = 'normal';
      heading.style.hyphens = 'manual';
      const { paddingInlineStart } = getComputedStyle(parent);
      return [heading.offsetWidth, parent.clientWidth - 2 * parseFloat(paddingInlineStart)];
    });
    assert.ok(widths[0]! <= widths[1]!, widths.join(' of '));
  });

  it('write the address for a form on paper below its name', async () => {
    const page = await openPage(`${form}/paper`);
    const starts = await page.$$eval('dl > *', (parts) =>
      parts.map((part) => part.getBoundingClientRect().left),
    );
    assert.ok(starts.length > 3);
    assert.equal(new Set(starts).size, 1, starts.join());
  });

  it('have as much room between the lines of each hint', async () => {
    const page = await openPage(form);
    const heights = await page.$$eval('.puntari-hint', (hints) =>
      hints.map((hint) => getComputedStyle(hint).lineHeight),
    );
    assert.ok(heights.length > 5);
    assert.equal(new Set(heights).size, 1, heights.join());
  });
});

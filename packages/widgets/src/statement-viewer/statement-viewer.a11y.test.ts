import { documentSheet } from '@puntari/core/sheets';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { emulateMediaFeatures } from '../../../../test/support/engine.js';
import { overflowing } from '../../../../test/support/invariants.js';
import { press, tab } from '../../../../test/support/keys.js';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  textOf,
} from '../../../../test/support/query.js';
import './define.js';
import type { StatementViewer } from './statement-viewer.js';
import { statementWith } from './testing/statement.js';

let sheet: HTMLStyleElement;

before(async () => {
  const own = await fetch(new URL('./statement-viewer.document.css', import.meta.url));
  sheet = document.createElement('style');
  sheet.textContent = `${documentSheet()}\n${await own.text()}`;
  document.head.append(sheet);
});

after(() => {
  sheet.remove();
});

async function viewer(lang = 'fi', level = 2): Promise<StatementViewer> {
  const element = await fixture<StatementViewer>(
    html`<puntari-statement-viewer
      lang=${lang}
      heading-level=${level}
      .record=${statementWith()}
    ></puntari-statement-viewer>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  // What comes after the first rendering changes the text; a check that it overtakes cannot decide.
  await waitUntil(
    () => element.querySelector('[data-needs-script] a'),
    'the links below the items',
  );
  await waitUntil(() => element.querySelector('script[type$=json]'), 'the text for search engines');
  await element.updateComplete;
  return element;
}

describe('<puntari-statement-viewer>, accessibility', () => {
  describe('laid out', () => {
    it('writes the place of an item in one line with the links beside it', async () => {
      const element = await viewer();
      const link = getAllByRole(element, 'link', /^Linkki: /)[0]!;
      const bottoms = [link.parentElement!.querySelector('span')!, link].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect().bottom;
      });
      expect(bottoms[0]).to.be.closeTo(bottoms[1]!, 1);
    });

    it('leaves no more room below what happened than below other facts', async () => {
      const element = await viewer();
      const list = element.querySelector('dd > .puntari-timeline')!;
      const [last, fact] = [list.lastElementChild!, list.parentElement!].map(
        (part) => part.getBoundingClientRect().bottom,
      );
      expect(fact).to.be.closeTo(last!, 1);
    });
  });

  for (const lang of ['fi', 'sv', 'en']) {
    it(`passes every gate in ${lang}`, async () => {
      await expectAccessible(await viewer(lang));
    });
  }

  it('passes every gate filtered, with its table open', async () => {
    const element = await viewer();
    element.querySelector('details')!.open = true;
    getByRole(element, 'button', /^Myöhässä/).click();
    getByRole(element, 'summary', 'Etsi kohtia').click();
    await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
    await element.updateComplete;
    await expectAccessible(element);
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`starts at heading level ${level} and skips none`, async () => {
      const levels = getAllByRole(await viewer('fi', level), 'heading').map(({ localName }) =>
        Number(localName[1]),
      );
      expect(levels[0]).to.equal(level);
      expect(Math.max(...levels)).to.equal(Math.min(level + 3, 6));
      levels.forEach((current, index) => {
        expect(current).to.be.at.most((levels[index - 1] ?? current) + 1);
      });
    });
  }

  it('names the filter and the count', async () => {
    const element = await viewer();
    getByRole(element, 'summary', 'Etsi kohtia').click();
    await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
    expect(nameOf(getByRole(element, 'combobox'))).to.equal('Aihe');
    expect(nameOf(getByRole(element, 'searchbox'))).to.equal('Hae sanoilla');
    expect(nameOf(getAllByRole(element, 'list')[0]!)).to.equal('Näin kohtiin on vastattu');
  });

  it('is worked by keyboard: counts, search, contents, items in their order', async () => {
    const element = await viewer();
    element.focus();
    expect(deepActiveElement()).to.equal(getAllByRole(element, 'button')[0]);
    await press('Enter');
    expect(getAllByRole(element, 'button')[0]!.ariaPressed).to.equal('true');
    await press('Enter');
    while (deepActiveElement()?.localName === 'button') await tab();
    expect(textOf(deepActiveElement()!)).to.equal('Etsi kohtia');
    await press('Enter');
    await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
    await tab();
    expect(deepActiveElement()).to.equal(getByRole(element, 'combobox'));
    await tab();
    expect(deepActiveElement()).to.equal(getByRole(element, 'searchbox'));
    await tab();
    expect(deepActiveElement()?.getAttribute('href')).to.equal('#liikenne--theme-pyoraily');
  });

  it('has counts that a thumb can press', async () => {
    const { width, height } = getByRole(
      await viewer(),
      'button',
      /^Hylätty/,
    ).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });

  it('tells statuses by border and word in forced colors', async () => {
    await emulateMediaFeatures({ 'forced-colors': 'active' });
    const tag = getByRole(await viewer(), 'button', /^Hylätty/);
    const { borderTopWidth, borderTopStyle } = getComputedStyle(tag);
    await emulateMediaFeatures({});
    expect([borderTopWidth, borderTopStyle]).to.deep.equal(['1px', 'solid']);
  });

  it('gives what was only noted the look of nothing accepted', async () => {
    const element = await viewer();
    const look = (status: string): string => {
      const tag = element.querySelector(`[data-item] .puntari-tag[data-status=${status}]`)!;
      const { backgroundColor, borderTopColor } = getComputedStyle(tag);
      return `${backgroundColor} ${borderTopColor}`;
    };
    expect(look('noted')).to.not.equal(look('accepted'));
  });

  it('keeps lines short and lets text be selected', async () => {
    const element = await viewer();
    element.style.inlineSize = '1200px';
    const text = getByText(element, 'Silti löysimme yhteistä.');
    const { userSelect } = getComputedStyle(text);
    expect([text.getBoundingClientRect().width < 800, userSelect]).to.deep.equal([true, 'text']);
  });

  for (const width of [260, 320, 1200]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`fits into ${width} px, ${dir}`, async () => {
        const element = await viewer();
        element.dir = dir;
        element.style.inlineSize = `${width}px`;
        element.querySelector('details')!.open = true;
        await element.updateComplete;
        expect(overflowing(element)).to.deep.equal([]);
      });
    }
  }
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { emulateMediaFeatures } from '../../../../test/support/engine.js';
import { withDocumentSheet } from '../../../../test/support/document-sheet.js';
import { overflowing } from '../../../../test/support/invariants.js';
import { getAllByRole } from '../../../../test/support/query.js';
import './define.js';
import type { PanelComposition } from './panel-composition.js';
import { compositionWith, row } from './testing/composition.js';

/** The letters of the heading are higher than its line, so that they reach out of the widget into the bare page. */
const ALLOWANCE = { hasOverlaps: true };

withDocumentSheet();

async function comparison(
  lang = 'fi',
  level = 2,
  record: unknown = compositionWith(),
): Promise<PanelComposition> {
  const element = await fixture<PanelComposition>(
    html`<puntari-panel-composition
      lang=${lang}
      heading-level=${level}
      .record=${record}
    ></puntari-panel-composition>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const open = (element: Element): void => {
  for (const details of element.querySelectorAll('details')) details.open = true;
};

describe('<puntari-panel-composition>, accessibility', () => {
  for (const lang of ['fi', 'sv', 'en']) {
    it(`passes every gate in ${lang}, with the table open and shut`, async () => {
      const element = await comparison(lang);
      await expectAccessible(element, ALLOWANCE);
      open(element);
      await expectAccessible(element, ALLOWANCE);
    });
  }

  it('passes every gate with small groups, and with nothing to compare', async () => {
    const small = compositionWith({
      composition: [row('Kieli', 'suomi', 92), row('Kieli', 'ruotsi', 8)],
    });
    await expectAccessible(await comparison('fi', 2, small), ALLOWANCE);
    await expectAccessible(
      await comparison('fi', 2, compositionWith({ composition: [] })),
      ALLOWANCE,
    );
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`has its heading at level ${level}`, async () => {
      const [first] = getAllByRole(await comparison('fi', level), 'heading');
      expect(first?.localName).to.equal(`h${level}`);
    });
  }

  it('draws in forced colors too, in the color of text', async () => {
    await emulateMediaFeatures({ 'forced-colors': 'active' });
    const element = await comparison();
    const bar = element.querySelector('svg')!;
    const { color } = getComputedStyle(bar);
    const text = getComputedStyle(bar.parentElement!).color;
    await emulateMediaFeatures({});
    expect(color).to.equal(text);
  });

  it('begins each bar where its words begin, in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const element = await comparison();
      element.dir = dir;
      element.requestUpdate();
      await element.updateComplete;
      const bar = element.querySelector('svg')!;
      const [inner, outer] = [bar, bar.parentElement!].map((box) => box.getBoundingClientRect());
      const side = dir === 'ltr' ? 'left' : 'right';
      expect(inner![side]).to.be.closeTo(outer![side], 1);
      expect(inner!.width).to.be.closeTo(outer!.width * 0.42, 2);
    }
  });

  for (const width of [260, 320, 1200]) {
    for (const dir of ['ltr', 'rtl']) {
      for (const size of ['1em', '2em']) {
        it(`fits into ${width} px, ${dir}, letters of ${size}`, async () => {
          const element = await comparison();
          element.dir = dir;
          element.style.inlineSize = `${width}px`;
          element.style.fontSize = size;
          open(element);
          await element.updateComplete;
          expect(overflowing(element)).to.deep.equal([]);
        });
      }
    }
  }
});

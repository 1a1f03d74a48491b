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

/** Where the letters of a word stand; several boxes when it goes on in another line. */
function boxesOf(text: Text, start: number, end: number): DOMRect[] {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()];
}

const textsIn = (element: Element): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

const brokenWords = (element: Element): string[] =>
  textsIn(element).flatMap((text) =>
    [...text.data.matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(({ 0: word, index }) => boxesOf(text, index, index + word.length).length > 1)
      .map(([word]) => word),
  );

/** From where to where the words of a cell reach. */
function reachOf(cell: Element): { left: number; right: number } {
  const boxes = textsIn(cell).flatMap((text) => boxesOf(text, 0, text.length));
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
  };
}

describe('<puntari-panel-composition>, accessibility', () => {
  describe('in a narrow place, with its table open', () => {
    const WORDS = {
      fi: ['Peruskoulu tai toinen aste', 'Suur-Leppävaara'],
      sv: ['Grundskola eller andra stadiet', 'Stor-Esboviken'],
      en: ['Basic or upper secondary', 'Higher education'],
    };
    for (const [lang, values] of Object.entries(WORDS)) {
      for (const width of [296, 336]) {
        it(`leaves the names of rows and columns whole in ${lang}, ${width} px`, async () => {
          const composition = values.map((value) =>
            row('Koulutus', value, 50, { population: 50, pool: 50 }),
          );
          const element = await comparison(lang, 2, compositionWith({ composition }));
          element.style.inlineSize = `${width}px`;
          element.style.fontFamily = 'sans-serif';
          open(element);
          for (const header of getAllByRole(element, 'rowheader'))
            expect(brokenWords(header)).to.deep.equal([]);
          const [first, second, third] = getAllByRole(element, 'columnheader').map(reachOf);
          expect(first!.right).to.be.below(second!.left);
          expect(second!.right).to.be.below(third!.left);
        });
      }
    }
  });

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

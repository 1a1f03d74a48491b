import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { withDocumentSheet } from '../../../../test/support/document-sheet.js';
import { overflowing } from '../../../../test/support/invariants.js';
import { getAllByRole } from '../../../../test/support/query.js';
import './define.js';
import type { ProcessTimeline } from './process-timeline.js';
import { processWith, TODAY } from './testing/process.js';

const RECORD = processWith();

/** The letters of the heading are higher than its line, so that they reach out of the widget into the bare page. */
const ALLOWANCE = { hasOverlaps: true };

withDocumentSheet();

async function shown(lang = 'fi', level = 2, record: unknown = RECORD): Promise<ProcessTimeline> {
  const element = await fixture<ProcessTimeline>(
    html`<puntari-process-timeline
      lang=${lang}
      heading-level=${level}
      today=${TODAY}
      .record=${record}
    ></puntari-process-timeline>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  for (const details of element.querySelectorAll('details')) details.open = true;
  return element;
}

describe('<puntari-process-timeline>, accessibility', () => {
  for (const lang of ['fi', 'sv', 'en']) {
    it(`passes every gate in ${lang}`, async () => {
      await expectAccessible(await shown(lang), ALLOWANCE);
    });
  }

  it('passes every gate with nothing to show', async () => {
    await expectAccessible(
      await shown('fi', 2, { schemaVersion: 1, version: '1', id: 'a' }),
      ALLOWANCE,
    );
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`has its heading at level ${level}`, async () => {
      const [first] = getAllByRole(await shown('fi', level), 'heading');
      expect(first?.localName).to.equal(`h${level}`);
    });
  }

  it('tells past, now and coming apart by the shape of their points', async () => {
    const looks = [...(await shown()).querySelectorAll('li[data-state]')]
      .slice(0, 3)
      .map((item) => {
        const { borderRadius, borderTopWidth } = getComputedStyle(item, '::before');
        return `${borderRadius} ${borderTopWidth}`;
      });
    expect(new Set(looks).size).to.equal(3);
  });

  for (const width of [260, 320, 1200]) {
    for (const dir of ['ltr', 'rtl']) {
      for (const size of ['1em', '2em']) {
        it(`fits into ${width} px, ${dir}, letters of ${size}`, async () => {
          const element = await shown();
          element.dir = dir;
          element.style.inlineSize = `${width}px`;
          element.style.fontSize = size;
          await element.updateComplete;
          expect(overflowing(element)).to.deep.equal([]);
        });
      }
    }
  }
});

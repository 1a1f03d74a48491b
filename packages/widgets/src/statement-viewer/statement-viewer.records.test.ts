/** What real assemblies publish, and statements of every size. */
import type { Statement, StatementItem } from '@puntari/contracts';
import { whenIdle } from '@puntari/core';
import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';

import assemblies from '../../../../test/data/mysociety-assemblies.json' with { type: 'json' };
import comments from '../../../../test/data/polis-biodiversity.json' with { type: 'json' };
import { engine, isFull } from '../../../../test/support/engine.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';

async function viewer(record: Statement): Promise<StatementViewer> {
  const element = await fixture<StatementViewer>(
    html`<puntari-statement-viewer lang="en" .record=${record}></puntari-statement-viewer>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const itemsOf = (element: StatementViewer): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('[data-item]'),
];

/** As a reader sees it: spaces are one, lines and paragraphs are not told apart. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const only = (items: readonly StatementItem[]): Statement =>
  statementWith({ themes: [], dissents: [], items: [...items] });

describe('<puntari-statement-viewer>, with what people really write', () => {
  it('shows 316 statements of residents as they were written, with their votes', async () => {
    const element = await viewer(
      only(
        comments.map(({ id, text, agrees, disagrees }) => ({
          id,
          kind: 'position',
          text: { en: text },
          vote: { method: 'yesno', for: agrees, against: disagrees, base: 'forAgainst' },
        })),
      ),
    );
    const shown = itemsOf(element);
    expect(shown).to.have.length(316);
    comments.forEach(({ text }, index) => {
      expect(flat(shown[index]?.textContent ?? '')).to.contain(flat(text));
    });
    // More voted than sit on this panel: the numbers are shown, and no percentages.
    const crowded = comments.findIndex(({ agrees, disagrees }) => agrees + disagrees > 40);
    expect(shown[crowded]?.textContent).to.match(/do not match the size of the panel/);
  });

  it('shows 50 assemblies as a list of precedents, whatever is missing of them', async () => {
    const element = await viewer(
      statementWith({
        kind: 'statement',
        dissents: [],
        themes: [...new Set(assemblies.map(({ theme }) => theme))].map((label, index) => ({
          id: `t${String(index)}`,
          label: { en: label },
        })),
        items: assemblies.map(({ id, name, year, description, theme }) => ({
          id,
          number: String(year),
          kind: 'fact',
          theme: `t${String([...new Set(assemblies.map((one) => one.theme))].indexOf(theme))}`,
          title: { en: name },
          text: { en: description },
        })),
        documents: assemblies.flatMap(({ name, report }) =>
          report ? [{ label: { en: name }, url: report, format: 'PDF' }] : [],
        ),
      }),
    );
    const texts = itemsOf(element).map(({ textContent }) => flat(textContent));
    expect(texts).to.have.length(50);
    for (const { name, description } of assemblies)
      expect(
        texts.some((text) => text.includes(flat(description)) && text.includes(name)),
      ).to.equal(true, name);
    expect(queryByRole(element, 'button', /^Awaiting/)).to.equal(null);
  });

  it('shows anything that looks like a statement until its check has come, and breaks at nothing', async () => {
    // What turns out to be none is told to its developer, and taken off the page.
    expectLog(/\[puntari\]/);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.record({ fi: fc.string(), sv: fc.string() }, { requiredKeys: [] }),
      fc.constantFrom('', ' ', '<b>x</b>', 'ä'.repeat(3000), '\n\n\n'),
    );
    const item = fc.record(
      {
        id: fc.stringMatching(/^[a-z][a-z0-9._-]{0,20}$/),
        number: fc.string(),
        kind: fc.constantFrom('recommendation', 'fact', 'newer-than-we-are'),
        theme: fc.constantFrom('pyoraily', 'bussit', 'unknown'),
        title: text,
        text,
        rationale: text,
        vote: fc.record(
          {
            method: fc.constantFrom('yesno', 'scale5', 'rank', 'consensus'),
            for: fc.nat(),
            against: fc.nat(),
            scale: fc.array(fc.nat(), { maxLength: 6 }),
            base: fc.constantFrom('cast', 'all', 'forAgainst', 'other'),
            threshold: fc.double({ noNaN: true }),
          },
          { requiredKeys: ['method', 'base'] },
        ),
        response: fc.record(
          {
            status: fc.constantFrom('noted', 'rejected', 'newer-than-we-are'),
            text,
            due: fc.constantFrom('2020-01-01', '2999-12-31', 'soon'),
            handling: fc.constant([]),
            progress: fc.constant([]),
          },
          { requiredKeys: ['status', 'handling', 'progress'] },
        ),
      },
      { requiredKeys: ['id', 'kind', 'text'] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 8 }),
        async (items) => {
          const record = { ...statementWith(), version: String(Math.random()), items };
          const element = await viewer(record as unknown as Statement);
          expect(itemsOf(element)).to.have.length(items.length);
          element.remove();
          // Its check is on its way: what it logs belongs to this test.
          await whenIdle();
        },
      ),
      { numRuns: isFull && engine === 'chromium' ? 1000 : 40 },
    );
    await whenIdle();
    await aTimeout(100);
  });

  for (const size of [200, 1000]) {
    it(`finds and filters in a statement of ${String(size)} items`, async () => {
      const element = await viewer(
        only(
          Array.from({ length: size }, (_, index) =>
            itemWith({
              id: `k${String(index)}`,
              number: String(index),
              text: { en: `This is item number ${String(index)}.` },
              response: {
                status: index % 2 ? 'accepted' : 'rejected',
                reason: { en: 'A reason.' },
                handling: [],
                progress: [],
              },
            }),
          ),
        ),
      );
      const total = size.toLocaleString('en-GB');
      const last = `Item ${total} of ${total}`;
      await waitUntil(() => element.textContent.includes(last), 'the links', { timeout: 5000 });
      const shown = (): number => element.querySelectorAll('[data-item]:not([hidden])').length;
      const begun = performance.now();
      getByRole(element, 'button', /^Rejected/).click();
      await element.updateComplete;
      const took = performance.now() - begun;
      expect(shown()).to.equal(size / 2);
      // Half a second would be felt; a slow machine with three engines on it must not fail for less.
      expect(took).to.be.below(500);
      location.hash = `#liikenne-k${String(size - 1)}`;
      await waitUntil(() => shown() === size, 'a link shows what was hidden');
      history.replaceState(null, '', location.pathname + location.search);
    });
  }
});

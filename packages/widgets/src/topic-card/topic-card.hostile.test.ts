/** Texts from outside: long, in any script, and such as try to run something. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';

import comments from '../../../../test/data/polis-biodiversity.json' with { type: 'json' };
import { withDocumentSheet } from '../../../../test/support/document-sheet.js';
import { overflowing } from '../../../../test/support/invariants.js';
import { getByRole } from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import { CORPUS } from '../../../../test/support/xss/corpus.js';
import './define.js';
import { foreignIn, hostileTopic, trap } from './testing/hostile.js';
import { topicWith } from './testing/topic.js';
import type { TopicCard } from './topic-card.js';

const NARROW = 260;

async function card(record: unknown, lang = 'fi'): Promise<TopicCard> {
  const element = await fixture<TopicCard>(
    html`<puntari-topic-card lang=${lang} .record=${record}></puntari-topic-card>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  element.style.inlineSize = `${String(NARROW)}px`;
  await element.updateComplete;
  return element;
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['one character', 'a'],
  ['5,000 characters', 'Miten katutila jaetaan? '.repeat(210).slice(0, 5000)],
  ['5,000 characters without a space', 'x'.repeat(5000)],
  ['capitals', 'SÄÄSTÖTOIMIEN VAIKUTUKSET ASUKKAIDEN ARKEEN '.repeat(10)],
  ['emoji', '🚲🚶🏽‍♀️👨‍👩‍👧‍👦🏙️'.repeat(60)],
  ['Arabic', 'كيف تُقسَّم مساحة الشارع بين المشاة والدراجات؟ '.repeat(20)],
  ['mixed scripts', 'Espoo إسبو 埃斯波 Эспоо Έσπο ‮kääntyy‬ — 100 % (סוף)!'.repeat(10)],
  ['combining marks', `Z${'\u0351\u0352\u0353'.repeat(200)}algo`],
];

describe('<puntari-topic-card>, texts from outside', () => {
  withDocumentSheet();

  for (const [what, text] of TEXTS) {
    it(`shows ${what} as written, inside its column`, async () => {
      const element = await card(topicWith({ title: text, summary: text, area: [text] }));
      const title = element.querySelector('h2')!;
      // Characters that turn a line around are taken out of every text.
      expect(title.textContent).to.contain(text.slice(0, 20).trim());
      expect(overflowing(element)).to.deep.equal([]);
    });
  }

  it('shows what residents really write', async () => {
    const element = await card(topicWith(), 'en');
    for (const { text } of comments) {
      element.record = topicWith({ title: text, summary: text, version: text });
      await element.updateComplete;
      expect(getByRole(element, 'article').querySelector('h2')?.textContent).to.equal(text);
    }
  });

  it('runs nothing and makes nothing of markup', async () => {
    expect(CORPUS.length).to.be.greaterThan(200);
    const { ran, release } = trap();
    const element = await card(topicWith());
    const foreign = new Set<string>();
    for (const [index, text] of CORPUS.entries()) {
      element.record = hostileTopic(text, { version: String(index) });
      await element.updateComplete;
      for (const problem of foreignIn(element)) foreign.add(`${problem} of ${text}`);
    }
    release();
    expect({ ran, foreign: [...foreign] }).to.deep.equal({ ran: [], foreign: [] });
  });

  for (const url of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ]) {
    it(`has no link to ${JSON.stringify(url)}`, async () => {
      expectLog(/cannot use the record property/);
      expectLog(/is not a valid topic/);
      const { ran, release } = trap();
      const failed = oneEvent(document, 'puntari-failed');
      const element = await card(topicWith({ url, links: [{ label: 'x', url }] }));
      for (const link of element.querySelectorAll('a')) {
        expect(link.protocol).to.match(/^https?:$/);
      }
      await failed;
      release();
      expect(ran).to.deep.equal([]);
    });
  }
});

import { documentSheet } from '@puntari/core/sheets';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import comments from '../../../../test/data/polis-biodiversity.json' with { type: 'json' };
import { expectAccessible } from '../../../../test/support/accessible.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { emulateMediaFeatures } from '../../../../test/support/engine.js';
import { overflowing } from '../../../../test/support/invariants.js';
import { tab } from '../../../../test/support/keys.js';
import { getAllByRole, nameOf } from '../../../../test/support/query.js';
import { CORPUS } from '../../../../test/support/xss/corpus.js';
import { foreignIn, hostileTopic, trap } from '../topic-card/testing/hostile.js';
import './define.js';
import { FIVE, listWith, topicNamed } from './testing/list.js';
import type { TopicList } from './topic-list.js';

let sheet: HTMLStyleElement;

before(async () => {
  const own = await Promise.all(
    ['../statement-viewer/statement-viewer.document.css', './topic-list.document.css'].map(
      async (path) => (await fetch(new URL(path, import.meta.url))).text(),
    ),
  );
  sheet = document.createElement('style');
  sheet.textContent = [documentSheet(), ...own].join('\n');
  document.head.append(sheet);
});

after(() => {
  sheet.remove();
});

async function list(record: unknown = listWith(), lang = 'fi', level = 2): Promise<TopicList> {
  const element = await fixture<TopicList>(
    html`<puntari-topic-list
      lang=${lang}
      heading-level=${level}
      .record=${record}
    ></puntari-topic-list>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await waitUntil(() => element.querySelector('script[type="application/ld+json"]'));
  return element;
}

async function opened(lang?: string): Promise<TopicList> {
  const element = await list(listWith(), lang);
  element.shadowRoot!.querySelector('details')!.open = true;
  await waitUntil(() => element.shadowRoot?.querySelector('#by-words'));
  return element;
}

async function chosen(id: string, value: string): Promise<TopicList> {
  const element = await opened();
  const control = element.shadowRoot!.querySelector<HTMLSelectElement>(`#${id}`)!;
  control.value = value;
  control.dispatchEvent(new Event(id === 'by-words' ? 'input' : 'change'));
  await element.updateComplete;
  return element;
}

describe('<puntari-topic-list>, accessibility', () => {
  for (const lang of ['fi', 'sv', 'en']) {
    it(`passes every gate in ${lang}`, async () => {
      await expectAccessible(await opened(lang));
    });
  }

  it('passes every gate with its search folded away', async () => {
    await expectAccessible(await list());
  });

  it('passes every gate filtered', async () => {
    await expectAccessible(await chosen('by-status', 'on-list'));
  });

  it('passes every gate sorted', async () => {
    await expectAccessible(await chosen('by-sort', 'title'));
  });

  it('passes every gate with nothing found', async () => {
    await expectAccessible(await chosen('by-words', 'avaruus'));
  });

  it('passes every gate without topics', async () => {
    // Two lines alone: axe cannot tell what they stand on.
    await expectAccessible(await list(listWith([])), { undecided: ['color-contrast'] });
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`starts at heading level ${level} and skips none`, async () => {
      const element = await list(listWith(), 'fi', level);
      const levels = getAllByRole(element, 'heading').map(({ localName }) => Number(localName[1]));
      expect(levels[0]).to.equal(level);
      expect(new Set(levels.slice(1))).to.deep.equal(new Set([Math.min(level + 1, 6)]));
    });
  }

  it('is gone through by Tab in reading order, also after sorting', async () => {
    const element = await chosen('by-sort', 'title');
    element.shadowRoot!.querySelector<HTMLElement>('#by-sort')!.focus();
    await tab();
    expect(nameOf(deepActiveElement()!)).to.equal('Asemat');
    await tab();
    expect(nameOf(deepActiveElement()!)).to.equal('Katutila');
  });

  it('leaves no gap where topics are hidden', async () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      topicNamed(`Aihe ${String(index)}`, { status: index === 99 ? 'chosen' : 'on-list' }),
    );
    const element = await list(listWith(many));
    element.shadowRoot!.querySelector('details')!.open = true;
    await waitUntil(() => element.shadowRoot?.querySelector('#by-words'));
    const control = element.shadowRoot!.querySelector<HTMLSelectElement>('#by-status')!;
    control.value = 'chosen';
    control.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const heading = element.querySelector('h2')!.getBoundingClientRect();
    const article = element.querySelector('#topic-aihe-99')!.getBoundingClientRect();
    expect(article.top - heading.bottom).to.be.lessThan(60);
  });

  it('has frames around its topics in forced colors', async () => {
    await emulateMediaFeatures({ 'forced-colors': 'active' });
    const article = (await list()).querySelector('article')!;
    const width = getComputedStyle(article).borderBlockStartWidth;
    await emulateMediaFeatures({});
    expect(width).to.equal('1px');
  });

  for (const width of [260, 320, 1200]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`fits into ${width} px, ${dir}`, async () => {
        const element = await opened();
        element.dir = dir;
        element.style.inlineSize = `${String(width)}px`;
        await element.updateComplete;
        expect(overflowing(element)).to.deep.equal([]);
      });
    }
  }
});

describe('<puntari-topic-list>, texts from outside', function () {
  this.timeout(60_000);

  it('runs nothing and makes nothing of markup', async () => {
    const { ran, release } = trap();
    // A list shows no contact, whose address would be refused before anything is shown.
    const topics = CORPUS.map((text, index) => {
      const { contact: _contact, ...topic } = hostileTopic(text, { id: `t${String(index)}` });
      return topic;
    });
    const element = await list(listWith(topics, { intro: CORPUS.join('\n\n') }));
    element.style.inlineSize = '260px';
    await element.updateComplete;
    const foreign = new Set(foreignIn(element).filter((problem) => !problem.includes('data-')));
    const { body } = document;
    release();
    expect({ ran, foreign: [...foreign] }).to.deep.equal({ ran: [], foreign: [] });
    expect(element.querySelectorAll('article')).to.have.length(CORPUS.length);
    expect(body.scrollWidth).to.be.at.most(innerWidth);
  });

  it('takes what is searched for and asked for as text', async () => {
    const element = await opened();
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#by-words')!;
    const { ran, release } = trap();
    for (const text of CORPUS.slice(0, 200)) {
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await element.updateComplete;
    }
    release();
    expect(ran).to.deep.equal([]);
  });

  it('shows what residents really write, as written', async () => {
    const topics = comments.map(({ id, text }) =>
      topicNamed('x', { id: `c${id}`, title: text, summary: text }),
    );
    const element = await list(listWith(topics), 'en');
    const titles = [...element.querySelectorAll('article h3')].map((title) => title.textContent);
    expect(titles).to.deep.equal(comments.map(({ text }) => text));
  });

  it('keeps titles of 5,000 characters and long words in their column', async () => {
    const texts = [
      'a',
      'x'.repeat(5000),
      'SÄÄSTÖ '.repeat(700),
      '🚲🏙️'.repeat(800),
      'شارع '.repeat(900),
    ];
    const topics = texts.map((title, index) => ({
      ...FIVE[index]!,
      title,
      summary: title,
      area: [title],
    }));
    const element = await list(listWith(topics));
    element.style.inlineSize = '260px';
    element.shadowRoot!.querySelector('details')!.open = true;
    await waitUntil(() => element.shadowRoot?.querySelector('#by-area'));
    expect(overflowing(element)).to.deep.equal([]);
  });
});

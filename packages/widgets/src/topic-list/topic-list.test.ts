import type { TopicList as TopicListRecord } from '@puntari/contracts';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { withDocumentSheet } from '../../../../test/support/document-sheet.js';
import {
  getAllByRole,
  getByRole,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import { FIVE, listWith, topicNamed } from './testing/list.js';
import type { TopicList } from './topic-list.js';

const { pathname } = location;
const ORDER = FIVE.map(({ title }) => title as string);

afterEach(() => {
  history.replaceState(
    null,
    '',
    pathname + location.search.replace(/[?&](a-|b-)?(q|sort|status)=.*$/, ''),
  );
});

/** With its search opened. */
async function list(record: TopicListRecord = listWith(), urlState?: string): Promise<TopicList> {
  const element = await fixture<TopicList>(
    urlState === undefined
      ? html`<puntari-topic-list lang="fi" .record=${record}></puntari-topic-list>`
      : html`<puntari-topic-list
          lang="fi"
          url-state=${urlState}
          .record=${record}
        ></puntari-topic-list>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await opened(element);
  return element;
}

async function opened(element: TopicList): Promise<void> {
  // Thousands of topics take a busy machine more than the second that is usual.
  const patient = { timeout: 5000 };
  await waitUntil(() => element.shadowRoot?.querySelector('details'), undefined, patient);
  element.shadowRoot!.querySelector('details')!.open = true;
  await waitUntil(() => element.shadowRoot?.querySelector('#by-words'), undefined, patient);
}

const shownTitles = (element: Element): string[] =>
  queryAllByRole(element, 'article').map((article) =>
    textOf(article.querySelector('h1, h2, h3, h4, h5, h6')!),
  );

async function choose(element: TopicList, label: string, value: string): Promise<void> {
  const control = getByRole<HTMLSelectElement>(element, 'combobox', label);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

async function search(element: TopicList, words: string): Promise<void> {
  const control = getByRole<HTMLInputElement>(element, 'searchbox', 'Hae sanoilla');
  control.value = words;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

function heard(element: Element): string[] {
  const region = element.shadowRoot!.querySelector('#status')!;
  const said: string[] = [];
  new MutationObserver(() => {
    if (region.textContent) said.push(region.textContent);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

describe('<puntari-topic-list>', () => {
  withDocumentSheet();

  describe('with topics', () => {
    let element: TopicList;
    beforeEach(async () => {
      element = await list();
    });

    it('has each as an article in an ordered list, as published', () => {
      expect(shownTitles(element)).to.deep.equal(ORDER);
      expect(element.querySelectorAll('ol > li > article')).to.have.length(5);
    });

    it('has all of them where readers and translators find them', () => {
      expect(element.textContent).to.contain('Aiheet').and.contain('Tiivistelmä: Kirjastot.');
    });

    it('gives each an address on the page', () => {
      expect(document.getElementById('topic-katutila')?.dataset['topic']).to.equal('katutila');
    });

    it('says why one was not chosen', () => {
      const article = getByRole(element, 'article', 'Zoologinen puisto');
      expect(textOf(article)).to.contain('Miksi aihetta ei valittu').and.contain('jo päätetty');
    });

    for (const [label, value, titles] of [
      ['Tilanne', 'on-list', ['Katutila', 'Asemat']],
      ['Alue', 'Tapiola', ['Ääni kuuluviin', 'Asemat']],
      ['Osallistumisen taso', '3', ['Katutila', 'Asemat']],
      ['Vuosi', '2027', ['Katutila', 'Zoologinen puisto', 'Kirjastot']],
    ] as const) {
      it(`shows those of one choice: ${label}`, async () => {
        await choose(element, label, value);
        expect(shownTitles(element)).to.deep.equal(titles);
      });
    }

    it('tells a screen reader of no item that is hidden', async () => {
      await choose(element, 'Tilanne', 'on-list');
      expect(getAllByRole(element, 'listitem')).to.have.length(2);
    });

    it('shows those that have the words', async () => {
      await search(element, 'kirjastot TIIVISTELMÄ');
      expect(shownTitles(element)).to.deep.equal(['Kirjastot']);
    });

    for (const [sort, titles] of [
      ['decision', ['Ääni kuuluviin', 'Kirjastot', 'Asemat', 'Katutila', 'Zoologinen puisto']],
      ['newest', ['Katutila', 'Zoologinen puisto', 'Kirjastot', 'Ääni kuuluviin', 'Asemat']],
      ['supporters', ['Ääni kuuluviin', 'Kirjastot', 'Asemat', 'Katutila', 'Zoologinen puisto']],
      ['title', ['Asemat', 'Katutila', 'Kirjastot', 'Zoologinen puisto', 'Ääni kuuluviin']],
    ] as const) {
      it(`puts them in another order, which is the reading order: ${sort}`, async () => {
        const nodes = new Set(element.querySelectorAll('article'));
        await choose(element, 'Järjestys', sort);
        // A topic without a count of its own has that of the fixture.
        if (sort !== 'supporters') expect(shownTitles(element)).to.deep.equal(titles);
        for (const article of element.querySelectorAll('article'))
          expect(nodes.has(article)).to.equal(true);
        await choose(element, 'Järjestys', 'published');
        expect(shownTitles(element)).to.deep.equal(ORDER);
      });
    }

    it('puts the most supported first', async () => {
      await choose(element, 'Järjestys', 'supporters');
      const counts = [...element.querySelectorAll<HTMLElement>('article')].map(({ dataset }) =>
        Number(dataset['supporters']),
      );
      expect(counts).to.deep.equal(counts.toSorted((a, b) => b - a));
    });

    it('keeps the focus on the control that was used', async () => {
      for (const [label, value] of [
        ['Tilanne', 'chosen'],
        ['Järjestys', 'title'],
      ] as const) {
        const control = getByRole(element, 'combobox', label);
        control.focus();
        await choose(element, label, value);
        expect(deepActiveElement()).to.equal(control);
      }
    });

    it('keeps the focus on a link whose topic is moved', async () => {
      const link = getByRole(element, 'link', 'Asemat');
      let lost = 0;
      link.focus();
      link.addEventListener('blur', () => {
        lost += 1;
      });
      await choose(element, 'Järjestys', 'title');
      expect(shownTitles(element)[0]).to.equal('Asemat');
      expect([document.activeElement, lost]).to.deep.equal([link, 0]);
    });

    it('says once how many are shown, when nobody types any more', async () => {
      const said = heard(element);
      await search(element, 'k');
      await search(element, 'kat');
      await search(element, 'katutila');
      expect(said).to.deep.equal([]);
      await waitUntil(() => said.length > 0, undefined, { timeout: 3000 });
      expect(said).to.deep.equal(['Näkyvissä aiheita 1, yhteensä 5.']);
    });

    it('says once in which order they are', async () => {
      const said = heard(element);
      await choose(element, 'Järjestys', 'title');
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Aiheiden järjestys: Aakkosjärjestys.']);
    });

    it('has a way back where nothing is left, and takes the focus along', async () => {
      await search(element, 'avaruus');
      expect(shownTitles(element)).to.deep.equal([]);
      expect(queryByText(element, /Yhtään tällaista aihetta ei ole/)).to.not.equal(null);
      const said = heard(element);
      getByRole(element, 'button', 'Näytä kaikki aiheet').click();
      await element.updateComplete;
      await waitUntil(() => said.length > 0);
      expect(said).to.deep.equal(['Näkyvissä aiheita 5, yhteensä 5.']);
      expect(shownTitles(element)).to.deep.equal(ORDER);
      expect(deepActiveElement()?.localName).to.equal('summary');
      expect(getByRole<HTMLInputElement>(element, 'searchbox').value).to.equal('');
    });

    it('leaves the address alone', async () => {
      const { href } = location;
      await choose(element, 'Tilanne', 'chosen');
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      expect(location.href).to.equal(href);
    });
  });

  describe('in another language', () => {
    it('keeps what was chosen, by the names of that language, and the focus', async () => {
      const element = await list();
      await choose(element, 'Alue', 'Leppävaara');
      const control = getByRole<HTMLSelectElement>(element, 'combobox', 'Alue');
      control.focus();
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Ämnen') !== null);
      expect(shownTitles(element)).to.deep.equal(['Katutila', 'Asemat']);
      expect(deepActiveElement()).to.equal(control);
      expect(control.selectedOptions[0]?.textContent).to.equal('Alberga');
    });

    it('keeps every topic in its place, and finds it by its new words', async () => {
      const element = await list();
      await search(element, 'ehdotettu');
      expect(shownTitles(element)).to.deep.equal(['Kirjastot']);
      const topics = [...element.querySelectorAll('li')];
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Ämnen') !== null);
      expect([...element.querySelectorAll('li')]).to.deep.equal(topics);
      expect(shownTitles(element)).to.deep.equal([]);
      const control = getByRole<HTMLInputElement>(element, 'searchbox');
      control.value = 'föreslaget';
      control.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      expect(shownTitles(element)).to.deep.equal(['Kirjastot']);
    });

    it('counts what its words find in that language', async () => {
      const named = FIVE.map((topic, place) =>
        place === 0 ? { ...topic, title: { fi: 'Katutila', sv: 'Gaturum' } } : topic,
      );
      const element = await list(listWith(named));
      const words = getByRole<HTMLInputElement>(element, 'searchbox', 'Hae sanoilla');
      words.value = 'gaturum';
      words.dispatchEvent(new Event('input'));
      await waitUntil(() => queryByText(element, /Yhtään tällaista aihetta ei ole/));
      element.lang = 'sv';
      await waitUntil(() => shownTitles(element).join() === 'Gaturum');
      await waitUntil(() => queryByText(element, 'Ämnen som visas: 1, totalt 5.'));
      expect(queryByText(element, /Det finns inga sådana/)).to.equal(null);
    });

    it('stands in the same order when it had been put into one', async () => {
      const element = await list();
      await choose(element, 'Järjestys', 'supporters');
      const order = shownTitles(element);
      expect(order).not.to.deep.equal(ORDER);
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Ämnen') !== null);
      expect(shownTitles(element)).to.deep.equal(order);
    });

    it('gives the focus to the same link, and keeps the place', async () => {
      const element = await list(
        listWith(Array.from({ length: 30 }, (_, index) => topicNamed(`Aihe ${String(index)}`))),
      );
      const link = getByRole(element, 'link', 'Aihe 20');
      link.focus();
      link.scrollIntoView();
      await new Promise(requestAnimationFrame);
      const { top } = link.getBoundingClientRect();
      element.lang = 'sv';
      await waitUntil(
        () => element.querySelector('[slot="document"]')?.getAttribute('lang') === 'sv',
      );
      const next = getByRole(element, 'link', 'Aihe 20');
      expect(deepActiveElement()).to.equal(next);
      expect(Math.abs(next.getBoundingClientRect().top - top)).to.be.lessThan(60);
    });
  });

  describe('with newer data', () => {
    it('counts what is shown now, and offers what can be chosen now', async () => {
      const element = await list();
      await choose(element, 'Tilanne', 'on-list');
      const newer = FIVE.map((topic) =>
        topic.title === 'Kirjastot' ? { ...topic, status: 'on-list' as const, year: 2030 } : topic,
      );
      element.record = listWith(newer, { version: '2' });
      await waitUntil(() => shownTitles(element).length === 3);
      await element.updateComplete;
      await waitUntil(() => queryByText(element, 'Näkyvissä aiheita 3, yhteensä 5.'));
      const years = getByRole<HTMLSelectElement>(element, 'combobox', 'Vuosi');
      await waitUntil(() => [...years.options].some(({ value }) => value === '2030'));
    });

    it('replaces the old, and keeps what was chosen and where the focus was', async () => {
      const element = await list();
      await choose(element, 'Tilanne', 'on-list');
      getByRole(element, 'link', 'Asemat').focus();
      const topics = [...FIVE.slice(1), topicNamed('Uusi aihe', { status: 'on-list' })];
      element.record = listWith(topics, { version: '2' });
      await element.updateComplete;
      expect(shownTitles(element)).to.deep.equal(['Asemat', 'Uusi aihe']);
      expect(deepActiveElement()).to.equal(getByRole(element, 'link', 'Asemat'));
    });

    it('begins anew with another list', async () => {
      const element = await list();
      await choose(element, 'Tilanne', 'on-list');
      element.record = listWith(FIVE, { id: 'toinen' });
      await element.updateComplete;
      expect(shownTitles(element)).to.deep.equal(ORDER);
    });
  });

  describe('whose view stands in the address', () => {
    it('writes it there without a new entry, and nothing else', async () => {
      history.replaceState({ mine: 1 }, '', `${pathname}${location.search}#osio`);
      const element = await list(listWith(), 'a');
      const { length } = history;
      await choose(element, 'Tilanne', 'on-list');
      await choose(element, 'Järjestys', 'title');
      await waitUntil(() => location.search.includes('a-sort=title'));
      expect(location.search).to.contain('a-status=on-list&a-sort=title');
      expect([history.length, history.state, location.hash]).to.deep.equal([
        length,
        { mine: 1 },
        '#osio',
      ]);
    });

    it('shows what the address asks for', async () => {
      const sign = location.search === '' ? '?' : '&';
      history.replaceState(null, '', `${pathname}${location.search}${sign}a-q=asemat`);
      const element = await list(listWith(), 'a');
      await waitUntil(() => shownTitles(element).length === 1);
      expect(getByRole<HTMLInputElement>(element, 'searchbox').value).to.equal('asemat');
    });

    it('names the order that the address asks for, also where it would not offer it', async () => {
      const sign = location.search === '' ? '?' : '&';
      history.replaceState(null, '', `${pathname}${location.search}${sign}a-sort=supporters`);
      const element = await list(
        listWith(FIVE.map(({ supporters: _uncounted, ...topic }) => topic)),
        'a',
      );
      const control = getByRole<HTMLSelectElement>(element, 'combobox', 'Järjestys');
      await waitUntil(() => control.selectedOptions[0]?.textContent === 'Eniten kannatetut ensin');
    });

    it('leaves the address without it when another list begins anew', async () => {
      const element = await list(listWith(), 'a');
      await choose(element, 'Tilanne', 'on-list');
      await waitUntil(() => location.search.includes('a-status=on-list'));
      element.record = listWith(FIVE, { id: 'toinen' });
      await element.updateComplete;
      expect(shownTitles(element)).to.deep.equal(ORDER);
      expect(location.search).not.to.contain('a-status');
    });

    it('stands in the address where links of the page lead to another site', async () => {
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
      try {
        const element = await list(listWith(), '');
        await choose(element, 'Tilanne', 'chosen');
        await waitUntil(() => location.search.includes('status=chosen'));
      } finally {
        base.remove();
      }
    });

    it('does not mix up two lists', async () => {
      const box = await fixture<HTMLElement>(
        html`<div>
          <puntari-topic-list lang="fi" url-state="a" .record=${listWith()}></puntari-topic-list>
          <puntari-topic-list lang="fi" url-state="b" .record=${listWith()}></puntari-topic-list>
        </div>`,
      );
      const [first, second] = [...box.querySelectorAll('puntari-topic-list')];
      await opened(first!);
      await opened(second!);
      await choose(first!, 'Tilanne', 'chosen');
      await choose(second!, 'Järjestys', 'title');
      await waitUntil(() => location.search.includes('b-sort=title'));
      expect(location.search).to.contain('a-status=chosen').and.contain('b-sort=title');
      expect(shownTitles(first!)).to.deep.equal(['Ääni kuuluviin']);
      expect(shownTitles(second!)[0]).to.equal('Asemat');
      const ids = [...box.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });
  });

  describe('shown three times on a page', () => {
    it('gives each topic an address of its own, also after a switch of language', async () => {
      const box = await fixture<HTMLElement>(
        html`<div>
          <puntari-topic-list lang="fi" .record=${listWith()}></puntari-topic-list>
          <puntari-topic-list lang="fi" .record=${listWith()}></puntari-topic-list>
          <puntari-topic-list lang="fi" .record=${listWith()}></puntari-topic-list>
        </div>`,
      );
      const lists = [...box.querySelectorAll('puntari-topic-list')];
      for (const one of lists) await opened(one);
      const different = (): number =>
        new Set([...box.querySelectorAll('article')].map(({ id }) => id)).size;
      expect(different()).to.equal(15);
      for (const one of lists) {
        one.lang = 'sv';
        await waitUntil(() => queryByRole(one, 'heading', 'Ämnen'));
      }
      expect(different()).to.equal(15);
    });
  });

  describe('whose view stands in the address, when the reader goes back', () => {
    /** What a link within the page does. */
    const goTo = (hash: string): void => {
      history.pushState(null, '', `${pathname}${location.search}${hash}`);
    };
    const back = async (): Promise<void> => {
      const arrives = oneEvent(window, 'popstate');
      history.back();
      await arrives;
    };
    const chooseAndGoOn = async (element: TopicList): Promise<void> => {
      await choose(element, 'Tilanne', 'on-list');
      await waitUntil(() => location.search.includes('a-status=on-list'));
      goTo('#osio');
      await choose(element, 'Tilanne', 'chosen');
      await choose(element, 'Järjestys', 'title');
      await waitUntil(() => location.search.includes('a-sort=title'));
    };

    it('shows what the address says, and says so once', async () => {
      const element = await list(listWith(), 'a');
      await chooseAndGoOn(element);
      await waitUntil(() => element.shadowRoot!.querySelector('#status')?.textContent !== '');
      const said = heard(element);
      const control = getByRole<HTMLSelectElement>(element, 'combobox', 'Tilanne');
      control.focus();
      await back();
      await waitUntil(() => shownTitles(element).join() !== 'Ääni kuuluviin');
      const shown = ORDER.filter((title) =>
        FIVE.some((topic) => topic.title === title && topic.status === 'on-list'),
      );
      expect(shownTitles(element)).to.deep.equal(shown);
      expect(control.value).to.equal('on-list');
      expect(getByRole<HTMLSelectElement>(element, 'combobox', 'Järjestys').value).to.equal(
        'published',
      );
      expect(deepActiveElement()).to.equal(control);
      expect(location.search).to.contain('a-status=on-list').and.not.contain('a-sort');
      await waitUntil(() => said.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(String(shown.length));
    });

    it('leads forward again', async () => {
      const element = await list(listWith(), 'a');
      await chooseAndGoOn(element);
      await back();
      await waitUntil(() => shownTitles(element).join() !== 'Ääni kuuluviin');
      history.forward();
      await waitUntil(() => shownTitles(element).join() === 'Ääni kuuluviin');
      await waitUntil(() => location.search.includes('a-sort=title'));
    });

    it('keeps the focus in the list when what had it has gone', async () => {
      const element = await list(listWith(), 'a');
      await choose(element, 'Tilanne', '');
      goTo('#osio');
      await choose(element, 'Tilanne', 'chosen');
      await waitUntil(() => location.search.includes('a-status=chosen'));
      getByRole(element, 'button', /Näytä kaikki/).focus();
      await back();
      await waitUntil(() => shownTitles(element).length === ORDER.length);
      await waitUntil(() => deepActiveElement()?.localName === 'summary');
    });

    it('keeps the focus in the list when the topic that had it is hidden', async () => {
      const element = await list(listWith(), 'a');
      await choose(element, 'Tilanne', 'chosen');
      await waitUntil(() => location.search.includes('a-status=chosen'));
      goTo('#osio');
      await choose(element, 'Tilanne', '');
      await waitUntil(() => !location.search.includes('a-status'));
      getByRole(element, 'link', 'Asemat').focus();
      await back();
      await waitUntil(() => shownTitles(element).length === 1);
      await waitUntil(() => deepActiveElement()?.localName === 'summary');
    });

    it('leaves another list as it is, and silent', async () => {
      const box = await fixture<HTMLElement>(
        html`<div>
          <puntari-topic-list lang="fi" url-state="a" .record=${listWith()}></puntari-topic-list>
          <puntari-topic-list lang="fi" url-state="b" .record=${listWith()}></puntari-topic-list>
          <puntari-topic-list lang="fi" .record=${listWith()}></puntari-topic-list>
        </div>`,
      );
      const [first, second, third] = [...box.querySelectorAll<TopicList>('puntari-topic-list')] as [
        TopicList,
        TopicList,
        TopicList,
      ];
      for (const one of [first, second, third]) await opened(one);
      await choose(second, 'Tilanne', 'on-list');
      await choose(third, 'Tilanne', 'on-list');
      await waitUntil(() => location.search.includes('b-status=on-list'));
      await chooseAndGoOn(first);
      const said = [heard(second), heard(third)];
      const before = [second, third].map(shownTitles);
      await back();
      await waitUntil(() => shownTitles(first).join() !== 'Ääni kuuluviin');
      expect([second, third].map(shownTitles)).to.deep.equal(before);
      expect(said.flat()).to.deep.equal([]);
    });

    it('does not undo what is being typed when a link within the page is followed', async () => {
      const element = await list(listWith(), 'a');
      await search(element, 'asemat');
      const arrives = oneEvent(window, 'popstate');
      location.hash = '#osio';
      await arrives;
      await element.updateComplete;
      expect(shownTitles(element)).to.deep.equal(['Asemat']);
      await waitUntil(() => location.search.includes('a-q=asemat'));
    });
  });

  describe('opened at the address of a topic', () => {
    it('takes the focus there, from where Tab and screen readers go on', async () => {
      scrollTo(0, 0);
      history.replaceState(null, '', '#topic-asemat');
      await list();
      const article = document.getElementById('topic-asemat')!;
      expect(article.contains(document.activeElement)).to.equal(true);
      history.replaceState(null, '', pathname + location.search);
    });
  });

  describe('linked to by a topic that is hidden', () => {
    afterEach(() => {
      history.replaceState(null, '', pathname + location.search);
    });

    it('shows it', async () => {
      const element = await list();
      await choose(element, 'Tilanne', 'chosen');
      location.hash = '#topic-asemat';
      await waitUntil(() => shownTitles(element).includes('Asemat'));
      await element.updateComplete;
      expect(getByRole<HTMLSelectElement>(element, 'combobox', 'Tilanne').value).to.equal('');
      const article = document.getElementById('topic-asemat')!;
      await waitUntil(() => {
        const { top, bottom } = article.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
    });
  });

  describe('with a record that is no list', () => {
    it('says that it cannot be shown', async () => {
      expectLog(/cannot use the record property/);
      expectLog(/is not a valid topicList/);
      const failed = oneEvent(document, 'puntari-failed');
      const element = await fixture<TopicList>(
        html`<puntari-topic-list
          lang="fi"
          .record=${{ ...listWith(), topics: 7 }}
        ></puntari-topic-list>`,
      );
      await failed;
      await waitUntil(() => queryByText(element, /ei voitu näyttää/) !== null);
    });
  });

  describe('with thousands of topics', () => {
    it('shows only those that are asked for, and all of them again', async () => {
      const many = Array.from({ length: 2100 }, (_, index) => topicNamed(`Aihe ${String(index)}`));
      const element = await list(listWith([...many, topicNamed('Sillan valaistus')]));
      const shown = (): number =>
        [...element.querySelectorAll('article')].filter((article) => article.checkVisibility())
          .length;
      await search(element, 'valaistus');
      expect(shown()).to.equal(1);
      // Not `until-found`, which takes seconds for so many.
      expect(element.querySelector('li')?.hidden).to.equal(true);
      await search(element, '');
      expect(shown()).to.equal(2101);
    });
  });

  describe('with few topics', () => {
    it('offers no search', async () => {
      const element = await fixture<TopicList>(
        html`<puntari-topic-list
          lang="fi"
          .record=${listWith(FIVE.slice(0, 2))}
        ></puntari-topic-list>`,
      );
      await waitUntil(() => element.querySelector('script[type="application/ld+json"]'));
      expect(element.shadowRoot?.querySelector('details')).to.equal(null);
    });

    it('says that there are none', async () => {
      const element = await fixture<TopicList>(
        html`<puntari-topic-list lang="fi" .record=${listWith([])}></puntari-topic-list>`,
      );
      await waitUntil(() => queryByText(element, 'Aiheita ei ole vielä.') !== null);
    });
  });

  describe('written by the page itself', () => {
    async function authored(): Promise<TopicList> {
      const article = (id: string, title: string, status: string): unknown =>
        html`<article data-topic=${id} data-status=${status} data-area="Tapiola | Espoo">
          <h3><a href="#${id}">${title}</a></h3>
        </article>`;
      const element = await fixture<TopicList>(
        html`<puntari-topic-list lang="fi"
          ><div slot="document">
            <h2>Omat aiheet</h2>
            <section>
              ${article('a', 'Öljy', 'chosen')}${article('b', 'Bussit', 'proposed')}
              <p>Ensimmäisen luettelon loppu</p>
            </section>
            <section>${article('c', 'Zoo', 'chosen')}${article('d', 'Apu', 'chosen')}</section>
          </div></puntari-topic-list
        >`,
      );
      await opened(element);
      return element;
    }

    it('is searched, filtered and put in order, each list by itself', async () => {
      const element = await authored();
      await choose(element, 'Järjestys', 'title');
      expect(shownTitles(element)).to.deep.equal(['Bussit', 'Öljy', 'Apu', 'Zoo']);
      expect(element.querySelector('section > :last-child')?.localName).to.equal('p');
      await choose(element, 'Tilanne', 'chosen');
      expect(shownTitles(element)).to.deep.equal(['Öljy', 'Apu', 'Zoo']);
      const areas = [...getByRole<HTMLSelectElement>(element, 'combobox', 'Alue').options];
      expect(areas.map(({ value }) => value)).to.deep.equal(['', 'Espoo', 'Tapiola']);
    });

    it('has no order by supporters where none are told', async () => {
      const options = [
        ...getByRole<HTMLSelectElement>(await authored(), 'combobox', 'Järjestys').options,
      ];
      expect(options.map(({ value }) => value)).to.not.include('supporters');
    });
  });

  it('tells search engines of the topics', async () => {
    const element = await list();
    await waitUntil(() => element.querySelector('script[type="application/ld+json"]'));
    const data = JSON.parse(
      element.querySelector('script[type="application/ld+json"]')!.textContent,
    ) as { numberOfItems: number; itemListElement: { name: string }[] };
    expect([data.numberOfItems, data.itemListElement.map(({ name }) => name)]).to.deep.equal([
      5,
      ORDER,
    ]);
  });

  it('has headings from the given level on', async () => {
    const element = await list();
    const levels = getAllByRole(element, 'heading').map(({ localName }) => localName);
    expect(levels).to.deep.equal(['h2', 'h3', 'h3', 'h3', 'h3', 'h3']);
  });
});

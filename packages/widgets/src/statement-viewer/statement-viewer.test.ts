import type { Statement, Vote } from '@puntari/contracts';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { fileFrom } from '../../../../test/support/file-from.js';
import { expectLog } from '../../../../test/support/setup.js';
import { compare } from '../pieces/comparison.js';
import './define.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';

async function viewer(record: unknown = statementWith(), lang = 'fi'): Promise<StatementViewer> {
  const element = await fixture<StatementViewer>(
    html`<puntari-statement-viewer lang=${lang} .record=${record}></puntari-statement-viewer>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** The item that a link to it leads to. */
const item = (id: string): HTMLElement => document.getElementById(`liikenne-${id}`)!;

/** Which items can be seen. */
const shown = (): string[] =>
  ['1', '7', '4a', '5', '6'].filter((id) => !item(id).hasAttribute('hidden'));

/** Comes when the record has been checked, which is after it is shown, and something was found. */
function nextReport(): Promise<void> {
  const { error } = console;
  return new Promise((resolve) => {
    console.error = (...values: unknown[]) => {
      console.error = error;
      error(...values);
      resolve();
    };
  });
}

const count = (element: StatementViewer, word: string): HTMLElement =>
  getByRole(element, 'button', new RegExp(`^${word}: `));

async function choose(element: StatementViewer, word: string): Promise<void> {
  count(element, word).click();
  await element.updateComplete;
}

async function opened(element: StatementViewer): Promise<StatementViewer> {
  getByRole(element, 'summary', 'Etsi kohtia').click();
  await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
  return element;
}

async function search(element: StatementViewer, words: string): Promise<void> {
  const field = getByRole<HTMLInputElement>(element, 'searchbox', 'Hae sanoilla');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

async function chooseTheme(element: StatementViewer, text: RegExp): Promise<void> {
  const select = getByRole<HTMLSelectElement>(element, 'combobox', 'Aihe');
  select.value = [...select.options].find((option) => text.test(option.text))!.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** What an act puts on the clipboard, which a test has no right to. */
async function copyOf(act: () => void): Promise<string> {
  const { clipboard } = navigator;
  const copied = new Promise<string>((resolve) => {
    const writeText = (text: string): Promise<void> => {
      resolve(text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  });
  act();
  const text = await copied;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  return text;
}

describe('<puntari-statement-viewer>', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('with a statement', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      element = await viewer();
    });

    it('has all of its text where readers and translators find it', () => {
      const text = element.querySelector('[slot=document]')?.textContent ?? '';
      for (const words of [
        'Paneelin lausuma',
        'Lisätään pyöräteitä.',
        'Rahaa ei ole.',
        'Bussit ensin.',
      ]) {
        expect(text).to.contain(words);
      }
    });

    it('says kind, panel, and to whom and when it was handed over', () => {
      const facts = textOf(getByText(element, 'Tyyppi').closest('dl')!);
      expect(facts).to.contain('Lausuma').and.contain('Liikennepaneeli');
      expect(facts).to.contain('Luovutettu 20. tammikuuta 2026, Kaupunginhallitus');
    });

    it('keeps the paragraphs of the general remarks', () => {
      expect(getByText(element, 'Silti löysimme yhteistä.').localName).to.equal('p');
    });

    it('groups the items under their themes', () => {
      const names = getAllByRole(element, 'heading').map(nameOf);
      const order = [
        'Pyöräily',
        'Toimintasuositus 1: Pyörätiet',
        'Keskeinen tieto 7',
        'Bussit',
        'Ehdotus 4a: Yöbussit',
        'Toimintasuositus 5',
        'Muut kohdat',
        'Toimintasuositus 6',
      ];
      expect(names.filter((name) => order.includes(name))).to.deep.equal(order);
    });

    it('gives every item an address', () => {
      expect(textOf(item('4a'))).to.contain('Yöbussit');
    });

    it('says the votes with what the percentages are counted from', () => {
      getByText(item('1'), /^Puolesta 25 \(74\s%\), vastaan 6 \(18\s%\), tyhjää 3 \(9\s%\)\.$/);
      getByText(item('1'), 'Prosentit on laskettu annetuista äänistä (34).');
    });

    it('leaves numbers on the line of what they count or number', () => {
      expect(item('4a').textContent).to.contain('§\u00A0214');
      expect(count(element, 'Hylätty').textContent).to.contain('Hylätty:\u00A01');
      expect(element.querySelector('nav')?.textContent).to.match(/\(\d\u00A0kohta/);
    });

    it('says the answer to each item: status, reason, who, when and where', () => {
      const text = textOf(item('4a'));
      for (const words of [
        'Vastaus: Hylätty',
        'Perustelu Rahaa ei ole.',
        'Päätetty 8. kesäkuuta 2026',
        'Kaupunginhallitus, 8. kesäkuuta 2026, § 214',
        'Päätös: Ehdotus hylättiin.',
      ]) {
        expect(text).to.contain(words);
      }
    });

    it('says what is next, by when and by whom', () => {
      expect(textOf(item('4a'))).to.contain(
        'Asia arvioidaan uudelleen. Viimeistään 31. tammikuuta 2028 Vastuutaho: Liikenneyksikkö',
      );
    });

    it('follows up with day and status', () => {
      expect(textOf(item('4a'))).to.contain('1. lokakuuta 2026: Arvioitavana Selvitys alkoi.');
    });

    it('says what the panel thinks of the answer', () => {
      getByText(item('4a'), 'Paneelin arvio vastauksesta: 3,3/10. Arvioijia 28.');
      expect(
        getByText(item('4a'), 'Muita keinoja ei tarjottu.').closest('blockquote'),
      ).to.not.equal(null);
    });

    it('marks an answer that is late, with the day it was due', () => {
      const text = textOf(item('5'));
      expect(text).to.contain('Vastaus: Myöhässä').and.contain('Määräaika 31. tammikuuta 2026');
    });

    it('calls what was noted just that', () => {
      expect(textOf(item('6')))
        .to.contain('Merkitty tiedoksi')
        .and.not.contain('Hyväksytty');
    });

    it('asks for no answer to a fact', () => {
      expect(textOf(item('7'))).to.not.contain('Vastaus');
    });

    it('gives dissent room, and links to what it is about', () => {
      getByText(element, 'Bussit ensin.');
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Ehdotus 4a');
      expect(link.hash).to.equal('#liikenne-4a');
    });

    it('says what a document link opens', () => {
      const link = getByRole<HTMLAnchorElement>(
        element,
        'link',
        /^Lausuma \(PDF, 120\skt, ruotsi\)$/,
      );
      expect(link.hreflang).to.equal('sv');
    });

    it('counts the answers', () => {
      const list = getAllByRole(element, 'list')[0]!;
      expect([...list.children].map(textOf)).to.deep.equal([
        'Merkitty tiedoksi: 1',
        'Hyväksytty: 1',
        'Hylätty: 1',
        'Myöhässä: 1',
      ]);
    });

    it('compares the panel with the population in a table', () => {
      const table = element.querySelector('table')!;
      expect(textOf(table.caption!)).to.equal('Ikä');
      const rows = [...table.rows].map((row) =>
        [...row.cells].map((cell) => cell.textContent.trim()),
      );
      expect(rows.at(-1)?.map((cell) => cell.replace(/\s/, ' '))).to.deep.equal([
        '30 vuotta tai yli',
        '78 %',
        'Ei tietoa',
        '79 %',
      ]);
    });
  });

  describe('filtering by answer', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      element = await viewer();
    });

    it('shows only the items with that answer, and only their themes', async () => {
      await choose(element, 'Hylätty');
      expect(shown()).to.deep.equal(['4a']);
      expect(queryByRole(element, 'heading', 'Pyöräily')).to.equal(null);
    });

    it('tells late items from those that wait', async () => {
      await choose(element, 'Myöhässä');
      expect(shown()).to.deep.equal(['5']);
    });

    it('says how many are left', async () => {
      await choose(element, 'Hylätty');
      await waitUntil(() => textOf(getByRole(element, 'status')) !== '');
      expect(textOf(getByRole(element, 'status'))).to.equal('Näkyvissä kohtia 1, yhteensä 5.');
    });

    it('leaves focus where it was', async () => {
      count(element, 'Hylätty').focus();
      await choose(element, 'Hylätty');
      expect(element.shadowRoot?.activeElement).to.equal(count(element, 'Hylätty'));
    });

    it('shows everything again', async () => {
      await choose(element, 'Hylätty');
      await choose(element, 'Hylätty');
      expect(shown()).to.have.length(5);
      getByRole(element, 'heading', 'Pyöräily');
    });

    it('shows everything again by a button, and keeps the focus near', async () => {
      await choose(element, 'Hylätty');
      const name = 'Näytä kaikki kohdat';
      await waitUntil(() => queryByRole(element, 'button', name) !== null, 'the tools');
      getByRole(element, 'button', name).click();
      await element.updateComplete;
      expect(shown()).to.have.length(5);
      expect(queryByRole(element, 'button', name)).to.equal(null);
      expect(element.shadowRoot?.activeElement?.localName).to.equal('button');
    });

    it('says which answer is shown', async () => {
      await choose(element, 'Hylätty');
      expect(count(element, 'Hylätty').ariaPressed).to.equal('true');
      expect(count(element, 'Hyväksytty').ariaPressed).to.equal('false');
    });

    it('is printed with all that is folded, and folded as before after it', async () => {
      await waitUntil(() => queryByRole(item('6'), 'link', /^Edellinen/) !== null, 'the tools');
      const folded = element.querySelector('details')!;
      for (const open of [false, true]) {
        folded.open = open;
        dispatchEvent(new Event('beforeprint'));
        expect(folded.open).to.equal(true);
        dispatchEvent(new Event('afterprint'));
        expect(folded.open).to.equal(open);
      }
    });

    it('leaves a disclosure open in another language', async () => {
      const table = getByRole(element, 'summary', 'Vertaa paneelia väestöön').closest('details')!;
      table.open = true;
      await waitUntil(() => queryByRole(item('6'), 'link', /^Edellinen/) !== null, 'the tools');
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Förslag 4a: Nattbussarna') !== null);
      expect(table.isConnected && table.open).to.equal(true);
      expect(getByRole(table, 'columnheader', 'Panelen').closest('tbody')).not.to.equal(null);
    });

    it('leaves a disclosure open in another language where texts are markup', async () => {
      const general = '<p>Olemme <b>eri</b></p>';
      element.record = statementWith({ version: '2', textFormat: 'html', general });
      await waitUntil(() => queryByText(element, 'eri') !== null, 'markup');
      const table = getByRole(element, 'summary', 'Vertaa paneelia väestöön');
      table.click();
      table.focus();
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Förslag 4a: Nattbussarna') !== null);
      const now = getByRole(element, 'summary', 'Jämför panelen med befolkningen');
      expect(now.closest('details')!.open).to.equal(true);
      expect(document.activeElement).to.equal(now);
    });

    it('is kept in another language', async () => {
      await choose(element, 'Hylätty');
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Förslag 4a: Nattbussarna') !== null);
      expect(shown()).to.deep.equal(['4a']);
      expect(count(element, 'Avvisat').ariaPressed).to.equal('true');
    });

    it('finds by the words of the new language, in items that stay where they were', async () => {
      const words = (): HTMLInputElement => getByRole(element, 'searchbox');
      const type = async (text: string): Promise<void> => {
        words().value = text;
        words().dispatchEvent(new Event('input', { bubbles: true }));
        await element.updateComplete;
      };
      await opened(element);
      await type('yöbussit');
      expect(shown()).to.deep.equal(['4a']);
      const night = item('4a');
      element.lang = 'sv';
      // The word is none of that language.
      await waitUntil(() => shown().length === 0, 'Swedish');
      await waitUntil(() => queryByText(element, /^\s*Punkter som visas: 0 av 5\./) !== null);
      expect(queryByRole(element, 'link', 'Gå till den första')).to.equal(null);
      await type('nattbussarna');
      expect(shown()).to.deep.equal(['4a']);
      expect(item('4a')).to.equal(night);
      await waitUntil(() => queryByRole(night, 'link', /^Länk/) !== null, 'the way on');
      expect(night.querySelectorAll('.puntari-way-on')).to.have.length(1);
    });

    it('is followed by the links from one item to the next', async () => {
      const way = (id: string): string[] =>
        queryAllByRole(item(id), 'link', /^(Edellinen|Seuraava)/).map(textOf);
      await waitUntil(() => way('6').length === 1, 'the way on');
      expect(way('1')).to.deep.equal(['Seuraava: Keskeinen tieto 7']);
      await choose(element, 'Hyväksytty');
      expect(way('1')).to.deep.equal([]);
      await choose(element, 'Hyväksytty');
      getByRole(element, 'summary', 'Etsi kohtia').click();
      await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
      const words = getByRole<HTMLInputElement>(element, 'searchbox');
      words.value = 'kaupunginhallitus';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      expect(shown()).to.deep.equal(['1', '4a', '6']);
      expect(way('1')).to.deep.equal(['Seuraava: Ehdotus 4a']);
      expect(way('4a')).to.deep.equal([
        'Edellinen: Toimintasuositus 1',
        'Seuraava: Toimintasuositus 6',
      ]);
      words.value = '';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      expect(way('1')).to.deep.equal(['Seuraava: Keskeinen tieto 7']);
    });

    it('is left by printing, and comes back after it', async () => {
      await choose(element, 'Hylätty');
      dispatchEvent(new Event('beforeprint'));
      expect(shown()).to.have.length(5);
      dispatchEvent(new Event('afterprint'));
      expect(shown()).to.deep.equal(['4a']);
    });

    it('tells screen readers nothing of what it hides', async () => {
      await choose(element, 'Hylätty');
      for (const hidden of element.querySelectorAll('[hidden]'))
        expect(hidden.closest('[aria-hidden=true]')).to.not.equal(null);
      await choose(element, 'Hylätty');
      expect(element.querySelector('[data-item][aria-hidden]')).to.equal(null);
    });

    it('ends when find in page finds a hidden item', async () => {
      await choose(element, 'Hylätty');
      item('1').dispatchEvent(new Event('beforematch', { bubbles: true }));
      await element.updateComplete;
      expect(shown()).to.have.length(5);
      expect(count(element, 'Hylätty').ariaPressed).to.equal('false');
    });

    it('ends when a link leads to a hidden item', async () => {
      await choose(element, 'Hyväksytty');
      const changed = oneEvent(window, 'hashchange');
      location.hash = '#liikenne-5';
      await changed;
      await element.updateComplete;
      expect(shown()).to.have.length(5);
    });

    it('ends when a link leads to a theme that is hidden', async () => {
      await choose(element, 'Hyväksytty');
      const theme = getByRole<HTMLAnchorElement>(element, 'link', 'Bussit').hash;
      const hidden = document.getElementById(theme.slice(1))!;
      // As in a browser that does not know hidden="until-found", and so does not show it by itself.
      for (const part of [hidden, ...hidden.querySelectorAll('[hidden]')])
        part.setAttribute('hidden', '');
      const changed = oneEvent(window, 'hashchange');
      location.hash = theme;
      await changed;
      await element.updateComplete;
      expect(shown()).to.have.length(5);
    });

    it('ends when a link leads to a hidden item whose address stands there already', async () => {
      await waitUntil(() => queryByRole(item('6'), 'link', /^Edellinen/) !== null, 'the tools');
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Ehdotus 4a: Yöbussit');
      link.click();
      await waitUntil(() => location.hash === '#liikenne-4a');
      await choose(element, 'Hyväksytty');
      // As in a browser that does not know hidden="until-found", and so does not show it by itself.
      for (const part of element.querySelectorAll('[hidden]')) part.setAttribute('hidden', '');
      link.click();
      await element.updateComplete;
      expect(shown()).to.have.length(5);
    });

    it('does not end when a link leads elsewhere', async () => {
      await choose(element, 'Hyväksytty');
      const changed = oneEvent(window, 'hashchange');
      location.hash = '#muualle';
      await changed;
      await element.updateComplete;
      expect(shown()).to.deep.equal(['1']);
    });

    it('starts anew with another record', async () => {
      await choose(element, 'Hyväksytty');
      element.record = statementWith({ version: '2' });
      await element.updateComplete;
      expect(shown()).to.have.length(5);
    });
  });

  describe('searching', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      element = await opened(await viewer());
    });

    it('finds items by words in the item or in its answer, in any order and case', async () => {
      await search(element, '  OLE rahaa ');
      expect(shown()).to.deep.equal(['4a']);
    });

    it('finds a word that was copied with the marks that nobody sees', async () => {
      await search(element, '\u200Era\u00ADhaa\u200F');
      expect(shown()).to.deep.equal(['4a']);
    });

    it('says how many are left once nobody types any more', async () => {
      await search(element, 'rahaa');
      await waitUntil(() => textOf(getByRole(element, 'status')) !== '', 'said', { timeout: 2000 });
      expect(textOf(getByRole(element, 'status'))).to.equal('Näkyvissä kohtia 1, yhteensä 5.');
    });

    it('shows the items of one theme, and those of none', async () => {
      await chooseTheme(element, /^\s*Bussit: 2/);
      expect(shown()).to.deep.equal(['4a', '5']);
      await chooseTheme(element, /^\s*Muut kohdat: 1/);
      expect(shown()).to.deep.equal(['6']);
    });

    it('combines answer, theme and words', async () => {
      await chooseTheme(element, /^\s*Bussit/);
      await choose(element, 'Myöhässä');
      expect(shown()).to.deep.equal(['5']);
      await search(element, 'yöbussit');
      expect(shown()).to.deep.equal([]);
      getByText(element, /Näkyvissä kohtia 0, yhteensä 5\./);
      getByRole(element, 'button', 'Näytä kaikki kohdat').click();
      await element.updateComplete;
      expect(shown()).to.have.length(5);
      expect(getByRole<HTMLInputElement>(element, 'searchbox').value).to.equal('');
      expect(getByRole<HTMLSelectElement>(element, 'combobox').value).to.equal('');
    });
  });

  describe('finding one’s way', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      element = await viewer();
      // The links are followed by script once the tools have come, and come themselves after that.
      await waitUntil(() => queryByRole(element, 'button', /Lataa lausuma/) !== null, 'the tools');
      await waitUntil(() => queryByRole(item('6'), 'link', /^Edellinen/) !== null, 'the links');
    });

    it('has contents with each item and where its answer stands', () => {
      const nav = getByRole(element, 'navigation', 'Sisällys: Paneelin lausuma');
      const links = [...nav.querySelectorAll('a')].map((link) => [textOf(link), link.hash]);
      expect(links).to.deep.include(['Ehdotus 4a: Yöbussit', '#liikenne-4a']);
      expect(textOf(nav)).to.contain('Bussit (2 kohtaa)').and.to.contain('Yöbussit Hylätty');
      for (const [, hash] of links)
        expect(document.getElementById(hash!.slice(1)), hash).to.not.equal(null);
    });

    it('says of each item where it stands among all, in the order in which they are shown', () => {
      const places = [...element.querySelectorAll('[data-item]')].map(
        (one) => /Kohta (\d\/\d)/.exec(textOf(one))?.[1],
      );
      expect(places).to.deep.equal(['1/5', '2/5', '3/5', '4/5', '5/5']);
    });

    it('leads to the next item and takes the focus to its heading', async () => {
      getByRole(item('7'), 'link', 'Seuraava: Ehdotus 4a').click();
      await waitUntil(() => location.hash === '#liikenne-4a');
      expect(textOf(document.activeElement!)).to.equal('Ehdotus 4a: Yöbussit');
    });

    it('leads to the next item again for whoever has scrolled back', async () => {
      const next = (): void => {
        getByRole(item('7'), 'link', 'Seuraava: Ehdotus 4a').click();
      };
      next();
      await waitUntil(() => scrollY > 0, 'there');
      scrollTo(0, 0);
      await waitUntil(() => scrollY === 0, 'back at the top');
      next();
      await waitUntil(() => item('4a').getBoundingClientRect().top < innerHeight, 'there again');
    });

    describe('on a page with a base', () => {
      let base: HTMLBaseElement;
      let left: string[];
      /** What nobody has taken over leads to another page, which would end the tests. */
      const stay = (event: MouseEvent): void => {
        const { href } = event.target as HTMLAnchorElement;
        if (!event.defaultPrevented && href.includes('/toinen/')) left.push(href);
        event.preventDefault();
      };
      beforeEach(() => {
        left = [];
        base = document.head.appendChild(document.createElement('base'));
        base.href = '/toinen/';
        addEventListener('click', stay);
      });
      afterEach(() => {
        removeEventListener('click', stay);
        base.remove();
      });

      it('stays on the page', async () => {
        getByRole(element, 'link', 'Ehdotus 4a: Yöbussit').click();
        expect(left).to.deep.equal([]);
        await waitUntil(() => location.hash === '#liikenne-4a');
        expect(item('4a').getBoundingClientRect().top).to.be.lessThan(innerHeight);
      });

      it('copies the address of the page', async () => {
        const copied = await copyOf(() => {
          getByRole(item('4a'), 'link', 'Linkki: Ehdotus 4a').click();
        });
        expect(copied).to.equal(
          `${location.origin}${location.pathname}${location.search}#liikenne-4a`,
        );
      });
    });

    it('passes over the items that are not shown', async () => {
      await opened(element);
      const words = getByRole<HTMLInputElement>(element, 'searchbox');
      words.value = 'kaupunginhallitus';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      getByRole(item('4a'), 'link', 'Edellinen: Toimintasuositus 1').click();
      await waitUntil(() => location.hash === '#liikenne-1');
      expect(textOf(document.activeElement!)).to.equal('Toimintasuositus 1: Pyörätiet');
      expect(shown()).to.deep.equal(['1', '4a', '6']);
    });

    it('has no link before the first item and none after the last', () => {
      expect(queryByRole(item('1'), 'link', /^Edellinen/)).to.equal(null);
      expect(queryByRole(item('6'), 'link', /^Seuraava/)).to.equal(null);
    });

    it('copies the address of an item, and says so', async () => {
      const copied = await copyOf(() => {
        getByRole(item('4a'), 'link', 'Linkki: Ehdotus 4a').click();
      });
      await waitUntil(() => textOf(getByRole(element, 'status')) === 'Osoite on kopioitu.');
      expect(copied).to.equal(
        `${location.origin}${location.pathname}${location.search}#liikenne-4a`,
      );
      expect(location.hash).to.equal('#liikenne-4a');
    });
  });

  describe('for search engines', () => {
    const read = (element: StatementViewer): Record<string, unknown> | undefined => {
      const script = element.querySelector(':scope > script[type="application/ld+json"]');
      return script ? (JSON.parse(script.textContent) as Record<string, unknown>) : undefined;
    };

    it('says what it is, whose, and where each answer stands, in one language at a time', async () => {
      const element = await viewer();
      await waitUntil(() => read(element) !== undefined, 'the data');
      expect(read(element)).to.deep.include({
        '@type': 'Report',
        name: 'Paneelin lausuma',
        inLanguage: 'fi',
        datePublished: '2026-01-21',
        author: { '@type': 'Organization', name: 'Liikennepaneeli' },
      });
      expect((read(element)!['hasPart'] as object[])[1]).to.deep.equal({
        '@type': 'CreativeWork',
        position: 2,
        name: 'Ehdotus 4a: Yöbussit',
        url: '#liikenne-4a',
        creativeWorkStatus: 'Hylätty',
      });
      element.lang = 'sv';
      await waitUntil(() => read(element)?.['inLanguage'] === 'sv', 'the data in Swedish');
      expect(element.querySelectorAll('script')).to.have.length(1);
    });

    it('is data, whatever the record says', async () => {
      const title = '</script><img src=x onerror=alert(1)>';
      const element = await viewer(statementWith({ id: 'x', title }));
      await waitUntil(() => read(element)?.['name'] === title, 'the data');
      expect(element.querySelector('img')).to.equal(null);
    });
  });

  describe('written by the page itself', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      element = await fixture<StatementViewer>(
        html`<puntari-statement-viewer lang="fi">
          <div slot="document" lang="fi">
            <h2>Oma lausuma</h2>
            <section data-theme="bussit">
              <h3>Bussit</h3>
              ${['1', '2', '3', '4'].map(
                (number) =>
                  html`<article
                    id="oma-${number}"
                    data-item=${number}
                    data-status=${number === '3' ? 'rejected' : 'accepted'}
                  >
                    <h4>Ehdotus ${number}: Otsikko</h4>
                    <p>Teksti ${number}.</p>
                  </article>`,
              )}
            </section>
          </div>
        </puntari-statement-viewer>`,
      );
      await waitUntil(() => queryByRole(element, 'button', /^Hylätty: 1/) !== null, 'the counts');
    });

    it('is counted, filtered and searched as one from a record', async () => {
      await choose(element, 'Hylätty');
      const left = [...element.querySelectorAll('[data-item]:not([hidden])')];
      expect(left.map(({ id }) => id)).to.deep.equal(['oma-3']);
      await choose(element, 'Hylätty');
      await opened(element);
      await search(element, 'teksti 2');
      expect(element.querySelectorAll('[data-item]:not([hidden])')).to.have.length(1);
    });

    it('has the same links to and between its items', async () => {
      await waitUntil(() => queryByRole(element, 'link', 'Seuraava: Ehdotus 2') !== null);
      getByText(element, 'Kohta 1/4');
    });

    it('can be taken along as text', async () => {
      const { text } = await fileFrom(() => {
        getByRole(element, 'button', /^Lataa lausuma/).click();
      });
      expect(text).to.contain('Ehdotus 3: Otsikko');
      expect(queryByRole(element, 'button', /CSV/)).to.equal(null);
    });
  });

  describe('written by the page itself, beside a record', () => {
    it('is counted by its own marks, and offers no text that it does not have', async () => {
      const items = ['1', '2', '3', '4'].map((id) =>
        itemWith({
          id,
          text: { fi: 'Lisätään pyöräteitä.', 'fi-simple': 'Pyöräily on helppoa.' },
          response: { status: 'awaiting', due: '2026-01-31', handling: [], progress: [] },
        }),
      );
      const element = await fixture<StatementViewer>(
        html`<puntari-statement-viewer lang="fi" .record=${statementWith({ items })}>
          <div slot="document" lang="fi">
            <h2>Oma lausuma</h2>
            ${items.map(
              ({ id }) =>
                html`<article
                  id="oma-${id}"
                  data-item=${id}
                  data-status=${id === '1' ? 'accepted' : 'awaiting'}
                >
                  <h3>Ehdotus ${id}</h3>
                </article>`,
            )}
          </div>
        </puntari-statement-viewer>`,
      );
      await waitUntil(() => queryByRole(element, 'button', /CSV/) !== null, 'the tools');
      await choose(element, 'Odottaa vastausta');
      expect(element.querySelectorAll('[data-item]:not([hidden])')).to.have.length(3);
      expect(queryByRole(element, 'button', /^Myöhässä/)).to.equal(null);
      expect(queryByRole(element, 'button', 'Näytä selkokielellä')).to.equal(null);
    });
  });

  describe('taken along', () => {
    const file = async (name: RegExp): Promise<{ name: string; text: string }> => {
      const element = await viewer();
      await waitUntil(() => queryByRole(element, 'button', name) !== null, 'the tools');
      return fileFrom(() => {
        getByRole(element, 'button', name).click();
      });
    };

    it('is a text with the same words, a line for each', async () => {
      const { name, text } = await file(/^Lataa lausuma/);
      expect(name).to.equal('liikenne.txt');
      const lines = text.split('\r\n');
      expect(lines[0]).to.equal('Paneelin lausuma');
      expect(lines).to.include('Ehdotus 4a: Yöbussit').and.to.include('Rahaa ei ole.');
      expect(text).to.not.contain('Seuraava:').and.to.not.contain('Sisällys');
    });

    it('is a text without a word lost or two run together', async () => {
      const text = `<p>Ensin<br>sitten</p><ul><li>Ulompi<ul><li>sisempi</li></ul></li></ul>
        <table><tr><th>Vuosi</th><td><p>Ensi</p><p>vuonna</p></td></tr></table>`;
      const element = await viewer(
        statementWith({
          textFormat: 'html',
          items: [itemWith({ text }), ...statementWith().items.slice(1)],
        }),
      );
      const name = /^Lataa lausuma/;
      await waitUntil(() => queryByRole(element, 'button', name) !== null, 'the tools');
      const file = await fileFrom(() => {
        getByRole(element, 'button', name).click();
      });
      expect(file.text.split('\r\n')).to.include.members([
        'Ensin',
        'sitten',
        'Ulompi',
        'sisempi',
        'Vuosi\tEnsi vuonna',
        'Päätös: Ehdotus hylättiin.',
      ]);
    });

    it('is a table with a row for each item', async () => {
      const { name, text } = await file(/CSV/);
      expect(name).to.equal('liikenne.csv');
      const rows = text.trim().split('\r\n');
      expect(rows).to.have.length(6);
      expect(rows[0]).to.contain('Kohta,Aihe,Otsikko,Teksti');
      const night = rows.find((row) => row.startsWith('Ehdotus 4a'));
      expect(night)
        .to.contain('Bussit,Yöbussit')
        .and.to.contain('Hylätty')
        .and.to.contain('2026-06-08');
      expect(night)
        .to.contain('Kaupunginhallitus 2026-06-08 § 214. Päätös: Ehdotus hylättiin.')
        .and.to.contain('3.3,10,28,Muita keinoja ei tarjottu.');
    });

    it('is a table with votes of each kind, and sentences that end once', async () => {
      const body = { name: 'Valtuusto' };
      const votes: Vote[] = [
        { method: 'scale5', scale: [3, 5, 6, 13, 7], base: 'cast' },
        { method: 'consensus', base: 'present' },
        { method: 'yesno', for: 30, against: 4, base: 'cast' },
      ];
      const items = votes.map((vote, index) => itemWith({ id: String(index), title: 'x', vote }));
      items[0]!.response = {
        status: 'partly',
        reason: 'Rahaa ei ole.',
        handling: [{ body, proposal: 'Tehdään osa.', decision: 'Tehtiin.' }],
        progress: [],
      };
      const element = await viewer(statementWith({ items }));
      await waitUntil(() => queryByRole(element, 'button', /CSV/) !== null, 'the tools');
      const { text } = await fileFrom(() => {
        getByRole(element, 'button', /CSV/).click();
      });
      const rows = text.split('\r\n');
      expect(rows[1]).to.contain('"Äänet asteikolla 1–5, ääniä 34. 1: 3, 2: 5, 3: 6, 4: 13, 5: 7"');
      expect(rows[1]).to.contain('Päätösehdotus: Tehdään osa. Päätös: Tehtiin.');
      expect(rows[2]).to.contain('Paneeli oli asiasta yhtä mieltä.').and.not.contain('läsnä');
      expect(rows[3]).to.contain(',30,4,,,annetuista äänistä');
    });

    it('has the words of markup and none of its tags; a title is no markup', async () => {
      const element = await viewer(
        statementWith({
          textFormat: 'html',
          question: '<p>Miten <em>kuljetaan</em>?</p>',
          items: [
            itemWith({
              id: 'x',
              title: 'a <b> c',
              text: '<p>Yksi</p><p>kaksi &amp; kolme</p>',
              rating: { mean: 3, of: 10, n: 30, comment: '<p>Vastaus <em>kiertää</em>.</p>' },
            }),
          ],
        }),
      );
      await waitUntil(() => queryByRole(element, 'button', /CSV/) !== null, 'the tools');
      const { text } = await fileFrom(() => {
        getByRole(element, 'button', /CSV/).click();
      });
      expect(text).to.contain('a <b> c').and.to.contain('"Yksi\nkaksi & kolme"');
      expect(text).to.contain('Vastaus kiertää.');
      expect(text).to.not.match(/<\/?p>/);
      const data = (): string => element.querySelector('script')?.textContent ?? '';
      await waitUntil(() => data().includes('Miten kuljetaan?'), 'the data for search engines');
    });

    it('runs no formula of anybody in a spreadsheet', async () => {
      const element = await viewer(
        statementWith({ items: [itemWith({ id: 'x', text: '=HYPERLINK("http://x")' })] }),
      );
      await waitUntil(() => queryByRole(element, 'button', /CSV/) !== null, 'the tools');
      const { text } = await fileFrom(() => {
        getByRole(element, 'button', /CSV/).click();
      });
      expect(text).to.contain(`"'=HYPERLINK(`);
    });
  });

  describe('with texts in easy language', () => {
    const easy = itemWith({
      text: { fi: 'Pyöräilyn edellytyksiä parannetaan.', 'fi-simple': 'Pyöräily on helppoa.' },
    });
    let element: StatementViewer;
    beforeEach(async () => {
      element = await viewer(statementWith({ items: [easy, itemWith({ id: '2', number: '2' })] }));
    });

    it('shows the easy version beside the full one', () => {
      const other = getByRole(item('1'), 'summary', 'Selkokielellä: Toimintasuositus 1');
      expect(other.closest('details')?.textContent).to.contain('Pyöräily on helppoa.');
      expect(queryByRole(item('2'), 'summary')).to.equal(null);
    });

    it('shows the whole statement in easy language, and in full again', async () => {
      const first = (): string => textOf(item('1').querySelector('p')!);
      expect(first()).to.equal('Pyöräilyn edellytyksiä parannetaan.');
      getByRole(element, 'button', 'Näytä selkokielellä').click();
      await element.updateComplete;
      expect(first()).to.equal('Pyöräily on helppoa.');
      expect(getByRole(item('1'), 'summary').closest('details')?.textContent).to.contain(
        'Pyöräilyn edellytyksiä parannetaan.',
      );
      getByRole(element, 'button', 'Näytä koko teksti').click();
      await element.updateComplete;
      expect(first()).to.equal('Pyöräilyn edellytyksiä parannetaan.');
    });

    it('has the full one beside it on a page in easy language, and shows all of it', async () => {
      const [first, second] = ['Pyöräily on helppoa.', 'Pyöräilyn edellytyksiä parannetaan.'];
      const read = (): string[] => [...item('1').querySelectorAll('p')].slice(0, 2).map(textOf);
      element.lang = 'fi-simple';
      await waitUntil(() => read()[0] === first, 'easy language');
      expect(read()[1]).to.equal(second);
      getByRole(item('1'), 'summary', 'Koko teksti: Toimintasuositus 1');
      getByRole(element, 'button', 'Näytä koko teksti').click();
      await element.updateComplete;
      expect(read()).to.deep.equal([second, first]);
      getByRole(element, 'button', 'Näytä selkokielellä').click();
      await element.updateComplete;
      expect(read()).to.deep.equal([first, second]);
    });

    it('stays in its language where the page rewords the viewer', async () => {
      const text = { fi: 'Koko teksti.', 'fi-simple': 'Selko.', sv: 'Hela.', 'sv-simple': 'Lätt.' };
      const words = encodeURIComponent(JSON.stringify({ sv: { answer: 'Stadens svar' } }));
      const swedish = await viewer(statementWith({ items: [itemWith({ text })] }), 'sv');
      swedish.strings = `data:application/json,${words}`;
      await waitUntil(() => queryByText(swedish, /^Stadens svar/) !== null, 'the words');
      expect(textOf(swedish)).to.contain('Hela.');
      const easy = swedish.querySelector('[data-item] details')!;
      expect(easy.textContent).to.contain('Lätt.').and.not.contain('Selko.');
    });

    it('offers it only where there is such a text', async () => {
      const other = await viewer(statementWith({ id: 'toinen' }));
      expect(queryByRole(other, 'button', 'Näytä selkokielellä')).to.equal(null);
    });
  });

  describe('with an item that was not translated', () => {
    it('says in which language it is, and marks it', async () => {
      const element = await viewer(
        statementWith({ items: [itemWith({ id: '1', text: { fi: 'Vain suomeksi.' } })] }),
        'sv',
      );
      // Engines write names of languages with a small or a large letter.
      getByText(element, /^Den här punkten har inte översatts\. Språk: finska\.$/i);
      expect(getByText(element, 'Vain suomeksi.').lang).to.equal('fi');
    });
  });

  describe('opened at the address of an item', () => {
    it('goes there, though the item came after the page', async () => {
      scrollTo(0, 0);
      location.hash = '#liikenne-6';
      const items = Array.from({ length: 30 }, (_, index) =>
        itemWith({ id: `a${String(index)}`, number: String(index) }),
      );
      await viewer(statementWith({ items: [...items, itemWith({ id: '6' })] }));
      expect(item('6').getBoundingClientRect().top).to.be.lessThan(innerHeight);
      expect(scrollY).to.be.greaterThan(0);
    });

    it('takes the focus there, from where Tab and screen readers go on', async () => {
      scrollTo(0, 0);
      location.hash = '#liikenne-4a';
      await viewer();
      expect(item('4a').contains(document.activeElement)).to.equal(true);
    });

    it('leaves the focus where somebody has it', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Haku" />`);
      field.focus();
      scrollTo(0, 0);
      location.hash = '#liikenne-4a';
      await viewer();
      expect(document.activeElement).to.equal(field);
    });
  });

  describe('opened at the address of another part of the text', () => {
    it('goes there, though it came after the page', async () => {
      scrollTo(0, 0);
      location.hash = '#liikenne--evidence';
      await viewer(
        statementWith({
          items: Array.from({ length: 30 }, (_, index) => itemWith({ id: `a${String(index)}` })),
        }),
      );
      const part = document.getElementById('liikenne--evidence')!;
      expect(part.getBoundingClientRect().top).to.be.lessThan(innerHeight);
      expect(scrollY).to.be.greaterThan(0);
    });
  });

  describe('with groups so small that somebody could be recognized', () => {
    const FEATURE = { feature: 'Sukupuoli' };
    const composition = [
      { ...FEATURE, value: 'Nainen', population: 0.5, pool: 0.54, panel: 0.5 },
      { ...FEATURE, value: 'Mies', population: 0.5, pool: 0.44, panel: 0.47 },
      { ...FEATURE, value: 'Muu', pool: 0.02, panel: 0.03 },
    ];
    const rowsWith = async (
      panel: Partial<Statement['panel']>,
    ): Promise<(string | undefined)[][]> => {
      const element = await viewer(statementWith({ panel: { composition, ...panel } }));
      return [...element.querySelector('table')!.rows]
        .slice(1)
        .map((row) => [...row.cells].slice(1).map((cell) => cell.textContent.replace(/\s/g, '')));
    };

    it('keeps them back, and what they could be computed from', async () => {
      expect(await rowsWith({ tookPart: 34, volunteers: 400 })).to.deep.equal([
        ['50%', '54%', 'Einäytetä'],
        ['50%', '44%', '47%'],
        ['Eitietoa', '2%', 'Einäytetä'],
      ]);
      const folded = getByRole(document.body, 'summary', 'Vertaa paneelia väestöön').parentElement!;
      expect(folded.textContent).to.contain('Pieniä ryhmiä ei näytetä');
    });

    const [first, ...others] = composition;
    for (const panel of [
      { tookPart: 34, volunteers: 100, composition },
      { volunteers: 100, composition: [{ ...first!, counts: { panel: 17 } }, ...others] },
    ]) {
      it(`keeps back the same as the panel composition, ${panel.tookPart ? 'with' : 'without'} its size`, async () => {
        const rows = await rowsWith(panel);
        const other = compare(panel).features[0]!.values.map(({ figures }) =>
          (['population', 'pool', 'panel'] as const).map(
            (group) => figures[group].kind === 'hidden',
          ),
        );
        const hidden = rows.map((row) => row.map((cell) => cell === 'Einäytetä'));
        expect(hidden).to.deep.equal(other);
        expect(hidden.at(-1)?.at(-1)).to.equal(true);
      });
    }

    it('keeps back a number when few are left out of the table', async () => {
      const rest = composition.slice(0, 2);
      expect(await rowsWith({ tookPart: 34, composition: rest })).to.deep.equal([
        ['50%', '54%', 'Einäytetä'],
        ['50%', '44%', '47%'],
      ]);
    });

    it('keeps back the same in a language in which a feature is not translated everywhere', async () => {
      const feature = { fi: 'Sukupuoli', sv: 'Kön' };
      const rows = [
        { feature, value: 'Nainen', panel: 0.5 },
        { feature: { fi: 'Sukupuoli' }, value: 'Muu', panel: 0.06 },
        { feature, value: 'Mies', panel: 0.44 },
      ];
      for (const lang of ['fi', 'sv']) {
        const panel = { tookPart: 34, composition: rows };
        const element = await viewer(statementWith({ panel }), lang);
        const [table] = element.querySelectorAll('table');
        const told = [...table!.rows].filter((one) => one.textContent.includes('%'));
        expect(
          told.map(({ cells }) => cells[0]!.textContent.trim()),
          lang,
        ).to.deep.equal(['Nainen']);
      }
    });

    it('tells shares of which nobody knows how many they are', async () => {
      expect((await rowsWith({})).at(-1)).to.deep.equal(['Eitietoa', '2%', '3%']);
    });
  });

  describe('beside the same statement in another language', () => {
    it('gives each address once', async () => {
      const first = await viewer();
      const second = await viewer(statementWith(), 'sv');
      const idsOf = (element: Element): string[] =>
        [...element.querySelectorAll('[id]')].map(({ id }) => id);
      expect(idsOf(first)).to.contain('liikenne-4a');
      expect(idsOf(second)).to.contain('liikenne-4a-sv');
      expect(getByRole<HTMLAnchorElement>(second, 'link', 'Förslag 4a').hash).to.equal(
        '#liikenne-4a-sv',
      );
    });
  });

  describe('shown three times on a page', () => {
    it('gives each item an address of its own', async () => {
      for (let place = 0; place < 3; place += 1) await viewer();
      const ids = [...document.querySelectorAll('[data-item]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(15);
    });
  });

  describe('with votes that do not add up', () => {
    it('shows them as given, with a note and no percentages', async () => {
      const vote = { method: 'yesno', for: 30, against: 9, absent: 0, base: 'cast' } as const;
      await viewer(statementWith({ items: [itemWith({ vote })] }));
      expect(textOf(item('1')))
        .to.contain('Puolesta 30, vastaan 9.')
        .and.not.contain('%');
      getByText(item('1'), /Ne eivät täsmää paneelin kokoon/);
    });
  });

  describe('with votes on a scale', () => {
    it('shows a table with its caption', async () => {
      const vote: Vote = { method: 'scale5', scale: [3, 5, 6, 13, 7], base: 'cast' };
      await viewer(statementWith({ items: [itemWith({ vote })] }));
      getByText(item('1'), 'Äänet asteikolla 1–5, ääniä 34');
    });
  });

  describe('with a consensus', () => {
    it('says so', async () => {
      await viewer(
        statementWith({ items: [itemWith({ vote: { method: 'consensus', base: 'present' } })] }),
      );
      getByText(item('1'), 'Paneeli oli asiasta yhtä mieltä.');
    });
  });

  describe('with codes that are newer than the widget', () => {
    let element: StatementViewer;
    beforeEach(async () => {
      expectLog(/cannot use the record property as it is/);
      const report = nextReport();
      const response = { status: 'postponed', handling: [], progress: [] };
      const vote = { method: 'dots', for: 3, against: 1, base: 'registered' };
      element = await viewer({
        ...statementWith(),
        kind: 'manifesto',
        items: [{ ...itemWith(), kind: 'dream', response, vote }],
      });
      await report;
    });

    it('says in neutral words that they are not known', () => {
      expect(textOf(item('1')))
        .to.contain('Ei tiedossa 1')
        .and.contain('Vastaus: Ei tiedossa');
    });

    it('shows the votes as given, without percentages', () => {
      expect(textOf(item('1')))
        .to.contain('Puolesta 3, vastaan 1.')
        .and.not.contain('%');
    });

    it('shows no code', () => {
      expect(textOf(element)).to.not.match(/postponed|dots|registered|manifesto|dream/);
    });
  });

  describe('with a text in another language only', () => {
    it('marks the language of that text', async () => {
      await viewer(statementWith({ items: [itemWith({ rationale: { ar: 'لأن الهواء نظيف' } })] }));
      const text = getByText(item('1'), 'لأن الهواء نظيف');
      expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
    });
  });

  describe('with as little as is required', () => {
    it('shows that, and neither count nor filter', async () => {
      const element = await viewer({
        schemaVersion: 1,
        version: '1',
        id: 'liikenne',
        title: 'Lausuma',
        kind: 'statement',
        adoptedOn: '2026-01-10',
        panel: {},
        items: [{ id: '1', kind: 'fact', text: 'Tieto.' }],
      });
      getByText(element, 'Tieto.');
      for (const role of ['combobox', 'searchbox', 'summary', 'navigation'])
        expect(queryByRole(element, role)).to.equal(null);
      expect(textOf(element)).to.not.match(/undefined|null/);
    });
  });

  describe('with a thousand items', () => {
    it('has every one of them in the page', async () => {
      const items = Array.from({ length: 1000 }, (_, index) =>
        itemWith({ id: String(index), text: `Kohta numero ${String(index)}.` }),
      );
      const element = await viewer(statementWith({ items }));
      expect(element.textContent).to.contain('Kohta numero 999.');
      expect(element.querySelectorAll('[data-item]')).to.have.length(1000);
    });
  });
});

import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import {
  getByRole,
  getByText,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import type { StatementViewer } from './statement-viewer.js';
import { statementWith } from './testing/statement.js';
import {
  viewer,
  item,
  shown,
  count,
  choose,
  opened,
  search,
  chooseTheme,
} from '../../../../test/support/statement-reader.js';

describe('<puntari-statement-viewer>, filtered', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
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
});

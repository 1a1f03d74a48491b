import { expect, waitUntil } from '@open-wc/testing';
import {
  getByRole,
  getByText,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';
import { viewer, item } from '../../../../test/support/statement-reader.js';

describe('<puntari-statement-viewer>, in several languages', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
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

  describe('with a text in another language only', () => {
    it('marks the language of that text', async () => {
      await viewer(statementWith({ items: [itemWith({ rationale: { ar: 'لأن الهواء نظيف' } })] }));
      const text = getByText(item('1'), 'لأن الهواء نظيف');
      expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
    });
  });
});

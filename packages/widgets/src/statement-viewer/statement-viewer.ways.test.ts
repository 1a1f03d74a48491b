import type { Vote } from '@puntari/contracts';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { getByRole, queryByRole, textOf } from '../../../../test/support/query.js';
import { fileFrom } from '../../../../test/support/file-from.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';
import { viewer, item, shown, opened, copyOf } from '../../../../test/support/statement-reader.js';

describe('<puntari-statement-viewer>, for those who come by a link and go on', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
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
});

import type { Statement, Vote } from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import { compare } from '../pieces/comparison.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';
import { viewer, item, count } from '../../../../test/support/statement-reader.js';

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

import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import type { PanelComposition } from './panel-composition.js';
import { compositionWith, row } from './testing/composition.js';

async function comparison(record: unknown): Promise<PanelComposition> {
  const element = await fixture<PanelComposition>(
    html`<puntari-panel-composition lang="fi" .record=${record}></puntari-panel-composition>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  for (const details of element.querySelectorAll('details')) details.open = true;
  return element;
}

/** The cells of a table, row by row. */
const cellsOf = (table: Element): string[][] =>
  [...table.querySelectorAll('tr')].map((line) => [...line.children].map(textOf));

describe('<puntari-panel-composition>', () => {
  describe('with shares of all three groups', () => {
    let element: PanelComposition;
    beforeEach(async () => {
      element = await comparison(compositionWith());
    });

    it('has its heading and the name of the panel in the page', () => {
      getByRole(element, 'heading', 'Paneeli verrattuna väestöön');
      expect(element.textContent).to.contain('Liikennepaneeli');
    });

    it('has a table of the feature with every share', () => {
      const table = getByRole(element, 'table', 'Ikä');
      expect(cellsOf(table).slice(1)).to.deep.equal([
        ['16–39 vuotta', '42 %', '31 %', '40 %'],
        ['40 vuotta tai yli', '58 %', '69 %', '60 %'],
      ]);
    });

    it('has one named picture with the same numbers', () => {
      const picture = getByRole(element, 'img');
      expect(nameOf(picture)).to.contain('Samat luvut ovat taulukossa');
      for (const share of ['42', '31', '40', '58', '69', '60'])
        expect(textOf(picture)).to.contain(`${share} %`);
    });

    it('draws each bar as wide as its share, and each group in its own way', () => {
      const drawn = [...element.querySelectorAll('svg')].slice(0, 3);
      expect(drawn.map((bar) => bar.getAttribute('width'))).to.deep.equal(['42%', '31%', '40%']);
      expect(new Set(drawn.map((bar) => bar.innerHTML)).size).to.equal(3);
    });

    it('says what the percentages are counted from', () => {
      const text = textOf(element);
      expect(text).to.contain('jäsenten määrästä, joka on 40.');
      expect(text).to.contain('ilmoittautuneiden määrästä, joka on 200.');
      expect(text).to.contain('asukkaiden määrästä, joka on 305 000.');
    });

    it('keeps nothing back', () => {
      expect(queryByText(element, 'Ei näytetä')).to.equal(null);
    });
  });

  describe('with a group of three people', () => {
    it('tells neither how many nor their share, in words or as a bar', async () => {
      const composition = [row('Kieli', 'suomi', 92.5), row('Kieli', 'ruotsi', 7.5)];
      const element = await comparison(compositionWith({ composition }));
      const table = getByRole(element, 'table', 'Kieli');
      expect(
        cellsOf(table)
          .slice(1)
          .map((line) => line.at(-1)),
      ).to.deep.equal(['Ei näytetä', 'Ei näytetä']);
      expect(textOf(element))
        .to.contain('Alle viiden')
        .and.not.match(/92|93|7,5|8 %/);
      expect(element.querySelectorAll('svg')).to.have.length(0);
    });
  });

  describe('with the panel alone', () => {
    it('has one column, and says that nobody told what it is counted from', async () => {
      const { id, version, schemaVersion } = compositionWith();
      const panel = { composition: [row('Ikä', '16–39 vuotta', 40)] };
      const element = await comparison({ id, version, schemaVersion, panel });
      expect(getAllByRole(element, 'columnheader').map(textOf)).to.deep.equal(['Paneeli']);
      expect(textOf(element)).to.contain('Ei ole kerrottu, kuinka monesta');
    });
  });

  describe('with counts', () => {
    it('says them beside the share', async () => {
      const composition = [
        row('Ikä', 'a', 50, { counts: { panel: 20 } }),
        row('Ikä', 'b', 50, { counts: { panel: 20 } }),
      ];
      const element = await comparison(compositionWith({ composition }));
      expect(cellsOf(getByRole(element, 'table', 'Ikä'))[1]).to.deep.equal(['a', '50 % (20)']);
    });
  });

  describe('with nothing to compare', () => {
    it('says so', async () => {
      const element = await comparison(compositionWith({ composition: [] }));
      getByText(element, 'Paneelin kokoonpanosta ei ole vielä tietoja.');
      expect(queryByRole(element, 'img')).to.equal(null);
    });
  });

  describe('with the record of a statement', () => {
    it('shows its panel', async () => {
      const { panel } = compositionWith();
      const statement = {
        schemaVersion: 1,
        version: '1',
        id: 'l',
        title: 'Lausuma',
        kind: 'statement',
        adoptedOn: '2026-02-07',
        items: [],
        panel,
      };
      getByRole(await comparison(statement), 'table', 'Ikä');
    });
  });

  describe('with a record that is none', () => {
    it('says that it cannot be shown, and keeps what the page wrote', async () => {
      expectLog(/cannot use the record property as it is/);
      expectLog(/is not a valid panelComposition/);
      const element = await fixture<PanelComposition>(
        html`<puntari-panel-composition
          lang="fi"
          .record=${compositionWith({ composition: [{ feature: 'Ikä' }] as never })}
          ><p>Kysy lisää: 09 816 21</p></puntari-panel-composition
        >`,
      );
      await waitUntil(() => element.shadowRoot?.querySelector('[data-kind=error]'));
      getByText(element, 'Kysy lisää: 09 816 21');
      expect(element.querySelector('[slot=document]')).to.equal(null);
    });
  });

  describe('switched to another language', () => {
    it('leaves its table open, and the focus where it was', async () => {
      const element = await comparison(compositionWith());
      getByRole(element, 'summary').focus();
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Panelen jämförd med befolkningen'));
      const summary = getByRole(element, 'summary', 'Samma siffror som tabell');
      expect(document.activeElement).to.equal(summary);
      expect(summary.closest('details')!.open).to.equal(true);
    });

    it('says all of it in that language', async () => {
      const element = await comparison(compositionWith());
      element.lang = 'en';
      await waitUntil(() =>
        queryByRole(element, 'heading', 'The panel compared with the population'),
      );
      expect(textOf(getByRole(element, 'img')))
        .to.contain('Panel: 40%')
        .and.not.contain('Väestö');
    });
  });

  describe('written by the page itself', () => {
    it('is kept as it is', async () => {
      const element = await fixture<PanelComposition>(
        html`<puntari-panel-composition lang="fi"
          ><div slot="document"><h2>Oma teksti</h2></div></puntari-panel-composition
        >`,
      );
      await element.updateComplete;
      getByRole(element, 'heading', 'Oma teksti');
    });
  });
});

import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import {
  getAllByRole,
  getByRole,
  getByText,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import type { ProcessTimeline } from './process-timeline.js';
import { processWith, TODAY } from './testing/process.js';

async function timeline(record: unknown, today = TODAY): Promise<ProcessTimeline> {
  const element = await fixture<ProcessTimeline>(
    html`<puntari-process-timeline
      lang="fi"
      today=${today}
      .record=${record}
    ></puntari-process-timeline>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const items = (element: Element): Element[] => [...element.querySelectorAll('ol > li')];

describe('<puntari-process-timeline>', () => {
  describe('with a day in each month', () => {
    it('says each in words', async () => {
      for (let month = 1; month <= 12; month += 1) {
        const from = `2028-${String(month).padStart(2, '0')}-15`;
        const element = await timeline(processWith({ process: [{ element: 'selection', from }] }));
        const name = new Intl.DateTimeFormat('fi-FI', { month: 'long', day: 'numeric' });
        const day = name.format(new Date(`${from}T12:00:00Z`));
        expect(textOf(items(element)[0]!)).to.contain(`Tulossa: ${day} 2028`);
      }
    });
  });

  describe('half-way', () => {
    let element: ProcessTimeline;
    beforeEach(async () => {
      element = await timeline(processWith());
    });

    it('has its heading and the name of the panel in the page', () => {
      getByRole(element, 'heading', 'Paneelin vaiheet');
      expect(element.textContent).to.contain('Liikennepaneeli');
    });

    it('lists the five elements in their order, each with where it stands', () => {
      expect(
        items(element)
          .map(textOf)
          .map((text) => text.slice(0, 42)),
      ).to.deep.equal([
        'Osallistujat arvotaan Päättynyt: 1. huhtikuuta 2027 – 20. huhtikuuta 2027 Arvotaan 40.'.slice(
          0,
          42,
        ),
        'Asiantuntijoita kuullaan Käynnissä nyt: 8. toukokuuta 2027'.slice(0, 42),
        'Ohjatut keskustelut Tulossa: 22. toukokuuta 2027'.slice(0, 42),
        'Yhteinen lausuma Tulossa: 12. kesäkuuta 2027'.slice(0, 42),
        'Lausuma päätöksentekoon ja julkisuuteen Ajankohtaa'.slice(0, 42),
      ]);
    });

    it('marks the one that goes on, and no other', () => {
      const current = [...element.querySelectorAll('[aria-current]')];
      expect(current.map((item) => item.getAttribute('aria-current'))).to.deep.equal(['step']);
      expect(textOf(current[0]!)).to.contain('Asiantuntijoita kuullaan');
    });

    it('says its days to people and programs', () => {
      expect(getByText(element, '15. toukokuuta 2027').getAttribute('datetime')).to.equal(
        '2027-05-15',
      );
    });

    it('links to materials with type, size and language', () => {
      getByRole(element, 'link', 'Tietopaketti (PDF, 1 240 kt, suomi)');
    });
  });

  describe('when all is over', () => {
    it('marks nothing as current', async () => {
      const element = await timeline(processWith(), '2028-01-01');
      expect(element.querySelector('[aria-current]')).to.equal(null);
      expect(queryByText(element, /Tulossa/)).to.equal(null);
    });
  });

  describe('on another day', () => {
    it('says where the panel is then', async () => {
      const element = await timeline(processWith());
      element.today = '2027-05-23';
      await element.updateComplete;
      expect(textOf(element.querySelector('[aria-current]')!)).to.contain('Ohjatut keskustelut');
    });
  });

  describe('with nothing told', () => {
    it('says so', async () => {
      getByText(
        await timeline(processWith({ process: [] })),
        'Paneelin vaiheista ei ole vielä tietoja.',
      );
    });
  });

  describe('with a record that is none', () => {
    it('says that it cannot be shown', async () => {
      expectLog(/cannot use the record property as it is/);
      expectLog(/is not a valid panelProcess/);
      const element = await timeline(
        processWith({ process: [{ element: 'experts', from: 'keväällä' }] }),
      );
      await waitUntil(() => element.shadowRoot?.querySelector('[data-kind=error]'));
      expect(element.querySelector('[slot=document]')).to.equal(null);
    });
  });

  describe('on a page that was left open over midnight', () => {
    const { Date: RealDate } = globalThis;
    let now = '';

    beforeEach(() => {
      globalThis.Date = class extends RealDate {
        constructor(...given: [] | [number | string]) {
          super(given[0] ?? now);
        }
      } as DateConstructor;
    });

    afterEach(() => {
      globalThis.Date = RealDate;
    });

    it('says what goes on today when somebody comes back to it', async () => {
      now = '2028-03-01T12:00:00Z';
      const record = processWith({ process: [{ element: 'selection', from: '2028-03-01' }] });
      const element = await fixture<ProcessTimeline>(
        html`<puntari-process-timeline lang="fi" .record=${record}></puntari-process-timeline>`,
      );
      await waitUntil(() => element.isReady);
      expect(textOf(items(element)[0]!)).to.contain('Käynnissä nyt');
      now = '2028-03-02T12:00:00Z';
      document.dispatchEvent(new Event('visibilitychange'));
      await element.updateComplete;
      expect(textOf(items(element)[0]!)).not.to.contain('Käynnissä nyt');
    });
  });

  describe('switched to another language', () => {
    it('says all of it in that language', async () => {
      const element = await timeline(processWith());
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Panelens skeden'));
      expect(getAllByRole(element, 'listitem').map(textOf).join(' '))
        .to.contain('Pågår nu')
        .and.not.contain('Tulossa');
    });
  });
});

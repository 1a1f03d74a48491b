/** Texts that are markup, as readers of a statement meet them. */
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import {
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  textOf,
} from '../../../../test/support/query.js';
import './define.js';
import { wordsOfMarkup } from './markup-support.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';

const TABLE =
  '<table><caption>Matkat</caption><tr><th>Kulkutapa</th><th>Alakoululaiset</th>' +
  '<th>Yläkoululaiset</th></tr><tr><th>Pyörä</th><td>31 %</td><td>38 %</td></tr></table>';

async function viewer(changes: object, width = '40em'): Promise<StatementViewer> {
  const record = statementWith({ textFormat: 'html', ...changes });
  const box = await fixture<HTMLElement>(
    html`<div style="inline-size: ${width}">
      <puntari-statement-viewer lang="fi" .record=${record}>
        <p>Lausuma on kirjaamossa.</p>
      </puntari-statement-viewer>
    </div>`,
  );
  const element = box.firstElementChild as StatementViewer;
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** The levels of the headings with these names. */
const levels = (element: Element, ...names: string[]): string[] =>
  names.map((name) => getByRole(element, 'heading', name).localName);

describe('<puntari-statement-viewer> with markup', () => {
  it('shows lists, emphasis and links as such', async () => {
    const element = await viewer({
      general: '<p>Luimme <a href="https://example.fi/a">aineiston</a>.</p><ul><li>yksi</li></ul>',
    });
    const link = getByRole<HTMLAnchorElement>(element, 'link', 'aineiston');
    expect(link.href).to.equal('https://example.fi/a');
    expect(getByText(element, 'yksi').localName).to.equal('li');
  });

  it('resolves links against the record', async () => {
    const element = await viewer({ general: '<p><a href="liite.pdf">Liite</a></p>' });
    const { href } = getByRole<HTMLAnchorElement>(element, 'link', 'Liite');
    expect(href).to.equal(new URL('liite.pdf', document.baseURI).href);
  });

  it('puts headings below the one that each text stands under', async () => {
    const element = await viewer({
      general: '<h1>Työ</h1><h3>Tapa</h3>',
      dissents: [{ text: '<h4>Eri mieltä</h4>' }],
      items: [
        itemWith({
          text: '<h1>Mitä</h1>',
          rationale: '<h2>Miksi</h2>',
          response: {
            status: 'rejected',
            text: '<h2>Vastaamme</h2>',
            reason: '<h2>Syy</h2>',
            handling: [],
            progress: [],
          },
        }),
      ],
    });
    expect(levels(element, 'Yleiset huomiot', 'Työ', 'Tapa')).to.deep.equal(['h3', 'h4', 'h5']);
    expect(levels(element, 'Eri mieltä', 'Mitä')).to.deep.equal(['h4', 'h5']);
    expect(levels(element, 'Miksi', 'Vastaamme', 'Syy')).to.deep.equal(['h6', 'h6', 'h6']);
  });

  it('shows tags in titles and names as they are written', async () => {
    const element = await viewer({ title: '<b>Lausuma</b>' });
    getByRole(element, 'heading', '<b>Lausuma</b>');
  });

  it('marks what is in another language', async () => {
    const element = await viewer({ general: { ar: '<p>سلام</p>' } });
    const text = getByText(element, 'سلام');
    expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('leaves out a part in which nothing is said', async () => {
    const element = await viewer({ general: '<p>&nbsp;</p><script>x()</script>' });
    expect(queryByRole(element, 'heading', 'Yleiset huomiot')).to.equal(null);
  });

  it('follows a record in plain text with plain text', async () => {
    const element = await viewer({ general: '<p>Yksi</p>' });
    element.record = statementWith({ version: '2', general: 'alle <5 %' });
    await waitUntil(() => element.textContent.includes('alle <5 %'));
  });

  it('is filtered and counted like any other', async () => {
    const element = await viewer({});
    getByRole(element, 'button', /^Hylätty/).click();
    await element.updateComplete;
    expect(queryByRole(element, 'heading', 'Pyöräily')).to.equal(null);
  });

  describe('with a table', () => {
    it('gives it no stop of its own where it fits', async () => {
      const element = await viewer({ general: TABLE });
      expect(queryByRole(element, 'group', 'Matkat')).to.equal(null);
      expect(nameOf(getByRole(element, 'table', 'Matkat'))).to.equal('Matkat');
    });

    describe('that is too wide', () => {
      let sheet: HTMLStyleElement;
      beforeEach(() => {
        // As the themes have it.
        sheet = document.createElement('style');
        sheet.textContent =
          '.puntari-table-frame { overflow-x: auto } .puntari-table { overflow-wrap: normal }';
        document.head.append(sheet);
      });
      afterEach(() => {
        sheet.remove();
      });

      it('lets it be scrolled by keyboard, and names the place', async () => {
        const element = await viewer({ general: TABLE }, '8em');
        await waitUntil(() => queryByRole(element, 'group', 'Matkat') !== null);
        const place = getByRole(element, 'group', 'Matkat');
        expect(place.tabIndex).to.equal(0);
        place.focus();
        expect(document.activeElement).to.equal(place);
        element.parentElement!.style.inlineSize = '60em';
        await waitUntil(() => queryByRole(element, 'group', 'Matkat') === null);
        expect(place.tabIndex).to.equal(-1);
      });

      it('calls it a table where it has no caption', async () => {
        const general = TABLE.replace('<caption>Matkat</caption>', '');
        const element = await viewer({ general }, '8em');
        await waitUntil(() => queryByRole(element, 'group', 'Taulukko') !== null);
      });
    });

    it('says of each header what it is the header of', async () => {
      const element = await viewer({ general: TABLE });
      expect(textOf(getByRole(element, 'columnheader', 'Alakoululaiset'))).to.equal(
        'Alakoululaiset',
      );
      getByRole(element, 'rowheader', 'Pyörä');
    });
  });
});

describe('the words of markup', () => {
  for (const [markup, words] of [
    ['<p>Yksi</p><p>kaksi</p>', 'Yksi\n\nkaksi'],
    ['<ul><li>Yksi</li><li>kaksi</li></ul>', 'Yksi\n\nkaksi'],
    ['Yksi<br>kaksi', 'Yksi\n\nkaksi'],
    ['<p>Yksi <em>kaksi</em> <a href="/x">kolme</a></p>', 'Yksi kaksi kolme'],
    ['<style>p{}</style><script>x()</script><!-- y -->Yksi', 'Yksi'],
    ['alle 5 &lt; 6 &amp; 7, 1 < 2', 'alle 5 < 6 & 7, 1 < 2'],
  ] as const) {
    it(`of ${markup} are ${JSON.stringify(words)}`, () => {
      const parts = wordsOfMarkup(markup).split(/\n\s*\n/);
      expect(
        parts
          .map((part) => part.trim())
          .filter(Boolean)
          .join('\n\n'),
      ).to.equal(words);
    });
  }
});

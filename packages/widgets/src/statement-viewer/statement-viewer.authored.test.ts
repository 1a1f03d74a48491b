import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { getByRole, getByText, queryByRole } from '../../../../test/support/query.js';
import { fileFrom } from '../../../../test/support/file-from.js';
import type { StatementViewer } from './statement-viewer.js';
import { itemWith, statementWith } from './testing/statement.js';
import { viewer, choose, opened, search } from '../../../../test/support/statement-reader.js';

describe('<puntari-statement-viewer>, in the page around it', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
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
});

/** The first statement with markup on a page: in a file of its own, because what it waits for is then there for good. */
import { expect, oneEvent } from '@open-wc/testing';

import { getByText } from '../../../../test/support/query.js';
import './define.js';
import { statementWith } from './testing/statement.js';

describe('the first <puntari-statement-viewer> with markup', () => {
  it('never shows a tag, and the other channel as long as it waits', async () => {
    const seen = new Set<string>();
    const record = statementWith({ textFormat: 'html', general: '<p>Yksi</p>' });
    const element = document.createElement('puntari-statement-viewer');
    element.lang = 'fi';
    const fallback = document.createElement('p');
    fallback.textContent = 'Lausuma on kirjaamossa.';
    element.append(fallback);
    element.record = record;
    const ready = oneEvent(element, 'puntari-ready');
    const observer = new MutationObserver(() => seen.add(element.textContent));
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    document.body.append(element);
    await element.updateComplete;
    getByText(element, 'Lausuma on kirjaamossa.');
    await ready;
    await element.updateComplete;
    observer.disconnect();
    element.remove();
    expect([...seen].filter((text) => text.includes('<'))).to.deep.equal([]);
    expect(element.textContent).to.contain('Yksi');
  });
});

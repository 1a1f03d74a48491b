/**
 * A widget that is defined before the parser has reached its tag, by a script in the head of the page. In Chromium alone: WebKit
 * passes too, but at times never runs the script of a page that is written in pieces.
 */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { channelWith } from './testing/channel.js';
import type { TestViewer } from './testing/test-widgets.js';

const DEFINE = new URL('testing/test-widgets.ts', import.meta.url).href;
const JSON_IN_TAG = `<script type="application/json">${JSON.stringify(channelWith())}</script>`;
/** The parser goes on a moment later, as it does where a page comes in pieces. */
const PIECE = 50;

/** What a network gives the parser. Nothing else than the discouraged call gives it a page in pieces. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const write = (page: Document, piece: string): void => page.write(piece);

describe('A widget that is defined before its page has been read', () => {
  let frame: HTMLIFrameElement;
  let page: Document;

  beforeEach(async () => {
    frame = document.createElement('iframe');
    document.body.append(frame);
    page = frame.contentDocument!;
    page.open();
    write(
      page,
      `<!doctype html><html lang="fi"><title>Sivu</title>
      <script type="module" async src="${DEFINE}"></script><body>`,
    );
    await frame.contentWindow!.customElements.whenDefined('test-viewer');
  });

  afterEach(() => {
    frame.remove();
  });

  async function read(...pieces: readonly string[]): Promise<TestViewer> {
    for (const piece of pieces) {
      write(page, piece);
      await aTimeout(PIECE);
    }
    page.close();
    return page.querySelector<TestViewer>('test-viewer')!;
  }

  describe('when its record stands in its tag', () => {
    it('shows it', async () => {
      const element = await read('<test-viewer>', JSON_IN_TAG, '</test-viewer>');
      await waitUntil(() => element.isReady, 'the record was not seen');
      await element.updateComplete;
      expect(element.textContent).to.contain('Anna palautetta');
    });

    it('takes it before the one at src', async () => {
      const element = await read('<test-viewer src="/none.json">', JSON_IN_TAG, '</test-viewer>');
      await waitUntil(() => element.isReady, 'the record was not seen');
    });
  });

  describe('when the page wrote its text itself', () => {
    it('keeps that text alone', async () => {
      const element = await read(
        '<test-viewer>',
        '<div slot="document"><h2>Oma teksti</h2></div>',
        JSON_IN_TAG,
        '</test-viewer>',
      );
      await waitUntil(() => element.isReady, 'the record was not seen');
      await element.updateComplete;
      expect(element.querySelectorAll('[slot="document"]')).to.have.length(1);
    });

    it('shows it without any record', async () => {
      const element = await read(
        '<test-viewer>',
        '<p slot="document">Oma teksti</p>',
        '</test-viewer>',
      );
      await waitUntil(
        () => element.querySelector('p')!.getBoundingClientRect().height > 0,
        'the text is not shown',
      );
      expect(element.shadowRoot!.querySelector('slot[name="document"]')).to.not.equal(null);
    });
  });
});

import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';

import { expectLog } from '../../../test/support/setup.js';
import { type Loader, loaderOf } from './loader.js';
import { WIDGETS, type WidgetName } from './names.js';

/** What a loader asked for, in order; and what it gets. */
class Imports {
  readonly asked: string[] = [];
  isOnline = true;

  widget = (name: WidgetName): Promise<unknown> => this.#answer(name);

  hydration = (): Promise<unknown> => this.#answer('hydration');

  async #answer(name: string): Promise<void> {
    this.asked.push(name);
    if (this.isOnline) return;
    // Nothing fails within a frame.
    await aTimeout(40);
    throw new TypeError('Failed to fetch');
  }
}

/** Long enough for observers to report, in every engine. */
async function settle(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await aTimeout(80);
}

/** A loader that hears nothing of those of earlier tests. */
function begin(imports: Imports): Loader {
  const loader = loaderOf(imports);
  const alone = (event: Event): void => {
    event.stopPropagation();
  };
  window.addEventListener('puntari-observe', alone, true);
  loader.observe();
  window.removeEventListener('puntari-observe', alone, true);
  return loader;
}

async function start(imports: Imports): Promise<Loader> {
  const loader = begin(imports);
  await settle();
  return loader;
}

const farBelow = html`<div style="block-size: 300vh"></div>
  <puntari-topic-card></puntari-topic-card>`;

describe('the loader', () => {
  let imports: Imports;

  beforeEach(() => {
    imports = new Imports();
    window.scrollTo(0, 0);
  });

  afterEach(() => {
    // A loader of an earlier test goes on watching; it has nothing to complain of.
    imports.isOnline = true;
  });

  describe('when a page has widgets in view', () => {
    it('imports each of them once', async () => {
      await fixture(
        html`<div>
          <puntari-topic-card></puntari-topic-card><puntari-topic-card></puntari-topic-card>
          <puntari-feedback-block><p>Puhelin 09 123 456</p></puntari-feedback-block>
        </div>`,
      );
      await start(imports);
      expect(imports.asked).to.have.members(['topic-card', 'feedback-block']);
    });

    it('does not wait for the next frame', async () => {
      await fixture(
        html`<div>
          <puntari-topic-card><p>Puhelin 09 123 456</p></puntari-topic-card>
          <div hidden><puntari-topic-list></puntari-topic-list></div>
          <div style="block-size: 300vh"></div>
          <puntari-statement-viewer></puntari-statement-viewer>
        </div>`,
      );
      let frames = 0;
      requestAnimationFrame(() => {
        frames += 1;
      });
      begin(imports);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      expect({ frames, asked: imports.asked }).to.deep.equal({ frames: 0, asked: ['topic-card'] });
    });

    it('imports nothing that the page does not have', async () => {
      await fixture(html`<puntari-other></puntari-other>`);
      await start(imports);
      expect(imports.asked).to.deep.equal([]);
    });
  });

  describe('when a widget stands far below the view', () => {
    it('waits until it is scrolled near', async () => {
      const page = await fixture(html`<div>${farBelow}</div>`);
      await start(imports);
      expect(imports.asked).to.deep.equal([]);
      page.querySelector('puntari-topic-card')!.scrollIntoView();
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card']);
    });
  });

  describe('when a widget comes later', () => {
    it('imports it, however deep in what was added', async () => {
      const page = await fixture(html`<div></div>`);
      await start(imports);
      const section = document.createElement('section');
      section.append(document.createElement('p'));
      section.firstElementChild!.append(document.createElement('puntari-statement-viewer'));
      page.append(section);
      await settle();
      expect(imports.asked).to.deep.equal(['statement-viewer']);
    });

    it('imports one that was hidden when it is shown', async () => {
      const page = await fixture(html`<div hidden><puntari-topic-card></puntari-topic-card></div>`);
      await start(imports);
      expect(imports.asked).to.deep.equal([]);
      page.toggleAttribute('hidden');
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card']);
    });

    it('imports one in a closed accordion when it is opened', async () => {
      const accordion = await fixture<HTMLDetailsElement>(
        html`<details>
          <summary>Ilmoittaudu</summary>
          <puntari-volunteer-form><p>Puhelin 09 123 456</p></puntari-volunteer-form>
        </details>`,
      );
      await start(imports);
      expect(imports.asked).to.deep.equal([]);
      accordion.open = true;
      await settle();
      expect(imports.asked).to.deep.equal(['volunteer-form']);
    });

    it('imports one in a dialog when the dialog opens', async () => {
      const dialog = await fixture<HTMLDialogElement>(
        html`<dialog><puntari-volunteer-form></puntari-volunteer-form></dialog>`,
      );
      await start(imports);
      expect(imports.asked).to.deep.equal([]);
      dialog.showModal();
      await settle();
      dialog.close();
      expect(imports.asked).to.deep.equal(['volunteer-form']);
    });
  });

  describe('when a widget stands in a shadow root of the page', () => {
    it('is told of the root by the page', async () => {
      const host = await fixture(html`<div></div>`);
      const root = host.attachShadow({ mode: 'open' });
      root.append(document.createElement('puntari-topic-card'));
      const loader = await start(imports);
      expect(imports.asked).to.deep.equal([]);
      loader.observe(root);
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card']);
    });
  });

  describe('when an import fails', () => {
    beforeEach(() => {
      imports.isOnline = false;
      expectLog(/<puntari-topic-card> not loaded/);
    });

    it('leaves the fallback as it is', async () => {
      const page = await fixture(
        html`<div>
          <puntari-topic-card><p>Puhelin 09 123 456</p></puntari-topic-card>
        </div>`,
      );
      await start(imports);
      expect(page.textContent).to.contain('09 123 456');
      expect(imports.asked).to.deep.equal(['topic-card']);
    });

    it('tries again when the connection is back', async () => {
      await fixture(html`<puntari-topic-card></puntari-topic-card>`);
      await start(imports);
      imports.isOnline = true;
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card', 'topic-card']);
    });

    it('tries again when the tag comes into view again', async () => {
      const page = await fixture(html`<div>${farBelow}</div>`);
      await start(imports);
      const card = page.querySelector('puntari-topic-card')!;
      for (const isOnline of [false, true]) {
        imports.isOnline = isOnline;
        card.scrollIntoView();
        await settle();
        window.scrollTo(0, 0);
        await settle();
      }
      expect(imports.asked).to.deep.equal(['topic-card', 'topic-card']);
    });
  });

  describe('when a root came from the server', () => {
    const fromServer = async (): Promise<void> => {
      const page = await fixture(
        html`<div><puntari-feedback-block></puntari-feedback-block></div>`,
      );
      page.firstElementChild!.attachShadow({ mode: 'open' }).append('Palaute');
    };

    it('imports the support for it before any widget', async () => {
      await fromServer();
      await start(imports);
      expect(imports.asked).to.deep.equal(['hydration', 'feedback-block']);
    });

    it('imports no widget while the support is missing', async () => {
      expectLog(/not loaded/);
      imports.isOnline = false;
      await fromServer();
      await start(imports);
      expect(imports.asked).to.deep.equal(['hydration']);
      imports.isOnline = true;
      window.dispatchEvent(new Event('online'));
      await settle();
      expect(imports.asked).to.deep.equal(['hydration', 'hydration', 'feedback-block']);
    });
  });

  describe('when another loader is on the page', () => {
    it('leaves all widgets to it, with one note', async () => {
      expectLog(/Two loaders/);
      await fixture(html`<puntari-topic-card></puntari-topic-card>`);
      await start(imports);
      const later = new Imports();
      const second = loaderOf(later);
      second.observe();
      second.observe();
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card']);
      expect(later.asked).to.deep.equal([]);
    });

    it('hands shadow roots over to it', async () => {
      expectLog(/Two loaders/);
      await start(imports);
      const host = await fixture(html`<div></div>`);
      const root = host.attachShadow({ mode: 'open' });
      root.append(document.createElement('puntari-topic-card'));
      loaderOf(new Imports()).observe(root);
      await settle();
      expect(imports.asked).to.deep.equal(['topic-card']);
    });
  });

  describe('when the browser is too old', () => {
    const { registerProperty } = CSS;

    beforeEach(() => {
      delete (CSS as Partial<typeof CSS>).registerProperty;
    });

    afterEach(() => {
      CSS.registerProperty = registerProperty;
    });

    it('imports nothing', async () => {
      await fixture(html`<puntari-topic-card></puntari-topic-card>`);
      const loader = await start(imports);
      await loader.defineAll();
      expect(imports.asked).to.deep.equal([]);
    });
  });

  describe('when the page wants all widgets at once', () => {
    it('imports them all', async () => {
      await loaderOf(imports).defineAll();
      expect(imports.asked).to.deep.equal([...WIDGETS]);
    });

    it('imports those that are named', async () => {
      await loaderOf(imports).defineAll(['topic-card']);
      expect(imports.asked).to.deep.equal(['topic-card']);
    });

    it('says so when one could not be had', async () => {
      expectLog(/<puntari-topic-card> not loaded/);
      imports.isOnline = false;
      const failure = await loaderOf(imports)
        .defineAll(['topic-card'])
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      expect(failure).to.be.instanceOf(TypeError);
    });
  });

  describe('when a tag is defined already', () => {
    it('imports it no more', async () => {
      customElements.define('puntari-volunteer-form', class extends HTMLElement {});
      await fixture(html`<puntari-volunteer-form></puntari-volunteer-form>`);
      const loader = await start(imports);
      await loader.defineAll(['volunteer-form']);
      expect(imports.asked).to.deep.equal([]);
    });
  });
});

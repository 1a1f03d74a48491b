import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';

import { nextEvent } from '../../../test/support/events.js';
import { getByRole, getByText, queryByRole, textOf } from '../../../test/support/query.js';
import { expectLog } from '../../../test/support/setup.js';
import { whenIdle } from './idle.js';
import { channelWith } from './testing/channel.js';
import { type FetchStub, json, stubFetch } from './testing/fetch-stub.js';
import type { TestViewer } from './testing/test-widgets.js';
import './testing/test-widgets.js';
import './record-check.js';
import type { FailedEvent } from './events.js';

const FALLBACK = html`<p>Soita 09 816 21.</p>`;
let count = 0;
/** A URL of its own for each test, since a record is loaded once a page. */
const newUrl = (): string => `/records/${String((count += 1))}.json`;

const OWN_TEXT = html`<div slot="document"><p>Sivun oma teksti</p></div>`;

const isShown = (element: Element): boolean => element.getBoundingClientRect().height > 0;

async function ready(template: ReturnType<typeof html>): Promise<TestViewer> {
  const element = await fixture<TestViewer>(template);
  if (!element.isReady) await nextEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** What could not load its record. */
async function failed(template: ReturnType<typeof html>): Promise<TestViewer> {
  const failing = nextEvent(document.body, 'puntari-failed');
  const element = await fixture<TestViewer>(template);
  await failing;
  await waitUntil(() => element.locale.isReady);
  await element.updateComplete;
  return element;
}

describe('Widget', () => {
  let network: FetchStub;

  afterEach(() => {
    network?.restore();
  });

  describe('with a record at src', () => {
    let element: TestViewer;
    let url: string;

    beforeEach(async () => {
      url = newUrl();
      network = stubFetch(() => json(channelWith()));
      element = await ready(html`<test-viewer src=${url}>${FALLBACK}</test-viewer>`);
    });

    it('shows the record', () => {
      getByRole(element, 'heading', 'Anna palautetta');
    });

    it('shows the other channel no more', () => {
      expect(isShown(element.querySelector('p') as Element)).to.equal(false);
    });

    it('begins where it began with the other channel, so that nothing seems to jump', async () => {
      let answer: (record: Response) => void = () => undefined;
      network.restore();
      network = stubFetch(
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      );
      const later = await fixture<TestViewer>(
        html`<test-viewer src=${newUrl()}>${FALLBACK}</test-viewer>`,
      );
      const begin = (): number =>
        later.shadowRoot!.querySelector('[lang]')!.getBoundingClientRect().top;
      const before = { isReady: later.isReady, top: begin() };
      answer(json(channelWith()));
      await waitUntil(() => later.isReady);
      await later.updateComplete;
      expect(before).to.deep.equal({ isReady: false, top: begin() });
    });

    it('puts the long text where readers and translators find it', () => {
      expect(element.textContent).to.contain('Anna palautetta');
    });

    it('asks once for a page, however many widgets show it', async () => {
      await ready(html`<test-viewer src=${url}></test-viewer>`);
      expect(network.asked).to.have.length(1);
    });

    it('sends no cookies and asks for JSON', () => {
      expect(network.asked[0]?.headers.get('Accept')).to.equal('application/json');
    });

    it('keeps one status region, empty', () => {
      expect(getByRole(element, 'status').textContent).to.equal('');
    });
  });

  describe('with links in a record of another site', () => {
    it('leads where a browser would lead from the record itself', async () => {
      const base = 'https://other.example/records/1.json';
      network = stubFetch(() => json(channelWith()));
      const element = (await ready(html`<test-viewer src=${base}></test-viewer>`)) as unknown as {
        resolve: (url: string) => string;
      };
      const anyUrl = fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.webPath(),
        fc
          .tuple(
            fc.constantFrom('/a', '/ä', '/a/../', '//b', '?', '#', 'a/', 'https://a.fi/'),
            fc.string(),
          )
          .map(([begin, end]) => begin + end),
      );
      fc.assert(
        fc.property(anyUrl, (url) => {
          fc.pre(URL.canParse(url, base));
          const leadsTo = new URL(element.resolve(url), document.baseURI).href;
          expect(leadsTo).to.equal(new URL(url, base).href);
        }),
      );
    });

    it('leads nowhere by a script', async () => {
      const element = (await ready(
        html`<test-viewer .record=${channelWith()}></test-viewer>`,
      )) as unknown as { resolve: (url: string) => string };
      for (const url of [
        'javascript:alert(1)',
        ' javascript:alert(1)',
        'java\nscript:alert(1)',
        'data:text/html,a',
      ])
        expect(element.resolve(url)).to.equal('#');
    });
  });

  describe('with a record that the loader has asked for already', () => {
    /** A widget in whose tag an answer lies ready, as the loader leaves it there. */
    async function withAnswer(
      asked: Readonly<Record<string, Promise<Response>>>,
      src = Object.keys(asked)[0] ?? '',
    ): Promise<TestViewer> {
      // Who asks hears of a failure in the widget.
      for (const answer of Object.values(asked)) answer.catch(() => undefined);
      const box = await fixture(html`<div></div>`);
      const element = Object.assign(document.createElement('test-viewer') as TestViewer, { asked });
      element.setAttribute('src', src);
      box.append(element);
      return element;
    }

    it('shows it and asks for nothing', async () => {
      network = stubFetch(() => json(channelWith()));
      const element = await withAnswer({
        [newUrl()]: Promise.resolve(json(channelWith())),
      });
      await waitUntil(() => element.isReady);
      await element.updateComplete;
      getByRole(element, 'heading', 'Anna palautetta');
      expect(network.asked).to.deep.equal([]);
    });

    it('asks anew when it did not arrive, and tells nobody', async () => {
      network = stubFetch(() => json(channelWith()));
      const element = await withAnswer({
        [newUrl()]: Promise.reject(new TypeError('offline')),
      });
      await waitUntil(() => element.isReady);
      expect(network.asked).to.have.length(1);
    });

    it('has no use for the answer of another address', async () => {
      network = stubFetch(() => json(channelWith()));
      const url = newUrl();
      const element = await withAnswer({ [newUrl()]: Promise.resolve(json({}, 404)) }, url);
      await waitUntil(() => element.isReady);
      expect(network.asked.map(({ url: asked }) => new URL(asked).pathname)).to.deep.equal([url]);
    });
  });

  describe('while the record is on its way', () => {
    it('shows the other channel', async () => {
      network = stubFetch(() => new Promise(() => undefined));
      const element = await fixture<TestViewer>(
        html`<test-viewer src=${newUrl()}>${FALLBACK}</test-viewer>`,
      );
      expect(isShown(getByText(element, /Soita/))).to.equal(true);
    });

    it('has its status region already', async () => {
      network = stubFetch(() => new Promise(() => undefined));
      const element = await fixture<TestViewer>(html`<test-viewer src=${newUrl()}></test-viewer>`);
      getByRole(element, 'status');
    });
  });

  describe('with a record that is not found', () => {
    let element: TestViewer;
    let failed: FailedEvent;

    beforeEach(async () => {
      expectLog(/answered 404/);
      let isThere = false;
      network = stubFetch(() => {
        const answer = isThere ? json(channelWith()) : json({}, 404);
        isThere = true;
        return answer;
      });
      const holder = document.createElement('div');
      const failing = nextEvent(holder, 'puntari-failed');
      holder.innerHTML = `<test-viewer src="${newUrl()}"><p>Soita 09 816 21.</p></test-viewer>`;
      document.body.append(holder);
      failed = await failing;
      element = holder.firstElementChild as TestViewer;
      await waitUntil(() => queryByRole(element, 'button', 'Yritä uudelleen'));
    });

    afterEach(() => {
      element.parentElement?.remove();
    });

    it('says so in words', () => {
      getByText(element, /ei voitu näyttää/);
    });

    it('shows the other channel', () => {
      expect(isShown(getByText(element, /Soita/))).to.equal(true);
    });

    it('tells the page that loading failed', () => {
      expect([failed.phase, failed.problem.code]).to.deep.equal(['load', 'status']);
    });

    it('is said to somebody who cannot see it', async () => {
      await waitUntil(() => textOf(getByRole(element, 'status')).includes('ei voitu näyttää'));
    });

    it('loads it on another try: a failure is not kept', async () => {
      getByRole(element, 'button', 'Yritä uudelleen').click();
      await nextEvent(element, 'puntari-ready');
      getByRole(element, 'heading', 'Anna palautetta');
    });

    it('keeps the focus of somebody who tries again, and its failure off what came', async () => {
      const again = getByRole(element, 'button', 'Yritä uudelleen');
      again.focus();
      again.click();
      const focused: unknown[] = [document.activeElement];
      // Not around all of it: only the button had a ring.
      const inside = element.shadowRoot!.activeElement!;
      expect(getComputedStyle(inside).outlineColor).to.equal('rgba(0, 0, 0, 0)');
      await nextEvent(element, 'puntari-ready');
      await waitUntil(() => textOf(getByRole(element, 'status')) === '');
      focused.push(document.activeElement);
      expect(focused).to.deep.equal([element, element]);
    });
  });

  describe('with something that is not JSON', () => {
    it('tells the developer', async () => {
      expectLog(/is not JSON/);
      network = stubFetch(() => new Response('<html></html>'));
      const element = await fixture<TestViewer>(
        html`<test-viewer src=${newUrl()}>${FALLBACK}</test-viewer>`,
      );
      await waitUntil(() => queryByRole(element, 'button', 'Yritä uudelleen'));
    });
  });

  describe('with a record that is not valid', () => {
    it('names the field and what was expected', async () => {
      expectLog(/\/privacy\/retainUntil: expected a date that exists, received "2027-02-30"/);
      expectLog(/not a valid feedbackChannel/);
      const record = channelWith();
      const broken = { ...record, privacy: { ...record.privacy, retainUntil: '2027-02-30' } };
      const element = await fixture<TestViewer>(
        html`<test-viewer .record=${broken}>${FALLBACK}</test-viewer>`,
      );
      await waitUntil(() => element.shadowRoot?.textContent?.includes('ei voitu'));
    });

    it('takes its text off the page again', async () => {
      expectLog(/expected a date that exists/);
      expectLog(/not a valid feedbackChannel/);
      const record = channelWith();
      const broken = { ...record, privacy: { ...record.privacy, retainUntil: '2027-02-30' } };
      const element = await fixture<TestViewer>(
        html`<test-viewer .record=${broken}>${FALLBACK}</test-viewer>`,
      );
      await waitUntil(() => element.shadowRoot?.textContent?.includes('ei voitu'));
      expect(element.textContent).not.to.contain('Anna palautetta');
      expect(element.textContent).to.contain('09 816 21');
    });

    it('shows a record whose only fault is a code it does not know', async () => {
      expectLog(/\/kinds\/0/);
      const record = { ...channelWith(), kinds: ['rumour'] };
      const element = await ready(html`<test-viewer .record=${record}></test-viewer>`);
      // The check follows the first rendering.
      await whenIdle();
      await aTimeout(50);
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with a record that does not say all it owes', () => {
    it('shows it, and tells the author what is missing', async () => {
      expectLog(/"vaiti", which does not tell residents .* Missing: \/purpose\/why\.$/);
      const record = channelWith({ id: 'vaiti' });
      const { why: _, ...silent } = record.purpose;
      const element = await ready(
        html`<test-viewer .record=${{ ...record, purpose: silent }}></test-viewer>`,
      );
      // The check follows the first rendering.
      await whenIdle();
      await aTimeout(50);
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with a record beside it', () => {
    it('takes inline JSON', async () => {
      const holder = document.createElement('div');
      holder.innerHTML = `<test-viewer><script type="application/json">${JSON.stringify(channelWith())}</script></test-viewer>`;
      const readied = nextEvent(holder, 'puntari-ready');
      document.body.append(holder);
      await readied;
      getByRole(holder, 'heading', 'Anna palautetta');
      holder.remove();
    });

    it('takes the record at src in its place when the page names one later', async () => {
      network = stubFetch(() => json({ ...channelWith(), title: { fi: 'Toinen' }, version: '2' }));
      const holder = document.createElement('div');
      holder.innerHTML = `<test-viewer><script type="application/json">${JSON.stringify(channelWith())}</script></test-viewer>`;
      const readied = nextEvent(holder, 'puntari-ready');
      document.body.append(holder);
      await readied;
      (holder.firstElementChild as TestViewer).src = newUrl();
      await waitUntil(() => queryByRole(holder, 'heading', 'Toinen'));
      holder.remove();
    });

    it('takes a property that is set later', async () => {
      const element = await fixture<TestViewer>(html`<test-viewer></test-viewer>`);
      element.record = channelWith();
      await nextEvent(element, 'puntari-ready');
      getByRole(element, 'heading', 'Anna palautetta');
    });

    it('shows a newer record in place of an older one', async () => {
      const element = await ready(html`<test-viewer .record=${channelWith()}></test-viewer>`);
      element.record = channelWith({ title: 'Kerro meille', version: '2' });
      await element.updateComplete;
      expect(getByRole(element, 'heading').textContent).to.contain('Kerro meille');
    });
  });

  describe('with a record that is to come', () => {
    it('waits for it where a framework says null, and says nothing', async () => {
      const element = await fixture<TestViewer>(
        html`<test-viewer .record=${null}>${FALLBACK}</test-viewer>`,
      );
      await element.updateComplete;
      expect(isShown(getByText(element, /Soita/))).to.equal(true);
      element.record = channelWith();
      await nextEvent(element, 'puntari-ready');
      getByRole(element, 'heading', 'Anna palautetta');
    });

    it('takes the one at src where the property is null', async () => {
      network = stubFetch(() => json(channelWith()));
      const element = await ready(
        html`<test-viewer .record=${null} src=${newUrl()}></test-viewer>`,
      );
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with a record whose server takes the question and never answers', () => {
    const { setTimeout: usual } = globalThis;

    afterEach(() => {
      globalThis.setTimeout = usual;
    });

    it('says so after half a minute, and asks again when told to', async () => {
      expectLog(/did not answer/);
      const silence = new Promise<Response>(() => undefined);
      const answers = [silence, json(channelWith())];
      network = stubFetch(() => answers.shift() ?? silence);
      globalThis.setTimeout = ((run: TimerHandler, ms = 0) =>
        usual(run, ms === 30_000 ? 20 : ms)) as typeof globalThis.setTimeout;
      const element = await failed(html`<test-viewer src=${newUrl()}>${FALLBACK}</test-viewer>`);
      expect(isShown(getByText(element, /Soita/))).to.equal(true);
      getByRole(element, 'button', 'Yritä uudelleen').click();
      await nextEvent(element, 'puntari-ready');
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with a record that does not come before the page takes the tag away', () => {
    it('says nothing of it, and asks anew where it is put back', async () => {
      let isLost = true;
      network = stubFetch(async () => {
        await aTimeout(20);
        if (isLost) throw new TypeError('lost');
        return json(channelWith());
      });
      const element = await fixture<TestViewer>(
        html`<test-viewer src=${newUrl()}>${FALLBACK}</test-viewer>`,
      );
      const { parentElement } = element;
      element.remove();
      await aTimeout(60);
      isLost = false;
      parentElement?.append(element);
      await nextEvent(element, 'puntari-ready');
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with an address that is none', () => {
    it('says so, and the page can know', async () => {
      expectLog(/http:\/\/\[ did not answer/);
      const element = await failed(html`<test-viewer src="http://[">${FALLBACK}</test-viewer>`);
      getByText(element, /ei voitu näyttää/);
    });

    it('keeps the usual words where it is that of the rewording', async () => {
      expectLog(/strings>/);
      const element = await ready(
        html`<test-viewer .record=${channelWith()} strings="http://["></test-viewer>`,
      );
      getByRole(element, 'heading', 'Anna palautetta');
    });
  });

  describe('with text that the page wrote', () => {
    it('keeps it and never replaces it', async () => {
      const element = await ready(
        html`<test-viewer .record=${channelWith()}
          ><div slot="document"><p>Sivun oma teksti</p></div></test-viewer
        >`,
      );
      expect(element.textContent).to.contain('Sivun oma teksti');
      expect(element.querySelectorAll('[slot=document]')).to.have.length(1);
    });

    it('shows it without any record', async () => {
      const element = await fixture<TestViewer>(
        html`<test-viewer
          ><div slot="document"><p>Sivun oma teksti</p></div></test-viewer
        >`,
      );
      await waitUntil(() => isShown(getByText(element, 'Sivun oma teksti')));
    });

    it('goes on showing it while a record is on its way', async () => {
      network = stubFetch(() => new Promise(() => undefined));
      const element = await fixture<TestViewer>(
        html`<test-viewer src=${newUrl()}
          ><div slot="document"><p>Sivun oma teksti</p></div>
          ${FALLBACK}</test-viewer
        >`,
      );
      await element.updateComplete;
      expect(isShown(getByText(element, 'Sivun oma teksti'))).to.equal(true);
    });

    describe('and a record that does not come', () => {
      it('goes on showing it, and nothing that says otherwise', async () => {
        expectLog(/answered 404/);
        network = stubFetch(() => json({}, 404));
        const element = await failed(html`<test-viewer src=${newUrl()}>${OWN_TEXT}</test-viewer>`);
        expect(isShown(getByText(element, 'Sivun oma teksti'))).to.equal(true);
        expect(queryByRole(element, 'button', 'Yritä uudelleen')).to.equal(null);
      });

      it('offers another try where the text is that of a form', async () => {
        expectLog(/answered 404/);
        network = stubFetch(() => json({}, 404));
        const element = await failed(
          html`<test-form action="/palaute" src=${newUrl()}>${OWN_TEXT}</test-form>`,
        );
        expect(isShown(getByText(element, 'Sivun oma teksti'))).to.equal(true);
        getByRole(element, 'button', 'Yritä uudelleen');
      });
    });
  });

  describe('with the text of a server', () => {
    const printed = html`<div slot="document" data-key="x@1@fi" lang="fi"><p>Painettu</p></div>`;

    it('goes on showing it when the page was cut off within its record', async () => {
      expectLog(/is not JSON/);
      const element = await failed(
        html`<test-viewer
          >${printed}
          <script type="application/json">
            {"id":
          </script></test-viewer
        >`,
      );
      expect(isShown(getByText(element, 'Painettu'))).to.equal(true);
    });

    it('takes it away when it asks for another record, and this does not come', async () => {
      network = stubFetch(() => json({}, 404));
      const element = await ready(
        html`<test-viewer .record=${channelWith()}>${FALLBACK}</test-viewer>`,
      );
      element.record = undefined;
      const failing = nextEvent(element, 'puntari-failed');
      expectLog(/answered 404/);
      element.src = newUrl();
      await failing;
      await element.updateComplete;
      expect(element.textContent).not.to.contain('Anna palautetta');
      expect(isShown(element.querySelector('p') as Element)).to.equal(true);
    });
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`starts at heading level ${String(level)} when told so`, async () => {
      const element = await ready(
        html`<test-viewer heading-level=${level} .record=${channelWith()}></test-viewer>`,
      );
      expect(getByRole(element, 'heading').localName).to.equal(`h${String(level)}`);
    });
  }

  describe('saying something', () => {
    it('says the same text twice by clearing it between', async () => {
      const element = await ready(html`<test-viewer .record=${channelWith()}></test-viewer>`);
      const said: string[] = [];
      const region = getByRole(element, 'status');
      const observer = new MutationObserver(() => said.push(region.textContent ?? ''));
      observer.observe(region, { childList: true, characterData: true, subtree: true });
      for (let time = 0; time < 2; time += 1) {
        getByRole(element, 'button', 'Tallenna').click();
        await waitUntil(() => said.filter((text) => text === 'Tallennettu').length === time + 1);
      }
      expect(said).to.include('');
    });
  });

  describe('in a language', () => {
    it('speaks the language of the page', async () => {
      const holder = await fixture(
        html`<div lang="sv"><test-viewer .record=${channelWith()}></test-viewer></div>`,
      );
      await waitUntil(() => queryByRole(holder, 'heading', 'Ge respons'));
      getByText(holder, /Telefon:/);
    });

    it('marks what it shows with that language', async () => {
      const element = await ready(
        html`<test-viewer lang="sv-FI" .record=${channelWith()}></test-viewer>`,
      );
      await waitUntil(() => queryByRole(element, 'heading', 'Ge respons'));
      const heading = getByRole(element, 'heading');
      expect(heading.closest('[lang]')?.getAttribute('lang')).to.equal('sv-FI');
    });

    it('falls back to Finnish, and says so', async () => {
      const element = await ready(
        html`<test-viewer lang="de" .record=${channelWith()}></test-viewer>`,
      );
      expect(getByRole(element, 'heading').closest('[lang]')?.getAttribute('lang')).to.equal('fi');
    });

    it('marks text that stands in another language', async () => {
      const record = channelWith({ title: { sv: 'Bara på svenska' } });
      const element = await ready(html`<test-viewer lang="fi" .record=${record}></test-viewer>`);
      const marked = getByRole(element, 'heading').querySelector('[lang]');
      expect(marked?.getAttribute('lang')).to.equal('sv');
    });

    it('follows a switch on the element, an ancestor and an outer host', async () => {
      const outer = await fixture<HTMLElement>(html`<div></div>`);
      const root = outer.attachShadow({ mode: 'open' });
      root.innerHTML = '<section><test-viewer></test-viewer></section>';
      const element = root.querySelector('test-viewer') as TestViewer;
      element.record = channelWith();
      await nextEvent(element, 'puntari-ready');
      outer.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Ge respons'), 'the outer host');
      (element.parentElement as HTMLElement).lang = 'en';
      await waitUntil(() => queryByRole(element, 'heading', 'Give feedback'), 'the ancestor');
      element.lang = 'fi';
      await waitUntil(() => queryByRole(element, 'heading', 'Anna palautetta'), 'the element');
    });

    it('replaces the long text whole', async () => {
      const element = await ready(
        html`<test-viewer lang="fi" .record=${channelWith()}></test-viewer>`,
      );
      element.lang = 'sv';
      await waitUntil(() => element.textContent?.includes('Ge respons'));
      expect(element.querySelectorAll('[slot=document]')).to.have.length(1);
      expect(element.textContent).not.to.contain('Anna palautetta');
    });

    it('leaves a long text alone that says the same already', async () => {
      const element = await ready(
        html`<test-viewer lang="fi" .record=${channelWith()}
          ><div slot="document" lang="fi" data-key="palaute@1@fi">
            <p id="sent">Palvelimen teksti</p>
          </div></test-viewer
        >`,
      );
      await aTimeout(0);
      expect(element.textContent).to.contain('Palvelimen teksti');
    });

    it('runs right to left when told so', async () => {
      const element = await ready(
        html`<test-viewer dir="rtl" .record=${channelWith()}></test-viewer>`,
      );
      expect(getComputedStyle(getByRole(element, 'heading')).direction).to.equal('rtl');
    });

    it('turns when it is told so later', async () => {
      const element = await ready(html`<test-viewer .record=${channelWith()}></test-viewer>`);
      element.dir = 'rtl';
      await waitUntil(() => getComputedStyle(getByRole(element, 'heading')).direction === 'rtl');
    });
  });

  describe('reworded by the page', () => {
    it('uses the words of the page, in the languages they are given for', async () => {
      const url = newUrl();
      network = stubFetch(() => json({ fi: { contact: { phone: 'Soita:' } } }));
      const element = await ready(
        html`<test-viewer lang="fi" strings=${url} .record=${channelWith()}></test-viewer>`,
      );
      await waitUntil(() => element.shadowRoot?.textContent?.includes('Soita:'));
      element.lang = 'sv';
      await waitUntil(() => element.shadowRoot?.textContent?.includes('Telefon:'));
    });
  });

  describe('reworded in one language', () => {
    it('keeps the shared words of the others', async () => {
      const url = newUrl();
      network = stubFetch(() => json({ fi: { contact: { phone: 'Soita:' } } }));
      const element = await ready(
        html`<test-viewer lang="sv" strings=${url} .record=${channelWith()}></test-viewer>`,
      );
      element.lang = 'fi';
      await waitUntil(() => element.shadowRoot?.textContent?.includes('Soita:'));
      element.lang = 'sv';
      await waitUntil(() => element.shadowRoot?.textContent?.includes('Telefon:'));
    });
  });

  describe('in a page whose framework writes the children of the tag anew', () => {
    const text = (element: Element): Element | null => element.querySelector('[slot=document]');

    it('puts the text of its record back', async () => {
      const element = await ready(
        html`<test-viewer lang="fi" .record=${channelWith()}></test-viewer>`,
      );
      const before = text(element);
      element.textContent = 'Soita 09 816 21.';
      await waitUntil(() => text(element) !== null);
      expect(text(element)).to.equal(before);
      expect(element.firstChild).to.have.property('data', 'Soita 09 816 21.');
    });

    it('leaves a text that the page writes itself', async () => {
      const element = await ready(
        html`<test-viewer lang="fi" .record=${channelWith()}></test-viewer>`,
      );
      element.innerHTML = '<div slot="document" lang="fi">Oma teksti</div>';
      await nextFrame();
      await nextFrame();
      expect(element.querySelectorAll('[slot=document]')).to.have.length(1);
      expect(text(element)).to.have.property('textContent', 'Oma teksti');
    });
  });

  describe('with a root that came with the page', () => {
    /** The headings of a widget that came from the server. */
    async function headingsOver(printed: string): Promise<number | undefined> {
      const holder = document.createElement('div');
      document.body.append(holder);
      holder.setHTMLUnsafe(
        `<test-viewer><template shadowrootmode="open">${printed}</template>` +
          `<script type="application/json">${JSON.stringify(channelWith())}</script></test-viewer>`,
      );
      const element = holder.firstElementChild as TestViewer;
      await waitUntil(() => element.isReady);
      await element.updateComplete;
      const headings = element.shadowRoot?.querySelectorAll('h2').length;
      holder.remove();
      return headings;
    }

    it('shows everything once where the root was stripped of its marks', async () => {
      expect(await headingsOver('<h2>Anna palautetta</h2>')).to.equal(1);
    });

    it("shows everything once where Lit's support came after Lit", async () => {
      const page = globalThis as { litElementHydrateSupport?: unknown };
      page.litElementHydrateSupport = () => undefined;
      try {
        const printed = '<!--lit-part x--><h2>Anna palautetta</h2><!--/lit-part-->';
        expect(await headingsOver(printed)).to.equal(1);
      } finally {
        delete page.litElementHydrateSupport;
      }
    });
  });
});

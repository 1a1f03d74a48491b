import type { Receipt } from '@puntari/contracts';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../test/support/deep-active-element.js';
import { nextEvent } from '../../../test/support/events.js';
import { press, type as typeText } from '../../../test/support/keys.js';
import { getByRole, queryByRole } from '../../../test/support/query.js';
import { expectLog } from '../../../test/support/setup.js';
import type { SubmittedEvent } from './form/events.js';
import { whenIdle } from './idle.js';
import { channelWith } from './testing/channel.js';
import { type FetchStub, json, stubFetch } from './testing/fetch-stub.js';
import type { TestForm } from './testing/test-widgets.js';
import './testing/test-widgets.js';

const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
};

async function form(
  template = html`<test-form action="/api" .record=${channelWith()}></test-form>`,
): Promise<TestForm> {
  const element = await fixture<TestForm>(template);
  if (!element.isReady) await nextEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const textOf = (element: TestForm): HTMLTextAreaElement => getByRole(element, 'textbox', 'Palaute');

async function write(element: TestForm, text: string): Promise<void> {
  textOf(element).focus();
  await typeText(text);
  await element.updateComplete;
}

const send = (element: TestForm): void => {
  getByRole(element, 'button', /Lähetä/).click();
};

describe('SubmittingWidget', () => {
  let network: FetchStub | undefined;

  afterEach(() => {
    network?.restore();
    network = undefined;
  });

  describe('when the receiver takes it', () => {
    let element: TestForm;
    let submitted: SubmittedEvent;

    beforeEach(async () => {
      network = stubFetch(() => json(RECEIPT, 201));
      element = await form();
      await write(element, 'Lisää penkkejä');
      const event = nextEvent(element, 'puntari-submitted');
      send(element);
      submitted = await event;
      await element.updateComplete;
    });

    it('sends what was written', () => {
      expect(network?.asked[0]?.body).to.include({
        text: 'Lisää penkkejä',
        channelId: 'palaute',
        lang: 'fi',
      });
    });

    it('sends a key and the language', () => {
      const headers = network?.asked[0]?.headers;
      expect(headers?.get('Idempotency-Key')).to.match(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(headers?.get('Accept-Language')).to.equal('fi');
    });

    it('shows the reference and takes focus there', async () => {
      await waitUntil(() => deepActiveElement()?.textContent === 'K7M-4PX');
    });

    it('tells the page, without a word of what was written', () => {
      expect(submitted.receipt.reference).to.equal('K7M-4PX');
      expect(JSON.stringify(Object.entries(submitted))).not.to.contain('penkkejä');
    });
  });

  describe('when the page says who fills it in', () => {
    it('sends that along, and the key and the language as ever', async () => {
      network = stubFetch(() => json(RECEIPT, 201));
      const element = await form();
      element.addEventListener('puntari-before-submit', ({ headers }) => {
        headers['Authorization'] = 'Bearer officer';
      });
      await write(element, 'Lisää penkkejä');
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      await done;
      const headers = network.asked[0]?.headers;
      expect(headers?.get('Authorization')).to.equal('Bearer officer');
      expect(headers?.has('Idempotency-Key')).to.equal(true);
    });
  });

  describe('when it is pressed twice', () => {
    it('sends once', async () => {
      network = stubFetch(async () => {
        await aTimeout(20);
        return json(RECEIPT, 201);
      });
      const element = await form();
      await write(element, 'Lisää penkkejä');
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      send(element);
      await done;
      expect(network.asked).to.have.length(1);
    });
  });

  describe('when the connection fails', () => {
    let element: TestForm;
    let works: boolean;

    beforeEach(async () => {
      works = false;
      network = stubFetch(() => {
        if (!works) throw new TypeError('Failed to fetch');
        return json(RECEIPT, 201);
      });
      element = await form();
      await write(element, 'Lisää penkkejä');
      const failed = nextEvent(element, 'puntari-failed');
      send(element);
      expect((await failed).phase).to.equal('send');
      await element.updateComplete;
    });

    it('keeps what was written', () => {
      expect(textOf(element).value).to.equal('Lisää penkkejä');
    });

    it('says why and names another way, with focus on the heading', () => {
      expect(deepActiveElement()?.textContent).to.equal('Lähettäminen ei onnistunut');
      getByRole(element, 'link', '09 816 21');
    });

    it('sends with the same key when it is tried again', async () => {
      works = true;
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      await done;
      const keys = network?.asked.map(({ headers }) => headers.get('Idempotency-Key'));
      expect(keys).to.have.length(2);
      expect(new Set(keys)).to.have.property('size', 1);
    });

    it('sends with the same key also what was edited since', async () => {
      works = true;
      await write(element, ' ja puita');
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      await done;
      const [first, second] = network?.asked ?? [];
      expect(second?.body).to.have.property('text', 'Lisää penkkejä ja puita');
      expect(second?.headers.get('Idempotency-Key')).to.equal(
        first?.headers.get('Idempotency-Key'),
      );
    });
  });

  const soon = new Date(Date.now() + 119_000).toUTCString();
  const answers: [string, Response, RegExp][] = [
    [
      'by a proxy that it is too large',
      new Response('<h1>Too large</h1>', { status: 413 }),
      /liian (paljon|suuri|pitkä)/,
    ],
    [
      'to wait until a time of day',
      new Response('', { status: 429, headers: { 'Retry-After': soon } }),
      /2 minuut/,
    ],
    [
      'that it is closed',
      json({ title: 'Closed', status: 409, code: 'closed' }, 409),
      /Vastausaika on päättynyt/,
    ],
    [
      'to wait',
      json({ title: 'Slow', status: 429, code: 'rate-limited' }, 429, { 'Retry-After': '90' }),
      /2 minuut/,
    ],
    [
      'with a fault of its own',
      new Response('<h1>Bad gateway</h1>', { status: 502 }),
      /Palvelussa on häiriö/,
    ],
    ['with something that is no receipt', json({ ok: true }, 201), /Palvelussa on häiriö/],
  ];
  for (const [what, answer, message] of answers) {
    describe(`when the receiver answers ${what}`, () => {
      it('says so, and keeps what was written', async () => {
        network = stubFetch(() => answer.clone());
        const element = await form();
        await write(element, 'Lisää penkkejä');
        const failed = nextEvent(element, 'puntari-failed');
        send(element);
        await failed;
        await element.updateComplete;
        expect(element.shadowRoot?.textContent).to.match(message);
        expect(textOf(element).value).to.equal('Lisää penkkejä');
      });
    });
  }

  describe('when the receiver refuses what the form does not ask', () => {
    it('says that it was not sent, since there is nothing to mend', async () => {
      const errors = [{ pointer: '/channelId', code: 'unknown' }];
      network = stubFetch(() => json({ title: 'Invalid', status: 422, errors }, 422));
      const element = await form();
      await write(element, 'Moi');
      const failed = nextEvent(element, 'puntari-failed');
      send(element);
      await failed;
      await element.updateComplete;
      expect(deepActiveElement()?.textContent).to.equal('Lähettäminen ei onnistunut');
    });
  });

  describe('when the receiver refuses a field', () => {
    let element: TestForm;

    beforeEach(async () => {
      const errors = [{ pointer: '/text', code: 'tooShort', params: { min: 10 } }];
      network = stubFetch(() => json({ title: 'Invalid', status: 422, errors }, 422));
      element = await form();
      await write(element, 'Moi');
      const failed = nextEvent(element, 'puntari-failed');
      send(element);
      await failed;
      await element.updateComplete;
    });

    it('says it in the summary and takes focus there', () => {
      expect(deepActiveElement()?.textContent).to.equal('Korjaa 1 kohta');
    });

    it('says it at the field', () => {
      expect(textOf(element).getAttribute('aria-invalid')).to.equal('true');
    });

    it('leads from the summary to the field, without touching the address of the page', () => {
      const before = location.href;
      getByRole(element, 'link', /vähintään 10/).click();
      expect(deepActiveElement()).to.equal(textOf(element));
      expect(location.href).to.equal(before);
    });
  });

  describe('answered by the page', () => {
    let element: TestForm;

    beforeEach(async () => {
      network = stubFetch(() => json({}, 500));
      element = await form(
        html`<test-form
          .record=${channelWith()}
          @puntari-before-submit=${() => undefined}
        ></test-form>`,
      );
      await write(element, 'Lisää penkkejä');
    });

    it('shows the receipt of the page and calls nobody', async () => {
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(Promise.resolve(RECEIPT));
      });
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      await done;
      expect(network?.asked).to.have.length(0);
    });

    it('does not let the page as a whole read what was written', async () => {
      let heard = 0;
      const listen = (): void => {
        heard += 1;
      };
      document.addEventListener('puntari-before-submit', listen);
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(RECEIPT);
      });
      const done = nextEvent(element, 'puntari-submitted');
      send(element);
      await done;
      document.removeEventListener('puntari-before-submit', listen);
      expect(heard).to.equal(0);
    });

    it('sends nothing when the page stops it', async () => {
      element.addEventListener('puntari-before-submit', (event) => {
        event.preventDefault();
      });
      send(element);
      await aTimeout(20);
      expect(network?.asked).to.have.length(0);
      expect(textOf(element).value).to.equal('Lisää penkkejä');
    });
  });

  describe('with nowhere to send to', () => {
    it('tells the developer', async () => {
      expectLog(/has no action/);
      await form(html`<test-form .record=${channelWith()}></test-form>`);
      // Once the page is quiet.
      await aTimeout(400);
    });

    // A page waits until the tag is defined, and a framework puts in what it has to say after it has put in the tag.
    it('tells nothing where the page listens, or gives an action, right after', async () => {
      const listening = document.createElement('test-form') as TestForm;
      const acting = document.createElement('test-form') as TestForm;
      document.body.append(listening, acting);
      await Promise.resolve();
      listening.addEventListener('puntari-before-submit', () => undefined);
      acting.action = '/api/feedback';
      await whenIdle();
      listening.remove();
      acting.remove();
    });
  });

  describe('when the answer stops half-way', () => {
    const { fetch, setTimeout } = globalThis;

    /** Half of a receipt, and then nothing more, or the end of the connection. */
    const answerHalf = (isLost: boolean): void => {
      globalThis.fetch = (_input, init) => {
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"reference":'));
            const end = (): void => {
              controller.error(new TypeError('network error'));
            };
            if (isLost) setTimeout(end, 10);
            else init?.signal?.addEventListener('abort', end);
          },
        });
        return Promise.resolve(new Response(body, { status: 201 }));
      };
      // Nobody waits half a minute for a test.
      globalThis.setTimeout = ((run: () => void, ms = 0) =>
        setTimeout(run, ms >= 30_000 ? 50 : ms)) as typeof globalThis.setTimeout;
    };

    afterEach(() => {
      Object.assign(globalThis, { fetch, setTimeout });
    });

    for (const [what, isLost, code] of [
      ['the connection is lost', true, 'network'],
      ['nothing more comes', false, 'timeout'],
    ] as const) {
      it(`says so when ${what}, and offers another try`, async () => {
        const element = await form();
        await write(element, 'Lisää penkkejä');
        answerHalf(isLost);
        const failed = nextEvent(element, 'puntari-failed');
        send(element);
        expect((await failed).problem.code).to.equal(code);
        await element.updateComplete;
        expect(textOf(element).value).to.equal('Lisää penkkejä');
      });
    }
  });

  describe('taken from the page while it sends', () => {
    it('stops sending', async () => {
      let aborted = false;
      network = stubFetch(() => new Promise(() => undefined));
      const original = globalThis.fetch;
      globalThis.fetch = (input, init) => {
        init?.signal?.addEventListener('abort', () => {
          aborted = true;
        });
        return original(input, init);
      };
      const element = await form();
      await write(element, 'Lisää penkkejä');
      send(element);
      await waitUntil(() => network?.asked.length === 1);
      element.remove();
      expect(aborted).to.equal(true);
    });

    it('is not sent when a page takes it away just before', async () => {
      network = stubFetch(() => json(RECEIPT, 201));
      const element = await form();
      element.addEventListener('puntari-before-submit', () => {
        element.remove();
      });
      await write(element, 'Lisää penkkejä');
      send(element);
      await waitUntil(() => !element.isConnected);
      await aTimeout(50);
      expect(network.asked.filter(({ method }) => method === 'POST')).to.have.length(0);
    });
  });

  describe('coming back to the page', () => {
    const kept = JSON.stringify({
      recordId: 'palaute',
      values: { text: 'Kesken jäi' },
      view: '',
      key: '7f1f8c1e-5f0a-4c69-8a55-0d6a4e9f1a11',
    });

    it('shows what was written', async () => {
      const element = await form();
      element.formStateRestoreCallback(kept);
      await element.updateComplete;
      expect(textOf(element).value).to.equal('Kesken jäi');
    });

    it('waits for the record', async () => {
      const element = await fixture<TestForm>(html`<test-form action="/api"></test-form>`);
      element.formStateRestoreCallback(kept);
      element.record = channelWith();
      await nextEvent(element, 'puntari-ready');
      await element.updateComplete;
      expect(textOf(element).value).to.equal('Kesken jäi');
    });

    it('shows nothing on a shared computer', async () => {
      const element = await form(
        html`<test-form no-restore action="/api" .record=${channelWith()}></test-form>`,
      );
      element.formStateRestoreCallback(kept);
      await element.updateComplete;
      expect(textOf(element).value).to.equal('');
    });

    it('shows nothing on a shared computer where the browser kept the whole page', async () => {
      const element = await form(
        html`<test-form no-restore action="/api" .record=${channelWith()}></test-form>`,
      );
      await write(element, 'Kesken jäi');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect(textOf(element).value).to.equal('');
    });

    it('shows what was written where the browser kept the whole page', async () => {
      const element = await form();
      await write(element, 'Kesken jäi');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect(textOf(element).value).to.equal('Kesken jäi');
    });

    it('shows nothing of another record', async () => {
      const element = await form(
        html`<test-form action="/api" .record=${channelWith({ id: 'muu' })}></test-form>`,
      );
      element.formStateRestoreCallback(kept);
      await element.updateComplete;
      expect(textOf(element).value).to.equal('');
    });
  });

  describe('coming back after it was sent', () => {
    it('finds the receipt', async () => {
      const element = await form();
      const values = {};
      element.formStateRestoreCallback(
        JSON.stringify({ recordId: 'palaute', values, view: '', key: '', receipt: RECEIPT }),
      );
      await waitUntil(() => element.shadowRoot?.textContent?.includes('K7M-4PX'));
    });
  });

  describe('given another record', () => {
    it('lets go of what was written for the one before', async () => {
      const element = await form();
      await write(element, 'Lisää penkkejä');
      element.record = channelWith({ id: 'muu' });
      await waitUntil(() => textOf(element).value === '');
    });
  });

  describe('inside a form of the page', () => {
    it('adds nothing to its data and never makes it invalid', async () => {
      const page = await fixture<HTMLFormElement>(
        html`<form>
          <input name="own" value="1" /><test-form
            action="/api"
            .record=${channelWith()}
          ></test-form>
        </form>`,
      );
      const element = page.querySelector('test-form') as TestForm;
      await waitUntil(() => element.isReady);
      await element.updateComplete;
      await write(element, 'Lisää penkkejä');
      expect([...new FormData(page).keys()]).to.deep.equal(['own']);
      expect(page.checkValidity()).to.equal(true);
    });

    it('obeys a disabled fieldset', async () => {
      const page = await fixture(
        html`<fieldset disabled>
          <test-form action="/api" .record=${channelWith()}></test-form>
        </fieldset>`,
      );
      const element = page.querySelector('test-form') as TestForm;
      await waitUntil(() => element.isReady);
      await waitUntil(() => textOf(element).disabled);
    });
  });

  describe('while a person types', () => {
    it('keeps letters from the shortcuts of the page, and lets Escape through', async () => {
      const element = await form();
      // What follows the keys comes after the first rendering.
      await whenIdle();
      await import('./form/late.js');
      await aTimeout(0);
      const heard: string[] = [];
      const listen = (event: KeyboardEvent): void => {
        heard.push(event.key);
      };
      document.addEventListener('keydown', listen);
      textOf(element).focus();
      await press('s');
      await press('Escape');
      document.removeEventListener('keydown', listen);
      expect(heard).to.deep.equal(['Escape']);
    });

    it('leaves the caret where it is', async () => {
      const element = await form();
      await write(element, 'Moi');
      textOf(element).setSelectionRange(1, 1);
      await write(element, 'xy');
      expect(textOf(element).value).to.equal('Mxyoi');
    });

    it('counts characters, and takes too many', async () => {
      const element = await form();
      await write(element, 'Tässä on enemmän kuin 20');
      expect(textOf(element).value).to.have.length(24);
      expect(element.shadowRoot?.textContent).to.contain('4 merkkiä liikaa');
    });

    it('keeps what was written when the language changes', async () => {
      const element = await form();
      await write(element, 'Moi');
      element.lang = 'sv';
      await waitUntil(() => element.shadowRoot?.textContent?.includes('tecken kvar'));
      expect(textOf(element).value).to.equal('Moi');
      expect(deepActiveElement()).to.equal(textOf(element));
    });

    it('has no native bubble or error before anything is sent', async () => {
      const element = await form();
      textOf(element).focus();
      await press('Tab');
      expect(queryByRole(element, 'heading')).to.equal(null);
      expect(textOf(element).getAttribute('aria-invalid')).to.equal(null);
    });
  });
});

import type { Receipt } from '@puntari/contracts';
import { type BeforeSubmitEvent, SendError } from '@puntari/core';
import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { press, tab, type as typeText } from '../../../../test/support/keys.js';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import type { FeedbackBlock } from './feedback-block.js';
import { channelWith } from './testing/channel.js';

const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
  answerBy: '2026-12-07',
  answerAt: 'Kooste julkaistaan tällä sivulla.',
};
const TEXT = 'Lisätkää penkkejä rantaan.';

async function block(
  record: unknown = channelWith(),
  more: Record<string, string> = {},
): Promise<FeedbackBlock> {
  const element = document.createElement('puntari-feedback-block');
  element.lang = 'fi';
  for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
  element.addEventListener('puntari-before-submit', () => undefined);
  element.record = record;
  element.innerHTML = '<p>Soita 09 816 21.</p>';
  const ready = oneEvent(element, 'puntari-ready');
  await fixture(html`${element}`);
  await ready;
  await element.updateComplete;
  return element;
}

const focused = (): string => textOf(deepActiveElement() ?? document.body);

async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (name.test(nameOf(deepActiveElement() ?? document.body))) return;
    await tab();
  }
  throw new Error(`No control is named ${String(name)}; focus is on "${focused()}".`);
}

async function fillIn(element: FeedbackBlock): Promise<void> {
  getByRole(element, 'radio', 'Ehdotus').click();
  getByRole(element, 'textbox', 'Kirjoita palautteesi').focus();
  await typeText(TEXT);
}

/** Presses the button, and waits for what comes of it: the summary of errors, or the question to the page. */
async function send(element: FeedbackBlock): Promise<void> {
  let asked = false;
  element.addEventListener('puntari-before-submit', () => (asked = true), { once: true });
  const button = getByRole(element, 'button', /^(Lähetä palaute|Yritä uudelleen)$/);
  button.focus();
  button.click();
  await waitUntil(() => asked || deepActiveElement() !== button, 'what comes of sending');
  await element.updateComplete;
}

async function wish(element: FeedbackBlock): Promise<void> {
  getByRole(element, 'checkbox', /^Haluan vastauksen/).click();
  await element.updateComplete;
}

/** What the block would send next, without sending it. */
async function nextSubmission(element: FeedbackBlock): Promise<BeforeSubmitEvent['submission']> {
  let submission: unknown;
  const take = (event: BeforeSubmitEvent): void => {
    ({ submission } = event);
    event.preventDefault();
  };
  element.addEventListener('puntari-before-submit', take, { once: true });
  await send(element);
  return submission;
}

describe('<puntari-feedback-block>', () => {
  describe('before anything is written', () => {
    it('tells why, what for, who reads it and by when, where readers find it', async () => {
      const element = await block();
      for (const text of [
        'Haluamme tietää, tulitko kuulluksi.',
        'Kirjoita omin sanoin.',
        'Paneelien kehittämiseen.',
        'Kaupunginhallitus',
        'Palaute tukee päätöksentekoa.',
        'Osallisuustyö',
        '10 työpäivän kuluessa',
        'Kooste julkaistaan tällä sivulla.',
      ]) {
        expect(element.textContent).to.contain(text);
      }
      getByRole(element, 'heading', 'Anna palautetta');
    });

    it('names the channels that exist already, and whom to call', async () => {
      const element = await block();
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Palautepalvelu');
      expect(link.href).to.equal('https://example.fi/palaute');
      getByRole(element, 'link', '09 816 21');
    });

    it('says who handles the data, and links to the notice', async () => {
      const element = await block();
      getByText(element, /Tietojasi käsittelee: Espoon kaupunki/);
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Lue koko tietosuojaseloste');
      expect(new URL(link.href).pathname).to.equal('/tietosuoja/');
    });

    it('says which rights the writer has', async () => {
      const { privacy } = channelWith();
      const rights = 'Voit pyytää tietojesi poistamista.';
      const element = await block(channelWith({ privacy: { ...privacy, rights } }));
      getByText(element, rights);
    });

    it('asks for no contact', async () => {
      const element = await block();
      expect(queryAllByRole(element, 'textbox').map(nameOf)).to.deep.equal([
        'Kirjoita palautteesi',
      ]);
    });
  });

  describe('with the keyboard alone', () => {
    it('goes from the first field to the receipt', async () => {
      const element = await block();
      let sent: unknown;
      element.addEventListener('puntari-before-submit', (event) => {
        sent = event.submission;
        event.respondWith(RECEIPT);
      });
      await tabTo(/^Kiitos$/);
      await press('ArrowDown', 2);
      await tabTo(/^Kirjoita palautteesi/);
      await typeText(TEXT);
      await tabTo(/^Kyllä$/);
      await press('ArrowDown');
      await tabTo(/^Palautteeni saa julkaista/);
      await press('Space');
      await tabTo(/^Haluan vastauksen/);
      await press('Space');
      await tabTo(/^Sähköposti/);
      await typeText('liisa@example.fi');
      await tabTo(/^Lähetä palaute/);
      await press('Enter');
      await waitUntil(() => focused() === 'Kiitos palautteestasi', 'the receipt');
      expect(sent).to.deep.equal({
        schemaVersion: 1,
        channelId: 'osallisuus',
        lang: 'fi',
        kind: 'idea',
        text: TEXT,
        subject: `page:${location.pathname}`,
        experience: 'partly',
        wantsReply: true,
        mayBePublished: true,
        contact: { email: 'liisa@example.fi' },
      });
    });
  });

  describe('wishing for a reply', () => {
    it('brings up the contact fields right after the box, says so and keeps the focus', async () => {
      const element = await block();
      getByRole(element, 'checkbox', /^Haluan vastauksen/).focus();
      await press('Space');
      await waitUntil(() => queryByRole(element, 'textbox', 'Sähköposti'));
      expect(nameOf(deepActiveElement()!)).to.match(/^Haluan vastauksen/);
      await waitUntil(
        () =>
          textOf(getByRole(element, 'status')) ===
          'Lomakkeeseen lisättiin kentät yhteystiedoillesi.',
      );
      await tab();
      expect(nameOf(deepActiveElement()!)).to.match(/^Nimi/);
    });

    it('asks for an e-mail address or a phone number', async () => {
      const element = await block();
      await fillIn(element);
      await wish(element);
      await send(element);
      getByRole(element, 'link', 'Kirjoita sähköposti tai puhelinnumero, jos haluat vastauksen');
    });

    it('takes the fields and their errors away with the wish', async () => {
      const element = await block();
      await fillIn(element);
      await wish(element);
      await send(element);
      await wish(element);
      expect(queryByRole(element, 'textbox', 'Sähköposti')).to.equal(null);
      expect(queryByRole(element, 'heading', /^Korjaa/)).to.equal(null);
    });

    it('does not send what stands in fields that are hidden again', async () => {
      const element = await block();
      await fillIn(element);
      await wish(element);
      getByRole(element, 'textbox', 'Puhelinnumero').focus();
      await typeText('040 123 4567');
      await wish(element);
      expect(await nextSubmission(element)).not.to.have.property('contact');
    });
  });

  describe('the experience of being heard', () => {
    it('can be left open again once something was chosen', async () => {
      const element = await block();
      await fillIn(element);
      getByRole(element, 'radio', 'Osittain').click();
      await element.updateComplete;
      const unsaid = getByRole<HTMLInputElement>(element, 'radio', 'En osaa sanoa');
      unsaid.click();
      await element.updateComplete;
      expect(unsaid.checked).to.equal(true);
      expect(await nextSubmission(element)).not.to.have.property('experience');
    });

    it('can be left open from the start, and stays so', async () => {
      const element = await block();
      const unsaid = getByRole<HTMLInputElement>(element, 'radio', 'En osaa sanoa');
      unsaid.click();
      await fillIn(element);
      await element.updateComplete;
      expect(unsaid.checked).to.equal(true);
    });
  });

  describe('sending with nothing written', () => {
    it('shows what is missing in the order of the page, and takes focus to the summary', async () => {
      const element = await block();
      await send(element);
      expect(focused()).to.equal('Korjaa 2 kohtaa');
      const links = getAllByRole(element, 'link').map(textOf).slice(0, 2);
      expect(links).to.deep.equal(['Valitse, millaista palautetta annat', 'Kirjoita palautteesi']);
      getByText(element, 'Virhe: Kirjoita palautteesi');
    });

    it('leads from the summary to the field, and leaves the address alone', async () => {
      const element = await block();
      await send(element);
      const before = location.href;
      getByRole(element, 'link', 'Kirjoita palautteesi').click();
      expect(nameOf(deepActiveElement()!)).to.equal('Kirjoita palautteesi');
      expect(location.href).to.equal(before);
    });

    it('sends nothing', async () => {
      const element = await block();
      let asked = 0;
      element.addEventListener('puntari-before-submit', () => (asked += 1));
      await send(element);
      expect(asked).to.equal(0);
    });
  });

  describe('pressing twice at once', () => {
    it('sends once', async () => {
      const element = await block();
      let asked = 0;
      element.addEventListener('puntari-before-submit', (event) => {
        asked += 1;
        event.respondWith(RECEIPT);
      });
      await fillIn(element);
      const button = getByRole(element, 'button', 'Lähetä palaute');
      button.click();
      button.click();
      await waitUntil(() => focused() === 'Kiitos palautteestasi');
      expect(asked).to.equal(1);
    });
  });

  describe('while it is on its way', () => {
    let element: FeedbackBlock;
    let asked: number;
    let arrive: (receipt: Receipt) => void;

    beforeEach(async () => {
      asked = 0;
      element = await block();
      element.addEventListener('puntari-before-submit', (event) => {
        asked += 1;
        event.respondWith(new Promise((resolve) => (arrive = resolve)));
      });
      await fillIn(element);
      await send(element);
    });

    it('says so, and keeps the button where it is', async () => {
      await waitUntil(() => textOf(getByRole(element, 'status')) === 'Lähetetään');
      const button = getByRole(element, 'button', 'Lähetä palaute');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
    });

    it('is sent once, however often the button is pressed', async () => {
      const button = getByRole(element, 'button', 'Lähetä palaute');
      button.click();
      button.click();
      await aTimeout(20);
      expect(asked).to.equal(1);
    });

    it('takes no more words, which would be lost with the receipt', async () => {
      const text = getByRole<HTMLTextAreaElement>(element, 'textbox');
      text.focus();
      await typeText('x');
      getByRole(element, 'radio', 'Kiitos').click();
      expect(text.value).to.equal(TEXT);
      expect(getByRole<HTMLInputElement>(element, 'radio', 'Ehdotus').checked).to.equal(true);
    });

    it('gives way to the receipt', async () => {
      arrive(RECEIPT);
      await waitUntil(() => focused() === 'Kiitos palautteestasi');
      expect(queryByRole(element, 'textbox')).to.equal(null);
      for (const text of ['K7M-4PX', 'Osallisuustyö', '7. joulukuuta 2026', RECEIPT.answerAt]) {
        getByText(element, text as string);
      }
      getByRole(element, 'link', 'Palautepalvelu');
      await waitUntil(() => textOf(getByRole(element, 'status')) === '');
    });
  });

  describe('when it does not arrive', () => {
    async function failing(error: Error): Promise<FeedbackBlock> {
      const element = await block();
      element.addEventListener(
        'puntari-before-submit',
        (event) => {
          event.respondWith(Promise.reject(error));
        },
        { once: true },
      );
      await fillIn(element);
      const failed = oneEvent(element, 'puntari-failed');
      await send(element);
      await failed;
      await element.updateComplete;
      return element;
    }

    it('keeps every word, says what to do, and names another way', async () => {
      const element = await failing(new Error('no'));
      expect(focused()).to.equal('Lähettäminen ei onnistunut');
      expect(getByRole<HTMLTextAreaElement>(element, 'textbox').value).to.equal(TEXT);
      expect(getAllByRole(element, 'link', '09 816 21').length).to.be.greaterThan(0);
      getByRole(element, 'button', 'Yritä uudelleen');
    });

    it('arrives with another try', async () => {
      const element = await failing(new Error('no'));
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(RECEIPT);
      });
      await send(element);
      await waitUntil(() => queryByText(element, 'K7M-4PX'));
    });

    it('shows at the fields what the receiver refused, in the order of the page', async () => {
      const errors = [
        { pointer: '/text', code: 'tooShort', params: { min: 10 } },
        { pointer: '/kind', code: 'unknown' },
      ];
      const element = await failing(new SendError({ title: 'Invalid', status: 422, errors }));
      expect(focused()).to.equal('Korjaa 2 kohtaa');
      const links = getAllByRole(element, 'link').map(textOf).slice(0, 2);
      expect(links).to.deep.equal([
        'Valitse, millaista palautetta annat',
        'Kirjoita palautteeseesi vähintään 10 merkkiä',
      ]);
      getByText(element, 'Virhe: Kirjoita palautteeseesi vähintään 10 merkkiä');
    });

    it('no longer says so while there are errors to mend', async () => {
      const element = await failing(new Error('no'));
      await wish(element);
      await send(element);
      expect(queryByRole(element, 'heading', 'Lähettäminen ei onnistunut')).to.equal(null);
      getByRole(element, 'button', 'Lähetä palaute');
    });
  });

  describe('the subject', () => {
    it('is what the page says', async () => {
      const element = await block(channelWith(), { subject: 'statement:liikenne-2027#4a' });
      await fillIn(element);
      expect(await nextSubmission(element)).to.include({ subject: 'statement:liikenne-2027#4a' });
    });

    it('is this page where the page says nonsense, and the developer is told', async () => {
      expectLog(/subject="nonsense"> says nothing that can be kept/);
      const element = await block(channelWith(), { subject: 'nonsense' });
      await fillIn(element);
      expect(await nextSubmission(element)).to.include({ subject: `page:${location.pathname}` });
    });
  });

  describe('with an action', () => {
    let element: FeedbackBlock;
    let methods: string[];
    const network = globalThis.fetch;

    beforeEach(async () => {
      methods = [];
      globalThis.fetch = (_input, init) => {
        methods.push(init?.method ?? 'GET');
        return Promise.resolve(new Response('', { status: 503 }));
      };
      element = await block(channelWith(), { action: '/api/feedback/osallisuus' });
    });

    afterEach(() => {
      globalThis.fetch = network;
    });

    it('asks nothing for those who only read', () => {
      expect(methods).to.deep.equal([]);
    });

    it('asks once how things stand when somebody writes, also when nothing answers', async () => {
      await fillIn(element);
      await waitUntil(() => methods.length > 0);
      await typeText('x');
      await aTimeout(20);
      expect(methods).to.deep.equal(['GET']);
    });
  });

  describe('whose channel takes nothing any more', () => {
    let element: FeedbackBlock;
    const network = globalThis.fetch;

    beforeEach(async () => {
      globalThis.fetch = () =>
        Promise.resolve(Response.json({ open: false, now: new Date().toISOString() }));
      element = await block(channelWith(), { action: '/api/feedback/osallisuus' });
    });

    afterEach(() => {
      globalThis.fetch = network;
    });

    it('says it to who begins to write, keeps the words and lets the person write on', async () => {
      const text = getByRole<HTMLTextAreaElement>(element, 'textbox', 'Kirjoita palautteesi');
      text.focus();
      await typeText('Lisää');
      await waitUntil(() => queryByRole(element, 'heading', /^Vastausaika on päättynyt/));
      await waitUntil(() =>
        textOf(getByRole(element, 'status')).startsWith('Vastausaika on päättynyt'),
      );
      expect(queryByText(element, 'Lähettäminen ei onnistunut')).to.equal(null);
      getByText(element, 'Voit hoitaa asian myös näin:');
      expect(queryByRole(element, 'button', 'Lähetä palaute')).to.equal(null);
      expect(deepActiveElement()).to.equal(text);
      await typeText(' penkkejä.');
      expect(text.value).to.equal('Lisää penkkejä.');
    });

    it('takes who stands on the button that goes to what is said of it', async () => {
      let answer: (response: Response) => void = () => undefined;
      globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
      await fillIn(element);
      getByRole(element, 'button', 'Lähetä palaute').focus();
      await waitUntil(() => {
        answer(Response.json({ open: false, now: new Date().toISOString() }));
        return queryByRole(element, 'heading', /^Vastausaika on päättynyt/);
      });
      await waitUntil(() => focused().startsWith('Vastausaika on päättynyt'));
    });
  });

  describe('with a channel that asks less', () => {
    it('leaves out the experience and the reply', async () => {
      const element = await block(channelWith({ asksExperience: false, offersReply: false }));
      expect(queryByRole(element, 'group', /kuultu/)).to.equal(null);
      expect(queryByRole(element, 'checkbox', /^Haluan vastauksen/)).to.equal(null);
    });

    it('does not ask for the kind where there is one', async () => {
      const element = await block(channelWith({ kinds: ['experience'] }));
      expect(queryByRole(element, 'group', /^Millaista/)).to.equal(null);
      getByRole(element, 'textbox').focus();
      await typeText(TEXT);
      expect(await nextSubmission(element)).to.include({ kind: 'experience' });
    });
  });

  describe('variant="compact"', () => {
    it('leaves out the purpose, and still says who reads it', async () => {
      const element = await block(channelWith(), { variant: 'compact' });
      expect(element.textContent).not.to.contain('Haluamme tietää, tulitko kuulluksi.');
      expect(element.textContent).to.contain('Osallisuustyö');
    });

    it('can be left at any time', async () => {
      const element = await block(channelWith(), { variant: 'compact' });
      element.removeAttribute('variant');
      await element.updateComplete;
      expect(element.textContent).to.contain('Haluamme tietää, tulitko kuulluksi.');
    });
  });

  describe('switching the language half-way', () => {
    it('keeps what was written, the open fields and the focus', async () => {
      const element = await block();
      await fillIn(element);
      await wish(element);
      getByRole(element, 'textbox', 'Sähköposti').focus();
      await typeText('liisa@');
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'button', 'Skicka responsen'));
      expect(getByRole<HTMLInputElement>(element, 'radio', 'Förslag').checked).to.equal(true);
      expect(getByRole<HTMLTextAreaElement>(element, 'textbox', /^Skriv/).value).to.equal(TEXT);
      expect(nameOf(deepActiveElement()!)).to.equal('E-post');
      expect((deepActiveElement() as HTMLInputElement).value).to.equal('liisa@');
      getByRole(element, 'heading', 'Ge respons');
    });
  });

  describe('with nowhere to send to', () => {
    it('shows the other channels in place of a form, and tells the developer', async () => {
      expectLog(/has no action/);
      const element = await fixture<FeedbackBlock>(
        html`<puntari-feedback-block lang="fi" .record=${channelWith()}
          ><p>Soita 09 816 21.</p></puntari-feedback-block
        >`,
      );
      await waitUntil(() => element.isReady);
      await element.updateComplete;
      // The developer is told after that.
      await aTimeout(400);
      expect(queryByRole(element, 'button')).to.equal(null);
      getByText(element, 'Soita 09 816 21.');
      getByRole(element, 'link', 'Palautepalvelu');
    });
  });

  describe('in a disabled fieldset', () => {
    it('takes nothing and sends nothing', async () => {
      const element = await block();
      const fieldset = document.createElement('fieldset');
      element.replaceWith(fieldset);
      fieldset.append(element);
      let asked = 0;
      element.addEventListener('puntari-before-submit', (event) => {
        asked += 1;
        event.preventDefault();
      });
      await fillIn(element);
      await send(element);
      fieldset.disabled = true;
      await element.updateComplete;
      getByRole(element, 'button', 'Lähetä palaute').click();
      await aTimeout(20);
      expect(getByRole<HTMLTextAreaElement>(element, 'textbox').disabled).to.equal(true);
      expect(asked).to.equal(1);
    });
  });
});

/** An invitation by letter: the code from a link or from the keyboard, and what the receiver says of it. */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { type FetchStub, json, stubFetch } from '../../../core/src/testing/fetch-stub.js';

import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { ANSWERS, CHECK, fill, goTo, openForm, Post, RECEIPT, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import { takeInvitation } from './volunteer-form.invitation.js';
import type { VolunteerForm } from './volunteer-form.js';

const ACTION = 'https://osallistu.example.fi/api/panels/liikenne/registrations?x=1';
const { registration } = panelWith();
const INVITED = panelWith({ registration: { ...registration, mode: 'invited' } });
const ELIGIBILITY = /Voitko osallistua/;
const BACKGROUND = /Taustatietosi/;

describe('<puntari-volunteer-form>, by invitation', () => {
  let element: VolunteerForm;
  let network: FetchStub;
  /** What the receiver says of a code. */
  let answer: () => Response | Promise<Response>;

  const code = (): string => getByRole<HTMLInputElement>(element, 'textbox', 'Kutsukoodi').value;

  const open = async (panel: unknown = INVITED): Promise<void> => {
    element = await openForm(new Post(), { panel });
    element.action = ACTION;
    await goTo(element, ELIGIBILITY);
  };

  const goOn = async (): Promise<void> => {
    fill(element, { ...ANSWERS, invitationCode: ['K7M4-PX2Q'] });
    getByRole(element, 'button', 'Jatka').click();
    await element.updateComplete;
  };

  beforeEach(() => {
    answer = () => json({ state: 'valid' });
    network = stubFetch(({ url }) =>
      url.includes('/invitation') ? answer() : json({ open: true, now: new Date().toISOString() }),
    );
  });

  afterEach(() => {
    network.restore();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('from the link in the letter', () => {
    it('is filled in, and does not stay in the address bar', async () => {
      const length = history.length;
      history.replaceState({ mine: 1 }, '', '#osio&invitation=K7M4%2DPX2Q');
      await open();
      expect(code()).to.equal('K7M4-PX2Q');
      expect(location.hash).to.equal('#osio');
      expect(history.state).to.deep.equal({ mine: 1 });
      expect(history.length).to.equal(length);
    });

    it('is left alone by a panel that is open to all', async () => {
      history.replaceState(null, '', '#invitation=K7M4');
      await open(panelWith());
      expect(location.hash).to.equal('#invitation=K7M4');
    });

    it('leads back to what was saved on the device', async () => {
      const saved = {
        recordId: INVITED.id,
        values: { invitationCode: 'K7M4-PX2Q', birthYear: '1985' },
        view: 'background',
        savedAt: Date.now(),
      };
      localStorage.setItem(`puntari:volunteer-form:${INVITED.id}`, JSON.stringify(saved));
      history.replaceState(null, '', '#invitation=K7M4-PX2Q');
      element = await openForm(new Post(), { panel: INVITED });
      const resume = 'Jatka tallennetuilla vastauksilla';
      await waitUntil(() => location.hash === '', 'the code is taken');
      await waitUntil(() => queryByRole(element, 'button', resume) !== null, 'the offer');
      getByRole(element, 'button', resume).click();
      await shows(element, BACKGROUND);
      localStorage.clear();
    });

    it('is taken also where the page stood open already', async () => {
      await open();
      location.hash = 'invitation=K7M4-PX2Q';
      await waitUntil(() => location.hash === '', 'the code is out of the address');
      await element.updateComplete;
      expect(code()).to.equal('K7M4-PX2Q');
    });

    it('is that of the letter whose link was opened last', async () => {
      await open();
      for (const one of ['K7M4-PX2Q', 'R3T8-WY5Z']) {
        location.hash = `invitation=${one}`;
        await waitUntil(() => location.hash === '', 'the code is out of the address');
        await element.updateComplete;
        expect(code()).to.equal(one);
      }
    });

    it('does not come into what is on its way, nor into its receipt', async () => {
      const post = new Post();
      element = await openForm(post, { panel: INVITED });
      const answers = { ...ANSWERS, invitationCode: ['K7M4-PX2Q'] };
      await goTo(element, CHECK, answers);
      getByRole(element, 'button', /^Lähetä/).click();
      await waitUntil(() => post.sent.length === 1);
      const opened = oneEvent(window, 'hashchange');
      location.hash = 'invitation=R3T8-WY5Z';
      await opened;
      post.answer(RECEIPT);
      await shows(element, /on vastaanotettu/);
      const sent = element.shadowRoot?.querySelector('#receipt-sent')?.textContent;
      expect(sent).to.contain('K7M4-PX2Q');
      expect(sent).not.to.contain('R3T8-WY5Z');
    });

    it('is taken where links of the page lead to another site', () => {
      history.replaceState(null, '', '#invitation=K7M4-PX2Q');
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
      try {
        expect(takeInvitation()).to.equal('K7M4-PX2Q');
        expect(location.hash).to.equal('');
      } finally {
        base.remove();
      }
    });

    it('may be broken', async () => {
      history.replaceState(null, '', '#invitation=%E0%A4%A');
      await open();
      expect(code()).to.equal('');
      expect(location.hash).to.equal('');
    });
  });

  describe('with a code that the receiver knows', () => {
    it('goes on', async () => {
      await open();
      await goOn();
      await shows(element, BACKGROUND);
      const { url, body } = network.asked.find((asked) => asked.url.includes('/invitation')) ?? {};
      expect(url).to.equal(
        'https://osallistu.example.fi/api/panels/liikenne/registrations/invitation?x=1',
      );
      expect(body).to.deep.equal({ code: 'K7M4-PX2Q' });
    });
  });

  for (const [state, words] of [
    ['unknown', /Kutsukoodia ei löydy.*09 816 21/],
    ['used', /on jo ilmoittauduttu.*09 816 21/],
    ['expired', /aika on päättynyt.*09 816 21/],
  ] as const) {
    describe(`with a code that is ${state}`, () => {
      it('says so at the field, with somebody to ask, and keeps everything', async () => {
        answer = () => json({ state });
        await open();
        await goOn();
        await waitUntil(() => element.shadowRoot?.querySelector('#error-summary') !== null);
        const field = getByRole<HTMLInputElement>(element, 'textbox', 'Kutsukoodi');
        expect(field.getAttribute('aria-invalid')).to.equal('true');
        expect(element.shadowRoot?.textContent).to.match(words);
        expect(code()).to.equal('K7M4-PX2Q');
      });
    });
  }

  for (const [what, silence] of [
    ['does not know the question', () => json({ code: 'not-found' }, 404)],
    ['says something else', () => json({ state: 'perhaps' })],
    ['says nothing that can be read', () => new Response('<html>')],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const) {
    describe(`when the receiver ${what}`, () => {
      it('goes on, because the receiver looks again when it is sent', async () => {
        answer = silence;
        await open();
        await goOn();
        await shows(element, BACKGROUND);
      });
    });
  }
});

describe('<puntari-volunteer-form channel>', () => {
  it('says how the answers came', async () => {
    const post = new Post();
    const element = await openForm(post);
    element.channel = 'phone';
    await goTo(element, /Tarkista vastauksesi/);
    getByRole(element, 'button', /^Lähetä/).click();
    await waitUntil(() => post.sent.length === 1);
    expect(post.sent[0]).to.include({ channel: 'phone' });
  });
});

import { SendError, type StepEvent } from '@puntari/core';
import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { press, tab, type as typeText } from '../../../../test/support/keys.js';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import { callWith } from './testing/call.js';
import {
  ANSWERS,
  control,
  fill,
  goOn,
  openForm,
  Post,
  RECEIPT,
  send,
  SUBMISSION,
  toCheck,
} from './testing/filling.js';
import type { TopicForm } from './topic-form.js';

const focused = (): string => textOf(deepActiveElement() ?? document.body);

async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (name.test(nameOf(deepActiveElement() ?? document.body))) return;
    await tab();
  }
  throw new Error(`No control is named ${String(name)}; focus is on "${focused()}".`);
}

describe('<puntari-topic-form>', () => {
  let post: Post;

  beforeEach(() => {
    post = new Post();
  });

  describe('before anything is written', () => {
    it('tells why, what for, who chooses and when, where readers find it', async () => {
      const element = await openForm();
      for (const text of [
        'Mistä asukkaiden pitäisi keskustella?',
        'Etsimme aiheita paneelille.',
        'Kirjoita kysymys.',
        'Aiheista valitaan yksi.',
        'Päättäjät valitsevat aiheet ehdotuksista.',
        'Valtuusto',
        '17. toukokuuta 2099',
        '15 työpäivän kuluessa',
        'Aiheet julkaistaan sivulla',
        'Ehdotus ei ole vielä päätös. Paneelikaan ei päätä asiasta',
      ]) {
        expect(element.textContent.replaceAll('\u00A0', ' ')).to.contain(text);
      }
    });

    it('says who handles the data, and who sees the name', async () => {
      const element = await openForm();
      getByText(element, /Tietojasi käsittelee: Espoon kaupunki/);
      getByText(element, 'Ilman lupaasi nimesi näkevät vain ehdotuksen käsittelijät.');
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Lue koko tietosuojaseloste');
      expect(new URL(link.href).pathname).to.equal('/tietosuoja/');
    });

    it('says which rights the proposer has', async () => {
      const { privacy } = callWith();
      const rights = 'Voit pyytää tietojesi poistamista.';
      const element = await openForm({ record: callWith({ privacy: { ...privacy, rights } }) });
      getByText(element, rights);
    });

    it('names each decision with who makes it and when', async () => {
      const element = await openForm();
      const name = nameOf(control(element, 'decision/id', 'katutila'));
      expect(name.replaceAll(/\s/g, ' ')).to.match(
        /^Katutilan linjaukset Lautakunta, 13. syyskuuta 2099$/,
      );
    });
  });

  describe('with the keyboard alone', () => {
    it('goes from the first field over the answers to the receipt', async () => {
      const element = await openForm({ post });
      await tabTo(/^Aiheen nimi/);
      await typeText(ANSWERS.title);
      await tabTo(/^Mihin kysymykseen/);
      await typeText(ANSWERS.question);
      await tabTo(/^Aiheeseen liittyy vaikeita/);
      await press('Space');
      await tabTo(/^Tapiola/);
      await press('Space');
      await tabTo(/^Katutilan linjaukset/);
      await press('ArrowDown');
      await tabTo(/^Ehdotan asukkaana/);
      await press('Space');
      await tabTo(/^Nimesi/);
      await typeText('Aino Virtanen');
      await tabTo(/^Puhelinnumero/);
      await typeText('040 123 4567');
      await tabTo(/^Jatka ja tarkista/);
      await press('Enter');
      await waitUntil(() => focused() === 'Tarkista ehdotuksesi', 'the answers');
      await tabTo(/^Lähetä ehdotus/);
      await press('Enter');
      await waitUntil(() => post.sent.length === 1, 'the sending');
      post.answer(RECEIPT);
      await waitUntil(() => focused() === 'Ehdotuksesi on vastaanotettu', 'the receipt');
      expect(post.sent).to.deep.equal([SUBMISSION]);
      await element.updateComplete;
    });
  });

  describe('with nothing written', () => {
    it('shows what is missing in the order of the page, and takes focus to the summary', async () => {
      const element = await openForm({ post });
      await goOn(element);
      expect(focused()).to.equal('Korjaa 6 kohtaa');
      expect(getAllByRole(element, 'link').map(textOf).slice(0, 6)).to.deep.equal([
        'Kirjoita aiheen nimi',
        'Kirjoita kysymys, johon paneelin pitäisi vastata',
        'Valitse tai kirjoita, miksi aihe sopii asukaspaneelille',
        'Valitse, kenen puolesta ehdotat',
        'Kirjoita nimesi',
        'Kirjoita sähköposti tai puhelinnumero',
      ]);
      getByText(element, 'Virhe: Kirjoita aiheen nimi');
      expect(post.sent).to.deep.equal([]);
    });

    it('leads from the summary to the first choice of a group, and leaves the address alone', async () => {
      const element = await openForm();
      await goOn(element);
      const before = location.href;
      getByRole(element, 'link', /^Valitse tai kirjoita/).click();
      expect(nameOf(deepActiveElement()!)).to.match(/^Aiheeseen liittyy vaikeita arvovalintoja/);
      expect(location.href).to.equal(before);
    });
  });

  describe('the answers to check', () => {
    let element: TopicForm;

    beforeEach(async () => {
      element = await openForm({ post });
      await toCheck(element, { ...ANSWERS, 'area/text': 'Otaniemen ranta' });
    });

    it('show every question with its answer, in words, before anything is sent', () => {
      expect(focused()).to.equal('Tarkista ehdotuksesi');
      const terms = getAllByRole(element, 'term').map(textOf);
      expect(terms).to.include.members(['Aiheen nimi', 'Taustaa', 'Mitä aluetta aihe koskee?']);
      const values = getAllByRole(element, 'definition').map(textOf);
      expect(values).to.include.members([
        'Rannan valaistus',
        'Ei vastausta',
        'Aiheeseen liittyy vaikeita arvovalintoja',
        'Puisto-ohjelma',
        'Ehdotan asukkaana',
      ]);
      getByText(element, /Tapiola/);
      getByText(element, 'Otaniemen ranta');
      getByText(element, /^Mitään ei ole vielä lähetetty/);
      expect(post.sent).to.deep.equal([]);
    });

    it('say that the name is not shown unless that was allowed', () => {
      const terms = getAllByRole(element, 'term').map(textOf);
      expect(terms.at(-1)).to.equal('Nimeni saa näyttää julkisesti aiheen yhteydessä');
      const [, value] = getAllByRole(element, 'definition').slice(-2).map(textOf);
      expect([value, textOf(getAllByRole(element, 'definition').at(-2)!)]).to.include('Ei');
    });

    it('lead to the field of a row and come back to the row', async () => {
      getByRole(element, 'button', 'Muuta Nimesi').click();
      await waitUntil(() => nameOf(deepActiveElement()!) === 'Nimesi', 'the field');
      expect((deepActiveElement() as HTMLInputElement).value).to.equal('Aino Virtanen');
      await fill(element, { 'proposer/name': 'Aino Korhonen' });
      await goOn(element);
      await waitUntil(() => nameOf(deepActiveElement()!) === 'Muuta Nimesi', 'the row');
      getByText(element, 'Aino Korhonen');
    });

    it('lead back to the form with everything in it', async () => {
      getByRole(element, 'button', 'Takaisin').click();
      await waitUntil(() => focused() === 'Aihe', 'the form');
      expect(control(element, 'title').value).to.equal('Rannan valaistus');
      expect((control(element, 'area/ids', 'tapiola') as HTMLInputElement).checked).to.equal(true);
    });

    it('tell the page of each step, and nothing of what was written', async () => {
      const step = oneEvent(element, 'puntari-step') as unknown as Promise<StepEvent>;
      getByRole(element, 'button', 'Takaisin').click();
      const { step: number, of, name } = await step;
      expect([number, of, name]).to.deep.equal([1, 2, 'form']);
    });
  });

  describe('while it is on its way', () => {
    let element: TopicForm;

    beforeEach(async () => {
      element = await openForm({ post });
      await toCheck(element);
      await send(element, post);
    });

    it('is sent once, however often the button is pressed', async () => {
      const button = getByRole(element, 'button', 'Lähetä ehdotus');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      button.click();
      button.click();
      await aTimeout(20);
      expect(post.sent).to.deep.equal([SUBMISSION]);
    });

    it('changes nothing of which the receipt would not speak', async () => {
      getByRole(element, 'button', 'Takaisin').click();
      getByRole(element, 'button', 'Muuta Nimesi').click();
      await element.updateComplete;
      getByRole(element, 'heading', 'Tarkista ehdotuksesi');
    });

    it('gives way to the receipt: reference, reader, day, and what happens next', async () => {
      post.answer(RECEIPT);
      await waitUntil(() => focused() === 'Ehdotuksesi on vastaanotettu');
      getByText(element, 'K7M-4PX');
      const steps = getAllByRole(element, 'listitem').map((item) =>
        textOf(item).replaceAll('\u00A0', ' '),
      );
      expect(
        steps.filter((text) => /^(Ehdotettu|Viranomaisen|Luottamus|Valittu)/.test(text)),
      ).to.deep.equal([
        'Ehdotettu Ehdotuksesi on perillä.',
        'Viranomaisen tarkistama Osallisuustyö tarkistaa, voiko aihe tulla valittavaksi. Saat tiedon viimeistään 12. helmikuuta 2027.',
        'Luottamus\u00ADhenkilöiden valittavana Tarkistettu aihe julkaistaan aiheiden luettelossa. Aiheet julkaistaan sivulla example.fi/aiheet.',
        'Valittu paneelin aiheeksi Valtuusto valitsee paneelien aiheet. Valinta tehdään 17. toukokuuta 2099.',
      ]);
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Katso ehdotetut aiheet');
      expect(link.href).to.equal('https://example.fi/aiheet');
      getByRole(element, 'button', 'Tulosta');
      getByRole(element, 'button', 'Lataa vastauksesi');
      expect(queryByRole(element, 'textbox')).to.equal(null);
    });

    it('shows the private link of the receipt with a word of warning, and tells no listener', async () => {
      let told: unknown;
      element.addEventListener('puntari-submitted', ({ receipt }) => {
        told = receipt;
      });
      post.answer({ ...RECEIPT, manage: 'https://example.fi/given-proposals/avain' });
      await waitUntil(() => queryByRole(element, 'link', /^Katso, missä ehdotuksesi on/));
      const link = getByRole<HTMLAnchorElement>(element, 'link', /^Katso, missä ehdotuksesi on/);
      expect(link.href).to.equal('https://example.fi/given-proposals/avain');
      getByText(element, /^Säilytä tämä linkki/);
      expect(told).to.deep.equal({ ...RECEIPT });
    });
  });

  describe('when it does not arrive', () => {
    async function failing(error: Error): Promise<TopicForm> {
      const element = await openForm({ post });
      await toCheck(element);
      await send(element, post);
      const failed = oneEvent(element, 'puntari-failed');
      post.fail(error);
      await failed;
      await element.updateComplete;
      return element;
    }

    it('keeps every answer, says what to do, and names another way', async () => {
      const element = await failing(new Error('no'));
      expect(focused()).to.equal('Lähettäminen ei onnistunut');
      getByText(element, 'Rannan valaistus');
      expect(getAllByRole(element, 'link', '09 816 21').length).to.be.greaterThan(1);
    });

    it('arrives with another try, the same as before', async () => {
      const element = await failing(new Error('no'));
      await send(element, post);
      post.answer(RECEIPT);
      await waitUntil(() => focused() === 'Ehdotuksesi on vastaanotettu');
      expect(post.sent).to.deep.equal([SUBMISSION, SUBMISSION]);
    });

    it('shows at the fields what the receiver refused, in the order of the page', async () => {
      const errors = [
        { pointer: '/proposer/email', code: 'format' },
        { pointer: '/title', code: 'tooLong', params: { max: 10 } },
      ];
      const element = await failing(new SendError({ title: 'Invalid', status: 422, errors }));
      expect(focused()).to.equal('Korjaa 2 kohtaa');
      expect(getAllByRole(element, 'link').map(textOf).slice(0, 2)).to.deep.equal([
        'Lyhennä aiheen nimeä: enintään 10 merkkiä',
        'Kirjoita sähköposti muodossa nimi@example.fi',
      ]);
      expect(control(element, 'title').getAttribute('aria-invalid')).to.equal('true');
      expect(control(element, 'question').value).to.equal(ANSWERS.question);
    });

    it('offers no other try once the call has closed', async () => {
      const element = await failing(
        new SendError({ title: 'Closed', status: 409, code: 'closed' }),
      );
      expect(queryByRole(element, 'button', /^(Lähetä|Yritä)/)).to.equal(null);
      getByText(element, 'Rannan valaistus');
    });
  });

  describe('with nowhere to send to', () => {
    it('shows the other channel in place of a form, and tells the developer', async () => {
      expectLog(/has no action/);
      const element = await fixture<TopicForm>(
        html`<puntari-topic-form lang="fi" .record=${callWith()}
          ><p>Soita 09 816 21.</p></puntari-topic-form
        >`,
      );
      await waitUntil(() => element.isReady);
      await element.updateComplete;
      // The developer is told after that.
      await aTimeout(400);
      expect(queryByRole(element, 'textbox')).to.equal(null);
      getByText(element, 'Soita 09 816 21.');
    });
  });
});

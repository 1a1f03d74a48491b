import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import {
  descriptionOf,
  getAllByRole,
  getByRole,
  nameOf,
  queryAllByRole,
  textOf,
} from '../../../../test/support/query.js';
import { callWith, topicWith } from './testing/call.js';
import {
  ANSWERS,
  control,
  fill,
  goOn,
  openForm,
  Post,
  RECEIPT,
  send,
  toCheck,
} from './testing/filling.js';
import type { TopicForm } from './topic-form.js';

const LIST = {
  schemaVersion: 1,
  version: '1',
  id: 'aiheet',
  title: 'Aiheet',
  topics: [topicWith('katutila', 'Keskustan katutila'), topicWith('kadut', 'Katutila Tapiolassa')],
};

const open = (lang: string, record = callWith(), post = new Post()): Promise<TopicForm> =>
  openForm({ record, post, attributes: { lang } });

for (const lang of ['fi', 'sv', 'en', 'ar', 'fi-simple']) {
  describe(`<puntari-topic-form lang="${lang}">`, () => {
    // Only a form that a page has named speaks a language it is given; its record is in three.
    const form = async (record = callWith(), post = new Post()): Promise<TopicForm> => {
      const element = await open(lang, record, post);
      element.lang = lang;
      await waitUntil(
        () => element.shadowRoot?.querySelector('#root')?.getAttribute('lang') === lang,
      );
      return element;
    };

    it('is accessible before it opens, when it is open, and when it has closed', async () => {
      for (const record of [
        callWith({ opens: '2098-01-11T09:00:00+02:00' }),
        callWith(),
        callWith({ closes: '2021-02-12T16:00:00+02:00' }),
      ]) {
        await expectAccessible(await form(record));
      }
    });

    it('is accessible with errors at every field that has one', async () => {
      const element = await form();
      await goOn(element);
      expect(getAllByRole(element, 'link').length).to.be.greaterThan(6);
      await expectAccessible(element);
    });

    it('is accessible with the answers to check, while they are sent, and when that fails', async () => {
      const post = new Post();
      const element = await form(callWith(), post);
      await toCheck(element);
      await expectAccessible(element);
      await send(element, post);
      await expectAccessible(element);
      const failed = oneEvent(element, 'puntari-failed');
      post.fail(new Error('no'));
      await failed;
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('is accessible with the receipt', async () => {
      const post = new Post();
      const element = await form(callWith(), post);
      await toCheck(element);
      await send(element, post);
      post.answer(RECEIPT);
      await waitUntil(() => element.shadowRoot?.querySelector('.next'));
      await expectAccessible(element);
    });
  });
}

describe('<puntari-topic-form>', () => {
  const network = globalThis.fetch;

  afterEach(() => {
    globalThis.fetch = network;
  });

  it('is accessible with advice and similar topics', async () => {
    globalThis.fetch = () => Promise.resolve(Response.json(LIST));
    const element = await open('fi', callWith({ topics: '/aiheet-a11y.json' }));
    await fill(element, { title: 'Katutilan jako', question: 'Pitäisikö katutila jakaa?' });
    await waitUntil(() => element.shadowRoot?.querySelector('#similar'), 'topics', {
      timeout: 4000,
    });
    await expectAccessible(element);
    const topics = [...element.shadowRoot!.querySelectorAll('#similar li')];
    expect(topics.length).to.be.greaterThan(1);
    const [first, second] = topics.map((topic) => topic.getBoundingClientRect());
    const [name, state] = [...topics[0]!.children].filter(({ localName }) => localName !== 'br');
    const within = state!.getBoundingClientRect().top - name!.getBoundingClientRect().bottom;
    expect(second!.top - first!.bottom).to.be.greaterThan(within + 8);
  });

  for (const level of ['1', '4', '6']) {
    it(`starts its headings at level ${level} and skips none`, async () => {
      const element = await openForm({ attributes: { 'heading-level': level } });
      await goOn(element);
      await expectAccessible(element);
      expect(getAllByRole(element, 'heading')[0]?.localName).to.equal(`h${level}`);
      await toCheck(element);
      expect(getAllByRole(element, 'heading')[0]?.localName).to.equal(`h${level}`);
    });
  }

  it('chooses and ticks nothing beforehand, least of all the consent', async () => {
    const element = await openForm();
    const choices = [...getAllByRole(element, 'radio'), ...getAllByRole(element, 'checkbox')];
    expect(choices.length).to.be.greaterThan(8);
    expect(choices.filter((choice) => (choice as HTMLInputElement).checked)).to.deep.equal([]);
  });

  it('has the question first in each group', async () => {
    const element = await openForm();
    expect(
      getAllByRole(element, 'group')
        .map(nameOf)
        .map((name) => name.split('?')[0]),
    ).to.deep.equal([
      'Miksi aihe sopii asukaspaneelille',
      'Mitä aluetta aihe koskee',
      'Mihin päätökseen aihe liittyy',
      'Kenen puolesta ehdotat',
      'Miten saamme sinuun yhteyden',
    ]);
  });

  it('keeps legends short enough to be heard', async () => {
    for (const lang of ['fi', 'sv', 'en', 'ar', 'fi-simple']) {
      const element = await open(lang);
      element.lang = lang;
      await waitUntil(
        () => element.shadowRoot?.querySelector('#root')?.getAttribute('lang') === lang,
      );
      await goOn(element);
      for (const legend of element.shadowRoot?.querySelectorAll('legend') ?? [])
        expect(textOf(legend).length, textOf(legend)).to.be.at.most(200);
      for (const hint of element.shadowRoot?.querySelectorAll('.puntari-hint[id]') ?? [])
        expect(textOf(hint).length, textOf(hint)).to.be.at.most(150);
    }
  });

  it('lets not knowing the decision be chosen, last and apart', async () => {
    const element = await openForm();
    const radios = getAllByRole<HTMLInputElement>(element, 'radio').filter(
      ({ name }) => name === 'decision/id',
    );
    expect(nameOf(radios.at(-1)!)).to.equal('Jokin muu, tai en tiedä');
    expect(radios.at(-1)?.value).to.equal('');
  });

  it('marks in words what may be left out, and asks for no contact field alone', async () => {
    const element = await openForm();
    const fields = getAllByRole(element, 'textbox');
    expect(
      Object.fromEntries(
        fields.map((field) => [nameOf(field), field.getAttribute('aria-required')]),
      ),
    ).to.deep.equal({
      'Aiheen nimi': 'true',
      'Mihin kysymykseen paneelin pitäisi vastata?': 'true',
      'Taustaa (vapaaehtoinen)': null,
      'Perustelut omin sanoin (vapaaehtoinen)': null,
      'Muu alue tai paikka (vapaaehtoinen)': null,
      'Muu päätös (vapaaehtoinen)': null,
      Nimesi: 'true',
      Sähköposti: null,
      Puhelinnumero: null,
    });
  });

  it('has the right token for autofill where it asks about the person, and none elsewhere', async () => {
    const element = await openForm();
    const tokens = Object.fromEntries(
      getAllByRole<HTMLInputElement>(element, 'textbox').map(({ name, autocomplete }) => [
        name,
        autocomplete,
      ]),
    );
    expect(tokens).to.deep.include({
      title: 'off',
      'proposer/name': 'name',
      'proposer/email': 'email',
      'proposer/phone': 'tel',
    });
  });

  it('warns of personal data in words that are read with the field', async () => {
    const element = await openForm();
    expect(descriptionOf(control(element, 'background'))).to.contain(
      'Älä kirjoita henkilötunnuksia tai terveystietoja.',
    );
  });

  it('has buttons to change that are told apart by their names', async () => {
    const element = await openForm();
    await toCheck(element, ANSWERS);
    const names = getAllByRole(element, 'button').map(nameOf);
    expect(new Set(names).size).to.equal(names.length);
    expect(names.filter((name) => name.startsWith('Muuta ')).length).to.equal(11);
  });

  it('has a status region that is there and empty from the start', async () => {
    const element = await openForm();
    expect(textOf(getByRole(element, 'status'))).to.equal('');
    expect(queryAllByRole(element, 'alert')).to.deep.equal([]);
  });

  it('has no controls but links in the text for readers', async () => {
    const element = await openForm();
    expect(element.querySelector('input, button, textarea, select, [tabindex="0"]')).to.equal(null);
  });
});

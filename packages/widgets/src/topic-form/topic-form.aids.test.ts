/** Advice and similar topics: shown when somebody pauses, said once, in nobody's way. */
import type { Topic, TopicList } from '@puntari/contracts';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { callWith, topicWith } from './testing/call.js';
import { ANSWERS, control, fill, openForm, toCheck } from './testing/filling.js';
import type { TopicForm } from './topic-form.js';

/**
 * A writer's pause is a second and a half, and the status region takes a moment between two messages. Here both are
 * short, so that a test can wait for what must not come.
 */
const SHORTENED: Readonly<Record<number, number>> = { 1500: 60, 120: 5 };
const { setTimeout: later } = globalThis;

beforeEach(() => {
  globalThis.setTimeout = ((act: () => void, wait?: number) =>
    later(act, SHORTENED[wait ?? 0] ?? wait)) as typeof setTimeout;
});

afterEach(() => {
  globalThis.setTimeout = later;
});

const LIST: TopicList = {
  schemaVersion: 1,
  version: '1',
  id: 'aiheet',
  title: 'Aiheet',
  topics: [
    topicWith('katutila', 'Keskustan katutila', { status: 'on-list' }),
    topicWith('kadut', 'Katutila Tapiolassa', { status: 'not-chosen' }),
    topicWith('kirjastot', 'Kirjastot'),
    topicWith('rannat', 'Uimarannat'),
    topicWith('hiljainen', 'Melu', { url: 'mailto:osallisuus@example.fi' }),
  ],
};

const said = (element: TopicForm): string => textOf(getByRole(element, 'status'));

const advised = (element: TopicForm): Promise<void> =>
  waitUntil(() => queryByText(element, /^Vinkki:/), 'advice');

describe('<puntari-topic-form>, advice on the question', () => {
  it('comes when somebody pauses, as a suggestion with an example', async () => {
    const element = await openForm();
    await fill(element, { question: 'Pitäisikö rantaan saada valot?' });
    expect(queryByText(element, /^Vinkki:/)).to.equal(null);
    await advised(element);
    getByText(element, /^Vinkki: Kysymykseesi voi ehkä vastata vain kyllä tai ei/);
    getByText(element, /^Esimerkiksi: Miten keskustan katutila jaetaan kävelyn/);
    expect(control(element, 'question').getAttribute('aria-invalid')).to.equal(null);
  });

  it('is said once, politely, and keeps the focus where it is', async () => {
    const element = await openForm();
    control(element, 'question').focus();
    await fill(element, { question: 'Pitäisikö rantaan saada valot?' });
    await waitUntil(() => said(element).startsWith('Kysymykseesi voi ehkä'), 'said');
    expect(nameOf(deepActiveElement()!)).to.match(/^Mihin kysymykseen/);
    getByRole(element, 'status').textContent = '';
    await fill(element, { question: 'Pitäisikö rantaan saada kirkkaat valot?' });
    await aTimeout(100);
    expect(said(element)).to.equal('');
  });

  it('goes when the question has become an open one', async () => {
    const element = await openForm();
    await fill(element, { question: 'Pitäisikö rantaan saada valot?' });
    await advised(element);
    await fill(element, { question: 'Miten ranta valaistaan?' });
    await waitUntil(() => !queryByText(element, /^Vinkki:/), 'no advice');
  });

  it('stops nobody', async () => {
    const element = await openForm();
    await toCheck(element, { ...ANSWERS, question: 'Pitäisikö rantaan saada valot?' });
    getByText(element, 'Pitäisikö rantaan saada valot?');
  });

  it('is not said over the answers to check, and comes with the way back', async () => {
    const element = await openForm();
    await toCheck(element);
    getByRole(element, 'button', 'Takaisin').click();
    await element.updateComplete;
    await fill(element, { question: 'Pitäisikö rantaan saada valot?' });
    getByRole(element, 'button', 'Jatka ja tarkista').click();
    await waitUntil(() => queryByRole(element, 'heading', 'Tarkista ehdotuksesi'));
    await aTimeout(100);
    expect(said(element)).to.equal('');
    getByRole(element, 'button', 'Takaisin').click();
    await advised(element);
  });

  it('is in the language of the page, also after a switch', async () => {
    const element = await openForm();
    await fill(element, { question: 'Ska parken eller vägen byggas?' });
    await advised(element);
    element.lang = 'sv';
    await waitUntil(() => queryByText(element, /^Tips: Din fråga ger kanske bara två/));
  });
});

describe('<puntari-topic-form>, similar topics', () => {
  const network = globalThis.fetch;
  let asked: string[];
  let list: () => Promise<Response>;

  beforeEach(() => {
    asked = [];
    list = () => Promise.resolve(Response.json(LIST));
    globalThis.fetch = (input) => {
      asked.push(new URL(input as string).pathname);
      return list();
    };
  });

  afterEach(() => {
    globalThis.fetch = network;
  });

  /** Each test its own address: what was loaded once is kept for the page. */
  let count = 0;
  const open = (): Promise<TopicForm> => {
    count += 1;
    return openForm({ record: callWith({ topics: `/aiheet-${String(count)}.json` }) });
  };
  const links = (element: TopicForm): HTMLAnchorElement[] =>
    getAllByRole<HTMLAnchorElement>(element, 'link').filter(({ target }) => target === '_blank');
  const found = (element: TopicForm): Promise<void> =>
    waitUntil(() => queryByRole(element, 'heading', 'Samankaltaisia aiheita'), 'topics');

  it('are asked for only once somebody has written something', async () => {
    const element = await open();
    await aTimeout(100);
    expect(asked).to.deep.equal([]);
    await fill(element, { title: 'Katutilan jako' });
    await found(element);
    expect(asked).to.deep.equal([`/aiheet-${String(count)}.json`]);
  });

  it('are links with their status in words, that leave this page as it is', async () => {
    const element = await open();
    await fill(element, { title: 'Katutilan jako' });
    await found(element);
    expect(links(element).map(textOf)).to.deep.equal([
      'Keskustan katutila (avautuu uuteen välilehteen)',
      'Katutila Tapiolassa (avautuu uuteen välilehteen)',
    ]);
    expect(links(element).map(({ href }) => new URL(href).pathname)).to.deep.equal([
      '/aiheet/katutila',
      '/aiheet/kadut',
    ]);
    getByText(element, 'Luottamus\u00ADhenkilöiden valittavana');
    getByText(element, 'Ei valittu');
  });

  it('are counted aloud once, and keep the focus where it is', async () => {
    const element = await open();
    control(element, 'title').focus();
    await fill(element, { title: 'Katutilan jako' });
    await waitUntil(() => said(element).startsWith('Löytyi 2 samankaltaista aihetta'), 'said');
    expect(nameOf(deepActiveElement()!)).to.equal('Aiheen nimi');
    getByRole(element, 'status').textContent = '';
    await fill(element, { title: 'Kirjastojen tilat' });
    await waitUntil(() => links(element).length === 1, 'others');
    await aTimeout(100);
    expect(said(element)).to.equal('');
  });

  it('without a page of their own lead to their place on the page of topics', async () => {
    const [{ url: _url, ...topic }] = LIST.topics as [Topic];
    list = () => Promise.resolve(Response.json({ ...LIST, topics: [topic] }));
    const element = await open();
    await fill(element, { title: 'Katutilan jako' });
    await found(element);
    expect(links(element).map(({ href }) => href)).to.deep.equal([
      `https://example.fi/aiheet#topic-${topic.id}`,
    ]);
  });

  it('have no link where the record leads to no page', async () => {
    const element = await open();
    await fill(element, { title: 'Melun torjunta' });
    await found(element);
    expect(links(element)).to.deep.equal([]);
    getByText(element, /Melu/);
  });

  it('are not said over the answers to check when the list comes only then', async () => {
    let come: (answer: Response) => void = () => undefined;
    list = () =>
      new Promise((resolve) => {
        come = resolve;
      });
    const element = await open();
    await fill(element, { ...ANSWERS, title: 'Katutilan jako' });
    await waitUntil(() => asked.length > 0, 'the list is asked for');
    getByRole(element, 'button', 'Jatka ja tarkista').click();
    await waitUntil(() => queryByRole(element, 'heading', 'Tarkista ehdotuksesi'));
    come(Response.json(LIST));
    await aTimeout(100);
    expect(said(element)).to.equal('');
    getByRole(element, 'button', 'Takaisin').click();
    await waitUntil(() => said(element).startsWith('Löytyi 2 samankaltaista aihetta'), 'said');
  });

  it('are none, without a word, when the list does not come', async () => {
    list = () => Promise.reject(new TypeError('Failed to fetch'));
    const element = await open();
    await fill(element, { title: 'Katutilan jako', question: 'Pitäisikö katutila jakaa?' });
    await advised(element);
    await aTimeout(100);
    expect(links(element)).to.deep.equal([]);
    await fill(element);
    await toCheck(element);
  });

  it('are none, without a word, when the list is something else', async () => {
    list = () => Promise.resolve(Response.json({ topics: 'no' }));
    const element = await open();
    await fill(element, { title: 'Katutilan jako', question: 'Pitäisikö katutila jakaa?' });
    await advised(element);
    await aTimeout(100);
    expect(links(element)).to.deep.equal([]);
  });
});

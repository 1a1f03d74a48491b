import type { FeedbackChannel } from '@puntari/contracts';
import { expect, waitUntil } from '@open-wc/testing';

import { json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import {
  getAllByRole,
  getByRole,
  nameOf,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import type { FeedbackBlock } from './feedback-block.js';
import { openBlock, Post } from './testing/block.js';
import { channelWith } from './testing/channel.js';

const focused = (): string => textOf(deepActiveElement() ?? document.body);

const write = (element: FeedbackBlock, name: RegExp, words: string): void => {
  const field = getByRole<HTMLInputElement>(element, 'textbox', name);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('<puntari-feedback-block variant="survey">', () => {
  let post: Post;
  let element: FeedbackBlock;

  beforeEach(async () => {
    post = new Post();
    element = await openBlock(post, channelWith(), { variant: 'survey' });
  });

  it('asks for three experiences in words, with nothing chosen beforehand', () => {
    expect(getAllByRole(element, 'group').map(nameOf)).to.deep.equal([
      'Koen, että minua on kuultu (vapaaehtoinen)',
      'Koen, että voin osallistua ja vaikuttaa (vapaaehtoinen)',
      'Luotan siihen, että asukkaiden näkemykset otetaan huomioon (vapaaehtoinen)',
    ]);
    const radios = getAllByRole<HTMLInputElement>(element, 'radio');
    expect(radios.length).to.equal(18);
    expect(radios.some(({ checked }) => checked)).to.equal(false);
    expect(nameOf(radios[5]!)).to.equal('En osaa sanoa');
  });

  it('tells why it is asked, before the questions', () => {
    expect(element.textContent).to.contain('Haluamme tietää, tulitko kuulluksi.');
    getByRole(element, 'heading', 'Kerro kokemuksestasi');
  });

  it('sends one answer as well as three', async () => {
    getAllByRole(element, 'radio', 'Osittain eri mieltä')[1]!.click();
    getByRole(element, 'button', 'Lähetä vastaukset').click();
    expect(await post.arrives()).to.deep.include({
      form: 'survey',
      survey: { influence: 'partly-disagree' },
    });
    await waitUntil(() => focused() === 'Kiitos vastauksistasi');
  });

  it('asks for at least one answer', async () => {
    getByRole(element, 'button', 'Lähetä vastaukset').click();
    await waitUntil(() => focused() === 'Korjaa 1 kohta');
    getByRole(element, 'link', 'Vastaa ainakin yhteen kysymykseen').click();
    expect(nameOf(deepActiveElement()!)).to.equal('Täysin samaa mieltä');
    expect(post.sent).to.deep.equal([]);
  });

  it('asks only what the channel wants to know', async () => {
    const one = await openBlock(post, channelWith({ survey: ['trust'] }), { variant: 'survey' });
    expect(getAllByRole(one, 'group').length).to.equal(1);
  });

  it('keeps the answers over a switch of language', async () => {
    getAllByRole(element, 'radio', 'Täysin samaa mieltä')[0]!.click();
    element.lang = 'sv';
    await waitUntil(() => queryByRole(element, 'button', 'Skicka svaren'));
    expect(getAllByRole<HTMLInputElement>(element, 'radio')[0]!.checked).to.equal(true);
  });
});

describe('<puntari-feedback-block variant="accessibility">', () => {
  const SUPERVISOR = { name: 'Valvontavirasto', contact: { phone: '029 534 5000' } };
  let post: Post;
  let element: FeedbackBlock;

  beforeEach(async () => {
    post = new Post();
    element = await openBlock(post, channelWith({ supervisor: SUPERVISOR }), {
      variant: 'accessibility',
      subject: 'page:/espoo/liikenne',
    });
    await element.updateComplete;
  });

  it('names the time of the law and whom to turn to, where readers find it', () => {
    expect(element.textContent).to.contain('14 päivän kuluessa');
    expect(element.textContent).to.contain('Valvontavirasto');
    expect(element.textContent).to.contain('029 534 5000');
  });

  it('names nobody where the record names nobody', async () => {
    const bare = await openBlock(post, channelWith(), { variant: 'accessibility' });
    expect(bare.textContent).to.contain('14 päivän kuluessa');
    expect(bare.textContent).not.to.contain('Valvova viranomainen');
  });

  it('shows the address that it would send', () => {
    const where = getByRole<HTMLInputElement>(element, 'textbox', /^Millä sivulla/);
    expect(where.value).to.equal(`${location.origin}/espoo/liikenne`);
  });

  it('sends what did not work, where and with what, without a name', async () => {
    write(element, /^Mikä ei toiminut/, 'Kuvasta puuttuu kuvaus.');
    write(element, /^Mitä laitetta/, 'NVDA ja Firefox');
    getByRole(element, 'button', 'Lähetä palaute').click();
    expect(await post.arrives()).to.deep.equal({
      schemaVersion: 1,
      channelId: 'osallisuus',
      lang: 'fi',
      form: 'accessibility',
      text: `Kuvasta puuttuu kuvaus.\n\n${location.origin}/espoo/liikenne\n\nNVDA ja Firefox`,
      subject: 'page:/espoo/liikenne',
      wantsReply: false,
      mayBePublished: false,
    });
  });

  describe('on a page that goes on to another without loading anew', () => {
    const where = (): string =>
      getByRole<HTMLInputElement>(element, 'textbox', /^Millä sivulla/).value;

    it('shows the address of that one, also after it was sent', async () => {
      element.setAttribute('subject', 'page:/espoo/puistot');
      await waitUntil(() => where() === `${location.origin}/espoo/puistot`);
      write(element, /^Mikä ei toiminut/, 'Kuvasta puuttuu kuvaus.');
      getByRole(element, 'button', 'Lähetä palaute').click();
      await waitUntil(() => focused() === 'Kiitos palautteestasi');
      element.setAttribute('subject', 'page:/espoo/liikenne');
      await waitUntil(() => queryByRole(element, 'textbox', /^Millä sivulla/));
      await waitUntil(() => where() === `${location.origin}/espoo/liikenne`);
    });

    it('keeps what somebody wrote', async () => {
      write(element, /^Millä sivulla/, 'Etusivulla');
      element.setAttribute('subject', 'page:/espoo/puistot');
      await element.updateComplete;
      await element.updateComplete;
      expect(where()).to.equal('Etusivulla');
    });
  });

  it('sends no address that was taken out', async () => {
    write(element, /^Mikä ei toiminut/, 'Kuvasta puuttuu kuvaus.');
    write(element, /^Millä sivulla/, '');
    getByRole(element, 'button', 'Lähetä palaute').click();
    expect((await post.arrives()).text).to.equal('Kuvasta puuttuu kuvaus.');
  });

  it('asks for what did not work, and for nothing else', async () => {
    getByRole(element, 'button', 'Lähetä palaute').click();
    await waitUntil(() => focused() === 'Korjaa 1 kohta');
  });

  it('asks whom to reply to only where a reply is wished for', async () => {
    expect(queryByRole(element, 'textbox', 'Sähköposti')).to.equal(null);
    getByRole(element, 'checkbox', /^Haluan vastauksen/).click();
    await waitUntil(() => queryByRole(element, 'textbox', 'Sähköposti'));
  });
});

describe('<puntari-feedback-block variant="answers">', () => {
  const ANSWER = {
    lang: 'fi',
    said: 'Toivottiin penkkejä.',
    decided: 'Kuusi penkkiä.',
    why: 'Oli rahaa.',
  };
  const LIST = {
    schemaVersion: 1,
    version: '1',
    id: 'vastaukset',
    answers: [
      { ...ANSWER, reference: 'AAA-111', kind: 'idea', receivedOn: '2026-08-20' },
      { ...ANSWER, reference: 'BBB-222', receivedOn: '2026-11-02', text: 'Penkkejä, kiitos!' },
    ],
  };
  const CHANNEL = channelWith({ answers: '/answers.json' });
  let answer: () => Response | Promise<Response>;
  let network: ReturnType<typeof stubFetch>;

  const open = (): Promise<FeedbackBlock> => openBlock(new Post(), CHANNEL, { variant: 'answers' });

  beforeEach(() => {
    answer = () => json(LIST);
    network = stubFetch(() => answer());
  });

  afterEach(() => {
    network.restore();
  });

  it('shows what was said, what was decided and why, the newest first, where readers find it', async () => {
    const element = await open();
    await waitUntil(() => queryAllByRole(element, 'article').length === 2, 'the answers');
    const [newest] = queryAllByRole(element, 'article');
    expect([...newest!.querySelectorAll('dt, dd')].map(textOf)).to.deep.equal([
      'Mitä sanottiin',
      'Toivottiin penkkejä.',
      'Mitä päätettiin',
      'Kuusi penkkiä.',
      'Miksi',
      'Oli rahaa.',
    ]);
    expect(queryAllByRole(element, 'heading').map(textOf)).to.deep.equal([
      'Näin palautteeseen on vastattu',
      'Palaute, 2. marraskuuta 2026',
      'Ehdotus, 20. elokuuta 2026',
    ]);
    expect(element.querySelector('[slot="document"] article')).not.to.equal(null);
  });

  it('has no form, and misses no address to send to', async () => {
    const element = document.createElement('puntari-feedback-block');
    Object.assign(element, { record: CHANNEL, variant: 'answers', lang: 'fi' });
    document.body.append(element);
    await waitUntil(() => queryAllByRole(element, 'article').length === 2, 'the answers');
    expect(element.shadowRoot?.querySelector('form')).to.equal(null);
    element.remove();
  });

  it('says that there are none yet', async () => {
    answer = () => json({ ...LIST, answers: [] });
    const element = await open();
    await waitUntil(() => queryByText(element, 'Vastauksia ei ole vielä julkaistu.'));
  });

  it('says it when they do not come, and takes them at another try', async () => {
    expectLog(/No answers at/);
    answer = () => json({}, 503);
    const element = await open();
    await waitUntil(() => queryByRole(element, 'button', 'Yritä uudelleen'));
    answer = () => json(LIST);
    getByRole(element, 'button', 'Yritä uudelleen').click();
    await waitUntil(() => queryAllByRole(element, 'article').length === 2, 'the answers');
    expect(queryByRole(element, 'button', 'Yritä uudelleen')).to.equal(null);
  });

  it('keeps the focus of who tries again', async () => {
    expectLog(/No answers at/);
    answer = () => json({}, 503);
    const element = await open();
    await waitUntil(() => queryByRole(element, 'button', 'Yritä uudelleen'));
    answer = () => json(LIST);
    getByRole(element, 'button', 'Yritä uudelleen').focus();
    getByRole(element, 'button', 'Yritä uudelleen').click();
    await waitUntil(() => queryAllByRole(element, 'article').length === 2, 'the answers');
    expect(element.shadowRoot?.activeElement).not.to.equal(null);
  });

  it('shows nothing that is no list of answers', async () => {
    expectLog(/No answers at/);
    answer = () => json({ hello: 1 });
    const element = await open();
    await waitUntil(() => queryByRole(element, 'button', 'Yritä uudelleen'));
  });
});

describe('<puntari-feedback-block>, asking everything', () => {
  it('sends what it is about, and which service', async () => {
    const post = new Post();
    const services = [
      { code: '180', label: 'Kadut' },
      { code: '198', label: 'Puistot' },
    ];
    const element = await openBlock(post, channelWith({ asksTarget: true, services }));
    getByRole(element, 'radio', 'Ehdotus').click();
    getByRole(element, 'radio', 'Asiaa, josta päätetään').click();
    getByRole(element, 'radio', 'Puistot').click();
    write(element, /^Kirjoita palautteesi/, 'Lisätkää penkkejä rantaan.');
    getByRole(element, 'button', 'Lähetä palaute').click();
    expect(await post.arrives()).to.include({ target: 'decision', serviceCode: '198' });
  });

  describe('on a page in Swedish, with services that are named in Finnish alone', () => {
    const named = (count: number): NonNullable<FeedbackChannel['services']> =>
      Array.from({ length: count }, (_, place) => ({
        code: String(place),
        label: { fi: `Puisto ${String(place)}` },
        group: { fi: 'Puistot', sv: 'Parker' },
      }));

    it('says of what language each choice is', async () => {
      const record = channelWith({ services: named(2) });
      const element = await openBlock(new Post(), record, { lang: 'sv' });
      const label = getByRole(element, 'radio', 'Parker: Puisto 1').closest('label');
      const foreign = [...(label?.querySelectorAll('[lang]') ?? [])];
      expect(foreign.map((part) => [part.getAttribute('lang'), textOf(part)])).to.deep.equal([
        ['fi', 'Puisto 1'],
      ]);
    });

    it('says it of each entry of a list, which is plain text', async () => {
      const services = [
        ...named(7).map((service) => ({ ...service, group: undefined })),
        { code: 'gator', label: { fi: 'Kadut', sv: 'Gator' } },
      ];
      const record = channelWith({ services });
      const element = await openBlock(new Post(), record, { lang: 'sv' });
      const list = getByRole<HTMLSelectElement>(element, 'combobox', /./);
      const [, first, ...others] = [...list.options];
      expect([first?.lang, first?.text, first?.childElementCount]).to.deep.equal([
        'fi',
        'Puisto 0',
        0,
      ]);
      expect(others.at(-1)?.hasAttribute('lang')).to.equal(false);
    });
  });

  it('shows the private link of the receipt with a word of warning', async () => {
    const post = new Post();
    post.answer = () => ({
      reference: 'K7M-4PX',
      receivedAt: '2026-11-22T10:00:00+02:00',
      readBy: 'Osallisuustyö',
      manage: 'https://example.fi/hallinta#avain',
    });
    const element = await openBlock(post);
    getByRole(element, 'radio', 'Ehdotus').click();
    write(element, /^Kirjoita palautteesi/, 'Lisätkää penkkejä rantaan.');
    getByRole(element, 'button', 'Lähetä palaute').click();
    await waitUntil(() => queryByText(element, 'K7M-4PX'));
    const link = getByRole<HTMLAnchorElement>(element, 'link', /Seuraa palautettasi/);
    expect(link.href).to.equal('https://example.fi/hallinta#avain');
    expect(queryByText(element, /^Säilytä tämä linkki/)).not.to.equal(null);
  });
});

describe('<puntari-feedback-block>, coming back to what was begun', () => {
  const kept = (values: Record<string, string>, view = ''): string =>
    JSON.stringify({ recordId: 'osallisuus', values, view });

  it('has the place again, with the point in sight', async () => {
    const element = await openBlock(new Post(), channelWith({ asksLocation: true }));
    element.formStateRestoreCallback(
      kept({ text: 'Penkkejä rantaan.', 'location/latitude': '60,2', 'location/address': 'Ranta' }),
    );
    await waitUntil(() => queryByRole(element, 'textbox', 'Leveysaste'));
    expect(getByRole<HTMLInputElement>(element, 'textbox', 'Leveysaste').value).to.equal('60,2');
    expect(getByRole<HTMLInputElement>(element, 'textbox', /^Osoite/).value).to.equal('Ranta');
  });

  it('goes on in the whole form, where the one-line question had led to it', async () => {
    const element = await openBlock(new Post(), channelWith(), { variant: 'question' });
    element.formStateRestoreCallback(kept({ text: 'Penkkejä rantaan.' }, 'full'));
    await waitUntil(() => queryByRole(element, 'textbox', 'Kirjoita palautteesi'));
    expect(getByRole<HTMLTextAreaElement>(element, 'textbox').value).to.equal('Penkkejä rantaan.');
  });

  it('keeps an answer of the survey', async () => {
    const element = await openBlock(new Post(), channelWith(), { variant: 'survey' });
    element.formStateRestoreCallback(kept({ 'survey/trust': 'neither' }));
    await element.updateComplete;
    const chosen = getAllByRole<HTMLInputElement>(element, 'radio').filter(
      ({ checked }) => checked,
    );
    expect(chosen.map(({ name, value }) => `${name} ${value}`)).to.deep.equal([
      'survey/trust neither',
    ]);
  });
});

describe('<puntari-feedback-block>, with a page that rewords it', () => {
  it('says it in the words of the page, also what comes later', async () => {
    const words = { fi: { 'survey.send': 'Lähetä kokemuksesi', 'survey.title': 'Miltä tuntui?' } };
    const network = stubFetch(() => json(words));
    try {
      const attributes = { variant: 'survey', strings: '/sanat.json' };
      const element = await openBlock(new Post(), channelWith(), attributes);
      await waitUntil(() => queryByRole(element, 'button', 'Lähetä kokemuksesi'), 'the words');
      expect(element.textContent).to.contain('Miltä tuntui?');
    } finally {
      network.restore();
    }
  });

  it('has no keys in place of words when it takes another form', async () => {
    const network = stubFetch(() => json({ fi: { 'question.helped': 'Hyötyä?' } }));
    try {
      const attributes = { variant: 'question', strings: '/muut-sanat.json' };
      const element = await openBlock(new Post(), channelWith(), attributes);
      await waitUntil(() => queryByRole(element, 'group', 'Hyötyä?'), 'the words');
      element.setAttribute('variant', 'accessibility');
      await waitUntil(() => queryByRole(element, 'textbox', /^Mikä ei toiminut/));
      expect(element.shadowRoot?.textContent).not.to.match(/\b(accessibility|field|hint)\.\w/);
    } finally {
      network.restore();
    }
  });
});

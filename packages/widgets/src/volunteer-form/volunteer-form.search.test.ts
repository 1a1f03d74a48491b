/** A list of options too long to scroll through. */
import type { Panel } from '@puntari/contracts';
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { expectAccessible } from '../../../../test/support/accessible.js';
import { press, type as typeText } from '../../../../test/support/keys.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { fill, goTo, openForm, Post, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

type Question = Panel['questions'][number];

const TOWNS = [
  'Askola',
  'Espoo',
  'Hanko',
  'Hyvinkää',
  'Järvenpää',
  'Kerava',
  'Kirkkonummi',
  'Lohja',
].concat(['Loviisa', 'Mäntsälä', 'Nurmijärvi', 'Pornainen', 'Porvoo', 'Sipoo', 'Tuusula', 'Vihti']);

const questionOf = (towns: readonly string[], id = 'area', label = 'Kotikunta'): Question => ({
  id,
  label,
  reason: 'Jotta paneelissa on väkeä joka kunnasta.',
  options: towns.map((town) => ({
    code: town.toLowerCase().replaceAll('ä', 'a'),
    label: town,
  })),
  declinable: true,
  ownWords: false,
});

const panelIn = (towns: readonly string[]): unknown =>
  panelWith({ questions: [questionOf(towns)] });

const SEARCH = 'Hae luettelosta kirjoittamalla (Kotikunta)';

describe('<puntari-volunteer-form>, a long list', () => {
  let element: VolunteerForm;

  const towns = (): string[] =>
    [...getByRole<HTMLSelectElement>(element, 'combobox', 'Kotikunta').options]
      .map(({ text }) => text.trim())
      .slice(1);

  const search = (text: string): Promise<unknown> => {
    fill(element, { 'search/strata/area': [text] });
    return element.updateComplete;
  };

  beforeEach(async () => {
    element = await openForm(new Post(), { panel: panelIn(TOWNS) });
    await goTo(element, /Taustatietosi/);
  });

  it('is searched by a part of a word, without the marks of Finnish letters too', async () => {
    expect(towns()).to.have.length(TOWNS.length + 1);
    await search('mijarv');
    expect(towns()).to.deep.equal(['Nurmijärvi', 'En halua kertoa']);
    await search(' KIRKKO');
    expect(towns()).to.deep.equal(['Kirkkonummi', 'En halua kertoa']);
    await search('');
    expect(towns()).to.have.length(TOWNS.length + 1);
  });

  it('is searched alike on a device that writes Turkish, where a small I has no dot', async () => {
    const { toLocaleLowerCase } = String.prototype;
    String.prototype.toLocaleLowerCase = function lower(this: string, locale = 'tr'): string {
      return toLocaleLowerCase.call(this, locale);
    };
    try {
      element = await openForm(new Post(), { panel: panelIn([...TOWNS, 'Iitti']) });
      await goTo(element, /Taustatietosi/);
      await search('iitt');
      expect(towns()).to.deep.equal(['Iitti', 'En halua kertoa']);
    } finally {
      String.prototype.toLocaleLowerCase = toLocaleLowerCase;
    }
  });

  it('says in what language an entry is that has no words in that of the page', async () => {
    const { options, ...question } = questionOf(TOWNS);
    const [first, ...others] = options;
    const swedish = { ...first!, label: { sv: 'Vanda' } };
    const questions = [{ ...question, options: [swedish, ...others] }];
    element = await openForm(new Post(), { panel: panelWith({ questions }) });
    await goTo(element, /Taustatietosi/);
    const list = getByRole<HTMLSelectElement>(element, 'combobox', 'Kotikunta');
    const [, foreign, own] = [...list.options];
    expect([foreign?.text, foreign?.lang, foreign?.childElementCount]).to.deep.equal([
      'Vanda',
      'sv',
      0,
    ]);
    expect(own?.hasAttribute('lang')).to.equal(false);
  });

  it('is told apart from the search in another long list', async () => {
    const questions = [questionOf(TOWNS), questionOf(TOWNS, 'origin', 'Syntymäkunta')];
    element = await openForm(new Post(), { panel: panelWith({ questions }) });
    await goTo(element, /Taustatietosi/);
    getByRole(element, 'textbox', SEARCH);
    getByRole(element, 'textbox', 'Hae luettelosta kirjoittamalla (Syntymäkunta)');
  });

  it('says nothing of the list once the person has gone on', async () => {
    fill(element, { 'strata/area': ['espoo'] });
    await search('po');
    await goTo(element, /Osallistumisesi tapaamisiin/, {});
    await aTimeout(1000);
    expect(getByRole(element, 'status').textContent).to.equal('');
  });

  it('says how many are left, also aloud', async () => {
    await search('po');
    const words = '4 vaihtoehtoa';
    expect(element.shadowRoot?.textContent).to.contain(words);
    await waitUntil(() => getByRole(element, 'status').textContent?.includes(words));
  });

  it('keeps what was chosen, whatever is searched for then', async () => {
    fill(element, { 'strata/area': ['espoo'] });
    await search('vihti');
    expect(towns()).to.deep.equal(['Espoo', 'Vihti', 'En halua kertoa']);
    expect(getByRole<HTMLSelectElement>(element, 'combobox', 'Kotikunta').value).to.equal('espoo');
  });

  it('is searched and chosen from with the keyboard, without going on', async () => {
    getByRole(element, 'textbox', SEARCH).focus();
    await typeText('tuus');
    await press('Enter');
    expect(deepActiveElement()).to.equal(getByRole(element, 'combobox', 'Kotikunta'));
    await shows(element, /Taustatietosi/);
    expect(element.shadowRoot?.querySelector('#error-summary')).to.equal(null);
  });

  it('is accessible', async () => {
    await search('xyz');
    await expectAccessible(element);
  });

  it('sends the choice and nothing of the search', async () => {
    const post = new Post();
    element = await openForm(post, { panel: panelIn(TOWNS) });
    const answers = { 'strata/area': ['hanko'], 'search/strata/area': ['han'] };
    await goTo(element, /Taustatietosi/);
    fill(element, { 'search/strata/area': ['han'] });
    await element.updateComplete;
    fill(element, answers);
    await goTo(element, /Tarkista vastauksesi/);
    getByRole(element, 'button', /^Lähetä/).click();
    await waitUntil(() => post.sent.length === 1);
    expect(post.sent[0]).to.have.deep.property('strata', { area: 'hanko' });
    expect(JSON.stringify(post.sent[0])).to.not.contain('search');
  });

  it('of fewer is a list as it is', async () => {
    element = await openForm(new Post(), { panel: panelIn(TOWNS.slice(0, 10)) });
    await goTo(element, /Taustatietosi/);
    expect(queryByRole(element, 'textbox', SEARCH)).to.equal(null);
    getByRole(element, 'combobox', 'Kotikunta');
  });
});

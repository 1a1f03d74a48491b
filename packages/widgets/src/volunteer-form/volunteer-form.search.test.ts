/** A list of options too long to scroll through. */
import { expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { expectAccessible } from '../../../../test/support/accessible.js';
import { press, type as typeText } from '../../../../test/support/keys.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { fill, goTo, openForm, Post, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

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

const panelIn = (towns: readonly string[]): unknown =>
  panelWith({
    questions: [
      {
        id: 'area',
        label: 'Kotikunta',
        reason: 'Jotta paneelissa on väkeä joka kunnasta.',
        options: towns.map((town) => ({
          code: town.toLowerCase().replaceAll('ä', 'a'),
          label: town,
        })),
        declinable: true,
        ownWords: false,
      },
    ],
  });

const SEARCH = 'Hae luettelosta kirjoittamalla';

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

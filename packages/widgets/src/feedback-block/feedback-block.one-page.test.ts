import type { FeedbackChannel, FieldError, FieldValues } from '@puntari/contracts';
import { loadLanguages, Locale } from '@puntari/core';
import { expect } from '@open-wc/testing';
import { render } from 'lit';

import {
  getAllByRole,
  getByRole,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { onePage } from './feedback-block.one-page.js';
import { FORM, LATER, NAMESPACE } from './words.js';
import { channelWith } from './testing/channel.js';

const NAMES = [NAMESPACE, FORM, LATER, 'form', 'core'];
const EVERYTHING = channelWith({
  asksTarget: true,
  asksLocation: true,
  services: [{ code: '180', label: 'Kadut' }],
  attachments: { maxFiles: 2, maxSize: 5_000_000, types: ['image/png'] },
});

describe('feedback on one page, without JavaScript', () => {
  let page: HTMLElement;

  async function show(
    channel: FeedbackChannel,
    values: FieldValues = {},
    errors: readonly FieldError[] = [],
    lang = 'fi',
  ): Promise<FormData> {
    await loadLanguages(lang, NAMES);
    const locale = new Locale(lang, NAMES);
    render(onePage(channel, locale, { action: '/api/feedback/a', values, errors, level: 1 }), page);
    return new FormData(page.querySelector('form')!);
  }

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
  });

  afterEach(() => {
    page.remove();
  });

  it('says in which language its title is, where that is another', async () => {
    await show(channelWith({ title: { fi: 'Anna palautetta' } }), {}, [], 'en');
    const title = getByRole(page, 'heading', 'Anna palautetta');
    expect(title.querySelector('[lang]')?.getAttribute('lang')).to.equal('fi');
  });

  it('asks everything that the channel asks, and can take files', async () => {
    await show(EVERYTHING);
    const names = [...page.querySelectorAll<HTMLInputElement>('[name]')].map(({ name }) => name);
    for (const name of [
      'target',
      'serviceCode',
      'location/address',
      'attachments',
      'contact/email',
    ])
      expect(names).to.include(name);
    expect(page.querySelector('form')?.enctype).to.equal('multipart/form-data');
    getByRole(page, 'textbox', 'Leveysaste');
    expect(queryByRole(page, 'button', 'Käytä laitteen sijaintia')).to.equal(null);
  });

  it('keeps the files that have arrived, and lets one be left out', async () => {
    const file = JSON.stringify({ id: 'f1', name: 'kuva.png', type: 'image/png', size: 3 });
    const kept = await show(EVERYTHING, { attachments: [file] });
    expect(kept.getAll('attachments')[1]).to.equal(file);
    getByRole<HTMLInputElement>(page, 'checkbox', 'kuva.png').click();
    expect(new FormData(page.querySelector('form')!).getAll('attachments').length).to.equal(1);
  });

  it('says what became of a file that was refused', async () => {
    await show(EVERYTHING, {}, [{ pointer: '/attachments', code: 'unsafe' }]);
    const [link] = getAllByRole(page, 'link');
    expect(textOf(link!)).to.equal('Jossakin liitteessä on vaarallista sisältöä. Poista se.');
  });

  it('shows the answer to the one-line question, which can be changed', async () => {
    const data = await show(channelWith(), { form: 'question', helped: 'false' });
    expect(data.get('form')).to.equal('question');
    expect(data.get('helped')).to.equal('false');
    getByRole(page, 'group', 'Auttoiko tämä sivu?');
    expect(queryByRole(page, 'textbox')).to.equal(null);
  });

  it('goes on with the survey that was begun', async () => {
    const data = await show(channelWith(), { form: 'survey' });
    expect(data.get('form')).to.equal('survey');
    expect(getAllByRole(page, 'group').length).to.equal(3);
    expect(queryByRole(page, 'textbox')).to.equal(null);
  });

  it('goes on with feedback on accessibility that was begun', async () => {
    const values = { form: 'accessibility', where: 'https://example.fi/a', tool: 'NVDA' };
    const data = await show(channelWith(), values);
    expect(data.get('form')).to.equal('accessibility');
    expect(data.get('tool')).to.equal('NVDA');
    expect(getAllByRole(page, 'textbox').map(nameOf)[0]).to.equal('Mikä ei toiminut?');
    expect(queryByText(page, 'Millaista palautetta annat?')).to.equal(null);
  });
});

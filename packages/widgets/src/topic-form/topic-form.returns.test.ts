/** What a person finds who goes away and comes back, presses twice, or reads on in another language. */
import { expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { type as typeText } from '../../../../test/support/keys.js';
import {
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  textOf,
} from '../../../../test/support/query.js';
import { callWith } from './testing/call.js';
import {
  ANSWERS,
  control,
  fill,
  openForm,
  Post,
  RECEIPT,
  send,
  toCheck,
} from './testing/filling.js';

/** What a browser keeps, which it asks of nobody. */
const kept = (changes: object): string =>
  JSON.stringify({ recordId: 'aiheet-2027', view: 'form', values: {}, ...changes });

describe('<puntari-topic-form>, going away and coming back', () => {
  it('has every answer and the page one was on', async () => {
    const element = await openForm();
    element.formStateRestoreCallback(kept({ values: ANSWERS, view: 'check' }));
    await waitUntil(() => queryByRole(element, 'heading', 'Tarkista ehdotuksesi'));
    getByText(element, 'Rannan valaistus');
    getByText(element, 'Aino Virtanen');
  });

  it('has every answer in its field', async () => {
    const element = await openForm();
    element.formStateRestoreCallback(kept({ values: ANSWERS }));
    await element.updateComplete;
    expect(control(element, 'question').value).to.equal(ANSWERS.question);
    expect((control(element, 'area/ids', 'tapiola') as HTMLInputElement).checked).to.equal(true);
    expect((control(element, 'decision/id', 'puistot') as HTMLInputElement).checked).to.equal(true);
  });

  it('finds the receipt, and nothing to send again', async () => {
    const element = await openForm();
    element.formStateRestoreCallback(kept({ receipt: RECEIPT }));
    await waitUntil(() => queryByRole(element, 'heading', 'Ehdotuksesi on vastaanotettu'));
    getByText(element, 'K7M-4PX');
    expect(queryByRole(element, 'button', /Lähetä|Jatka/)).to.equal(null);
  });

  it('finds an empty form where the page keeps nothing', async () => {
    const element = await openForm({ attributes: { 'no-restore': '' } });
    element.formStateRestoreCallback(kept({ values: ANSWERS }));
    await element.updateComplete;
    expect(control(element, 'title').value).to.equal('');
  });

  it('finds an empty form where another call stands in its place', async () => {
    const element = await openForm();
    await fill(element);
    element.record = callWith({ id: 'aiheet-2028', title: 'Toinen' });
    await element.updateComplete;
    expect(control(element, 'title').value).to.equal('');
  });

  it('keeps everything when it is a new version of the same call', async () => {
    const element = await openForm();
    await fill(element);
    element.record = callWith({ version: '2' });
    await element.updateComplete;
    expect(control(element, 'title').value).to.equal(ANSWERS.title);
  });
});

describe('<puntari-topic-form>, switching the language half-way', () => {
  it('keeps what was written, what was chosen, and the focus', async () => {
    const element = await openForm();
    await fill(element);
    control(element, 'background').focus();
    await typeText('Pimeää');
    element.lang = 'sv';
    await waitUntil(() => queryByRole(element, 'button', 'Fortsätt och kontrollera'));
    expect(nameOf(deepActiveElement()!)).to.match(/^Bakgrund/);
    expect((deepActiveElement() as HTMLTextAreaElement).value).to.equal('Pimeää');
    expect(control(element, 'title').value).to.equal(ANSWERS.title);
    expect((control(element, 'proposer/kind', 'resident') as HTMLInputElement).checked).to.equal(
      true,
    );
  });

  it('shows the answers to check in the new one', async () => {
    const element = await openForm();
    await toCheck(element);
    element.lang = 'en';
    await waitUntil(() => queryByRole(element, 'heading', 'Check your proposal'));
    getByText(element, 'The topic involves difficult value choices');
    getByText(element, 'I propose as a resident');
  });

  it('shows what happens next in the new one', async () => {
    const post = new Post();
    const element = await openForm({ post });
    await toCheck(element);
    await send(element, post);
    post.answer(RECEIPT);
    await waitUntil(() => queryByRole(element, 'heading', 'Ehdotuksesi on vastaanotettu'));
    element.lang = 'en';
    await waitUntil(() => queryByRole(element, 'heading', 'What happens next'));
    const text = textOf(getByText(element, /checks whether the topic/));
    expect(text).to.match(/^Checked by the authority Participation work checks/);
  });
});

describe('<puntari-topic-form>, in a disabled fieldset', () => {
  it('takes nothing and goes nowhere', async () => {
    const element = await openForm();
    const fieldset = document.createElement('fieldset');
    element.replaceWith(fieldset);
    fieldset.append(element);
    await fill(element);
    fieldset.disabled = true;
    await element.updateComplete;
    getByRole(element, 'button', 'Jatka ja tarkista').click();
    await element.updateComplete;
    expect(control(element, 'title').disabled).to.equal(true);
    expect(queryByRole(element, 'heading', 'Tarkista ehdotuksesi')).to.equal(null);
  });
});

describe('<puntari-topic-form>, pressed twice', () => {
  it('goes to the answers and does not send them with the second press', async () => {
    const post = new Post();
    const element = await openForm({ post });
    await fill(element);
    const button = getByRole(element, 'button', 'Jatka ja tarkista');
    button.click();
    button.click();
    await waitUntil(() => queryByRole(element, 'heading', 'Tarkista ehdotuksesi'));
    expect(post.sent).to.deep.equal([]);
  });
});

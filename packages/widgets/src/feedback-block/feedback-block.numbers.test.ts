import { expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getByRole, queryByRole, textOf } from '../../../../test/support/query.js';
import type { FeedbackBlock } from './feedback-block.js';
import { channelWith } from './testing/channel.js';
import { openBlock, Post } from './testing/block.js';

const CODE = '131052-308T';
const IBAN = 'FI21 1234 5600 0007 85';

describe('<puntari-feedback-block>, with a number in the text', () => {
  let post: Post;
  let element: FeedbackBlock;

  const text = (): HTMLTextAreaElement =>
    getByRole<HTMLTextAreaElement>(element, 'textbox', 'Kirjoita palautteesi');

  function send(words: string): void {
    getByRole(element, 'radio', 'Ehdotus').click();
    text().value = words;
    text().dispatchEvent(new Event('input', { bubbles: true }));
    getByRole(element, 'button', 'Lähetä palaute').click();
  }

  const asked = async (): Promise<void> => {
    await waitUntil(
      () => textOf(deepActiveElement() ?? document.body) === 'Tarkista teksti ennen lähettämistä',
      'the question',
    );
  };

  beforeEach(async () => {
    post = new Post();
    element = await openBlock(post);
  });

  it('asks before sending, and takes the focus there', async () => {
    send(`Tunnukseni on ${CODE}, soittakaa.`);
    await asked();
    expect(element.shadowRoot?.textContent).to.contain('Tekstissä näyttää olevan henkilötunnus.');
    expect(post.sent).to.deep.equal([]);
  });

  it('tells an account number from an identity code', async () => {
    send(`Maksakaa tilille ${IBAN}, kiitos.`);
    await asked();
    expect(element.shadowRoot?.textContent).to.contain('Tekstissä näyttää olevan tilinumero.');
    expect(element.shadowRoot?.textContent).not.to.contain('olevan henkilötunnus');
  });

  it('leads to the number, ready to be taken out', async () => {
    send(`Tunnukseni on ${CODE}, soittakaa.`);
    await asked();
    getByRole(element, 'button', 'Poista numero').click();
    expect(deepActiveElement()).to.equal(text());
    expect(text().value.slice(text().selectionStart, text().selectionEnd)).to.equal(CODE);
    await waitUntil(() => queryByRole(element, 'button', 'Poista numero') === null);
  });

  it('sends it all the same, when the person says so', async () => {
    send(`Tunnukseni on ${CODE}, soittakaa.`);
    await asked();
    getByRole(element, 'button', 'Lähetä silti').click();
    expect((await post.arrives()).text).to.contain(CODE);
  });

  it('asks once: another press of Send sends', async () => {
    send(`Tunnukseni on ${CODE}, soittakaa.`);
    await asked();
    getByRole(element, 'button', 'Lähetä palaute').click();
    await post.arrives();
  });

  it('asks also where somebody presses twice', async () => {
    send(`Tunnukseni on ${CODE}, soittakaa.`);
    getByRole(element, 'button', 'Lähetä palaute').click();
    await asked();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(post.sent).to.deep.equal([]);
  });

  it('asks of each field where somebody writes freely, and leads there', async () => {
    const write = (name: RegExp, words: string): HTMLInputElement => {
      const field = getByRole<HTMLInputElement>(element, 'textbox', name);
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return field;
    };
    const leadsTo = async (field: HTMLInputElement): Promise<void> => {
      await asked();
      getByRole(element, 'button', 'Poista numero').click();
      expect(deepActiveElement()).to.equal(field);
      expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(CODE);
      expect(post.sent).to.deep.equal([]);
    };
    element = await openBlock(post, channelWith({ asksLocation: true }));
    const address = write(/^Osoite tai paikan kuvaus/, `Kotini, ${CODE}`);
    send('Penkkejä puuttuu pysäkiltä.');
    await leadsTo(address);

    element = await openBlock(post, channelWith(), { variant: 'accessibility' });
    write(/^Mikä ei toiminut/, 'Nappi ei toimi.');
    const tool = write(/^Mitä laitetta/, `Puhelin, ${CODE}`);
    getByRole(element, 'button', 'Lähetä palaute').click();
    await leadsTo(tool);
  });

  it('asks nothing of a text without one', async () => {
    send('Kokous oli 13.10.2026 klo 18, puhelin 040 123 4567.');
    await post.arrives();
  });
});

import { expect, waitUntil } from '@open-wc/testing';

import { getByRole, queryByRole, textOf } from '../../../../test/support/query.js';
import type { FeedbackBlock } from './feedback-block.js';
import { openBlock, Post } from './testing/block.js';
import { channelWith } from './testing/channel.js';

const PLACED = channelWith({ asksLocation: true });

type Found = (position: { coords: { latitude: number; longitude: number } }) => void;
type Failed = (error: { code: number }) => void;

describe('<puntari-feedback-block>, asking where', () => {
  let post: Post;
  let element: FeedbackBlock;
  let asked: { found: Found; failed: Failed }[];
  const device = navigator.geolocation;

  const write = (name: string, words: string): void => {
    const field = getByRole<HTMLInputElement>(element, 'textbox', name);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  async function send(): Promise<void> {
    getByRole(element, 'radio', 'Ehdotus').click();
    write('Kirjoita palautteesi', 'Lisätkää penkkejä rantaan.');
    await element.updateComplete;
    getByRole(element, 'button', 'Lähetä palaute').click();
  }

  const openPoint = async (): Promise<void> => {
    element.shadowRoot?.querySelector('summary')?.click();
    await element.updateComplete;
  };

  beforeEach(async () => {
    asked = [];
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: {
        getCurrentPosition: (found: Found, failed: Failed) => void asked.push({ found, failed }),
      },
    });
    post = new Post();
    element = await openBlock(post, PLACED);
    await waitUntil(() => queryByRole(element, 'button', 'Käytä laitteen sijaintia'));
  });

  afterEach(() => {
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: device });
  });

  it('takes an address in words', async () => {
    write('Osoite tai paikan kuvaus', 'Rantaraitti, uimarannan kohta');
    await send();
    expect((await post.arrives()).location).to.deep.equal({
      address: 'Rantaraitti, uimarannan kohta',
    });
  });

  it('takes a point as people write it', async () => {
    await openPoint();
    write('Leveysaste', '60,2055');
    write('Pituusaste', '24.6559');
    await send();
    expect((await post.arrives()).location).to.deep.equal({
      latitude: 60.2055,
      longitude: 24.6559,
    });
  });

  it('says what is missing of half a point, at its field', async () => {
    await openPoint();
    write('Leveysaste', '60,2055');
    await send();
    await waitUntil(() => queryByRole(element, 'link', 'Kirjoita myös pituusaste'));
    expect(post.sent).to.deep.equal([]);
  });

  it('sends no place where none was told', async () => {
    await send();
    expect(await post.arrives()).not.to.have.property('location');
  });

  describe('from the device', () => {
    it('is asked for only when somebody presses', () => {
      expect(asked).to.deep.equal([]);
    });

    it('comes into the fields, where it can be seen and changed', async () => {
      getByRole(element, 'button', 'Käytä laitteen sijaintia').click();
      asked[0]!.found({ coords: { latitude: 60.205512345, longitude: 24.655987654 } });
      await waitUntil(() => queryByRole(element, 'textbox', 'Leveysaste'));
      expect(getByRole<HTMLInputElement>(element, 'textbox', 'Leveysaste').value).to.equal(
        '60.20551',
      );
      await waitUntil(() => textOf(getByRole(element, 'status')).startsWith('Sijainti lisättiin'));
      await send();
      expect((await post.arrives()).location).to.deep.equal({
        latitude: 60.20551,
        longitude: 24.65599,
      });
    });

    for (const [code, words] of [
      [1, /^Laite ei saanut antaa sijaintia\. Kirjoita osoite/],
      [2, /^Laite ei löytänyt sijaintia/],
      [3, /^Sijaintia ei löytynyt ajoissa/],
    ] as const) {
      it(`says what to do when it does not come (${String(code)})`, async () => {
        getByRole(element, 'button', 'Käytä laitteen sijaintia').click();
        asked[0]!.failed({ code });
        await waitUntil(() => words.test(textOf(getByRole(element, 'status'))));
        await send();
        await post.arrives();
      });
    }
  });

  describe('with a map of the page', () => {
    it('has a place for it, and takes what it tells', async () => {
      const map = document.createElement('div');
      map.slot = 'map';
      map.textContent = 'Kartta';
      element.append(map);
      expect(map.assignedSlot).not.to.equal(null);
      element.setPlace({ latitude: 60.1, longitude: 24.7 });
      await waitUntil(() => queryByRole(element, 'textbox', 'Leveysaste'));
      await send();
      expect((await post.arrives()).location).to.deep.equal({ latitude: 60.1, longitude: 24.7 });
    });
  });
});

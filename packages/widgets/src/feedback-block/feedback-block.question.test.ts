import { SendError } from '@puntari/core';
import { expect, waitUntil } from '@open-wc/testing';

import { json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { press, tab } from '../../../../test/support/keys.js';
import {
  getByRole,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import type { FeedbackBlock } from './feedback-block.js';
import { openBlock, Post, RECEIPT } from './testing/block.js';
import { channelWith } from './testing/channel.js';

const QUESTION = { variant: 'question', subject: 'page:/espoo/liikenne' };

const thanked = async (): Promise<void> => {
  await waitUntil(
    () => textOf(deepActiveElement() ?? document.body).startsWith('Kiitos'),
    'the thanks',
  );
};

describe('<puntari-feedback-block variant="question">', () => {
  let post: Post;
  let element: FeedbackBlock;

  beforeEach(async () => {
    post = new Post();
    element = await openBlock(post, channelWith(), QUESTION);
  });

  it('is one question with Yes and No, and nothing else', () => {
    getByRole(element, 'group', 'Auttoiko tämä sivu?');
    getByRole(element, 'button', 'Kyllä');
    getByRole(element, 'button', 'Ei');
    expect(queryByRole(element, 'textbox')).to.equal(null);
    expect(element.querySelector('[slot="document"]')).to.equal(null);
  });

  it('asks what the channel asks', async () => {
    const own = channelWith({ question: { fi: 'Saitko tarvitsemasi tiedon?' } });
    getByRole(await openBlock(post, own, QUESTION), 'group', 'Saitko tarvitsemasi tiedon?');
  });

  describe('pressing an answer', () => {
    it('sends it at once, with what it is about', async () => {
      getByRole(element, 'button', 'Ei').click();
      expect(await post.arrives()).to.deep.equal({
        schemaVersion: 1,
        channelId: 'osallisuus',
        lang: 'fi',
        form: 'question',
        helped: false,
        subject: 'page:/espoo/liikenne',
        wantsReply: false,
        mayBePublished: false,
      });
    });

    it('says thanks in place, where the focus goes', async () => {
      getByRole(element, 'button', 'Kyllä').click();
      await thanked();
      expect(queryByRole(element, 'button', 'Kyllä')).to.equal(null);
    });

    it('works with the keyboard alone', async () => {
      getByRole(element, 'button', 'Kyllä').focus();
      await tab();
      expect(nameOf(deepActiveElement()!)).to.equal('Ei');
      await press('Enter');
      await thanked();
      expect(post.sent.map(({ helped }) => helped)).to.deep.equal([false]);
    });

    it('sends once, however often it is pressed', async () => {
      const button = getByRole(element, 'button', 'Kyllä');
      button.click();
      button.click();
      await thanked();
      expect(post.sent.length).to.equal(1);
    });
  });

  describe('with another answer afterwards', () => {
    it('is the same submission, so that nobody is counted twice', async () => {
      const network = stubFetch(({ method }) =>
        method === 'POST' ? json(RECEIPT, 201) : json({}),
      );
      try {
        const block = document.createElement('puntari-feedback-block');
        Object.assign(block, { record: channelWith(), action: '/api/feedback', lang: 'fi' });
        block.variant = 'question';
        document.body.append(block);
        await waitUntil(() => block.isReady);
        await block.updateComplete;
        getByRole(block, 'button', 'Kyllä').click();
        await thanked();
        getByRole(block, 'button', 'Vaihda vastaukseksi Ei').click();
        await waitUntil(() => queryByRole(block, 'button', 'Vaihda vastaukseksi Kyllä'));
        const posts = network.asked.filter(({ method }) => method === 'POST');
        const [first, second] = posts.map(({ headers }) => headers.get('Idempotency-Key'));
        expect(posts.length).to.equal(2);
        expect(first).to.match(/^[0-9a-f-]{36}$/);
        expect(second).to.equal(first);
        expect(posts.map(({ body }) => (body as { helped: boolean }).helped)).to.deep.equal([
          true,
          false,
        ]);
        block.remove();
      } finally {
        network.restore();
      }
    });
  });

  describe('on a page that goes on to another without loading anew', () => {
    it('asks about that one too', async () => {
      getByRole(element, 'button', 'Ei').click();
      await thanked();
      element.setAttribute('subject', 'page:/espoo/puistot');
      await waitUntil(() => queryByRole(element, 'button', 'Kyllä'));
      expect(queryByText(element, 'Kiitos vastauksestasi.')).to.equal(null);
      getByRole(element, 'button', 'Kyllä').click();
      expect(await post.arrives(2)).to.include({ subject: 'page:/espoo/puistot', helped: true });
    });
  });

  describe('going on', () => {
    beforeEach(async () => {
      getByRole(element, 'button', 'Ei').click();
      await thanked();
      getByRole(element, 'button', 'Kerro lisää').click();
      await waitUntil(() => queryByRole(element, 'textbox', 'Kirjoita palautteesi'));
    });

    it('asks everything, from the first field on', async () => {
      await waitUntil(() => nameOf(deepActiveElement() ?? document.body) === 'Kiitos');
      expect(element.textContent).to.contain('Haluamme tietää, tulitko kuulluksi.');
    });

    it('keeps what it is about', async () => {
      getByRole(element, 'radio', 'Ehdotus').click();
      const text = getByRole<HTMLTextAreaElement>(element, 'textbox');
      text.value = 'Lisätkää penkkejä rantaan.';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      getByRole(element, 'button', 'Lähetä palaute').click();
      const sent = await post.arrives(2);
      expect(sent).to.include({ subject: 'page:/espoo/liikenne', kind: 'idea' });
      expect(sent).not.to.have.property('helped');
      expect(sent).not.to.have.property('form');
      await waitUntil(() => queryByRole(element, 'heading', 'Kiitos palautteestasi'));
    });

    it('says what is missing in the words of the whole form', async () => {
      getByRole(element, 'button', 'Lähetä palaute').click();
      await waitUntil(() => queryByRole(element, 'link', 'Valitse, millaista palautetta annat'));
    });
  });

  describe('when it does not arrive', () => {
    it('says so and takes the answer at another press', async () => {
      post.answer = () =>
        Promise.reject(new SendError({ title: 'No', status: 0, code: 'network' }));
      getByRole(element, 'button', 'Kyllä').click();
      await waitUntil(() => queryByRole(element, 'heading', 'Lähettäminen ei onnistunut'));
      post.answer = () => RECEIPT;
      getByRole(element, 'button', 'Kyllä').click();
      await thanked();
      expect(queryByText(element, 'Lähettäminen ei onnistunut')).to.equal(null);
    });
  });

  describe('switching the language', () => {
    it('asks in the other language, also after the answer', async () => {
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'button', 'Ja'));
      getByRole(element, 'group', 'Var den här sidan till hjälp?');
      getByRole(element, 'button', 'Ja').click();
      await waitUntil(() => queryByText(element, 'Tack för ditt svar.'));
    });
  });
});

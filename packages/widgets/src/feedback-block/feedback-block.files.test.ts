import { expect, waitUntil } from '@open-wc/testing';

import { json, stubFetch, type FetchStub } from '../../../core/src/testing/fetch-stub.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import {
  getByRole,
  nameOf,
  queryAllByRole,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import type { FeedbackBlock } from './feedback-block.js';
import { openBlock, Post, RECEIPT } from './testing/block.js';
import { channelWith } from './testing/channel.js';
import { requests, stubRequests } from './testing/requests.js';

const CHANNEL = channelWith({
  attachments: { maxFiles: 2, maxSize: 2_500_000, types: ['image/png', 'application/pdf'] },
});
const ACTION = { action: '/api/feedback/osallisuus' };

const png = (name: string, size = 3): File =>
  new File(['x'.repeat(size)], name, { type: 'image/png' });

describe('<puntari-feedback-block>, with files', () => {
  let post: Post;
  let element: FeedbackBlock;
  let network: FetchStub;
  let restore: () => void;

  const input = (): HTMLInputElement =>
    element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;

  function choose(...files: File[]): void {
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input().files = chosen.files;
    input().dispatchEvent(new Event('input', { bubbles: true }));
    input().dispatchEvent(new Event('change', { bubbles: true }));
  }

  async function send(): Promise<void> {
    getByRole(element, 'radio', 'Ehdotus').click();
    const text = getByRole<HTMLTextAreaElement>(element, 'textbox', 'Kirjoita palautteesi');
    text.value = 'Lisätkää penkkejä rantaan.';
    text.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    getByRole(element, 'button', 'Lähetä palaute').click();
  }

  const list = (): string[] => queryAllByRole(element, 'listitem').map(textOf);
  const shows = async (words: RegExp): Promise<void> => {
    await waitUntil(() => list().some((item) => words.test(item)), String(words));
  };

  beforeEach(async () => {
    network = stubFetch(() => json({}));
    restore = stubRequests();
    post = new Post();
    element = await openBlock(post, CHANNEL, ACTION);
  });

  afterEach(() => {
    restore();
    network.restore();
  });

  it('says how many, how large and of which kind beforehand', () => {
    expect(textOf(element.shadowRoot!.querySelector('#field-attachments-hint')!)).to.match(
      /enintään 2 tiedostoa, kukin enintään 2,5\sMt\. Tiedostomuodot: PNG ja PDF\.$/,
    );
    expect(input().multiple).to.equal(true);
    expect(nameOf(input())).to.equal('Liitteet (vapaaehtoinen)');
  });

  it('are not asked for where there is no receiver', async () => {
    element = await openBlock(post, CHANNEL);
    expect(input()).to.equal(null);
  });

  describe('when some are chosen', () => {
    it('are sent at once, each by itself, as they are', async () => {
      choose(png('kuva (1) ääkkösin.png'), png('toinen.png'));
      const [first, second] = await requests(2);
      expect(new URL(first!.url).pathname).to.equal('/api/feedback/osallisuus/attachments');
      expect(first!.headers['Content-Type']).to.equal('image/png');
      expect(first!.headers['Content-Disposition']).to.equal(
        "attachment; filename*=UTF-8''kuva%20%281%29%20%C3%A4%C3%A4kk%C3%B6sin.png",
      );
      expect(first!.headers['Idempotency-Key']).to.match(/^[0-9a-f-]{36}$/);
      expect(second!.headers['Idempotency-Key']).not.to.equal(first!.headers['Idempotency-Key']);
    });

    it('show how far they are, and say it twice: at the start and at the end', async () => {
      choose(png('kuva.png'));
      const [request] = await requests(1);
      await waitUntil(() => textOf(getByRole(element, 'status')) === 'Lähetetään tiedostoa');
      request!.progress(1, 2);
      await waitUntil(() => getByRole<HTMLProgressElement>(element, 'progressbar').value === 0.5);
      expect(textOf(getByRole(element, 'status'))).to.equal('Lähetetään tiedostoa');
      request!.take('f1');
      await shows(/kuva\.png.*Lisätty/);
      await waitUntil(() => textOf(getByRole(element, 'status')) === 'Yksi tiedosto on lisätty');
    });

    it('go with the feedback by what the receiver called them', async () => {
      choose(png('kuva.png'));
      (await requests(1))[0]!.take('f1');
      await shows(/Lisätty/);
      await send();
      expect((await post.arrives()).attachments).to.deep.equal([
        { id: 'f1', name: 'kuva.png', type: 'image/png', size: 3 },
      ]);
    });

    it('can be taken away again, and the focus stays near', async () => {
      choose(png('kuva.png'));
      (await requests(1))[0]!.take('f1');
      await shows(/Lisätty/);
      getByRole(element, 'button', 'Poista kuva.png').click();
      await waitUntil(() => !list().some((item) => item.includes('kuva.png')));
      expect(deepActiveElement()).to.equal(input());
      await send();
      expect(await post.arrives()).not.to.have.property('attachments');
    });
  });

  describe('that cannot be taken', () => {
    it('are named with the reason, and keep nothing from being sent', async () => {
      choose(png('suuri.png', 2_500_001), new File(['x'], 'ohje.exe', { type: 'application/x' }));
      await shows(/suuri\.png.*liian suuri/);
      await shows(/ohje\.exe.*tiedostomuoto ei kelpaa/);
      await send();
      await post.arrives();
    });

    it('are those beyond the number that is allowed', async () => {
      choose(png('a.png'), png('b.png'), png('c.png'));
      await shows(/c\.png.*enimmäismäärä/);
      expect((await requests(2)).length).to.equal(2);
    });

    it('are told so by the receiver too', async () => {
      choose(png('kuva.png'));
      (await requests(1))[0]!.answer(422, { errors: [{ pointer: '', code: 'unreadable' }] });
      await shows(/rikki tai suojattu/);
    });
  });

  describe('that do not arrive', () => {
    beforeEach(async () => {
      choose(png('a.png'), png('b.png'));
      const [first, second] = await requests(2);
      first!.take('f1');
      second!.fail();
      await shows(/b\.png.*ei tullut perille/);
    });

    it('take nothing else along', async () => {
      await shows(/a\.png.*Lisätty/);
    });

    it('are asked about before the rest is sent', async () => {
      await send();
      await waitUntil(() =>
        queryByRole(
          element,
          'link',
          'Jokin liite ei tullut perille. Yritä uudelleen tai poista se.',
        ),
      );
      expect(post.sent).to.deep.equal([]);
    });

    it('are tried again with the same key', async () => {
      getByRole(element, 'button', 'Yritä uudelleen: b.png').click();
      const made = await requests(3);
      expect(made[2]!.headers['Idempotency-Key']).to.equal(made[1]!.headers['Idempotency-Key']);
      made[2]!.take('f2');
      await shows(/b\.png.*Lisätty/);
      await send();
      expect((await post.arrives()).attachments?.map(({ id }) => id)).to.deep.equal(['f1', 'f2']);
    });
  });

  describe('pressing Send while one is on its way', () => {
    it('waits for it', async () => {
      choose(png('kuva.png'));
      const [request] = await requests(1);
      await send();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(post.sent).to.deep.equal([]);
      request!.take('f1');
      expect((await post.arrives()).attachments?.length).to.equal(1);
    });
  });

  describe('after Back', () => {
    it('are there as far as they had arrived; of the others it is said', async () => {
      const file = { id: 'f1', name: 'kuva.png', type: 'image/png', size: 3 };
      const values = { files: [JSON.stringify(file)], 'files/lost': '1' };
      element.formStateRestoreCallback(JSON.stringify({ recordId: CHANNEL.id, values, view: '' }));
      await shows(/kuva\.png.*Lisätty/);
      expect(queryByText(element, /^Yksi tiedosto ei ehtinyt perille/)).not.to.equal(null);
      await send();
      expect((await post.arrives()).attachments).to.deep.equal([file]);
    });
  });

  describe('once it was sent', () => {
    it('are let go of', async () => {
      choose(png('kuva.png'));
      (await requests(1))[0]!.take('f1');
      await shows(/Lisätty/);
      await send();
      await post.arrives();
      await waitUntil(() => queryByText(element, RECEIPT.reference));
      expect(list().join()).not.to.contain('kuva.png');
    });
  });
});

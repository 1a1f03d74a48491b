import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import {
  descriptionOf,
  getAllByRole,
  getByRole,
  nameOf,
  queryByText,
} from '../../../../test/support/query.js';
import './define.js';
import type { FeedbackBlock } from './feedback-block.js';
import { openBlock, Post } from './testing/block.js';
import { channelWith } from './testing/channel.js';

const RECEIPT = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
  answerBy: '2026-12-07',
};

async function block(lang = 'fi', level = '2'): Promise<FeedbackBlock> {
  const element = await fixture<FeedbackBlock>(
    html`<puntari-feedback-block
      lang=${lang}
      heading-level=${level}
      .record=${channelWith()}
      @puntari-before-submit=${() => undefined}
    ></puntari-feedback-block>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** Presses Send, and waits for the summary of errors or for "Sending". */
async function submit(element: FeedbackBlock): Promise<void> {
  const button = getAllByRole(element, 'button').at(-1)!;
  const isSending = (): boolean => button.getAttribute('aria-disabled') === 'true';
  button.focus();
  button.click();
  await waitUntil(() => isSending() || deepActiveElement() !== button, 'what comes of sending');
}

async function fillIn(element: FeedbackBlock): Promise<void> {
  getAllByRole(element, 'radio').at(0)?.click();
  const [text] = getAllByRole<HTMLTextAreaElement>(element, 'textbox');
  text!.value = 'Lisätkää penkkejä rantaan.';
  text!.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

for (const lang of ['fi', 'sv', 'en']) {
  describe(`<puntari-feedback-block lang="${lang}">`, () => {
    it('is accessible before anything is written', async () => {
      await expectAccessible(await block(lang));
    });

    it('is accessible with errors and with all fields', async () => {
      const element = await block(lang);
      getAllByRole(element, 'checkbox').at(-1)?.click();
      await submit(element);
      expect(getAllByRole(element, 'link').length).to.be.greaterThan(3);
      await expectAccessible(element);
    });

    it('is accessible while it is sent, and when that fails', async () => {
      const element = await block(lang);
      let fail: (reason: Error) => void = () => undefined;
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(new Promise((_, reject) => (fail = reject)));
      });
      await fillIn(element);
      await submit(element);
      await expectAccessible(element);
      const failed = oneEvent(element, 'puntari-failed');
      fail(new Error('no'));
      await failed;
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('is accessible with the receipt', async () => {
      const element = await block(lang);
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(RECEIPT);
      });
      await fillIn(element);
      const sent = oneEvent(element, 'puntari-submitted');
      await submit(element);
      await sent;
      await element.updateComplete;
      await expectAccessible(element);
    });
  });
}

const EVERYTHING = channelWith({
  asksTarget: true,
  asksLocation: true,
  services: [{ code: '180', label: 'Kadut' }],
  attachments: { maxFiles: 2, maxSize: 5_000_000, types: ['image/png'] },
});

for (const lang of ['fi', 'sv', 'en']) {
  describe(`<puntari-feedback-block lang="${lang}">, asking everything`, () => {
    it('is accessible with files, also refused ones, and with a number in the text', async () => {
      const element = await openBlock(new Post(), EVERYTHING, { lang, action: '/api/feedback' });
      const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File(['x'], 'ohje.exe', { type: 'application/x' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await waitUntil(() => queryByText(element, 'ohje.exe'));
      await fillIn(element);
      const [text] = getAllByRole<HTMLTextAreaElement>(element, 'textbox');
      text!.value = 'Tunnukseni on 131052-308T.';
      text!.dispatchEvent(new Event('input', { bubbles: true }));
      await submit(element);
      await waitUntil(() => element.shadowRoot!.querySelector('#numbers'));
      // The engine of IBM finds no label in a disclosure that is closed.
      element.shadowRoot!.querySelector('summary')?.click();
      await expectAccessible(element);
    });
  });

  for (const variant of ['question', 'survey', 'accessibility', 'answers']) {
    describe(`<puntari-feedback-block lang="${lang}" variant="${variant}">`, () => {
      it('is accessible before anything is done', async () => {
        await expectAccessible(
          await openBlock(new Post(), channelWith(), { lang, variant, subject: 'page:/a' }),
        );
      });

      if (variant === 'answers') return;
      it('is accessible once it was sent, or with its errors', async () => {
        const element = await openBlock(new Post(), channelWith(), { lang, variant });
        await submit(element);
        await element.updateComplete;
        await expectAccessible(element);
      });
    });
  }
}

describe('<puntari-feedback-block>', () => {
  for (const level of ['1', '4', '6']) {
    it(`starts its headings at level ${level} and skips none`, async () => {
      const element = await block('fi', level);
      await submit(element);
      await expectAccessible(element);
      expect(getAllByRole(element, 'heading')[0]?.localName).to.equal(`h${level}`);
    });
  }

  it('warns in words that are shown and read with the field', async () => {
    const element = await block();
    const text = getByRole<HTMLTextAreaElement>(element, 'textbox', 'Kirjoita palautteesi');
    expect(descriptionOf(text)).to.match(/^Älä kirjoita henkilötunnuksia tai terveystietoja\./);
    expect(text.placeholder).to.equal('');
  });

  it('chooses and ticks nothing beforehand', async () => {
    const element = await block();
    const choices = [...getAllByRole(element, 'radio'), ...getAllByRole(element, 'checkbox')];
    expect(choices.filter((choice) => (choice as HTMLInputElement).checked)).to.deep.equal([]);
  });

  it('marks in words what may be left out, and asks for no contact field alone', async () => {
    const element = await block();
    getByRole(element, 'checkbox', /^Haluan vastauksen/).click();
    await element.updateComplete;
    const fields = getAllByRole(element, 'textbox');
    expect(fields.map(nameOf)).to.deep.equal([
      'Kirjoita palautteesi',
      'Nimi (vapaaehtoinen)',
      'Sähköposti',
      'Puhelinnumero',
    ]);
    expect(fields.map((field) => field.getAttribute('aria-required'))).to.deep.equal([
      'true',
      null,
      null,
      null,
    ]);
    expect(fields.map((field) => field.getAttribute('autocomplete'))).to.deep.equal([
      null,
      'name',
      'email',
      'tel',
    ]);
  });

  it('has no controls but links in the text for readers', async () => {
    const element = await block();
    expect(element.querySelector('input, button, textarea, select, [tabindex="0"]')).to.equal(null);
  });
});

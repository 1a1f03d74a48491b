/** A block on a page, as tests of all its forms open it. */
import type { FeedbackSubmission, Receipt } from '@puntari/contracts';
import type { BeforeSubmitEvent } from '@puntari/core';
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../define.js';
import type { FeedbackBlock } from '../feedback-block.js';
import { channelWith } from './channel.js';

export const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
};

/** What the block sends to a page that answers for itself. */
export class Post {
  readonly sent: FeedbackSubmission[] = [];
  /** What comes back; a receipt unless a test says otherwise. */
  answer: () => Receipt | Promise<Receipt> = () => RECEIPT;

  readonly take = (event: BeforeSubmitEvent): void => {
    this.sent.push(event.submission as FeedbackSubmission);
    event.respondWith(this.answer());
  };

  async arrives(count = 1): Promise<FeedbackSubmission> {
    await waitUntil(() => this.sent.length === count, `submission ${String(count)}`);
    const one = this.sent[count - 1];
    if (!one) throw new Error('Nothing was sent.');
    return one;
  }
}

export async function openBlock(
  post: Post,
  record: unknown = channelWith(),
  attributes: Readonly<Record<string, string>> = {},
): Promise<FeedbackBlock> {
  const element = document.createElement('puntari-feedback-block');
  element.lang = 'fi';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.addEventListener('puntari-before-submit', post.take);
  element.record = record;
  const fallback = document.createElement('p');
  fallback.textContent = 'Soita 09 816 21.';
  element.append(fallback);
  const ready = oneEvent(element, 'puntari-ready');
  await fixture(html`${element}`);
  await ready;
  await element.updateComplete;
  return element;
}

/** The events of widgets that take answers. Apart from the others: what only shows a record does without them. */
import type { Receipt } from '@puntari/contracts';

import { PUBLIC } from '../events.js';

/**
 * Asked before anything is sent. The page may answer it itself with `respondWith`, or stop it with `preventDefault`.
 * It does not bubble: a listener for the whole page must not read what residents write.
 */
export class BeforeSubmitEvent<S = unknown> extends Event {
  readonly submission: S;
  /** What the page adds to the request, such as `Authorization` where an officer fills in the form. */
  readonly headers: Record<string, string> = {};
  #answer: Promise<Receipt> | undefined;

  constructor(submission: S) {
    super('puntari-before-submit', { cancelable: true });
    this.submission = submission;
  }

  /** The page's own answer, where it gave one. */
  get answer(): Promise<Receipt> | undefined {
    return this.#answer;
  }

  /** Sends in the widget's place: the widget waits for this receipt and calls no `action`. */
  respondWith(receipt: Promise<Receipt> | Receipt): void {
    this.#answer = Promise.resolve(receipt);
  }
}

/** The submission arrived; carries the receipt and nothing of what was written. */
export class SubmittedEvent extends Event {
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super('puntari-submitted', PUBLIC);
    this.receipt = receipt;
  }
}

/** The resident came to another step. Without personal data, for the page's own statistics. */
export class StepEvent extends Event {
  readonly step: number;
  readonly of: number;
  readonly name: string;

  constructor(step: number, of: number, name: string) {
    super('puntari-step', PUBLIC);
    this.step = step;
    this.of = of;
    this.name = name;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'puntari-submitted': SubmittedEvent;
    'puntari-step': StepEvent;
  }
  interface HTMLElementEventMap {
    'puntari-before-submit': BeforeSubmitEvent;
  }
}

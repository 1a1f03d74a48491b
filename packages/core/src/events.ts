import type { Problem, Receipt } from '@puntari/contracts';

const PUBLIC = { bubbles: true, composed: true } as const;

/** The widget shows its record for the first time. */
export class ReadyEvent extends Event {
  constructor() {
    super('puntari-ready', PUBLIC);
  }
}

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

export type FailedPhase = 'load' | 'send';

/** A record could not be shown, or a submission not sent. */
export class FailedEvent extends Event {
  readonly problem: Problem;
  readonly phase: FailedPhase;

  constructor(problem: Problem, phase: FailedPhase) {
    super('puntari-failed', PUBLIC);
    this.problem = problem;
    this.phase = phase;
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
  // What bubbles is heard on `document` and `window` too.
  interface GlobalEventHandlersEventMap {
    'puntari-ready': ReadyEvent;
    'puntari-submitted': SubmittedEvent;
    'puntari-failed': FailedEvent;
    'puntari-step': StepEvent;
  }
  interface HTMLElementEventMap {
    'puntari-before-submit': BeforeSubmitEvent;
  }
}

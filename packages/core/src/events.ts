import type { Problem } from '@puntari/contracts';

export const PUBLIC = { bubbles: true, composed: true } as const;

/** The widget shows its record for the first time. */
export class ReadyEvent extends Event {
  constructor() {
    super('puntari-ready', PUBLIC);
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

declare global {
  // What bubbles is heard on `document` and `window` too.
  interface GlobalEventHandlersEventMap {
    'puntari-ready': ReadyEvent;
    'puntari-failed': FailedEvent;
  }
}

import type { Problem } from '@puntari/contracts';

/** What kept a submission from arriving. `problem.code` is `network`, `timeout` or what the receiver said. */
export class SendError extends Error {
  readonly problem: Problem;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.title);
    this.name = 'SendError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

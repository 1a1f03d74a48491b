import { HttpProblem } from '../http/problem.js';
import { Tries } from '../http/tries.js';

/** Slips of a whole library in ten minutes, and far too few to find a code by trying. */
export const MAX_WRONG_CODES = 30;

const isWrongCode = (error: unknown): boolean =>
  error instanceof HttpProblem &&
  (error.errors ?? []).some(
    ({ pointer, code }) =>
      pointer === '/invitationCode' && code !== 'missing' && code !== 'tooLong',
  );

/**
 * Counts wrong codes of invitation by the network they came from. Right ones are not counted: in a library many residents
 * sign up from one address.
 */
export class WrongTries extends Tries {
  constructor(max: number = MAX_WRONG_CODES) {
    super(max);
  }

  /** Does something for which a code is given, and counts it when the code was wrong. */
  async guard<T>(address: string, now: Date, work: () => Promise<T>): Promise<T> {
    this.demand(address, now);
    try {
      return await work();
    } catch (error) {
      if (isWrongCode(error)) this.count(address, now);
      throw error;
    }
  }
}

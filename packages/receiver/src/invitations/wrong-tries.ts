import { HttpProblem } from '../http/problem.js';

const WINDOW_MS = 10 * 60 * 1000;
/** Slips of a whole library in ten minutes, and far too few to find a code by trying. */
export const MAX_WRONG_CODES = 30;
/** Who guesses from more addresses than this fills no more memory. */
const MAX_ADDRESSES = 10_000;

const isWrongCode = (error: unknown): boolean =>
  error instanceof HttpProblem &&
  (error.errors ?? []).some(
    ({ pointer, code }) =>
      pointer === '/invitationCode' && code !== 'missing' && code !== 'tooLong',
  );

/**
 * Counts wrong codes of invitation by the address they came from. Right ones are not counted: in a library many residents
 * sign up from one address.
 */
export class WrongTries {
  readonly #max: number;
  readonly #tries = new Map<string, readonly number[]>();

  constructor(max: number = MAX_WRONG_CODES) {
    this.#max = max;
  }

  /** @throws HttpProblem - `rate-limited` when too many came from this address. */
  demand(address: string, now: Date): void {
    const recent = this.#recent(address, now);
    const [first = 0] = recent;
    if (recent.length < this.#max) return;
    const retryAfter = Math.max(1, Math.ceil((first + WINDOW_MS - now.getTime()) / 1000));
    throw new HttpProblem('rate-limited', { retryAfter });
  }

  count(address: string, now: Date): void {
    const tries = [...this.#recent(address, now), now.getTime()];
    // Put last, so that the first is the one that has been quiet longest.
    this.#tries.delete(address);
    this.#tries.set(address, tries);
    const [quietest] = this.#tries.keys();
    if (this.#tries.size > MAX_ADDRESSES && quietest !== undefined) this.#tries.delete(quietest);
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

  #recent(address: string, now: Date): readonly number[] {
    const since = now.getTime() - WINDOW_MS;
    return (this.#tries.get(address) ?? []).filter((time) => time > since);
  }
}

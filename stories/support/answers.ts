/** What a receiver may answer, given by the page itself through `puntari-before-submit`. Nothing leaves the browser. */
import type { Problem, Receipt } from '@puntari/contracts';
import { type BeforeSubmitEvent, SendError } from '@puntari/core';

type Listener = (event: BeforeSubmitEvent) => void;

export const withReceipt =
  (receipt: Receipt): Listener =>
  (event) => {
    event.respondWith(receipt);
  };

/** An answer that does not come while the story is looked at. */
export const withSilence: Listener = (event) => {
  event.respondWith(new Promise<never>(() => {}));
};

/** @param retryAfter - Seconds, as in `Retry-After`. */
export const withProblem =
  (problem: Problem, retryAfter?: number): Listener =>
  (event) => {
    event.respondWith(Promise.reject(new SendError(problem, retryAfter)));
  };

export const NETWORK: Problem = { title: 'No connection', status: 0, code: 'network' };
export const CLOSED: Problem = { title: 'Closed', status: 409, code: 'closed' };
export const BUSY: Problem = { title: 'Too many', status: 429, code: 'rate-limited' };
export const BROKEN: Problem = { title: 'Internal error', status: 500 };

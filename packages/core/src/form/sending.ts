/** Talking to the receiver. A module of its own: it is needed only once somebody has written something. */
import {
  formStatus,
  type FormStatus,
  problem as problemSchema,
  receipt as receiptSchema,
  type Receipt,
} from '@puntari/contracts';
import { safeParse } from 'valibot';

import { SendError } from './send-error.js';

/** Longest wait for an answer, in milliseconds. Slow lines are common; endless waiting is worse than a clear message. */
const TIMEOUT = 30_000;

/** What a proxy before the receiver says without a word of ours. */
const CODE_OF: Readonly<Record<number, string>> = {
  409: 'closed',
  413: 'too-large',
  429: 'rate-limited',
};

/** `Retry-After` is a number of seconds or a date. */
function secondsUntil(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter) - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

export interface SendOptions {
  /** Absolute URL. */
  readonly action: string;
  readonly key: string;
  readonly lang: string;
  readonly signal: AbortSignal;
  /** What the page adds. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The receiver's signed time, where it gave one. */
  readonly token?: string | undefined;
}

/**
 * Sends once.
 *
 * @throws SendError for everything but a receipt.
 */
export async function send(submission: unknown, options: SendOptions): Promise<Receipt> {
  const { answer, body } = await post(submission, options);
  if (answer.ok) {
    const parsed = safeParse(receiptSchema, body);
    if (parsed.success) return parsed.output;
    throw new SendError({
      title: 'The answer was not a receipt.',
      status: answer.status,
      code: 'not-a-receipt',
    });
  }
  const parsed = safeParse(problemSchema, body);
  const problem = parsed.success
    ? parsed.output
    : { title: answer.statusText, status: answer.status, code: CODE_OF[answer.status] };
  throw new SendError(problem, secondsUntil(answer.headers.get('Retry-After')));
}

/** What was answered; nothing where it is not for us to read, as the page of a proxy. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function post(
  submission: unknown,
  { action, key, lang, signal, token, headers }: SendOptions,
): Promise<{ readonly answer: globalThis.Response; readonly body: unknown }> {
  const timer = new AbortController();
  const timeout = setTimeout(() => {
    timer.abort();
  }, TIMEOUT);
  const stop = (): void => {
    timer.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    const answer = await fetch(action, {
      method: 'POST',
      credentials: 'omit',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'Accept-Language': lang,
        ...headers,
      },
      body: JSON.stringify(token === undefined ? submission : { ...(submission as object), token }),
      signal: timer.signal,
    });
    // An answer may stop half-way too, so the clock runs until all of it has come.
    return { answer, body: read(await answer.text()) };
  } catch {
    const code = timer.signal.aborted ? 'timeout' : 'network';
    throw new SendError({ title: 'The receiver could not be reached.', status: 0, code });
  } finally {
    clearTimeout(timeout);
    signal.removeEventListener('abort', stop);
  }
}

/** Asks the receiver how things stand. `undefined` when it does not say: a form is never blocked by silence. */
export async function fetchStatus(action: string): Promise<FormStatus | undefined> {
  try {
    const answer = await fetch(action, {
      credentials: 'omit',
      headers: { Accept: 'application/json' },
    });
    const parsed = safeParse(formStatus, await answer.json());
    return answer.ok && parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

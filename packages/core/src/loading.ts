/** Loading JSON that a page names: a record, a rewording. Once per URL for a page; a failure is never kept. */

export type LoadFailure = 'network' | 'status' | 'not-json' | 'not-valid';

export class LoadError extends Error {
  readonly failure: LoadFailure;

  constructor(failure: LoadFailure, message: string) {
    super(message);
    this.name = 'LoadError';
    this.failure = failure;
  }
}

/**
 * A tag for whose record the loader has asked before the widget was there: the answer, by the address that stood in the tag.
 */
export interface AskedEarly extends Element {
  asked?: Readonly<Record<string, Promise<Response>>> | undefined;
}

/** The answer that the loader has asked for, once: one that failed must not answer for another try. */
export function askedOf(tag: AskedEarly, src = ''): Promise<Response> | undefined {
  const asked = tag.asked?.[src];
  tag.asked = undefined;
  return asked;
}

/** How long an answer may take to begin, in milliseconds. The rest of it takes as long as the line is slow. */
const BEGINS_WITHIN = 30_000;

const loads = new Map<string, Promise<unknown>>();

/**
 * @param url - Absolute URL. Credentials are never sent.
 * @param asked - The answer, where somebody has asked for it already.
 * @throws LoadError that says what went wrong, for the page's developer.
 */
export function loadJson(url: string, asked?: Promise<Response>): Promise<unknown> {
  const found = loads.get(url);
  if (found) return found;
  const loading = fetchJson(url, asked);
  loads.set(url, loading);
  loading.catch(() => loads.delete(url));
  return loading;
}

async function fetchJson(url: string, asked?: Promise<Response>): Promise<unknown> {
  // As the loader asks too.
  const ask = (): Promise<Response> =>
    fetch(url, { credentials: 'omit', headers: { Accept: 'application/json' } });
  let answer: Response;
  try {
    // A phone that changes from one network to another loses all that is on its way: what was asked early is asked anew, as
    // scripts and words are.
    answer = await Promise.race([
      asked?.catch(ask) ?? ask(),
      new Promise<never>((_, reject) => {
        setTimeout(reject, BEGINS_WITHIN);
      }),
    ]);
  } catch {
    throw new LoadError('network', `${url} did not answer (network, CORS, CSP).`);
  }
  if (!answer.ok) throw new LoadError('status', `${url} answered ${String(answer.status)}.`);
  try {
    return await answer.json();
  } catch {
    throw new LoadError('not-json', `${url} is not JSON.`);
  }
}

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

const loads = new Map<string, Promise<unknown>>();

/**
 * @param url - Absolute URL. Credentials are never sent.
 * @throws LoadError that says what went wrong, for the page's developer.
 */
export function loadJson(url: string): Promise<unknown> {
  const found = loads.get(url);
  if (found) return found;
  const loading = fetchJson(url);
  loads.set(url, loading);
  loading.catch(() => loads.delete(url));
  return loading;
}

async function fetchJson(url: string): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: 'omit', headers: { Accept: 'application/json' } });
  } catch {
    throw new LoadError('network', `${url} was not reached (network, CORS or CSP).`);
  }
  if (!answer.ok) throw new LoadError('status', `${url} answered ${String(answer.status)}.`);
  try {
    return await answer.json();
  } catch {
    throw new LoadError('not-json', `${url} is not JSON.`);
  }
}

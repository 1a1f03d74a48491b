/** Talking to a city's GeoReport service. */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

import {
  type CityStatus,
  errorOf,
  type LookUp,
  type RawAnswer,
  readLookUp,
  readSending,
  readStatuses,
  readToken,
  type Sending,
} from './answers.js';
import { type CityAttribute, type CityService, readAttributes, readServices } from './services.js';
import type { CitySettings } from './settings.js';

/** More than any real list; what is longer is not read. */
const MOST_BYTES = 5_000_000;
const MINUTE_MS = 60_000;
/** How much earlier than ours the city's clock may say that a request came. */
const CLOCK_MS = 15 * MINUTE_MS;
const SECOND_MS = 1000;

/** No answer. Whether the city can have read what was sent decides what may be done next. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly wasConnected: boolean;

  constructor(reason: string, wasConnected: boolean) {
    super(reason);
    this.wasConnected = wasConnected;
  }
}

interface Asked {
  readonly url: URL;
  /** A form to post; without one it is a question. */
  readonly form?: string;
}

function retryAfterOf({ headers }: IncomingMessage, now: Date): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now.getTime()) / SECOND_MS);
}

/** Without the query, which could hold what was asked. */
function locationOf({ headers }: IncomingMessage, url: URL): string | undefined {
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, url.href)) return undefined;
  const { origin, pathname } = new URL(location, url);
  return `${origin}${pathname}`;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error(`more than ${String(MOST_BYTES)} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
};

/** The service of one city. Redirections are not followed: nobody checked where they lead. */
export class CityClient {
  readonly #settings: CitySettings;
  readonly #now: () => Date;
  readonly #signal: AbortSignal | undefined;

  /** @param signal - Ends what is being asked; then nothing is known of it. */
  constructor(settings: CitySettings, now: () => Date, signal?: AbortSignal) {
    this.#settings = settings;
    this.#now = now;
    this.#signal = signal;
  }

  /** Sends a request. */
  async send(fields: readonly (readonly [string, string])[]): Promise<Sending> {
    const { apiKey } = this.#settings;
    const form = new URLSearchParams();
    for (const [name, value] of fields) form.append(name, value);
    if (apiKey !== undefined) form.append('api_key', apiKey);
    try {
      const url = new URL('requests.json', this.#settings.endpoint);
      return this.#told(readSending(await this.#ask({ url, form: form.toString() })));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const { message, wasConnected } = error;
      if (wasConnected) return { kind: 'unknown', error: message };
      return { kind: 'refused', error: message, isAboutThis: false };
    }
  }

  /** Looks for a request that may have arrived. */
  async lookUp(mark: string, serviceCode: string, sentAt: Date): Promise<LookUp> {
    const { lookUpRows, settleMinutes } = this.#settings;
    const settled = sentAt.getTime() + settleMinutes * MINUTE_MS;
    const query = {
      service_code: serviceCode,
      start_date: new Date(sentAt.getTime() - CLOCK_MS).toISOString(),
      end_date: new Date(settled + CLOCK_MS).toISOString(),
    };
    try {
      const answer = await this.#get('requests.json', query);
      return this.#told(readLookUp(answer, mark, lookUpRows));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return { kind: 'later', error: error.message };
    }
  }

  /**
   * The id behind a token; nothing while there is none.
   *
   * @throws NoAnswer
   */
  async requestIdOf(token: string): Promise<string | undefined> {
    return readToken(await this.#get(`tokens/${encodeURIComponent(token)}.json`), token);
  }

  /**
   * What the city says of these requests. Of one that it says nothing of, it is asked alone.
   *
   * @throws NoAnswer
   */
  async statusesOf(requestIds: readonly string[]): Promise<readonly CityStatus[]> {
    const wanted = new Set(requestIds);
    const found = new Map<string, CityStatus>();
    const take = (answer: RawAnswer): void => {
      for (const status of readStatuses(answer) ?? []) {
        // Some services pass over what they are asked for and list whatever there is.
        if (wanted.has(status.requestId)) found.set(status.requestId, status);
      }
    };
    const together = requestIds.filter((id) => !id.includes(','));
    if (together.length > 1) {
      take(await this.#get('requests.json', { service_request_id: together.join() }));
    }
    for (const id of requestIds.filter((one) => !found.has(one))) {
      take(await this.#get(`requests/${encodeURIComponent(id)}.json`));
    }
    return [...found.values()];
  }

  /** @throws Error - With why there is no list. */
  async services(): Promise<readonly CityService[]> {
    const answer = await this.#get('services.json');
    const services = readServices(answer);
    if (!services) throw new Error(errorOf(answer));
    return services;
  }

  async attributesOf(serviceCode: string): Promise<readonly CityAttribute[]> {
    return readAttributes(await this.#get(`services/${encodeURIComponent(serviceCode)}.json`));
  }

  #get(path: string, query: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    const { endpoint, jurisdiction } = this.#settings;
    const url = new URL(path, endpoint);
    if (jurisdiction !== undefined) url.searchParams.set('jurisdiction_id', jurisdiction);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return this.#ask({ url });
  }

  /**
   * One connection for each question: one that was kept open may be closed by the other end at the moment of sending, and
   * then nobody knows whether the request was read.
   */
  #ask({ url, form }: Asked): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      let wasConnected = false;
      const isSecure = url.protocol === 'https:';
      const request = (isSecure ? requestHttps : requestHttp)(url, {
        agent: false,
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          Accept: 'application/json',
          ...(form === undefined
            ? {}
            : {
                'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
                'Content-Length': Buffer.byteLength(form),
              }),
        },
      });
      request.once('socket', (socket) => {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          wasConnected = true;
        });
      });
      const stop = this.#limit(request);
      const fail = (error: unknown): void => {
        stop();
        reject(new NoAnswer(this.#withoutKey(reasonOf(error)), wasConnected));
      };
      request.on('error', fail);
      request.once('response', (answer) => {
        textOf(answer)
          .then((text) => {
            stop();
            resolve(this.#answer(answer, text, url));
          })
          .catch(fail);
      });
      request.end(form);
    });
  }

  #answer(answer: IncomingMessage, text: string, url: URL): RawAnswer {
    return {
      status: answer.statusCode ?? 0,
      text: this.#withoutKey(text),
      retryAfter: retryAfterOf(answer, this.#now()),
      location: locationOf(answer, url),
    };
  }

  /** Ends a request after a while, or when the receiver ends. */
  #limit(request: ClientRequest): () => void {
    const end = (reason: string) => (): void => void request.destroy(new Error(reason));
    const { timeoutSeconds } = this.#settings;
    const late = end(`no answer in ${String(timeoutSeconds)} seconds`);
    const timer = setTimeout(late, timeoutSeconds * SECOND_MS);
    const stopped = end('the receiver was stopped');
    if (this.#signal?.aborted) stopped();
    this.#signal?.addEventListener('abort', stopped, { once: true });
    return () => {
      clearTimeout(timer);
      this.#signal?.removeEventListener('abort', stopped);
    };
  }

  /** In JSON the key may have been written with escapes. */
  #told<T extends object>(outcome: T): T {
    if (!('error' in outcome) || typeof outcome.error !== 'string') return outcome;
    return { ...outcome, error: this.#withoutKey(outcome.error) };
  }

  /** A city may repeat in its error whatever it was sent. What is kept or shown never has the key. */
  #withoutKey(text: string): string {
    const { apiKey } = this.#settings;
    if (apiKey === undefined) return text;
    const asSent = new URLSearchParams({ '': apiKey }).toString().slice(1);
    return [apiKey, encodeURIComponent(apiKey), asSent].reduce(
      (left, key) => left.replaceAll(key, '***'),
      text,
    );
  }
}

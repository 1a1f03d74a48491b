/** A city's GeoReport service, as far as tests need one: it keeps what it is sent, and answers as badly as it is told. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it does with a request that it is sent. */
export type Mood =
  | 'well'
  /** With leading zeros and a comma at the end, as in examples of the specification. */
  | 'odd'
  | 'token'
  /** Neither id nor token. */
  | 'blackbox'
  | 'bad-request'
  | 'forbidden'
  | 'not-found'
  | 'too-many'
  | 'maintenance'
  | 'moved'
  /** Fails before it has kept anything, and after. */
  | 'fails-before'
  | 'fails-after'
  | 'html-after'
  | 'cut-after'
  | 'hangs-up-before'
  | 'hangs-up-after'
  | 'silent-before'
  | 'silent-after';

export const MOODS: readonly Mood[] = [
  'well',
  'odd',
  'token',
  'blackbox',
  'bad-request',
  'forbidden',
  'not-found',
  'too-many',
  'maintenance',
  'moved',
  'fails-before',
  'fails-after',
  'html-after',
  'cut-after',
  'hangs-up-before',
  'hangs-up-after',
  'silent-before',
  'silent-after',
];

const HTML = '<!doctype html><title>Palvelu ei ole käytössä</title><h1>Virhe</h1>';

/** Answers that mean that nothing was kept. */
const REFUSALS: Partial<Record<Mood, readonly [number, string, Record<string, string>?]>> = {
  'bad-request': [400, '[{"code":400,"description":"description was not provided",}]'],
  'not-found': [404, HTML],
  'too-many': [429, '', { 'retry-after': '120' }],
  maintenance: [503, HTML, { 'retry-after': '300' }],
  moved: [301, '', { location: 'https://elsewhere.example.fi/requests.json?token=1' }],
  'fails-before': [500, HTML],
};

const SERVICES =
  '[{"service_code":0171,"service_name":"Kadut","group":"","metadata":true,"type":"realtime"},' +
  '{"service_code":"180","service_name":"Muu palaute","group":"Muut","metadata":false},]';
const DEFINITION =
  '{"service_code":0171,"attributes":[{"variable":true,"code":"SYVYYS","datatype":"number",' +
  '"required":true,"description":"Kuinka syvä?"}]}';

export interface CityRequest {
  readonly id: string;
  readonly at: number;
  readonly fields: URLSearchParams;
  status: 'open' | 'closed';
  notes: string;
}

/** Without a timer where there is nothing to wait for: a test may have taken the timers. */
const pause = (ms: number): Promise<unknown> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

export class City {
  readonly requests: CityRequest[] = [];
  /** Whatever was asked: method and address. */
  readonly asked: string[] = [];
  /** What it does with the next request that it is sent. */
  mood: () => Mood = () => 'well';
  /** Whether it can be asked what it has. */
  list: 'well' | 'odd' | 'not-there' | 'fails' | 'html' = 'well';
  isDown = false;
  /** How long it thinks before it keeps something, and again before it says so; in milliseconds. */
  thinks: () => number = () => 0;
  /** How many requests it has in hand. */
  thinking = 0;
  /** How many of those whose request was kept had gone when they were to be told. */
  gone = 0;
  now: () => number = () => Date.now();
  #server: Server | undefined;
  #port = 0;

  get endpoint(): string {
    return `http://127.0.0.1:${String(this.#port)}/v2/`;
  }

  get references(): string[] {
    return this.requests.map(({ fields }) =>
      String(/Puntari (\S+)$/.exec(fields.get('description') ?? '')?.[1]),
    );
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Nothing listens any more; what was kept stays. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.endpoint);
    this.asked.push(`${String(request.method)} ${url.pathname}${url.search}`);
    let body = '';
    for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) body += part;
    const path = url.pathname.replace('/v2/', '');
    if (this.isDown) send(response, 503, HTML);
    else if (request.method === 'POST') {
      this.thinking += 1;
      await this.#take(new URLSearchParams(body), response);
      this.thinking -= 1;
    } else if (path === 'services.json') send(response, 200, SERVICES);
    else if (path === 'services/0171.json') send(response, 200, DEFINITION);
    else if (path.startsWith('tokens/')) this.#sendToken(path.slice(7, -5), response);
    else if (path.startsWith('requests/')) this.#sendSome([path.slice(9, -5)], response);
    else this.#sendList(url.searchParams, response);
  }

  async #take(fields: URLSearchParams, response: ServerResponse): Promise<void> {
    const mood = this.mood();
    await pause(this.thinks());
    const refusal = REFUSALS[mood];
    // Some programs repeat what they were sent, the key too.
    if (mood === 'forbidden') send(response, 403, `[{"description":"no: ${String(fields)}"}]`);
    else if (refusal) send(response, ...refusal);
    else if (mood === 'hangs-up-before') response.destroy();
    else if (mood !== 'silent-before') await this.#keep(fields, mood, response);
  }

  async #keep(fields: URLSearchParams, mood: Mood, response: ServerResponse): Promise<void> {
    const id = `00${String(38_340 + this.requests.length)}`;
    this.requests.push({ id, at: this.now(), fields, status: 'open', notes: '' });
    const whole = `[{"service_request_id":"${id}","service_notice":"","account_id":null}]`;
    const answers: Partial<Record<Mood, readonly [number, string]>> = {
      well: [201, whole],
      odd: [200, `\uFEFF{"service_request_id":${id},"service_notice":"Kiitos!",}`],
      token: [200, `[{"token":"t-${id}"}]`],
      blackbox: [200, '[{"service_notice":"Kiitos","account_id":""}]'],
      'fails-after': [502, HTML],
      'html-after': [200, HTML],
      'cut-after': [200, whole.slice(0, 24)],
    };
    const answer = answers[mood];
    await pause(this.thinks());
    if (response.destroyed) this.gone += 1;
    else if (answer) send(response, ...answer);
    else if (mood === 'hangs-up-after') response.destroy();
  }

  #sendToken(token: string, response: ServerResponse): void {
    send(response, 200, JSON.stringify([{ token, service_request_id: token.slice(2) }]));
  }

  #rowOf({ id, at, fields, status, notes }: CityRequest): string {
    const row = {
      status,
      status_notes: notes,
      service_code: fields.get('service_code'),
      description: fields.get('description'),
      requested_datetime: new Date(at).toISOString(),
      updated_datetime: '',
      expected_datetime: null,
      agency_responsible: 'Kadut ja puistot',
      lat: '60.2055',
    };
    const text = JSON.stringify(row).slice(0, -1);
    if (this.list !== 'odd') return `${text},"service_request_id":"${id}"}`;
    return `${text},"zip_code":02100,"service_request_id":${id},}`;
  }

  #sendSome(ids: readonly string[], response: ServerResponse): void {
    const found = this.requests.filter(({ id }) => ids.includes(id));
    if (found.length === 0) send(response, 404, '[{"code":404,"description":"no such request"}]');
    else send(response, 200, `[${found.map((one) => this.#rowOf(one)).join()}]`);
  }

  #sendList(query: URLSearchParams, response: ServerResponse): void {
    const ids = query.get('service_request_id');
    if (this.list === 'not-there') send(response, 405, HTML);
    else if (this.list === 'fails') send(response, 500, HTML);
    else if (this.list === 'html') send(response, 200, HTML);
    else if (ids !== null) this.#sendSome(ids.split(','), response);
    else {
      const time = (name: string): number => Date.parse(query.get(name) ?? '');
      const found = this.requests.filter(
        ({ at, fields }) =>
          fields.get('service_code') === query.get('service_code') &&
          at >= time('start_date') &&
          at <= time('end_date'),
      );
      send(response, 200, `[${found.map((one) => this.#rowOf(one)).join()}]`);
    }
  }
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  const type = text.startsWith('<') ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(text);
}

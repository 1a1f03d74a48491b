/** Answers in place of the network, and remembers what was asked. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface FetchStub {
  readonly asked: Asked[];
  /** Puts the real network back. */
  restore(): void;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

export function stubFetch(answer: Answer): FetchStub {
  const original = globalThis.fetch;
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const one: Asked = {
      url: input instanceof Request ? input.url : String(input),
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    asked.push(one);
    const { signal } = init;
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
    return Promise.race([Promise.resolve(answer(one)), aborted]);
  };
  return {
    asked,
    restore: () => {
      globalThis.fetch = original;
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

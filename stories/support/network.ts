/**
 * Records at addresses that no server has. `/story-records/never` does not answer, `/story-records/missing` is not there,
 * `/story-records/page` is a page where JSON was expected; what `publish` puts somewhere is found there.
 */
const FOLDER = '/story-records/';

const published = new Map<string, unknown>();
const answers = new Map<string, () => Response | Promise<Response>>();

export const NEVER = `${FOLDER}never`;
export const MISSING = `${FOLDER}missing`;
export const NOT_JSON = `${FOLDER}page`;

/** Makes a record available; returns its address, for `src`. */
export function publish(name: string, record: unknown): string {
  published.set(`${FOLDER}${name}`, record);
  return `${FOLDER}${name}`;
}

/** Answers whatever is sent somewhere below an address; returns that address, for `action`. */
export function answerBelow(name: string, answer: () => Response | Promise<Response>): string {
  answers.set(`${FOLDER}${name}/`, answer);
  return `${FOLDER}${name}`;
}

/** What was put at an address, for a server that shows stories; nothing where the address is none of these. */
export function publishedAt(path: string): string | undefined {
  return path.startsWith(FOLDER) ? JSON.stringify(published.get(path) ?? null) : undefined;
}

function answer(path: string): Promise<Response> {
  if (path === NEVER) return new Promise<never>(() => {});
  if (path === NOT_JSON)
    return Promise.resolve(new Response('<!doctype html><title>Etusivu</title>'));
  for (const [below, give] of answers) if (path.startsWith(below)) return Promise.resolve(give());
  const record = published.get(path);
  return Promise.resolve(
    record === undefined ? new Response('', { status: 404 }) : Response.json(record),
  );
}

/** In place of a form's `rules`: the scripts that come after its first page do not come. */
export const lostRules = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

const isInBrowser = typeof document !== 'undefined';

if (isInBrowser) {
  const { fetch: toNetwork } = globalThis;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const { pathname, origin } = new URL(address, document.baseURI);
    const isOurs = origin === location.origin && pathname.startsWith(FOLDER);
    return isOurs ? answer(pathname) : toNetwork(input, init);
  };
}

/** Tells the receiver of a support. A module of its own: it is needed only once somebody presses. */
import { parseTopicSupport, type Problem, type TopicSupport } from '@puntari/contracts';
import { SendError } from '@puntari/core';

export { newKey } from '@puntari/core';

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 30_000;

const CODE_OF: Readonly<Record<number, string>> = { 409: 'closed', 429: 'rate-limited' };

export interface SupportRequest {
  /** Absolute URL of the topics, such as `https://example.fi/api/topics`. */
  readonly action: string;
  readonly topicId: string;
  /** Stands for one person and one topic: sent twice it counts once. */
  readonly key: string;
  /** Whether the support is taken back. */
  readonly isUndone: boolean;
  readonly lang: string;
}

/** `{action}/{id}/supports`; what the page has put behind a question mark stays there. */
export function supportsUrl(action: string, topicId: string): string {
  const url = new URL(action);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(topicId)}/supports`;
  return url.href;
}

/** @throws SendError for everything but an answer about a support. */
export async function sendSupport(request: SupportRequest): Promise<TopicSupport> {
  const answer = await ask(request);
  const body: unknown = await answer.json().catch(() => undefined);
  const support = answer.ok ? parseTopicSupport(body) : undefined;
  if (support) return support;
  throw new SendError(problemOf(answer, body));
}

/**
 * Makes the browser forget how many supported the topic before. A record may be kept for a minute; whoever loads the page
 * again within it would think that their support was not counted.
 *
 * @param record - Absolute URL of the record, asked for as the widget asks for it.
 */
export function askAnew(record: string | undefined): void {
  if (record === undefined) return;
  const headers = { Accept: 'application/json' };
  fetch(record, { cache: 'reload', credentials: 'omit', headers }).catch(() => undefined);
}

/** A proxy before the receiver may answer without a word of ours. */
function problemOf({ ok, status, statusText }: globalThis.Response, body: unknown): Problem {
  if (ok) return { title: 'The answer was not about a support.', status, code: 'not-a-support' };
  const { code } = (body ?? {}) as { code?: unknown };
  const known = typeof code === 'string' ? code : CODE_OF[status];
  return { title: statusText || String(status), status, ...(known ? { code: known } : {}) };
}

async function ask({
  action,
  topicId,
  key,
  isUndone,
  lang,
}: SupportRequest): Promise<globalThis.Response> {
  const timer = new AbortController();
  const timeout = setTimeout(() => {
    timer.abort();
  }, TIMEOUT);
  try {
    return await fetch(supportsUrl(action, topicId), {
      method: isUndone ? 'DELETE' : 'POST',
      credentials: 'omit',
      headers: { 'Idempotency-Key': key, 'Accept-Language': lang },
      signal: timer.signal,
    });
  } catch {
    const code = timer.signal.aborted ? 'timeout' : 'network';
    throw new SendError({ title: 'The receiver could not be reached.', status: 0, code });
  } finally {
    clearTimeout(timeout);
  }
}

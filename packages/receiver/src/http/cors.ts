import type { FastifyReply, FastifyRequest } from 'fastify';

const ALLOWED_HEADERS = 'Content-Type, Idempotency-Key, Accept-Language';
const PREFLIGHT_SECONDS = '600';

/** The origins whose pages may use the API from the browser; `*` for all. */
export type AllowedOrigins = readonly string[];

function allowedOrigin(origin: string, allowed: AllowedOrigins): string | undefined {
  if (allowed.includes('*')) return '*';
  return allowed.includes(origin) ? origin : undefined;
}

/**
 * Lets the pages of other origins send and read. Without credentials: there is nothing to be logged in to.
 * Written at the start of a request, so that an error answer can be read by the page too.
 */
export function allowOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: AllowedOrigins,
): void {
  const { origin } = request.headers;
  if (!allowed.includes('*')) reply.header('Vary', 'Origin');
  const answer = origin === undefined ? undefined : allowedOrigin(origin, allowed);
  if (answer === undefined) return;
  reply.header('Access-Control-Allow-Origin', answer);
  reply.header('Access-Control-Expose-Headers', 'Retry-After');
}

export interface Taken {
  readonly methods?: string;
  /** Headers that may be sent besides those that every action takes. */
  readonly headers?: readonly string[];
}

/** Answers the browser's question before a request from another origin. */
export function answerPreflight(
  reply: FastifyReply,
  { methods = 'GET, POST', headers = [] }: Taken = {},
): FastifyReply {
  if (reply.hasHeader('Access-Control-Allow-Origin')) {
    reply.header('Access-Control-Allow-Methods', methods);
    reply.header('Access-Control-Allow-Headers', [ALLOWED_HEADERS, ...headers].join(', '));
    reply.header('Access-Control-Max-Age', PREFLIGHT_SECONDS);
  }
  return reply.code(204).send();
}

/** Whether a value can stand among the allowed origins. */
export function isOrigin(text: string): boolean {
  if (text === '*') return true;
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

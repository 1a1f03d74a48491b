import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether a request carries the operator token. Digests are compared: of equal length, so that the time it takes says
 * nothing about the token.
 *
 * @param token - The token of this receiver; without one nobody is its operator.
 */
export function isOperator(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || token === '' || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

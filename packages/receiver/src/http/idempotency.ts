import type { FastifyRequest } from 'fastify';

import { HttpProblem } from './problem.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** @throws HttpProblem - `key-missing` or `key-malformed`. */
export function keyOf(request: FastifyRequest): string {
  const key = String(request.headers['idempotency-key'] ?? '').toLowerCase();
  if (key === '') throw new HttpProblem('key-missing');
  if (!UUID.test(key)) throw new HttpProblem('key-malformed');
  return key;
}

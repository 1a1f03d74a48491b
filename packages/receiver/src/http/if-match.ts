import type { FastifyRequest } from 'fastify';

import { HttpProblem } from './problem.js';

/**
 * The version of something that the sender has seen.
 *
 * @throws HttpProblem - Without one, or with `*`: who has not looked does not know what they change.
 */
export function versionSeen({ headers }: FastifyRequest): number {
  const header = headers['if-match']?.trim();
  if (header === undefined || header === '' || header === '*') {
    const detail = 'GET this address and send the ETag of its answer as If-Match.';
    throw new HttpProblem('version-missing', { detail });
  }
  // A proxy that compresses an answer marks its ETag as weak. It names the same version.
  const [, digits] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? [];
  if (digits === undefined) throw new HttpProblem('version-malformed');
  return Number(digits);
}

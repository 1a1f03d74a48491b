import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

import { HttpProblem, problemBody, type ProblemCode } from './problem.js';

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

function answerTo(code: ProblemCode): string {
  const problem = new HttpProblem(code);
  const body = JSON.stringify(problemBody(problem));
  return [
    `HTTP/1.1 ${String(problem.statusCode)} ${STATUS_CODES[problem.statusCode] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/**
 * Answers what never became a request: broken HTTP, too many headers, a body that does not come. There is nothing yet
 * that would tell a person from a program, so that the answer is always for a program.
 */
export function answerClientError(
  this: FastifyInstance,
  error: Error & { code?: string },
  socket: Socket,
): void {
  const { code = '' } = error;
  if (code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerTo(CODES[code] ?? 'malformed'));
  socket.destroy(error);
}

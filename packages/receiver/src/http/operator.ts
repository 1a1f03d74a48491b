import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyRequest, RouteShorthandOptions } from 'fastify';

import { decodeUtf8 } from '../utf8.js';
import { HttpProblem } from './problem.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether a request carries the operator token. Digests are compared: of equal length, so that the time it takes says
 * nothing about the token.
 *
 * @param token - The token of this receiver; without one nobody is its operator.
 */
export function isOperator(request: FastifyRequest, token: string | undefined): boolean {
  return isToken(/^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1], token);
}

function isToken(given: string | undefined, token: string | undefined): boolean {
  if (token === undefined || token === '' || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

/** Makes a browser ask for a name and the token, without a script and without a cookie. */
export const ASK_FOR_NAME = 'Basic realm="Puntari", charset="UTF-8"';

/**
 * The name that an officer gave together with the token; nothing when either is missing or the token is wrong. For pages
 * only, and only with a signed token in their forms: browsers send this along with whatever another site makes them post.
 */
export function nameOfOperator(
  request: FastifyRequest,
  token: string | undefined,
): string | undefined {
  const [, encoded = ''] = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const given = decodeUtf8(Buffer.from(encoded, 'base64')) ?? '';
  const colon = given.indexOf(':');
  if (colon === -1 || !isToken(given.slice(colon + 1), token)) return undefined;
  return given.slice(0, colon).trim() || undefined;
}

/**
 * Lets only the operator in, and whoever guesses the token not try for long. The token is looked at before the body is
 * read, so that a stranger's megabytes are not, and after the limiter, which counts when a request begins: guessing is
 * what it is there for.
 */
export const operatorOnly = (
  token: string,
  limitTries: RouteShorthandOptions['config'],
): RouteShorthandOptions => ({
  ...(limitTries ? { config: limitTries } : {}),
  preParsing: (request, _reply, payload, done) => {
    if (!isOperator(request, token)) throw new HttpProblem('unauthorized');
    done(null, payload);
  },
});

/** Nothing is kept on the way, and who guesses is counted. */
export function forOperators({
  operatorToken,
  limitTries,
}: {
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
}): RouteShorthandOptions {
  return {
    ...(limitTries ? { config: limitTries } : {}),
    onRequest: (_request, reply, done) => {
      reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff');
      done();
    },
    preParsing: (request, _reply, payload, done) => {
      if (!isOperator(request, operatorToken)) throw new HttpProblem('unauthorized');
      done(null, payload);
    },
  };
}

/** Lets in a program with the token, and an officer whose browser asked for name and token. For what is only read. */
export const officerOrProgram = (
  token: string,
  limitTries: RouteShorthandOptions['config'],
): RouteShorthandOptions => ({
  ...(limitTries ? { config: limitTries } : {}),
  preParsing: (request, _reply, payload, done) => {
    const isOfficer = nameOfOperator(request, token) !== undefined;
    if (!isOfficer && !isOperator(request, token)) throw new HttpProblem('unauthorized');
    done(null, payload);
  },
});

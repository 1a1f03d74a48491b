import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { renderProblemPage } from '../pages/problem-page.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import { FormBody } from '../submissions/form-body.js';
import { faultOf, type Log } from './log.js';
import { languageOf, wantsPage } from './negotiate.js';
import { asProblem, HttpProblem, problemBody } from './problem.js';
import { addPageHeaders } from './security-headers.js';

export interface ErrorContext {
  readonly policy: string;
  readonly log: Log;
}

function languageOfAnswer(request: FastifyRequest): string {
  const { body } = request;
  return languageOf(
    request,
    SPOKEN_LANGUAGES,
    body instanceof FormBody ? body.text('lang') : undefined,
  );
}

/** Answers with a problem: as a page to a person, as `application/problem+json` to a program. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: HttpProblem,
  policy: string,
): FastifyReply {
  reply.code(problem.statusCode).header('Cache-Control', 'no-store');
  if (problem.retryAfter !== undefined) reply.header('Retry-After', problem.retryAfter);
  if (problem.code === 'unauthorized') reply.header('WWW-Authenticate', 'Bearer');
  if (!wantsPage(request)) {
    return reply
      .header('X-Content-Type-Options', 'nosniff')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(problem)));
  }
  // What was not found may be the address of a private page, with a slash too many.
  reply.header('Referrer-Policy', 'no-referrer');
  const page = renderProblemPage({
    code: problem.code,
    about: problem.about,
    lang: languageOfAnswer(request),
    wasSent: request.method === 'POST',
    contact: request.contact ?? undefined,
  });
  return addPageHeaders(reply, policy).type('text/html; charset=utf-8').send(page);
}

/** Every error of every route ends here. What is not a client's mistake is logged, and told to nobody else. */
export function handleErrors(app: FastifyInstance, { policy, log }: ErrorContext): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error);
    if (problem.code === 'failed') log(faultOf(error));
    return sendProblem(request, reply, problem, policy);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new HttpProblem('not-found'), policy),
  );
}

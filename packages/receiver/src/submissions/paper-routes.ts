import type { FastifyInstance } from 'fastify';

import { languageOf } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { renderPaperPage } from '../pages/paper-page.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import type { RegistrationAction } from './registrations.js';
import type { SubmissionContext } from './routes.js';

/** The form to print and fill in by hand, for as long as it may still arrive. */
export function paperRoutes(
  app: FastifyInstance,
  action: RegistrationAction,
  { policy, now }: SubmissionContext,
): void {
  app.get(`${action.path}/paper`, (request, reply) => {
    const panel = action.records.get((request.params as { id: string }).id);
    if (!panel) throw new HttpProblem('not-found');
    request.contact = panel.contact;
    const refusal = action.refusal(panel, now());
    // It may be printed for the day on which the panel opens.
    if (refusal !== undefined && refusal !== 'upcoming') throw new HttpProblem(refusal);
    reply.header('Cache-Control', 'no-store');
    return addPageHeaders(reply, policy)
      .type('text/html; charset=utf-8')
      .send(renderPaperPage(panel, languageOf(request, SPOKEN_LANGUAGES)));
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { emptyLog } from '../database/database.js';
import { languageOf, prefersHtml } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { privateFeedbackPath } from '../submissions/private-link.js';
import type { SubmissionContext } from '../submissions/routes.js';
import { forgetFeedback } from './forget.js';
import { findGiven, type GivenFeedback } from './given.js';
import { type GivenPage, renderForgetPage, renderGivenPage } from './given-page.js';

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly given: GivenFeedback;
  readonly page: GivenPage;
}

/** The address is the only key to the page, so no other site is told it. */
function keepSecret(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer');
  reply.header('Vary', 'Accept, Accept-Language');
  done();
}

function show(reply: FastifyReply, { given }: Visit): FastifyReply {
  const { forgottenAt, told } = given;
  const { reference, receivedAt } = told;
  return reply.send(forgottenAt === null ? told : { reference, receivedAt, forgottenAt });
}

async function forget(
  { db, now }: SubmissionContext,
  { request, reply, given, page }: Visit,
): Promise<FastifyReply> {
  const at = now().toISOString();
  await db.transaction().execute((within) => forgetFeedback(within, given.id, at));
  await emptyLog(db);
  if (!prefersHtml(request.headers.accept)) return reply.code(204).send();
  return reply.redirect(`${page.path}?lang=${encodeURIComponent(page.lang)}`, 303);
}

/** The pages behind the private links of feedback, and the same for programs. They work without JavaScript. */
export function givenFeedbackRoutes(app: FastifyInstance, context: SubmissionContext): void {
  const { db, limitPosts, policy } = context;
  const path = privateFeedbackPath(':id');
  const options = { ...(limitPosts ? { config: limitPosts } : {}), onRequest: keepSecret };
  const visit =
    (answer: (visit: Visit) => FastifyReply | Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { id } = request.params as { id: string };
      const given = await findGiven(db, id);
      if (!given) throw new HttpProblem('not-found');
      const { lang: asked } = request.query as { readonly lang?: unknown };
      const lang = languageOf(request, OFFICIAL_LANGUAGES, asked ?? given.submission.lang);
      const page = { given, path: privateFeedbackPath(id), lang };
      return answer({ request, reply, given, page });
    };
  const send = (reply: FastifyReply, page: string): FastifyReply =>
    addPageHeaders(reply, policy).type('text/html; charset=utf-8').send(page);

  const showPage = visit((one) =>
    prefersHtml(one.request.headers.accept)
      ? send(one.reply, renderGivenPage(one.page))
      : show(one.reply, one),
  );
  app.get(path, options, showPage);
  app.get(
    `${path}/delete`,
    options,
    visit(({ reply, page }) => send(reply, renderForgetPage(page))),
  );
  app.post(
    `${path}/delete`,
    options,
    visit((one) => forget(context, one)),
  );
}

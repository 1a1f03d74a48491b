import type { FastifyInstance, FastifyReply } from 'fastify';

import { emptyLog } from '../database/database.js';
import { privateFeedbackPath } from '../submissions/private-link.js';
import { PrivatePages, type PrivateVisit } from '../submissions/private-pages.js';
import type { SubmissionContext } from '../submissions/routes.js';
import { forgetFeedback } from './forget.js';
import { findGiven, type GivenFeedback } from './given.js';
import { renderForgetPage, renderGivenPage } from './given-page.js';

type Visit = PrivateVisit<GivenFeedback>;

function toldOf({ forgottenAt, told }: GivenFeedback): object {
  const { reference, receivedAt } = told;
  return forgottenAt === null ? told : { reference, receivedAt, forgottenAt };
}

async function forget(
  { db, now }: SubmissionContext,
  pages: PrivatePages<GivenFeedback>,
  visit: Visit,
): Promise<FastifyReply> {
  const at = now().toISOString();
  await db.transaction().execute((within) => forgetFeedback(within, visit.given.id, at));
  await emptyLog(db);
  return pages.done(visit);
}

/** The pages behind the private links of feedback, and the same for programs. They work without JavaScript. */
export function givenFeedbackRoutes(app: FastifyInstance, context: SubmissionContext): void {
  const pages = new PrivatePages<GivenFeedback>(context, {
    pathOf: privateFeedbackPath,
    find: (id) => findGiven(context.db, id),
    langOf: ({ submission }) => submission.lang,
  });
  const { path, options } = pages;
  app.get(
    path,
    options,
    pages.visit((visit) =>
      pages.show(
        visit,
        () => renderGivenPage(visit),
        () => toldOf(visit.given),
      ),
    ),
  );
  app.get(
    `${path}/delete`,
    options,
    pages.visit((visit) => pages.send(visit.reply, renderForgetPage(visit))),
  );
  app.post(
    `${path}/delete`,
    options,
    pages.visit((visit) => forget(context, pages, visit)),
  );
}

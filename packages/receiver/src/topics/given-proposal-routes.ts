import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Content } from '../content/content.js';
import { HttpProblem } from '../http/problem.js';
import { privateProposalPath } from '../submissions/private-link.js';
import { PrivatePages, type PrivateVisit } from '../submissions/private-pages.js';
import type { SubmissionContext } from '../submissions/routes.js';
import { findGivenProposal, type GivenProposal, takeBack } from './given-proposal.js';
import { renderGivenProposalPage, renderTakeBackPage } from './given-proposal-page.js';

type Visit = PrivateVisit<GivenProposal>;
type Pages = PrivatePages<GivenProposal>;

async function withdraw(
  { db, now }: SubmissionContext,
  pages: Pages,
  visit: Visit,
): Promise<FastifyReply> {
  const { reference } = visit.given.told;
  const isWithdrawn = await takeBack(db, reference, now());
  if (isWithdrawn) return pages.done(visit);
  if (visit.isPage) {
    // What is shown says why, and whom to call.
    const page = renderGivenProposalPage({ ...visit, isTooLate: true });
    return pages.send(visit.reply.code(409), page);
  }
  const detail = `${reference}: somebody has looked at it already`;
  throw new HttpProblem('impossible-change', { detail });
}

/** The pages behind the private links of proposals, and the same for programs. They work without JavaScript. */
export function givenProposalRoutes(
  app: FastifyInstance,
  content: Content,
  context: SubmissionContext,
): void {
  const { db } = context;
  const pages: Pages = new PrivatePages<GivenProposal>(context, {
    pathOf: privateProposalPath,
    find: (id, { protocol, host }) =>
      findGivenProposal({ db, content, origin: `${protocol}://${host}` }, id),
    langOf: ({ words }) => words?.lang,
  });
  const { path, options } = pages;
  app.get(
    path,
    options,
    pages.visit((visit) =>
      pages.show(
        visit,
        () => renderGivenProposalPage(visit),
        () => visit.given.told,
      ),
    ),
  );
  app.get(
    `${path}/withdraw`,
    options,
    pages.visit((visit) =>
      visit.given.told.status === 'proposed'
        ? pages.send(visit.reply, renderTakeBackPage(visit))
        : pages.back(visit),
    ),
  );
  app.post(
    `${path}/withdraw`,
    options,
    pages.visit((visit) => withdraw(context, pages, visit)),
  );
}

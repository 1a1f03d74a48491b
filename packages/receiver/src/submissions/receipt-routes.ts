import type { FastifyInstance } from 'fastify';

import type { Db } from '../database/database.js';
import { languageOf } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { renderReceiptPage } from '../pages/receipt-page.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import type { ProposalAction } from '../topics/proposals.js';
import type { FeedbackAction } from './feedback.js';
import type { RegistrationAction } from './registrations.js';
import { findReceipt } from './store.js';

interface ReceiptContext {
  readonly db: Db;
  readonly policy: string;
  readonly registrations: RegistrationAction;
  readonly feedback: FeedbackAction;
  readonly proposals: ProposalAction;
}

/** The receipt of a form that was posted without JavaScript, as a page. */
export function receiptRoutes(app: FastifyInstance, context: ReceiptContext): void {
  const { db, policy, registrations, feedback, proposals } = context;
  const actions = { registration: registrations, feedback, proposal: proposals };
  app.get('/receipts/:pageId', async (request, reply) => {
    const { pageId } = request.params as { pageId: string };
    const found = await findReceipt(db, pageId);
    if (!found) throw new HttpProblem('not-found');
    const lang = languageOf(request, SPOKEN_LANGUAGES);
    const origin = `${request.protocol}://${request.host}`;
    const manage = actions[found.kind].managePath(pageId);
    // The address is the only key to the page, so no other site is told it.
    reply.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer');
    return addPageHeaders(reply, policy)
      .type('text/html; charset=utf-8')
      .send(renderReceiptPage({ ...found, lang, manage, origin }));
  });
}

import type { FastifyInstance } from 'fastify';

import type { Content } from '../content/content.js';
import { languageOf } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { addressOf } from '../http/static.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import { renderEntryPage } from './entry-page.js';
import { ENTRY_SCRIPT, ENTRY_SCRIPT_PATH } from './entry-script.js';

export interface OfficerContext {
  readonly content: Content;
  readonly policy: string;
  /** The folder of the widgets, which the page is made of. */
  readonly cdn: string | undefined;
  /** Without one nobody is an officer here. */
  readonly operatorToken: string | undefined;
}

/** Pages for officers. They hold nothing secret: what they ask for goes with the token. */
export function officerRoutes(app: FastifyInstance, context: OfficerContext): void {
  const { content, policy, cdn, operatorToken } = context;
  if (!operatorToken || cdn === undefined) return;
  app.get(ENTRY_SCRIPT_PATH, (_request, reply) =>
    reply
      .header('Cache-Control', 'no-cache')
      .header('X-Content-Type-Options', 'nosniff')
      .type('text/javascript; charset=utf-8')
      .send(ENTRY_SCRIPT),
  );
  app.get('/operator/entry/:id', (request, reply) => {
    const panel = content.panels.get((request.params as { id: string }).id);
    const loader = addressOf(cdn, 'puntari.js');
    if (!panel || loader === undefined) throw new HttpProblem('not-found');
    reply.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer');
    return addPageHeaders(reply, policy)
      .type('text/html; charset=utf-8')
      .send(renderEntryPage({ panel, lang: languageOf(request, SPOKEN_LANGUAGES), loader }));
  });
}

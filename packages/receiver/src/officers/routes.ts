import type { FastifyInstance, RouteShorthandOptions } from 'fastify';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { languageOf, spokenLanguage } from '../http/negotiate.js';
import { operatorOnly } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { addressOf } from '../http/static.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { readBodies, readCsvBodies } from '../submissions/read-bodies.js';
import { changeRoutes } from './change-routes.js';
import { renderEntryPage } from './entry-page.js';
import { ENTRY_SCRIPT, ENTRY_SCRIPT_PATH } from './entry-script.js';

export interface OfficerContext {
  readonly db: Db;
  readonly content: Content;
  readonly policy: string;
  /** The folder of the widgets, which the page is made of. */
  readonly cdn: string | undefined;
  /** Without one nobody is an officer here. */
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
  now(): Date;
}

/** What officers do, with the token. */
export function officerRoutes(app: FastifyInstance, context: OfficerContext): void {
  const { cdn, operatorToken, limitTries } = context;
  if (!operatorToken) return;
  void app.register((scope, _options, done) => {
    readBodies(scope);
    readCsvBodies(scope);
    changeRoutes(scope, { ...context, options: operatorOnly(operatorToken, limitTries) });
    done();
  });
  if (cdn !== undefined) entryRoutes(app, { ...context, cdn });
}

/** The page on which officers write down registrations. It holds nothing secret: what it asks for goes with the token. */
function entryRoutes(
  app: FastifyInstance,
  { content, policy, cdn }: OfficerContext & { readonly cdn: string },
): void {
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
    const lang = spokenLanguage(languageOf(request, OFFICIAL_LANGUAGES), OFFICIAL_LANGUAGES);
    reply.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer');
    return addPageHeaders(reply, policy)
      .type('text/html; charset=utf-8')
      .send(renderEntryPage({ panel, lang, loader }));
  });
}

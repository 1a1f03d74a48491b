import type { FastifyInstance } from 'fastify';

import { readBodies } from '../submissions/read-bodies.js';
import type { StatementContext } from './context.js';
import { entryRoutes } from './entry-routes.js';
import { officerPages } from './officer-pages.js';
import { publicRoutes } from './public-routes.js';

/** Statements: served with their answers, and answered. */
export function statementRoutes(app: FastifyInstance, context: StatementContext): void {
  publicRoutes(app, context);
  const { operatorToken } = context;
  if (!operatorToken) return;
  void app.register((scope, _options, done) => {
    readBodies(scope);
    entryRoutes(scope, { ...context, operatorToken });
    officerPages(scope, { ...context, operatorToken });
    done();
  });
}

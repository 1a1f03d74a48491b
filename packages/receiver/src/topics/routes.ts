import type { FastifyInstance } from 'fastify';

import { readBodies } from '../submissions/read-bodies.js';
import type { TopicContext } from './context.js';
import { deskRoutes } from './desk-routes.js';
import { entryRoutes } from './entry-routes.js';
import { publicRoutes } from './public-routes.js';
import { supportRoutes } from './support-routes.js';

/** Topics: served, supported, and brought from an idea to a choice. */
export function topicRoutes(app: FastifyInstance, context: TopicContext): void {
  publicRoutes(app, context);
  void app.register((scope, _options, done) => {
    supportRoutes(scope, context);
    done();
  });
  if (!context.operatorToken) return;
  void app.register((scope, _options, done) => {
    readBodies(scope);
    entryRoutes(scope, context);
    deskRoutes(scope, context);
    done();
  });
}

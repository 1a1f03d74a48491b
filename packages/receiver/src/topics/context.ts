import type { RouteShorthandOptions } from 'fastify';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import type { AllowedOrigins } from '../http/cors.js';

/** What the routes of topics stand on. */
export interface TopicContext {
  readonly db: Db;
  readonly content: Content;
  readonly policy: string;
  readonly secret: string;
  /** Whose pages may support a topic. */
  readonly origins: AllowedOrigins;
  /** Without one nobody can record anything over HTTP. */
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
  /** New supports from one network in ten minutes. */
  readonly supportLimit: number | undefined;
  now(): Date;
}

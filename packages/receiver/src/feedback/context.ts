import type { RouteShorthandOptions } from 'fastify';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';

/** What the routes of handled feedback stand on. */
export interface FeedbackContext {
  readonly db: Db;
  readonly content: Content;
  readonly policy: string;
  readonly secret: string;
  /** Without one nobody can record anything over HTTP. */
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
  now(): Date;
}

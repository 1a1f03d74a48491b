import type { FastifyInstance, RouteShorthandOptions } from 'fastify';

import type { Db } from '../database/database.js';
import { operatorOnly } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import {
  expectedChannel,
  isState,
  outboxCounts,
  type OutboxFilter,
  outboxItems,
} from './operator.js';
import { STATES } from './outbox.js';
import type { Open311Settings } from './settings.js';

interface Open311Context {
  readonly db: Db;
  readonly settings: Open311Settings;
  /** Without one nobody sees anything. */
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
}

/** @throws HttpProblem - `malformed`, for a state that is none. */
function filterOf(query: unknown): OutboxFilter {
  const { state, channel } = query as Readonly<Record<string, unknown>>;
  if (state !== undefined && !(typeof state === 'string' && isState(state)))
    throw new HttpProblem('malformed', { detail: `state: expected one of ${STATES.join(', ')}` });
  return { state, channelId: typeof channel === 'string' ? channel : undefined };
}

/** How forwarding goes, for the operator and for a program that watches. */
export function open311Routes(app: FastifyInstance, context: Open311Context): void {
  const { db, settings, operatorToken, limitTries } = context;
  if (!operatorToken) return;
  app.get('/operator/open311', operatorOnly(operatorToken, limitTries), async (request, reply) => {
    const filter = filterOf(request.query);
    const channels = await outboxCounts(db, settings.keys());
    const expected = expectedChannel(channels, filter.channelId);
    if (expected !== undefined) {
      throw new HttpProblem('malformed', { detail: `channel: expected ${expected}` });
    }
    const items = await outboxItems(db, filter);
    return reply.header('Cache-Control', 'no-store').send({ channels, items });
  });
}

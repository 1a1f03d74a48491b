import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { keyOf } from '../http/idempotency.js';
import { isOperator } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import { cleanValue } from '../submissions/body.js';
import { FormBody } from '../submissions/form-body.js';
import { changedFields } from './change.js';
import type { StatementContext } from './context.js';
import { recordChange, stateOfItem } from './record.js';
import { entriesOf, type Entry } from './store.js';

const OF_STATEMENT = '/api/statements/:id/entries';
const OF_ITEM = '/api/statements/:id/items/:item/entries';

interface Params {
  readonly id: string;
  readonly item: string;
}

/** An entry as officers read it: what was said by whom, and what it changed. */
export function shownEntry({ id: _id, itemId, change, ...entry }: Entry): object {
  const { before, after } = entry;
  return { item: itemId, ...entry, change, changed: changedFields(before, after) };
}

/**
 * The version of the answer that the sender has seen.
 *
 * @throws HttpProblem - Without one, or with `*`: who has not looked does not know what they change.
 */
export function versionSeen({ headers }: FastifyRequest): number {
  const header = headers['if-match']?.trim();
  if (header === undefined || header === '' || header === '*') {
    const detail = 'GET this address and send the ETag of its answer as If-Match.';
    throw new HttpProblem('version-missing', { detail });
  }
  const [, digits] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (digits === undefined) throw new HttpProblem('version-malformed');
  return Number(digits);
}

/** Nothing is kept on the way, and who guesses is counted. */
export function forOperators({
  operatorToken,
  limitTries,
}: Pick<StatementContext, 'operatorToken' | 'limitTries'>): RouteShorthandOptions {
  return {
    ...(limitTries ? { config: limitTries } : {}),
    onRequest: (_request, reply, done) => {
      reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff');
      done();
    },
    preHandler: (request, _reply, done) => {
      if (!isOperator(request, operatorToken)) throw new HttpProblem('unauthorized');
      done();
    },
  };
}

/** For programs of officers: recording answers, and reading how they came about. */
export function entryRoutes(app: FastifyInstance, context: StatementContext): void {
  const { db, content, now } = context;
  const options = forOperators(context);

  app.get(OF_STATEMENT, options, async (request) => {
    const { id } = request.params as Params;
    const entries = await entriesOf(db, id);
    // What was recorded can be read also after its record has left the content folder.
    if (entries.length === 0 && !content.statements.has(id)) throw new HttpProblem('not-found');
    return { statement: id, entries: entries.map(shownEntry) };
  });

  app.get(OF_ITEM, options, async (request, reply) => {
    const { id, item } = request.params as Params;
    const state = await stateOfItem(db, content, id, item);
    const { version, response, entries, differsInContent } = state;
    reply.header('ETag', `"${String(version)}"`);
    const shown = entries.map(shownEntry);
    return { statement: id, item, version, response, differsInContent, entries: shown };
  });

  app.post(OF_ITEM, options, async (request, reply): Promise<FastifyReply> => {
    const { id, item } = request.params as Params;
    // Looked up first: what is not there needs no key.
    await stateOfItem(db, content, id, item);
    if (request.body === undefined || request.body instanceof FormBody) {
      throw new HttpProblem('unsupported-type');
    }
    const { entry, isRepeat } = await recordChange(db, content, {
      statementId: id,
      itemId: item,
      draft: cleanValue(request.body),
      version: versionSeen(request),
      key: keyOf(request),
      now: now(),
    });
    return reply
      .code(isRepeat ? 200 : 201)
      .header('ETag', `"${String(entry.version)}"`)
      .send({ statement: id, ...shownEntry(entry) });
  });
}

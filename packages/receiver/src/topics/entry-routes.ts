import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import * as v from 'valibot';

import { cleanText, id as idSchema, isSaid, MAX_LINE, MAX_NOTE } from '@puntari/contracts';

import { keyOf } from '../http/idempotency.js';
import { versionSeen } from '../http/if-match.js';
import { forOperators } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import { changedMembers, parseStrict } from '../records/strict.js';
import { cleanValue } from '../submissions/body.js';
import { FormBody } from '../submissions/form-body.js';
import type { TopicContext } from './context.js';
import { findProposal, hideName, settleProposal } from './proposal-store.js';
import { recordChange, stateOfTopic } from './record.js';
import type { Entry } from './store.js';

const OF_TOPIC = '/operator/topics/:id/entries';
const OF_PROPOSAL = '/operator/topics/proposals/:reference';

const said = (max: number) => v.pipe(v.string(), v.check(isSaid, 'a text'), v.maxLength(max));

const act = v.variant('status', [
  // Whoever is told no is told why.
  v.strictObject({
    status: v.literal('declined'),
    by: said(MAX_LINE),
    comment: said(MAX_NOTE),
  }),
  v.strictObject({
    status: v.picklist(['withdrawn', 'deleted', 'name-hidden']),
    by: said(MAX_LINE),
    comment: v.optional(said(MAX_NOTE)),
  }),
]);

/** An entry as officers read it: what was said by whom, and what it changed. */
export function shownEntry({ id: _id, topicId, ...entry }: Entry): object {
  return { topic: topicId, ...entry, changed: changedMembers(entry.before, entry.after) };
}

/** @throws HttpProblem - Of a form or of nothing. */
function bodyOf({ body }: FastifyRequest): unknown {
  if (body === undefined || body instanceof FormBody) throw new HttpProblem('unsupported-type');
  return cleanValue(body);
}

/** For programs of officers: what becomes of proposals and topics, and how it came about. */
export function entryRoutes(app: FastifyInstance, context: TopicContext): void {
  const { db, content, now } = context;
  const options = forOperators(context);

  app.get(OF_TOPIC, options, async (request, reply) => {
    const { id } = request.params as { id: string };
    const { topic, version, entries, differsInContent } = await stateOfTopic(db, content, id);
    if (!topic) throw new HttpProblem('not-found', { detail: `There is no topic "${id}"` });
    reply.header('ETag', `"${String(version)}"`);
    return { topic, version, differsInContent, entries: entries.map(shownEntry) };
  });

  app.post(OF_TOPIC, options, async (request, reply): Promise<FastifyReply> => {
    const { id } = request.params as { id: string };
    if (!v.is(idSchema, id)) throw new HttpProblem('not-found');
    const { entry, isRepeat } = await recordChange(db, content, {
      topicId: id,
      draft: bodyOf(request),
      version: versionSeen(request),
      key: keyOf(request),
      now: now(),
    });
    return reply
      .code(isRepeat ? 200 : 201)
      .header('ETag', `"${String(entry.version)}"`)
      .send(shownEntry(entry));
  });

  app.post(OF_PROPOSAL, options, async (request) => {
    const { reference: written } = request.params as { reference: string };
    const { reference } = await findProposal(db, written);
    const parsed = parseStrict(act, bodyOf(request));
    if ('errors' in parsed) throw new HttpProblem('invalid', { errors: parsed.errors });
    const { status, comment, by } = parsed.output;
    const about = { reference, by: cleanText(by), comment, now: now() };
    const changed =
      status === 'name-hidden'
        ? await hideName(db, about)
        : await settleProposal(db, { ...about, status });
    return { reference, status: (await findProposal(db, reference)).status, changed };
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Panel } from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { allowOrigin, answerPreflight } from '../http/cors.js';
import { HttpProblem } from '../http/problem.js';
import { FormBody } from '../submissions/form-body.js';
import type { SubmissionContext } from '../submissions/routes.js';
import { invitationState } from './invitations.js';

const PATH = '/api/panels/:id/registrations/invitation';

function codeIn(body: unknown): string {
  if (body === undefined || body instanceof FormBody) throw new HttpProblem('unsupported-type');
  const { code } = (body ?? {}) as { code?: unknown };
  if (typeof code !== 'string') throw new HttpProblem('malformed');
  return code;
}

/** Whose key this is: a form that was sent and lost its answer has used its code itself. */
async function ownerOf(
  db: Db,
  panelId: string,
  { headers }: FastifyRequest,
): Promise<string | undefined> {
  const key = String(headers['idempotency-key'] ?? '').toLowerCase();
  const row = await db
    .selectFrom('sentKeys')
    .innerJoin('registrations', 'registrations.reference', 'sentKeys.reference')
    .select('registrations.id')
    .where('target', '=', `/api/panels/${panelId}/registrations`)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.id;
}

/** Tells early whether a code of invitation can be used, so that nobody fills in a form for nothing. */
export function invitationRoutes(
  app: FastifyInstance,
  panels: ReadonlyMap<string, Panel>,
  context: SubmissionContext,
): void {
  const { db, secret, origins, limitPosts, wrongCodes } = context;
  const onRequest = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    allowOrigin(request, reply, origins);
    reply.header('Cache-Control', 'no-store');
    const { id } = request.params as { id: string };
    request.contact = panels.get(id)?.contact ?? null;
    done();
  };
  app.options(PATH, { onRequest }, (_request, reply) => answerPreflight(reply));
  app.post(
    PATH,
    { onRequest, ...(limitPosts ? { config: limitPosts } : {}) },
    async (request, reply) => {
      const panel = panels.get((request.params as { id: string }).id);
      if (!panel) throw new HttpProblem('not-found');
      const code = codeIn(request.body);
      const now = context.now();
      wrongCodes.demand(request.ip, now);
      const registrationId = await ownerOf(db, panel.id, request);
      const state = await invitationState(db, { secret, panel, code, now, registrationId });
      if (state !== 'valid') wrongCodes.count(request.ip, now);
      return reply.send({ state });
    },
  );
}

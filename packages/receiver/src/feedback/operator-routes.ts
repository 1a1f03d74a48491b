import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { FEEDBACK_STATUSES } from '@puntari/contracts';

import { keyOf } from '../http/idempotency.js';
import { HttpProblem } from '../http/problem.js';
import { versionSeen } from '../http/if-match.js';
import { forOperators } from '../http/operator.js';
import { cleanValue } from '../submissions/body.js';
import { FormBody } from '../submissions/form-body.js';
import { readBodies } from '../submissions/read-bodies.js';
import { expectedChannel } from './channels.js';
import type { FeedbackContext } from './context.js';
import { beforeOf, receivedBefore } from './days.js';
import {
  feedbackRows,
  type FeedbackState,
  recordFeedbackChange,
  recordOf,
  stateOf,
} from './record.js';
import { reportCsv, reportOf } from './report.js';
import type { FeedbackEntry } from './store.js';

const LIST = '/operator/feedback';
const ONE = '/operator/feedback/:reference';

/** The longest list; `before` asks for what is older. */
const MAX_ITEMS = 200;

const shownEntry = ({ id: _id, feedbackId: _feedbackId, ...entry }: FeedbackEntry): object => entry;

const shown = (state: FeedbackState): object => ({
  ...recordOf(state),
  version: state.version,
  forgottenAt: state.forgottenAt ?? undefined,
  entries: state.entries.map(shownEntry),
});

interface Asked {
  readonly channelId?: unknown;
  readonly status?: unknown;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What there is, newest first. */
async function listed({ db, content }: FeedbackContext, asked: Asked): Promise<readonly object[]> {
  const { channelId, status } = asked;
  const wanted = FEEDBACK_STATUSES.find((known) => known === status);
  if (status !== undefined && wanted === undefined) {
    const expected = `expected one of ${FEEDBACK_STATUSES.join(', ')}`;
    const detail = `status: ${expected}, received ${JSON.stringify(status)}`;
    throw new HttpProblem('malformed', { detail });
  }
  const channel = textIn(channelId);
  const expected = channel === undefined ? undefined : await expectedChannel(db, content, channel);
  if (expected !== undefined) {
    const detail = `channelId: expected ${expected}, received ${JSON.stringify(channel)}`;
    throw new HttpProblem('malformed', { detail });
  }
  const rows = await receivedBefore(feedbackRows(db), beforeOf(asked), content.channels)
    .$if(channel !== undefined, (query) => query.where('channelId', '=', channel ?? ''))
    .$if(wanted !== undefined, (query) => query.where('status', '=', wanted ?? ''))
    .orderBy('receivedAt', 'desc')
    .limit(MAX_ITEMS)
    .execute();
  return rows.map(({ submission, ...row }) => ({
    ...row,
    submission: JSON.parse(submission) as unknown,
  }));
}

async function record(
  { db, now }: FeedbackContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (request.body === undefined || request.body instanceof FormBody) {
    throw new HttpProblem('unsupported-type');
  }
  const { reference } = request.params as { reference: string };
  const { entry, isRepeat } = await recordFeedbackChange(db, {
    reference,
    draft: cleanValue(request.body),
    version: versionSeen(request),
    key: keyOf(request),
    now: now(),
  });
  return reply
    .code(isRepeat ? 200 : 201)
    .header('ETag', `"${String(entry.version)}"`)
    .send(shownEntry(entry));
}

/** For programs of officers: what there is to do, what was recorded, and recording more. */
export function feedbackOperatorRoutes(app: FastifyInstance, context: FeedbackContext): void {
  if (!context.operatorToken) return;
  const options = forOperators(context);
  void app.register((scope, _options, done) => {
    readBodies(scope);
    scope.get(LIST, options, async (request) => ({
      items: await listed(context, request.query as Asked),
    }));
    scope.get(ONE, options, async (request, reply): Promise<FastifyReply> => {
      const { reference } = request.params as { reference: string };
      const state = await stateOf(context.db, reference);
      return reply.header('ETag', `"${String(state.version)}"`).send(shown(state));
    });
    scope.get('/operator/report/:file', options, async (request, reply): Promise<FastifyReply> => {
      const { file } = request.params as { file: string };
      const [, format] = /^feedback\.(csv|json)$/.exec(file) ?? [];
      if (format === undefined) throw new HttpProblem('not-found');
      const { publish } = request.query as { publish?: unknown };
      const report = await reportOf(context.db, context.content, publish === '1');
      reply.header('Content-Disposition', `attachment; filename="${file}"`);
      if (format === 'json') return reply.send(report);
      return reply.type('text/csv; charset=utf-8').send(reportCsv(report));
    });
    scope.post(`${ONE}/entries`, options, (request, reply) => record(context, request, reply));
    done();
  });
}

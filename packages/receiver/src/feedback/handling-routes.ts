import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { FeedbackForm } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { Desk } from '../officers/desk.js';
import { cleanValue } from '../submissions/body.js';
import { FormBody } from '../submissions/form-body.js';
import { readBodies } from '../submissions/read-bodies.js';
import type { FeedbackContext } from './context.js';
import { beforeOf, receivedBefore } from './days.js';
import { draftFrom, HANDLING_KINDS, type HandlingKind } from './handling-forms.js';
import {
  HANDLING_PATH,
  type HandlingTrouble,
  renderHandlingList,
  renderHandlingPage,
  type SentBack,
} from './handling-pages.js';
import { feedbackRows, recordFeedbackChange, stateOf } from './record.js';

const MAX_ITEMS = 200;
/** Presses of Yes and No, and of choices. Nobody handles them one by one, and they would push the words out of the list. */
const WITHOUT_WORDS = ['question', 'survey'] satisfies FeedbackForm[];

interface Params {
  readonly reference: string;
  readonly kind: string;
}

/** Statuses by what went wrong. */
const TROUBLES: Readonly<Partial<Record<string, readonly [number, HandlingTrouble]>>> = {
  invalid: [422, 'invalid'],
  'version-changed': [412, 'conflict'],
  'key-used': [412, 'conflict'],
};

/** The pages on which officers handle feedback. The browser asks for name and token; the name goes with each entry. */
class HandlingPages {
  readonly #context: FeedbackContext;
  readonly #desk: Desk;

  constructor(context: FeedbackContext) {
    this.#context = context;
    this.#desk = new Desk(context);
  }

  register(app: FastifyInstance): void {
    const { options } = this.#desk;
    app.get(HANDLING_PATH, options, (request, reply) => this.#list(request, reply));
    app.get(`${HANDLING_PATH}/:reference`, options, (request, reply) => this.#show(request, reply));
    app.post(`${HANDLING_PATH}/:reference/:kind`, options, (request, reply) =>
      this.#record(request, reply),
    );
  }

  async #list(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { db, content } = this.#context;
    let query = receivedBefore(feedbackRows(db), beforeOf(request.query), content.channels);
    for (const form of WITHOUT_WORDS) {
      // In the JSON of a record what somebody wrote has a backslash before each quotation mark.
      query = query.where('submission', 'not like', `%"form":"${form}"%`);
    }
    const rows = await query
      .orderBy('receivedAt', 'desc')
      .limit(MAX_ITEMS + 1)
      .execute();
    const listed = rows.slice(0, MAX_ITEMS);
    const older = rows.length > MAX_ITEMS ? listed.at(-1)?.receivedAt : undefined;
    return this.#desk.send(reply, renderHandlingList(listed, this.#desk.langOf(request), older));
  }

  /** What the token of a form is good for: this officer, this feedback. */
  #target(request: FastifyRequest, reference: string): string[] {
    return ['handling', this.#desk.officerOf(request), reference];
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    back?: SentBack,
  ): Promise<FastifyReply> {
    const state = await stateOf(this.#context.db, (request.params as Params).reference);
    const { recorded } = request.query as { recorded?: unknown };
    return this.#desk.send(
      reply,
      renderHandlingPage({
        state,
        channel: this.#context.content.channels.get(state.channelId),
        lang: this.#desk.langOf(request),
        officer: this.#desk.officerOf(request),
        token: this.#desk.tokenFor(this.#target(request, state.reference)),
        keyOf: () => randomUUID(),
        isRecorded: recorded !== undefined && back === undefined,
        back,
      }),
    );
  }

  async #record(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    const { reference: asked, kind: text } = request.params as Params;
    const kind = HANDLING_KINDS.find((known): known is HandlingKind => known === text);
    if (!kind) throw new HttpProblem('not-found');
    if (!(body instanceof FormBody)) throw new HttpProblem('unsupported-type');
    const { db, now } = this.#context;
    const state = await stateOf(db, asked);
    const { reference } = state;
    const recordedBy = this.#desk.officerOf(request);
    const { values } = body;
    const sent = { kind, values, errors: [] };
    if (this.#desk.isExpired(this.#target(request, reference), body)) {
      return this.#show(request, reply.code(403), { ...sent, trouble: 'expired' });
    }
    try {
      await recordFeedbackChange(db, {
        reference,
        draft: cleanValue(draftFrom({ kind, values, recordedBy, state })),
        version: Number(body.text('version') ?? ''),
        key: body.text('key') ?? randomUUID(),
        now: now(),
      });
    } catch (error) {
      const [status, trouble] =
        (error instanceof HttpProblem ? TROUBLES[error.code] : undefined) ?? [];
      if (!(error instanceof HttpProblem) || !status || !trouble) throw error;
      const errors = error.errors ?? [];
      return this.#show(request, reply.code(status), { ...sent, errors, trouble });
    }
    const query = new URLSearchParams({ recorded: 'now', lang: this.#desk.langOf(request) });
    return reply.redirect(`${HANDLING_PATH}/${reference}?${query.toString()}`, 303);
  }
}

export function handlingRoutes(app: FastifyInstance, context: FeedbackContext): void {
  if (!context.operatorToken) return;
  void app.register((scope, _options, done) => {
    readBodies(scope);
    new HandlingPages(context).register(scope);
    done();
  });
}

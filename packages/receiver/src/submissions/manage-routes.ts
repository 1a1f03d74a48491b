import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import {
  type Leaving,
  type ManagePage,
  renderConfirmPage,
  renderManagePage,
} from '../pages/manage-page.js';
import { correctableUntil } from './correcting.js';
import { Corrections } from './corrections.js';
import { fieldValuesOf } from './field-values.js';
import { FormBody } from './form-body.js';
import { findManaged, leave } from './managing.js';
import { privatePath } from './private-link.js';
import type { RegistrationAction } from './registrations.js';
import type { SubmissionContext } from './routes.js';
import { standingOf } from './standing.js';
import { hasLeft, isInPool } from './status.js';
import { languageOfVisit, type Visit } from './visit.js';

const STATUS_AFTER = { withdraw: 'withdrawn', delete: 'deleted' } as const satisfies Record<
  Leaving,
  string
>;

/** The pages behind private links: seeing, correcting and taking back a registration, without JavaScript. */
export class ManageRoutes {
  readonly #context: SubmissionContext;
  readonly #action: RegistrationAction;
  readonly #corrections: Corrections;

  constructor(action: RegistrationAction, context: SubmissionContext) {
    this.#action = action;
    this.#context = context;
    this.#corrections = new Corrections(action, context);
  }

  register(app: FastifyInstance): void {
    const path = privatePath(':id');
    app.get(path, this.#options, this.#visit(this.#show));
    app.post(path, this.#options, this.#visit(this.#correct));
    app.get(`${path}/correct`, this.#options, this.#visit(this.#showForm));
    for (const leaving of Object.keys(STATUS_AFTER) as Leaving[]) {
      app.get(
        `${path}/${leaving}`,
        this.#options,
        this.#visit((visit) => this.#ask(visit, leaving)),
      );
      app.post(
        `${path}/${leaving}`,
        this.#options,
        this.#visit((visit) => this.#leave(visit, leaving)),
      );
    }
  }

  get #options(): RouteShorthandOptions {
    const { limitPosts } = this.#context;
    return {
      ...(limitPosts ? { config: limitPosts } : {}),
      onRequest: (_request, reply, done) => {
        // Before anything is known: the page of a wrong link has what that of a right one has.
        reply
          .header('Cache-Control', 'no-store')
          .header('Referrer-Policy', 'no-referrer')
          .header('X-Robots-Tag', 'noindex');
        done();
      },
    };
  }

  #visit(
    answer: (this: ManageRoutes, visit: Visit) => Promise<FastifyReply> | FastifyReply,
  ): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
    return async (request, reply) => {
      const { id } = request.params as { id: string };
      const own = await findManaged(this.#context.db, id);
      if (!own) throw new HttpProblem('not-found');
      const panel = this.#action.records.get(own.panelId);
      request.contact = panel?.contact ?? own.receipt.contact ?? null;
      const lang = languageOfVisit(request, own);
      return answer.call(this, { request, reply, own, panel, path: privatePath(id), lang });
    };
  }

  /** Until when it can be corrected; nothing when that is over, or nothing is there that could be. */
  #correctableUntil({ own, panel }: Visit): number | undefined {
    if (!panel || !isInPool(own.status)) return undefined;
    const until = correctableUntil(panel);
    return this.#context.now().getTime() < until ? until : undefined;
  }

  async #page(visit: Visit): Promise<ManagePage> {
    const { own, panel, path, lang } = visit;
    const now = this.#context.now();
    const standing = await standingOf(this.#context.db, own, { panel, now });
    return { own, panel, path, lang, standing, correctableUntil: this.#correctableUntil(visit) };
  }

  #send(reply: FastifyReply, page: string): FastifyReply {
    return addPageHeaders(reply, this.#context.policy).type('text/html; charset=utf-8').send(page);
  }

  #back({ reply, path, lang }: Visit): FastifyReply {
    return reply.redirect(`${path}?lang=${encodeURIComponent(lang)}`, 303);
  }

  async #show(visit: Visit): Promise<FastifyReply> {
    return this.#send(visit.reply, renderManagePage(await this.#page(visit)));
  }

  async #showForm(visit: Visit): Promise<FastifyReply> {
    const { own, panel, reply } = visit;
    if (!panel || !own.submission || this.#correctableUntil(visit) === undefined) {
      return this.#back(visit);
    }
    const filled = { values: fieldValuesOf(own.submission), errors: [] };
    return this.#send(reply, await this.#corrections.form(visit, panel, filled));
  }

  async #correct(visit: Visit): Promise<FastifyReply> {
    const { request, reply, own, panel } = visit;
    if (!(request.body instanceof FormBody)) throw new HttpProblem('unsupported-type');
    const page = await this.#page(visit);
    const { submission } = own;
    if (!panel || !submission || page.correctableUntil === undefined) {
      return this.#send(reply.code(409), renderManagePage({ ...page, isTooLate: true }));
    }
    const answer = await this.#corrections.take(visit, request.body, {
      ...page,
      panel,
      own: { ...own, submission },
    });
    return answer ? this.#send(reply.code(answer.status), answer.text) : this.#back(visit);
  }

  async #ask(visit: Visit, leaving: Leaving): Promise<FastifyReply> {
    const { own, reply } = visit;
    const isDone = own.status === 'deleted' || (leaving === 'withdraw' && hasLeft(own.status));
    if (isDone) return this.#back(visit);
    return this.#send(reply, renderConfirmPage(await this.#page(visit), leaving));
  }

  async #leave(visit: Visit, leaving: Leaving): Promise<FastifyReply> {
    const { db, now } = this.#context;
    await leave(db, visit.own, STATUS_AFTER[leaving], now());
    return this.#back(visit);
  }
}

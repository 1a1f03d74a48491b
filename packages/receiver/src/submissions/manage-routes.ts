import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { type FieldError, type FieldValues, type Panel, type Submission } from '@puntari/contracts';

import { languageOf } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { renderWholeForm } from '../pages/form-page.js';
import {
  type Leaving,
  type ManagePage,
  renderConfirmPage,
  renderManagePage,
} from '../pages/manage-page.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import { cleanValue } from './body.js';
import { correctableUntil } from './correcting.js';
import { fieldValuesOf } from './field-values.js';
import { FormBody } from './form-body.js';
import { correct, findManaged, leave, type Managed } from './managing.js';
import { privatePath } from './private-link.js';
import type { RegistrationAction } from './registrations.js';
import type { SubmissionContext } from './routes.js';
import { hasLeft, isInPool } from './status.js';

const STATUS_AFTER = { withdraw: 'withdrawn', delete: 'deleted' } as const satisfies Record<
  Leaving,
  string
>;

/** Who helped is not asked again by every form; a form that asks has the field, also where nothing stands in it. */
const helperOf = ({ helper }: Submission): FieldValues =>
  helper ? { 'helper/name': helper.name } : {};

/** What the person asks for, or else the language they signed up in, which a link by itself does not tell. */
function languageOfVisit(request: FastifyRequest, { submission }: Managed): string {
  const field = request.body instanceof FormBody ? request.body.text('lang') : undefined;
  const { lang: asked } = request.query as { readonly lang?: unknown };
  const [signedUpIn] = submission?.lang.split('-') ?? [];
  const used = SPOKEN_LANGUAGES.find((spoken) => spoken === signedUpIn);
  return languageOf(request, SPOKEN_LANGUAGES, field ?? asked ?? used);
}

/** One registration, seen by whoever has its private link. */
interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly own: Managed;
  readonly panel: Panel | undefined;
  readonly path: string;
  readonly lang: string;
}

/** The pages behind private links: seeing, correcting and taking back a registration, without JavaScript. */
export class ManageRoutes {
  readonly #context: SubmissionContext;
  readonly #action: RegistrationAction;

  constructor(action: RegistrationAction, context: SubmissionContext) {
    this.#action = action;
    this.#context = context;
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

  #page(visit: Visit): ManagePage {
    const { own, panel, path, lang } = visit;
    return { own, panel, path, lang, correctableUntil: this.#correctableUntil(visit) };
  }

  #send(reply: FastifyReply, page: string): FastifyReply {
    return addPageHeaders(reply, this.#context.policy).type('text/html; charset=utf-8').send(page);
  }

  #back({ reply, path, lang }: Visit): FastifyReply {
    return reply.redirect(`${path}?lang=${encodeURIComponent(lang)}`, 303);
  }

  #show(visit: Visit): FastifyReply {
    return this.#send(visit.reply, renderManagePage(this.#page(visit)));
  }

  async #sendForm(
    { reply, path, lang }: Visit,
    record: Panel,
    { values, errors }: { values: FieldValues; errors: readonly FieldError[] },
  ): Promise<FastifyReply> {
    const { forms, formStyles } = this.#context;
    const action = `${path}?lang=${encodeURIComponent(lang)}`;
    const page = { record, action, lang, values, errors };
    return this.#send(reply, await renderWholeForm(forms, 'volunteer', page, formStyles));
  }

  #showForm(visit: Visit): Promise<FastifyReply> | FastifyReply {
    const { own, panel } = visit;
    if (!panel || !own.submission || this.#correctableUntil(visit) === undefined) {
      return this.#back(visit);
    }
    return this.#sendForm(visit, panel, { values: fieldValuesOf(own.submission), errors: [] });
  }

  async #correct(visit: Visit): Promise<FastifyReply> {
    const { request, reply, own, panel, lang } = visit;
    if (!(request.body instanceof FormBody)) throw new HttpProblem('unsupported-type');
    if (!panel || !own.submission || this.#correctableUntil(visit) === undefined) {
      const page = { ...this.#page(visit), isTooLate: true };
      return this.#send(reply.code(409), renderManagePage(page));
    }
    const { values } = request.body;
    const answers = { ...helperOf(own.submission), ...values };
    const draft = cleanValue(this.#action.fromFields(panel, answers, lang));
    const checked = this.#action.check(panel, draft);
    if ('errors' in checked) {
      return this.#sendForm({ ...visit, reply: reply.code(422) }, panel, { values, ...checked });
    }
    const { db, wrongCodes } = this.#context;
    const now = this.#context.now();
    const correction = { panel, submission: checked.submission, now };
    try {
      await wrongCodes.guard(request.ip, now, () => correct(db, this.#action, own, correction));
    } catch (error) {
      if (!(error instanceof HttpProblem) || !error.errors) throw error;
      const { errors } = error;
      return this.#sendForm({ ...visit, reply: reply.code(422) }, panel, { values, errors });
    }
    return this.#back(visit);
  }

  #ask(visit: Visit, leaving: Leaving): FastifyReply {
    const { own, reply } = visit;
    const isDone = own.status === 'deleted' || (leaving === 'withdraw' && hasLeft(own.status));
    if (isDone) return this.#back(visit);
    return this.#send(reply, renderConfirmPage(this.#page(visit), leaving));
  }

  async #leave(visit: Visit, leaving: Leaving): Promise<FastifyReply> {
    const { db, now } = this.#context;
    await leave(db, visit.own, STATUS_AFTER[leaving], now());
    return this.#back(visit);
  }
}

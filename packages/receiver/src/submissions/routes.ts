import { createHmac } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import type { Db } from '../database/database.js';
import { type AllowedOrigins, allowOrigin, answerPreflight } from '../http/cors.js';
import { keyOf } from '../http/idempotency.js';
import { languageOf, prefersHtml } from '../http/negotiate.js';
import { isOperator } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import type { WrongTries } from '../invitations/wrong-tries.js';
import { renderWholeForm } from '../pages/form-page.js';
import type { FormPage, FormRenderer } from '../pages/form-renderer.js';
import { renderProblemPage } from '../pages/problem-page.js';
import { OFFICIAL_LANGUAGES, SPOKEN_LANGUAGES } from '../pages/words.js';
import { accept } from './accepting.js';
import type { Action, Asking, TakenFiles } from './action.js';
import { cleanValue, hashBody } from './body.js';
import { FormBody } from './form-body.js';
import { textIn, withoutToken } from './sent-body.js';
import { formKey, type SentKey, type Store } from './store.js';
import { HIDDEN_FIELD } from './suspicions.js';
import { createToken } from './token.js';

export interface SubmissionContext {
  readonly db: Db;
  readonly store: Store;
  readonly secret: string;
  readonly forms: FormRenderer;
  readonly origins: AllowedOrigins;
  /** Who has it may say what only an officer knows. */
  readonly operatorToken: string | undefined;
  /** The size limit of a body, in bytes; told to the form beforehand. */
  readonly bodyLimit: number;
  readonly policy: string;
  /** Address of the stylesheet of a form. */
  readonly formStyles: string;
  readonly limitPosts: RouteShorthandOptions['config'];
  readonly wrongCodes: WrongTries;
  now(): Date;
}

const ALLOWED_METHODS = 'GET, HEAD, POST, OPTIONS';
const REFUSED_METHODS = ['PUT', 'PATCH', 'DELETE'];

/** The routes of one action: `GET` tells where it stands, `POST` takes a submission, `OPTIONS` answers browsers. */
export class ActionRoutes<R extends Asking, S extends { readonly lang: string }> {
  readonly #action: Action<R, S>;
  readonly #context: SubmissionContext;

  constructor(action: Action<R, S>, context: SubmissionContext) {
    this.#action = action;
    this.#context = context;
  }

  /** Who asks for several gets the first that the form itself has words in. */
  get #languages(): readonly string[] {
    return this.#action.form === 'volunteer' ? SPOKEN_LANGUAGES : OFFICIAL_LANGUAGES;
  }

  register(app: FastifyInstance): void {
    const { path, common } = this.#action;
    this.#serve(app, path);
    if (common) this.#serve(app, common.path);
  }

  #serve(app: FastifyInstance, path: string): void {
    const { origins, limitPosts } = this.#context;
    const open = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      allowOrigin(request, reply, origins);
      reply.header('Cache-Control', 'no-store');
      done();
    };
    // Known before the body is read: who to turn to stands on every page that says no.
    const withContact = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
      const record = this.#isNamedByBody(request) ? this.#find(request) : this.#record(request);
      request.contact = record ? this.#action.contact(record) : null;
      done();
    };
    const onRequest = [open, withContact];
    app.options(path, { onRequest: open }, (_request, reply) => answerPreflight(reply));
    app.get(path, { onRequest }, (request, reply) => this.#get(request, reply));
    app.post(
      path,
      { onRequest, preHandler: withContact, ...(limitPosts ? { config: limitPosts } : {}) },
      (request, reply) =>
        request.body instanceof FormBody
          ? this.#postForm(request, reply, request.body)
          : this.#postJson(request, reply),
    );
    const refuse = (_request: FastifyRequest, reply: FastifyReply): never => {
      reply.header('Allow', ALLOWED_METHODS);
      throw new HttpProblem('method-not-allowed');
    };
    // At the beginning, whatever the type of the body.
    const refused = { method: REFUSED_METHODS, url: path, handler: refuse };
    app.route({ ...refused, onRequest: [...onRequest, refuse] });
  }

  /** The address of one record's action, without the query: the same whatever language its page is in. */
  #target(record: R): string {
    return this.#action.path.replace(':id', record.id);
  }

  #isNamedByBody(request: FastifyRequest): boolean {
    return (request.params as { id?: string }).id === undefined;
  }

  /** The record that the address names, or the body, or that is the only one. */
  #find(request: FastifyRequest): R | undefined {
    const { records, common } = this.#action;
    const { id = textIn(request.body, common?.member) } = request.params as { id?: string };
    if (id !== undefined) return records.get(id);
    return records.size === 1 ? [...records.values()][0] : undefined;
  }

  #record(request: FastifyRequest): R {
    const record = this.#find(request);
    if (record) return record;
    const addresses = [...this.#action.records.values()].map((known) => this.#target(known));
    throw new HttpProblem('not-found', {
      detail:
        this.#isNamedByBody(request) && addresses.length > 0
          ? `Name one of ${addresses.join(', ')}, by its address or in the body`
          : undefined,
    });
  }

  async #get(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { secret, bodyLimit } = this.#context;
    const record = this.#record(request);
    const now = this.#context.now();
    const refusal = this.#action.refusal(record, now);
    reply.header('Vary', varyBy(reply, 'Accept', 'Accept-Language'));
    if (!prefersHtml(request.headers.accept)) {
      return reply.send({
        open: refusal === undefined,
        now: now.toISOString(),
        token: createToken(secret, this.#target(record), now),
        limits: { body: bodyLimit, ...this.#action.limits(record) },
      });
    }
    const lang = languageOf(request, this.#languages);
    if (refusal === undefined) {
      return this.#sendForm(reply, { record, lang, values: {}, errors: [] });
    }
    const contact = this.#action.contact(record);
    const page = renderProblemPage({
      code: refusal,
      about: this.#action.kind,
      lang,
      wasSent: false,
      contact,
      times: this.#action.times?.(record),
    });
    return addPageHeaders(reply, this.#context.policy).type('text/html; charset=utf-8').send(page);
  }

  async #postJson(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    if (body === undefined) throw new HttpProblem('unsupported-type');
    const key = keyOf(request);
    const cleaned = cleanValue(body);
    const { draft: said, token } = withoutToken(cleaned);
    const { operatorToken } = this.#context;
    const draft = isOperator(request, operatorToken) ? said : this.#asResident(said);
    const record = this.#record(request);
    const { receipt, pageId } = await accept(this.#action, this.#context, {
      record,
      key: { target: this.#target(record), key, bodyHash: hashBody(draft) },
      draft,
      along: { token },
      ip: request.ip,
    });
    const manage = this.#action.managePath?.(pageId);
    return reply.code(201).send(manage === undefined ? receipt : { ...receipt, manage });
  }

  async #postForm(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormBody,
  ): Promise<FastifyReply> {
    const record = this.#record(request);
    const lang = languageOf(request, this.#languages, form.text('lang'));
    if (form.isEmpty || form.text('start') !== undefined) {
      const refusal = this.#action.refusal(record, this.#context.now());
      if (refusal) throw new HttpProblem(refusal, { about: this.#action.kind });
      return this.#sendForm(reply, { record, lang, values: form.values, errors: [] });
    }
    const { values, errors } = await this.#takeFiles(request, record, form);
    const page = { record, lang, values };
    const draft = cleanValue(this.#action.fromFields(record, values, lang));
    try {
      const { pageId } = await accept(this.#action, this.#context, {
        record,
        key: this.#formSent(request, record, draft),
        draft,
        along: { token: form.text('token'), hidden: form.text(HIDDEN_FIELD), errors },
        ip: request.ip,
      });
      return await reply.redirect(`/receipts/${pageId}?lang=${encodeURIComponent(lang)}`, 303);
    } catch (error) {
      if (!(error instanceof HttpProblem) || !error.errors) throw error;
      return this.#sendForm(reply.code(422), { ...page, errors: error.errors });
    }
  }

  /** Without what only officers may say. It is dropped, not refused: whoever put it there, the answers are a resident's. */
  #asResident(draft: unknown): unknown {
    const { ofOfficers = [] } = this.#action;
    if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return draft;
    return Object.fromEntries(Object.entries(draft).filter(([name]) => !ofOfficers.includes(name)));
  }

  /** The same from the same address soon after is a second press. */
  #formKey(request: FastifyRequest, text: string): string {
    const from = createHmac('sha256', this.#context.secret).update(`${request.ip}\n${text}`);
    return formKey(from.digest('base64url'));
  }

  /** A page without JavaScript has no key. */
  #formSent(request: FastifyRequest, record: R, draft: unknown): SentKey {
    const target = this.#target(record);
    const bodyHash = hashBody(draft);
    return { target, key: this.#formKey(request, bodyHash), bodyHash };
  }

  async #takeFiles(request: FastifyRequest, record: R, form: FormBody): Promise<TakenFiles> {
    const { db, now } = this.#context;
    const keyOf = (text: string): string => this.#formKey(request, text);
    const taken = this.#action.takeFiles?.(db, record, { form, keyOf, ip: request.ip, now: now() });
    return taken ?? { values: form.values, errors: [] };
  }

  async #sendForm(reply: FastifyReply, page: Omit<FormPage<R>, 'action'>): Promise<FastifyReply> {
    const action = `${this.#target(page.record)}?lang=${encodeURIComponent(page.lang)}`;
    const { forms, policy, secret } = this.#context;
    const { form } = this.#action;
    const before = page.values['token'];
    // A form that comes back has been open since it was first given out.
    const token =
      typeof before === 'string'
        ? before
        : createToken(secret, this.#target(page.record), this.#context.now());
    const whole = { ...page, action, token };
    const text = await renderWholeForm(forms, form, whole, this.#context.formStyles);
    return addPageHeaders(reply, policy).type('text/html; charset=utf-8').send(text);
  }
}

function varyBy(reply: FastifyReply, ...names: string[]): string {
  const before = reply.getHeader('Vary');
  return [...(before === undefined ? [] : [String(before)]), ...names].join(', ');
}

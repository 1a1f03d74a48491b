import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { FieldError, FieldValues } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { Desk } from '../officers/desk.js';
import { cleanValue } from '../submissions/body.js';
import { FormBody } from '../submissions/form-body.js';
import {
  type AnswerForm,
  ANSWERS_PATH,
  renderAnswerForm,
  renderItemPage,
  renderItemsPage,
  renderStatementsPage,
} from './answering-pages.js';
import { CHANGE_KINDS, type ChangeKind } from './change.js';
import type { StatementContext } from './context.js';
import { draftFrom, fieldsOf, languagesOf, valuesFrom } from './form-fields.js';
import { type ItemState, recordChange, stateOfItem, statesOf } from './record.js';
import { ANSWERING_STYLES, ANSWERING_STYLES_PATH } from './styles.js';

interface Params {
  readonly id: string;
  readonly item: string;
  readonly kind: string;
}

/** An officer at a form for one item. */
interface Visit {
  readonly officer: string;
  readonly lang: string;
  readonly state: ItemState;
  readonly kind: ChangeKind;
  readonly place: number | undefined;
}

interface Shown {
  readonly values: FieldValues;
  readonly errors?: readonly FieldError[];
  readonly trouble?: AnswerForm['trouble'];
  readonly seen?: number;
  readonly key?: string;
}

function kindOf(text: string): ChangeKind {
  const kind = CHANGE_KINDS.find((known) => known === text);
  if (!kind) throw new HttpProblem('not-found');
  return kind;
}

/** What the form is opened on: the answer, or the handling or step that is put right. Nothing for a new one. */
function openedOn({ state, kind, place }: Visit): Readonly<Record<string, unknown>> {
  const { response } = state;
  if (!response) return {};
  if (kind === 'response') {
    const { handling: _handling, progress: _progress, ...answer } = response;
    return { response: answer };
  }
  const entry = place === undefined ? undefined : response[kind][place];
  return entry === undefined ? {} : { [kind]: entry };
}

/**
 * Where the handling or step that is put right stands, after others were added or taken away; nowhere when it was taken
 * away itself: then what was written is another one.
 */
function placeNow({ state, kind, place }: Visit, seen: number): number | undefined {
  return state.entries
    .filter(({ version }) => version > seen)
    .reduce<number | undefined>((at, { change }) => {
      if (at === undefined || change.kind === 'response' || change.kind !== kind) return at;
      const entry = change.kind === 'handling' ? change.handling : change.progress;
      if (entry !== null || change.place === undefined || change.place > at) return at;
      return change.place === at ? undefined : at - 1;
    }, place);
}

const sendStyles = (reply: FastifyReply): FastifyReply =>
  reply
    .header('Cache-Control', 'max-age=3600')
    .header('X-Content-Type-Options', 'nosniff')
    .type('text/css; charset=utf-8')
    .send(ANSWERING_STYLES);

/** The pages for officers. The browser asks for name and token; the name goes with each entry. */
export class OfficerPages {
  readonly #context: StatementContext;
  readonly #desk: Desk;

  constructor(context: StatementContext) {
    this.#context = context;
    this.#desk = new Desk(context);
  }

  register(app: FastifyInstance): void {
    const { options } = this.#desk;
    app.get(ANSWERING_STYLES_PATH, (_request, reply) => sendStyles(reply));
    app.get(ANSWERS_PATH, options, (request, reply) => {
      const statements = [...this.#context.content.statements.values()];
      return this.#desk.send(reply, renderStatementsPage(statements, this.#desk.langOf(request)));
    });
    app.get(`${ANSWERS_PATH}/:id`, options, async (request, reply) => {
      const { db, content } = this.#context;
      const { id } = request.params as Params;
      const { statement, states } = await statesOf(db, content, id);
      return this.#desk.send(reply, renderItemsPage(statement, states, this.#desk.langOf(request)));
    });
    app.get(`${ANSWERS_PATH}/:id/:item`, options, async (request, reply) => {
      const state = await this.#stateOf(request);
      const { recorded } = request.query as { recorded?: unknown };
      return this.#desk.send(
        reply,
        renderItemPage({
          state,
          lang: this.#desk.langOf(request),
          recorded: recorded === 'now' || recorded === 'before' ? recorded : undefined,
        }),
      );
    });
    const form = `${ANSWERS_PATH}/:id/:item/:kind`;
    app.get(form, options, async (request, reply) => {
      const visit = await this.#visit(request);
      const fields = fieldsOf(visit.kind, visit.place);
      return this.#desk.send(
        reply,
        this.#form(visit, { values: valuesFrom(fields, openedOn(visit)) }),
      );
    });
    app.post(form, options, (request, reply) => this.#record(request, reply));
  }

  #stateOf(request: FastifyRequest): Promise<ItemState> {
    const { id, item } = request.params as Params;
    return stateOfItem(this.#context.db, this.#context.content, id, item);
  }

  async #visit(request: FastifyRequest): Promise<Visit> {
    const kind = kindOf((request.params as Params).kind);
    const { place } = request.query as { place?: unknown };
    return {
      kind,
      officer: this.#desk.officerOf(request),
      lang: this.#desk.langOf(request),
      state: await this.#stateOf(request),
      place:
        kind !== 'response' && typeof place === 'string' && /^\d{1,4}$/.test(place)
          ? Number(place)
          : undefined,
    };
  }

  /** What the token of a form is good for: this officer, this item. */
  #target({ officer, state, kind }: Visit): readonly string[] {
    return ['answer', officer, state.statement.id, state.item.id, kind];
  }

  #form(visit: Visit, shown: Shown): string {
    const { statement, item, response } = visit.state;
    return renderAnswerForm({
      errors: [],
      trouble: undefined,
      key: randomUUID(),
      ...visit,
      ...shown,
      languages: languagesOf(statement, item, response),
      token: this.#desk.tokenFor(this.#target(visit)),
    });
  }

  async #record(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    if (!(body instanceof FormBody)) throw new HttpProblem('unsupported-type');
    const visit = await this.#visit(request);
    const { values } = body;
    const version = Number(body.text('version') ?? '');
    if (this.#desk.isExpired(this.#target(visit), body)) {
      const isOld = version !== visit.state.version;
      const again = isOld
        ? this.#conflict(visit, values, version)
        : this.#form(visit, { values, trouble: 'expired' });
      return this.#desk.send(reply.code(403), again);
    }
    const { db, content, now } = this.#context;
    const { id, item } = request.params as Params;
    const { officer: recordedBy, kind, place } = visit;
    const draft = draftFrom({ kind, place, values, before: openedOn(visit), recordedBy });
    const key = body.text('key') ?? '';
    try {
      const { isRepeat } = await recordChange(db, content, {
        ...{ statementId: id, itemId: item, now: now() },
        draft: cleanValue(draft),
        version,
        key: key === '' ? randomUUID() : key,
      });
      const query = new URLSearchParams({
        recorded: isRepeat ? 'before' : 'now',
        lang: visit.lang,
      });
      const path = [ANSWERS_PATH, id, item].join('/');
      return await reply.redirect(`${path}?${query.toString()}`, 303);
    } catch (error) {
      return this.#showAgain(error, reply, { visit, values, version, key });
    }
  }

  /** The same form with what was written, and what keeps it from being recorded. */
  async #showAgain(
    error: unknown,
    reply: FastifyReply,
    {
      visit,
      values,
      version,
      key,
    }: { visit: Visit; values: FieldValues; version: number; key: string },
  ): Promise<FastifyReply> {
    if (!(error instanceof HttpProblem)) throw error;
    if (error.code === 'invalid') {
      const shown = { values, errors: error.errors ?? [], trouble: 'errors' as const, key };
      return this.#desk.send(reply.code(422), this.#form(visit, shown));
    }
    if (error.code !== 'version-changed' && error.code !== 'key-used') throw error;
    const { db, content } = this.#context;
    const { statement, item } = visit.state;
    const state = await stateOfItem(db, content, statement.id, item.id);
    return this.#desk.send(reply.code(412), this.#conflict({ ...visit, state }, values, version));
  }

  /** The form with what was written, beside what was recorded since it was opened. */
  #conflict(visit: Visit, values: FieldValues, seen: number): string {
    const place = placeNow(visit, seen);
    return this.#form({ ...visit, place }, { values, trouble: 'conflict', seen });
  }
}

export const officerPages = (app: FastifyInstance, context: StatementContext): void => {
  new OfficerPages(context).register(app);
};

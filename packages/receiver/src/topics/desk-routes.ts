/** The pages of officers for topics: opening forms, and recording what is sent with them. */
import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type FieldError, type FieldValues, pickText } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { Desk } from '../officers/desk.js';
import { FormBody } from '../submissions/form-body.js';
import { valuesFrom } from '../statements/form-fields.js';
import type { TopicContext } from './context.js';
import { actOnProposal, actOnTopic } from './desk-acts.js';
import { type DeskForm, renderDeskForm } from './desk-form-page.js';
import {
  type Act,
  fieldsOf,
  languagesOf,
  openedOn,
  PROPOSAL_ACTS,
  type ProposalAct,
  TOPIC_ACTS,
  type TopicAct,
} from './desk-forms.js';
import { renderDeskPage, renderTopicPage } from './desk-pages.js';
import { DESK_PATH, pathOf, PROPOSALS } from './desk-parts.js';
import { renderProposalPage } from './desk-proposal-page.js';
import { findProposal, type ListedProposal, proposalsOf } from './proposal-store.js';
import { contactsOf } from './proposers.js';
import { publishedTopic, publishedTopics } from './published.js';
import { ownPlaceOf, proposedFields, stateOfTopic, type TopicState } from './record.js';

interface Params {
  readonly id: string;
  readonly reference: string;
  readonly act: string;
}

/** An officer at a form. */
interface Visit {
  readonly act: Act;
  readonly officer: string;
  readonly lang: string;
  readonly back: DeskForm['back'];
  /** Of the topic that is changed, or that a proposal is merged into. */
  readonly state?: TopicState | undefined;
  readonly proposal?: ListedProposal;
  /** What the form is opened on. */
  readonly before: Readonly<Record<string, unknown>>;
}

interface Shown {
  readonly values: FieldValues;
  readonly errors?: readonly FieldError[];
  readonly trouble?: DeskForm['trouble'];
  readonly seen?: number;
  readonly key?: string;
}

const isRecorded = (request: FastifyRequest): boolean =>
  (request.query as { recorded?: unknown }).recorded === 'now';

/** That of the form, so that a second press records nothing twice. */
function keyIn(body: FormBody): string {
  const key = body.text('key') ?? '';
  return key === '' ? randomUUID() : key;
}

class TopicDesk {
  readonly #context: TopicContext;
  readonly #desk: Desk;

  constructor(context: TopicContext) {
    this.#context = context;
    this.#desk = new Desk(context);
  }

  register(app: FastifyInstance): void {
    const { options } = this.#desk;
    app.get(DESK_PATH, options, (request, reply) => this.#showAll(request, reply));
    app.get(`${DESK_PATH}/proposals/:reference`, options, (request, reply) =>
      this.#showProposal(request, reply),
    );
    app.get(`${DESK_PATH}/:id`, options, (request, reply) => this.#showTopic(request, reply));
    for (const path of [`${DESK_PATH}/proposals/:reference/:act`, `${DESK_PATH}/:id/:act`]) {
      app.get(path, options, async (request, reply) => {
        const visit = await this.#visit(request);
        const fields = await this.#fields(visit.act);
        const values = valuesFrom(fields, visit.before);
        return this.#desk.send(reply, await this.#form(visit, { values }));
      });
      app.post(path, options, (request, reply) => this.#post(request, reply));
    }
  }

  async #showAll(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { db, content } = this.#context;
    const calls = await Promise.all(
      [...content.calls.values()].map(async (call) => ({
        call,
        proposals: await proposalsOf(db, call.id),
      })),
    );
    const topics = await publishedTopics(db, content);
    const page = renderDeskPage({ calls, topics, lang: this.#desk.langOf(request) });
    return this.#desk.send(reply, page);
  }

  async #proposal(request: FastifyRequest): Promise<ListedProposal> {
    const { db } = this.#context;
    const { reference, callId } = await findProposal(db, (request.params as Params).reference);
    const found = (await proposalsOf(db, callId)).find((one) => one.reference === reference);
    if (!found) throw new HttpProblem('not-found');
    return found;
  }

  async #showProposal(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { db, content } = this.#context;
    const proposal = await this.#proposal(request);
    const contacts = await contactsOf(db, proposal.callId);
    const page = renderProposalPage({
      proposal,
      contact: contacts.find(({ reference }) => reference === proposal.reference)?.contact,
      call: content.calls.get(proposal.callId),
      lang: this.#desk.langOf(request),
      isRecorded: isRecorded(request),
    });
    return this.#desk.send(reply, page);
  }

  async #showTopic(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { db, content } = this.#context;
    const { id } = request.params as Params;
    const topic = await publishedTopic(db, content, id);
    if (!topic) throw new HttpProblem('not-found');
    const state = await stateOfTopic(db, content, id);
    const lang = this.#desk.langOf(request);
    const page = renderTopicPage({ state, topic, lang, isRecorded: isRecorded(request) });
    return this.#desk.send(reply, page);
  }

  async #fields(act: Act): Promise<DeskForm['fields']> {
    const { db, content } = this.#context;
    return fieldsOf(act, act === 'merge' ? await publishedTopics(db, content) : []);
  }

  #visit(request: FastifyRequest): Promise<Visit> {
    const { reference } = request.params as Partial<Params>;
    return reference === undefined ? this.#topicVisit(request) : this.#proposalVisit(request);
  }

  async #topicVisit(request: FastifyRequest): Promise<Visit> {
    const { id, act: name } = request.params as Params;
    const act = TOPIC_ACTS.find((known) => known === name);
    const state = await stateOfTopic(this.#context.db, this.#context.content, id);
    if (!act || !state.topic) throw new HttpProblem('not-found');
    const lang = this.#desk.langOf(request);
    const back = { path: pathOf(id), isTopic: true, name: pickText(state.topic.title, lang).text };
    const before = openedOn(act, state.topic);
    return { act, officer: this.#desk.officerOf(request), lang, back, state, before };
  }

  async #proposalVisit(request: FastifyRequest): Promise<Visit> {
    const { db, content } = this.#context;
    const { act: name } = request.params as Params;
    const act = PROPOSAL_ACTS.find((known) => known === name);
    const proposal = await this.#proposal(request);
    if (!act) throw new HttpProblem('not-found');
    const { reference, submission, callId } = proposal;
    const call = content.calls.get(callId);
    const found = await findProposal(db, reference);
    const place = found.words === null ? undefined : ownPlaceOf(found.words);
    const proposed = { topic: proposedFields(found, call), place };
    return {
      act,
      officer: this.#desk.officerOf(request),
      lang: this.#desk.langOf(request),
      back: {
        path: pathOf(PROPOSALS, reference),
        isTopic: false,
        name: submission?.title ?? reference,
      },
      proposal,
      before: act === 'accept' ? proposed : {},
    };
  }

  /** What the token of a form is good for: this officer, this act on this thing. */
  #target({ officer, back, act }: Visit): readonly string[] {
    return ['topic', officer, back.path, act];
  }

  async #form(visit: Visit, shown: Shown): Promise<string> {
    const { state, before, act, back } = visit;
    const { seen } = shown;
    return renderDeskForm({
      errors: [],
      trouble: undefined,
      key: randomUUID(),
      ...visit,
      ...shown,
      path: `${back.path}/${act}`,
      fields: await this.#fields(act),
      languages: languagesOf(before),
      version: state?.version ?? 0,
      newer:
        seen === undefined ? [] : (state?.entries ?? []).filter(({ version }) => version > seen),
      token: this.#desk.tokenFor(this.#target(visit)),
    });
  }

  async #post(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    if (!(body instanceof FormBody)) throw new HttpProblem('unsupported-type');
    const visit = await this.#visit(request);
    const { values } = body;
    if (this.#desk.isExpired(this.#target(visit), body)) {
      const form = await this.#form(visit, { values, trouble: 'expired' });
      return this.#desk.send(reply.code(403), form);
    }
    try {
      const path = await this.#act(visit, body);
      const query = new URLSearchParams({ recorded: 'now', lang: visit.lang });
      return await reply.redirect(`${path}?${query.toString()}`, 303);
    } catch (error) {
      return this.#showAgain(error, request, reply, body);
    }
  }

  #act({ act, officer, state, proposal, before }: Visit, body: FormBody): Promise<string> {
    const sent = {
      officer,
      values: body.values,
      version: Number(body.text('version') ?? ''),
      key: keyIn(body),
      now: this.#context.now(),
      before,
    };
    if (proposal) return actOnProposal(this.#context, proposal, act as ProposalAct, sent);
    if (!state) throw new HttpProblem('not-found');
    return actOnTopic(this.#context, state, act as TopicAct, sent);
  }

  /** The same form with what was written, and what keeps it from being recorded. */
  async #showAgain(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    body: FormBody,
  ): Promise<FastifyReply> {
    if (!(error instanceof HttpProblem)) throw error;
    const { values } = body;
    const visit = await this.#visit(request);
    if (error.code === 'invalid') {
      const key = keyIn(body);
      const errors = error.errors ?? [];
      const form = await this.#form(visit, { values, errors, trouble: 'errors', key });
      return this.#desk.send(reply.code(422), form);
    }
    if (error.code === 'impossible-change') {
      const form = await this.#form(visit, { values, trouble: 'impossible' });
      return this.#desk.send(reply.code(409), form);
    }
    if (error.code !== 'version-changed' && error.code !== 'key-used') throw error;
    const seen = Number(body.text('version') ?? '');
    const form = await this.#form(visit, { values, trouble: 'conflict', seen });
    return this.#desk.send(reply.code(412), form);
  }
}

export const deskRoutes = (app: FastifyInstance, context: TopicContext): void => {
  new TopicDesk(context).register(app);
};

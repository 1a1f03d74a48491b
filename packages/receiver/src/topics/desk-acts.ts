/** What is done with a form that an officer has sent. Each gives the address of the page on which it can be seen. */
import * as v from 'valibot';

import {
  cleanText,
  type FieldError,
  type FieldValues,
  id as idSchema,
  MAX_LINE,
  MAX_NOTE,
  type Topic,
} from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { type Data, textIn } from '../statements/form-fields.js';
import { cleanValue } from '../submissions/body.js';
import {
  acceptDraft,
  mergeDraft,
  type ProposalAct,
  type TopicAct,
  topicDraft,
} from './desk-forms.js';
import { pathOf, PROPOSALS } from './desk-parts.js';
import {
  byOfficer,
  canDo,
  commentOnHiding,
  hideName,
  type ListedProposal,
  settleProposal,
} from './proposal-store.js';
import { recordChange, stateOfTopic, type TopicState } from './record.js';

interface Store {
  readonly db: Db;
  readonly content: Content;
}

/** A form as it came. */
export interface Sent {
  readonly officer: string;
  readonly values: FieldValues;
  readonly version: number;
  readonly key: string;
  readonly now: Date;
  /** What the form was opened on. */
  readonly before: Data;
}

const SETTLED = { decline: 'declined', withdraw: 'withdrawn', delete: 'deleted' } as const;

/** As it stood on the page: a second press then says the same as the first, and is known for it. */
function topicSeen({ topic, entries }: TopicState, version: number): Topic | undefined {
  const seen = version === 0 ? entries[0]?.before : entries[version - 1]?.after;
  return seen ?? topic;
}

/** @throws HttpProblem - `not-found` where there is no such topic. */
export async function actOnTopic(
  { db, content }: Store,
  state: TopicState,
  act: TopicAct,
  { officer: recordedBy, values, ...sent }: Sent,
): Promise<string> {
  const topic = topicSeen(state, sent.version);
  if (!topic) throw new HttpProblem('not-found');
  const draft = cleanValue(topicDraft(act, values, { topic, recordedBy }));
  await recordChange(db, content, { topicId: topic.id, draft, ...sent });
  return pathOf(topic.id);
}

/** Makes a topic of a proposal, or merges it into one. */
async function takeUp(
  { db, content }: Store,
  proposal: string,
  act: 'accept' | 'merge',
  { officer: recordedBy, values, key, now, before }: Sent,
): Promise<string> {
  const about = { proposal, recordedBy, before };
  const { id, draft } = (act === 'accept' ? acceptDraft : mergeDraft)(values, about);
  if (!v.is(idSchema, id)) {
    throw new HttpProblem('invalid', { errors: [{ pointer: '/id', code: 'format' }] });
  }
  const version = act === 'accept' ? 0 : (await stateOfTopic(db, content, id)).version;
  await recordChange(db, content, { topicId: id, draft: cleanValue(draft), version, key, now });
  return pathOf(id);
}

interface Settling {
  readonly by: string;
  readonly comment: string | undefined;
}

/** Whether the same officer has done just that: it was pressed twice. */
function isDone(
  { status, history }: ListedProposal,
  act: 'decline' | 'withdraw' | 'delete' | 'hide-name',
  { by, comment }: Settling,
): boolean {
  const last = history.at(-1);
  const [to, said] =
    act === 'hide-name' ? [status, commentOnHiding(comment)] : [SETTLED[act], comment];
  return last?.to === to && last.by === byOfficer(by) && last.comment === said;
}

/** As over HTTP. The comment on a proposal that is declined is read by whoever proposed. */
function settlingErrors(act: ProposalAct, { by, comment = '' }: Settling): FieldError[] {
  const errors: FieldError[] = [];
  if (by.length > MAX_LINE) errors.push({ pointer: '/recordedBy', code: 'tooLong' });
  if (act === 'decline' && comment === '') errors.push({ pointer: '/comment', code: 'missing' });
  if (comment.length > MAX_NOTE) errors.push({ pointer: '/comment', code: 'tooLong' });
  return errors;
}

/** @throws HttpProblem - `invalid`; `impossible-change` when somebody has dealt with it already. */
export async function actOnProposal(
  store: Store,
  proposal: ListedProposal,
  act: ProposalAct,
  sent: Sent,
): Promise<string> {
  const { reference } = proposal;
  if (act === 'accept' || act === 'merge') return takeUp(store, reference, act, sent);
  const { values, now } = sent;
  const by = cleanText(sent.officer);
  const comment = cleanText(textIn(values, 'comment') ?? '') || undefined;
  if (isDone(proposal, act, { by, comment })) return pathOf(PROPOSALS, reference);
  if (!canDo(proposal, act)) throw new HttpProblem('impossible-change');
  const errors = settlingErrors(act, { by, comment });
  if (errors.length > 0) throw new HttpProblem('invalid', { errors });
  const about = { reference, by, comment, now };
  if (act === 'hide-name') await hideName(store.db, about);
  else await settleProposal(store.db, { ...about, status: SETTLED[act] });
  return pathOf(PROPOSALS, reference);
}

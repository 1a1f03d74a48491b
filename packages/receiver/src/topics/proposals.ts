/** Proposing a topic: the same contract as signing up and giving feedback. */
import {
  checkProposal,
  DEFAULT_TIME_ZONE,
  type Draft,
  MAX_LINE,
  proposalFromFields,
  proposalLimits,
  type ProposalStatus,
  type Receipt,
  type TopicCall,
  topicProposal,
  type TopicProposal,
} from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { inEveryLanguage } from '../pages/words.js';
import { type Action, checkDraft, type Entry } from '../submissions/action.js';
import { hashOfId, privateId, privateProposalPath } from '../submissions/private-link.js';
import { arrivalOf, newRow, nextRow, replacementOf } from '../submissions/rows.js';
import { commentOf } from '../submissions/suspicions.js';
import { addWorkingDays } from '../submissions/working-days.js';

export const PROPOSED = 'proposed' satisfies ProposalStatus;

/** The words of a proposal, as they are stored: of who proposed only what kind they are. */
export type StoredWords = Omit<TopicProposal, 'proposer'> & {
  readonly proposer: Pick<TopicProposal['proposer'], 'kind'>;
};
export type ProposerContact = Omit<TopicProposal['proposer'], 'kind'>;

function apart({ proposer, ...words }: TopicProposal): {
  readonly words: StoredWords;
  readonly contact: ProposerContact;
} {
  const { kind, ...contact } = proposer;
  return { words: { ...words, proposer: { kind } }, contact };
}

function receipt(call: TopicCall, { reference, at }: Entry<TopicProposal>): Receipt {
  const { readBy, contact, answerWithinDays, answersAt, privacy } = call;
  const timeZone = call.timeZone ?? DEFAULT_TIME_ZONE;
  return {
    reference,
    receivedAt: at,
    readBy: readBy ?? contact.name ?? contact.role ?? privacy.controller,
    ...(answerWithinDays === undefined
      ? {}
      : { answerBy: addWorkingDays(new Date(at), answerWithinDays, timeZone) }),
    ...(answersAt === undefined ? {} : { answerAt: answersAt }),
    withdraw: inEveryLanguage('withdraw.proposal', { reference }),
    contact,
  };
}

async function insertContact(
  db: Queryable,
  proposalId: string,
  revision: number,
  contact: ProposerContact,
): Promise<void> {
  await db
    .insertInto('topicProposalContacts')
    .values({ proposalId, revision, contact: JSON.stringify(contact) })
    .execute();
}

async function insert(
  db: Queryable,
  entry: Entry<TopicProposal>,
  manageHash: string,
): Promise<void> {
  const { words, contact } = apart(entry.submission);
  const row = newRow(entry, PROPOSED, words);
  await db
    .insertInto('topicProposals')
    .values({ ...row, callId: entry.recordId, topicId: null, manageHash })
    .execute();
  await insertContact(db, row.id, 1, contact);
  const line = arrivalOf(row, entry, { comment: commentOf(entry.suspicions) });
  await db.insertInto('topicProposalHistory').values(line).execute();
}

/** What somebody has read and acted on is not changed behind their back. */
async function replace(db: Queryable, entry: Entry<TopicProposal>): Promise<void> {
  const { words, contact } = apart(entry.submission);
  const before = await db
    .selectFrom('topicProposals')
    .select(['id', 'revision', 'status', 'submission'])
    .where('reference', '=', entry.reference)
    .executeTakeFirstOrThrow();
  if (before.status !== PROPOSED) throw new HttpProblem('closed', { about: 'proposal' });
  const line = replacementOf(before, entry, { comment: commentOf(entry.suspicions, 'replaced') });
  await db.insertInto('topicProposalHistory').values(line).execute();
  const next = nextRow(entry, before, words);
  await db.updateTable('topicProposals').set(next).where('id', '=', before.id).execute();
  await insertContact(db, before.id, next.revision, contact);
}

export type ProposalAction = Action<TopicCall, TopicProposal> &
  Required<Pick<Action<TopicCall, TopicProposal>, 'managePath'>>;

/** Proposing a topic to a call. */
export function proposalAction(
  calls: ReadonlyMap<string, TopicCall>,
  secret: string,
): ProposalAction {
  return {
    kind: 'proposal',
    form: 'proposal',
    path: '/api/topics/:id',
    common: { path: '/api/topics', member: 'callId' },
    records: calls,
    contact: (call) => call.contact,
    refusal({ opens, closes }, now) {
      if (now.getTime() < Date.parse(opens)) return 'upcoming';
      return now.getTime() < Date.parse(closes) ? undefined : 'closed';
    },
    limits: (call) => ({ line: MAX_LINE, ...proposalLimits(call) }),
    fromFields: proposalFromFields,
    check(call, draft) {
      const errors = checkProposal(call, draft as Draft<TopicProposal>);
      return checkDraft(topicProposal, draft, errors);
    },
    receipt,
    managePath: (pageId) => privateProposalPath(privateId(secret, pageId, 'proposal')),
    insert: (db, entry) => insert(db, entry, hashOfId(privateId(secret, entry.pageId, 'proposal'))),
    replace,
  };
}

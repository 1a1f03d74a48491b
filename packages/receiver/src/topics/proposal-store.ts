/** Proposals after they arrived: what an office does with them. */
import type { ProposalStatus, StoredProposal } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { normalizeReference } from '../submissions/reference.js';
import { PROPOSED, type StoredWords } from './proposals.js';

/**
 * Where a proposal can go from where it is. One that was declined can still be taken up. Who takes a proposal back that is
 * a topic already takes back their name: the matter is the public's by then.
 */
const NEXT: Readonly<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  proposed: ['checked', 'merged', 'declined', 'withdrawn', 'deleted'],
  checked: ['withdrawn', 'deleted'],
  merged: ['withdrawn', 'deleted'],
  declined: ['checked', 'merged', 'withdrawn', 'deleted'],
  withdrawn: ['deleted'],
  deleted: [],
};

const BECOMES = {
  accept: 'checked',
  merge: 'merged',
  decline: 'declined',
  withdraw: 'withdrawn',
  delete: 'deleted',
} as const satisfies Record<string, ProposalStatus>;

/** Whether something can be done with a proposal as it stands. */
export function canDo(
  { status, submission }: Pick<ListedProposal, 'status' | 'submission'>,
  act: keyof typeof BECOMES | 'hide-name',
): boolean {
  if (act === 'hide-name') return submission?.nameMayBePublished === true;
  return NEXT[status].includes(BECOMES[act]);
}

export interface Proposal {
  readonly id: string;
  readonly reference: string;
  readonly callId: string;
  readonly status: ProposalStatus;
  readonly revision: number;
  readonly topicId: string | null;
  readonly words: StoredWords | null;
}

/** @throws HttpProblem - `not-found`. */
export async function findProposal(db: Queryable, written: string): Promise<Proposal> {
  const reference = normalizeReference(written);
  const row = await db
    .selectFrom('topicProposals')
    .select(['id', 'reference', 'callId', 'status', 'revision', 'topicId', 'submission'])
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!row) {
    const detail = `There is no proposal with the reference "${reference}"`;
    throw new HttpProblem('not-found', { detail });
  }
  const { submission, ...proposal } = row;
  return {
    ...proposal,
    status: row.status as ProposalStatus,
    words: JSON.parse(submission) as StoredWords | null,
  };
}

export const BY_RESIDENT = 'resident';
export const byOfficer = (name: string): string => `officer: ${name}`;

export interface StatusChange {
  readonly status: ProposalStatus;
  /** As it stands in the history: `BY_RESIDENT`, or `byOfficer`. */
  readonly by: string;
  readonly comment?: string | undefined;
  readonly topicId?: string;
  readonly now: Date;
}

/** Who made it, and how to reach them. */
async function forgetPerson(within: Queryable, id: string): Promise<void> {
  // An officer may have written of the person in a comment.
  await within
    .updateTable('topicProposalHistory')
    .set({ comment: null })
    .where('entryId', '=', id)
    .execute();
  await within.deleteFrom('topicProposalContacts').where('proposalId', '=', id).execute();
}

/** Everything that tells of the person, and their words. That there was a proposal, and when, is kept. */
async function forget(within: Queryable, id: string): Promise<void> {
  await within
    .updateTable('topicProposals')
    .set({ submission: 'null', lang: 'und', fillSeconds: null })
    .where('id', '=', id)
    .execute();
  await within
    .updateTable('topicProposalHistory')
    .set({ submission: null })
    .where('entryId', '=', id)
    .execute();
  await forgetPerson(within, id);
}

async function addLine(
  within: Queryable,
  { id, revision, status }: Proposal,
  { status: toStatus, by, comment, now }: StatusChange,
): Promise<void> {
  await within
    .insertInto('topicProposalHistory')
    .values({
      entryId: id,
      revision,
      at: now.toISOString(),
      fromStatus: status,
      toStatus,
      by,
      comment: comment ?? null,
      submission: null,
    })
    .execute();
}

/**
 * Gives a proposal another status, in a transaction of the caller's, and writes down who did it and when.
 *
 * @throws HttpProblem - `impossible-change`, with from what to what.
 */
export async function changeStatus(
  within: Queryable,
  proposal: Proposal,
  change: StatusChange,
): Promise<void> {
  const { id, reference, status: from } = proposal;
  const { status, topicId, now } = change;
  if (!NEXT[from].includes(status)) {
    const detail = `${reference}: is "${from}" and cannot become "${status}"`;
    throw new HttpProblem('impossible-change', { detail });
  }
  if (status === 'deleted') await forget(within, id);
  if (status === 'deleted' || status === 'withdrawn') {
    // No late try brings the old one back.
    await within.deleteFrom('sentKeys').where('reference', '=', reference).execute();
  }
  await within
    .updateTable('topicProposals')
    .set({ status, updatedAt: now.toISOString(), ...(topicId === undefined ? {} : { topicId }) })
    .where('id', '=', id)
    .execute();
  await addLine(within, proposal, change);
}

export interface Act extends Omit<StatusChange, 'status' | 'topicId'> {
  readonly reference: string;
  /** The officer. */
  readonly by: string;
  readonly status: 'declined' | 'withdrawn' | 'deleted';
}

/** What is done with a proposal that becomes no topic. Done twice it is done once. */
export async function settleProposal(db: Db, { reference, by, ...change }: Act): Promise<boolean> {
  const isChanged = await db.transaction().execute(async (within) => {
    const proposal = await findProposal(within, reference);
    if (proposal.status === change.status) return false;
    await changeStatus(within, proposal, { ...change, by: byOfficer(by) });
    return true;
  });
  if (isChanged && change.status === 'deleted') await emptyLog(db);
  return isChanged;
}

/** Leaves a proposal without the consent to show the name of who made it. */
async function setUnnamed(within: Queryable, { id, words }: Proposal, now: Date): Promise<void> {
  const submission = JSON.stringify(words && { ...words, nameMayBePublished: false });
  await within
    .updateTable('topicProposals')
    .set({ submission, updatedAt: now.toISOString() })
    .where('id', '=', id)
    .execute();
}

/**
 * Takes a proposal back in the name of who made it, and lets go of who that was. Done twice it is done once.
 *
 * @returns Whether it is withdrawn. What somebody has looked at is no longer the person's alone.
 */
export function withdrawOwn(db: Db, reference: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const proposal = await findProposal(within, reference);
    if (proposal.status !== PROPOSED) return ['withdrawn', 'deleted'].includes(proposal.status);
    await forgetPerson(within, proposal.id);
    await setUnnamed(within, proposal, now);
    await changeStatus(within, proposal, { status: 'withdrawn', by: BY_RESIDENT, now });
    return true;
  });
}

/** What stands in the history of a name that is shown no more. */
export const commentOnHiding = (comment: string | undefined): string =>
  ['name hidden', comment].filter(Boolean).join('; ');

/** Takes back the consent to show the name; the proposal stays as it is. Done twice it is done once. */
export function hideName(
  db: Db,
  { reference, ...about }: Pick<Act, 'reference' | 'by' | 'comment' | 'now'>,
): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const proposal = await findProposal(within, reference);
    const { words, status } = proposal;
    if (!words?.nameMayBePublished) return false;
    await setUnnamed(within, proposal, about.now);
    const comment = commentOnHiding(about.comment);
    await addLine(within, proposal, { ...about, by: byOfficer(about.by), status, comment });
    return true;
  });
}

/** A proposal with its words, its history and its suspicions, without whom it came from. */
export type ListedProposal = Omit<StoredProposal, 'submission'> & {
  readonly submission?: StoredWords;
};

/** The proposals to a call in the order in which they came. */
export async function proposalsOf(db: Queryable, callId: string): Promise<ListedProposal[]> {
  const rows = await db
    .selectFrom('topicProposals')
    .selectAll()
    .where('callId', '=', callId)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  const lines = await db
    .selectFrom('topicProposalHistory as line')
    .innerJoin('topicProposals as own', 'own.id', 'line.entryId')
    .select(['line.entryId', 'line.at', 'line.fromStatus', 'line.toStatus'])
    .select(['line.by', 'line.comment'])
    .where('own.callId', '=', callId)
    .orderBy('line.line')
    .execute();
  return rows.map(({ id, reference, receivedAt, status, revision, topicId, submission }) => {
    const words = JSON.parse(submission) as StoredWords | null;
    const own = lines.filter(({ entryId }) => entryId === id);
    return {
      id,
      reference,
      callId,
      receivedAt,
      status: status as ProposalStatus,
      revision,
      ...(words === null ? {} : { submission: words }),
      ...(topicId === null ? {} : { topicId }),
      history: own.map(({ at, fromStatus: from, toStatus: to, by, comment }) => ({
        at,
        from,
        to,
        by,
        ...(comment === null ? {} : { comment }),
      })),
    };
  });
}

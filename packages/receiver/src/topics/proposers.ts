/** Who proposed: who is named beside a topic, and whom an office writes to. */
import type { ProposerKind } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import type { ProposerContact, StoredWords } from './proposals.js';

/** Somebody who may be named beside a topic. */
export interface Proposer {
  readonly name: string;
  readonly kind: ProposerKind;
}

/** Proposals with who made them, as each was sent last, in the order in which they came. */
const withContacts = (db: Queryable) =>
  db
    .selectFrom('topicProposals as own')
    .innerJoin('topicProposalContacts as contacts', (join) =>
      join
        .onRef('contacts.proposalId', '=', 'own.id')
        .onRef('contacts.revision', '=', 'own.revision'),
    )
    .orderBy('own.receivedAt')
    .orderBy('own.reference');

/** Whom to write to, by reference. */
export async function contactsOf(
  db: Queryable,
  callId: string,
): Promise<{ reference: string; lang: string; contact: ProposerContact }[]> {
  const rows = await withContacts(db)
    .select(['own.reference', 'own.lang', 'contacts.contact'])
    .where('own.callId', '=', callId)
    .execute();
  return rows.map((row) => ({ ...row, contact: JSON.parse(row.contact) as ProposerContact }));
}

/** Who may be named, by topic, of all or of one: those who agreed, and whose proposal still stands. Each once. */
export async function proposersByTopic(
  db: Queryable,
  topicId?: string,
): Promise<ReadonlyMap<string, readonly Proposer[]>> {
  const rows = await withContacts(db)
    .select(['own.topicId', 'own.submission', 'contacts.contact'])
    .where('own.topicId', 'is not', null)
    .$if(topicId !== undefined, (query) => query.where('own.topicId', '=', topicId ?? ''))
    .where('own.status', 'in', ['checked', 'merged'])
    .execute();
  const proposers = new Map<string, Proposer[]>();
  for (const { topicId: of, submission, contact } of rows) {
    const words = JSON.parse(submission) as StoredWords | null;
    if (of === null || !words?.nameMayBePublished) continue;
    const { name } = JSON.parse(contact) as ProposerContact;
    const known = proposers.get(of) ?? [];
    if (known.some((one) => one.name === name)) continue;
    proposers.set(of, [...known, { name, kind: words.proposer.kind }]);
  }
  return proposers;
}

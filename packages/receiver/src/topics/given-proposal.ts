/** A proposal as its writer sees it, by the private link that came with the receipt. */
import {
  type LocalizedText,
  pickText,
  type ProposalStatus,
  type Receipt,
  type Topic,
  type TopicCall,
} from '@puntari/contracts';

import type { Content } from '../content/content.js';
import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { hashOfId } from '../submissions/private-link.js';
import { normalizeReference } from '../submissions/reference.js';
import { isListed } from './agenda-page.js';
import { withdrawOwn } from './proposal-store.js';
import type { StoredWords } from './proposals.js';
import { publishedTopic } from './published.js';
import { entriesOf } from './store.js';

export interface GivenProposal {
  readonly id: string;
  readonly timeZone: string;
  readonly receipt: Receipt;
  /** Nothing once they were deleted. */
  readonly words: StoredWords | null;
  /** Whether it is still known who made it. */
  readonly hasContact: boolean;
  /** Nothing when it is no longer published. */
  readonly call: TopicCall | undefined;
  readonly told: ToldProposal;
}

/** What is told of it: where it stands, since when and why, who reads it, and what became of the topic. */
export interface ToldProposal {
  readonly reference: string;
  readonly receivedAt: string;
  readonly status: ProposalStatus;
  readonly statusAt: string;
  readonly reason?: LocalizedText | undefined;
  readonly readBy: LocalizedText;
  /** As long as nobody has looked at it. */
  readonly answerBy?: string | undefined;
  readonly answerAt?: LocalizedText | undefined;
  readonly topic?: ToldTopic | undefined;
}

export interface ToldTopic extends Pick<Topic, 'id' | 'title' | 'status'> {
  readonly statusReason?: LocalizedText | undefined;
  readonly history: NonNullable<Topic['history']>;
  /** Of a page on which everybody reads it. */
  readonly url?: LocalizedText | undefined;
}

export interface Where {
  readonly db: Db;
  readonly content: Content;
  /** Of this receiver. */
  readonly origin: string;
}

/** A link of a record, from where the record stands; nothing that leads to no page. */
function pageAt(url: string, record: string): string | undefined {
  const found = URL.canParse(url, record) ? new URL(url, record) : undefined;
  return found && /^https?:$/.test(found.protocol) ? found.href : undefined;
}

/** The page of the topic, or else its place in a list: the list of residents, or that of the elected members. */
function pageOf(topic: Topic, call: TopicCall | undefined, origin: string): ToldTopic['url'] {
  if (topic.url !== undefined) return pageAt(topic.url, `${origin}/topics/${topic.id}.json`);
  const list = call?.topicsPage;
  if (call && list !== undefined) {
    const base = `${origin}/topic-calls/${call.id}.json`;
    const languages = typeof list === 'string' ? ['fi'] : Object.keys(list);
    const pages = languages.flatMap((lang) => {
      const page = pageAt(pickText(list, lang).text, base);
      if (page === undefined) return [];
      return [[lang, page.includes('#') ? page : `${page}#topic-${topic.id}`]];
    });
    if (pages.length > 0) return Object.fromEntries(pages) as LocalizedText;
  }
  return isListed(topic) ? `${origin}/topics/${String(topic.year)}/agenda` : undefined;
}

async function topicOf(
  { db, content, origin }: Where,
  id: string | null,
  call: TopicCall | undefined,
): Promise<ToldTopic | undefined> {
  const topic = id === null ? undefined : await publishedTopic(db, content, id);
  if (!topic) return undefined;
  const { title, status, statusReason, history = [] } = topic;
  return { id: topic.id, title, status, statusReason, history, url: pageOf(topic, call, origin) };
}

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly topicId: string | null;
}

/** What the office wrote for the person: why it was declined, or merged. Its remarks are its own. */
async function reasonOf(
  db: Queryable,
  { reference, status, topicId }: Row,
  comment: string | null | undefined,
): Promise<LocalizedText | undefined> {
  if (status === 'declined') return comment ?? undefined;
  if (status !== 'merged' || topicId === null) return undefined;
  const entries = await entriesOf(db, topicId);
  const merged = entries.findLast(
    ({ change }) => change.kind === 'merge' && normalizeReference(change.proposal) === reference,
  );
  return merged?.change.kind === 'merge' ? merged.change.reason : undefined;
}

/** The line of the history with which it got the status that it has. */
const lastStep = (
  db: Queryable,
  { id, status }: Row,
): Promise<{ at: string; comment: string | null } | undefined> =>
  db
    .selectFrom('topicProposalHistory')
    .select(['at', 'comment'])
    .where('entryId', '=', id)
    .where('toStatus', '=', status)
    .whereRef('fromStatus', '!=', 'toStatus')
    .orderBy('line', 'desc')
    .executeTakeFirst();

async function hasContact(db: Queryable, proposalId: string): Promise<boolean> {
  const row = await db
    .selectFrom('topicProposalContacts')
    .select('proposalId')
    .where('proposalId', '=', proposalId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findGivenProposal(
  where: Where,
  privateId: string,
): Promise<GivenProposal | undefined> {
  const { db, content } = where;
  const row = await db
    .selectFrom('topicProposals as own')
    .innerJoin('receipts', 'receipts.reference', 'own.reference')
    .select(['own.id', 'own.reference', 'own.callId', 'own.status', 'own.topicId'])
    .select(['own.receivedAt', 'own.submission', 'receipts.receipt', 'receipts.timeZone'])
    .where('own.manageHash', '=', hashOfId(privateId))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, reference, receivedAt, timeZone } = row;
  const status = row.status as ProposalStatus;
  const { at: statusAt = receivedAt, comment } = (await lastStep(db, row)) ?? {};
  const call = content.calls.get(row.callId);
  const receipt = JSON.parse(row.receipt) as Receipt;
  const { readBy, answerBy, answerAt } = receipt;
  const isTopic = status === 'checked' || status === 'merged';
  return {
    id,
    timeZone,
    receipt,
    call,
    words: JSON.parse(row.submission) as StoredWords | null,
    hasContact: await hasContact(db, id),
    told: {
      ...{ reference, receivedAt, status, readBy, answerAt },
      statusAt,
      reason: await reasonOf(db, row, comment),
      answerBy: status === 'proposed' ? answerBy : undefined,
      topic: isTopic ? await topicOf(where, row.topicId, call) : undefined,
    },
  };
}

/**
 * Takes a proposal back for the person who made it. Done twice it is done once.
 *
 * @returns Whether it is withdrawn now; not when somebody has looked at it already.
 */
export async function takeBack(db: Db, reference: string, now: Date): Promise<boolean> {
  const isWithdrawn = await withdrawOwn(db, reference, now);
  // Who made it is not to be found in what the database keeps for a while, either.
  if (isWithdrawn) await emptyLog(db);
  return isWithdrawn;
}

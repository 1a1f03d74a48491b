/** What an operator sees of the outbox, and decides where no program can. */
import type { Db } from '../database/database.js';
import { normalizeReference } from '../submissions/reference.js';
import { type Change, type OutboxRow, type State, STATES } from './outbox.js';
import { type Open311State, stateOf } from './statuses.js';

/** One row, without a word of what was written and of who wrote it. */
export interface OutboxItem extends Open311State {
  readonly reference: string;
  readonly channelId: string;
  readonly tries: number;
  readonly nextAt: string | undefined;
  readonly sendingAt: string | undefined;
  /** What the city answered, or why there was no answer. */
  readonly error: string | undefined;
  readonly token: string | undefined;
  /** The city did not get the end of a long text. */
  readonly isCut: boolean;
  /** Its words were deleted here, and the city may have them still. */
  readonly isDeleted: boolean;
}

type Found = OutboxRow & { readonly reference: string; readonly forgottenAt: string | null };

const itemOf = (row: Found): OutboxItem => ({
  reference: row.reference,
  channelId: row.channelId,
  ...stateOf(row),
  tries: row.tries,
  nextAt: row.nextAt ?? undefined,
  sendingAt: row.sendingAt ?? undefined,
  error: row.error ?? undefined,
  token: row.token ?? undefined,
  isCut: row.isCut === 1,
  isDeleted: row.forgottenAt !== null,
});

export const isState = (text: string): text is State =>
  (STATES as readonly string[]).includes(text);

export interface OutboxFilter {
  readonly state?: State | undefined;
  readonly channelId?: string | undefined;
}

/** What is in the outbox, oldest first. */
export async function outboxItems(
  db: Db,
  { state, channelId }: OutboxFilter = {},
): Promise<OutboxItem[]> {
  let query = db
    .selectFrom('open311Requests')
    .innerJoin('feedback', 'feedback.id', 'open311Requests.feedbackId')
    .selectAll('open311Requests')
    .select(['feedback.reference', 'feedback.forgottenAt'])
    .orderBy('feedback.receivedAt')
    .orderBy('feedback.reference');
  if (state !== undefined) query = query.where('state', '=', state);
  if (channelId !== undefined) query = query.where('open311Requests.channelId', '=', channelId);
  return ((await query.execute()) as Found[]).map(itemOf);
}

export interface ChannelCounts {
  readonly channelId: string;
  readonly states: Readonly<Record<State, number>>;
}

/** How many there are of each state, by channel. */
export async function outboxCounts(db: Db, channelIds: Iterable<string>): Promise<ChannelCounts[]> {
  const rows = await db
    .selectFrom('open311Requests')
    .select(['channelId', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['channelId', 'state'])
    .execute();
  const ids = new Set([...channelIds, ...rows.map(({ channelId }) => channelId)]);
  return [...ids].sort().map((channelId) => {
    const counts = STATES.map((state) => {
      const row = rows.find((one) => one.channelId === channelId && one.state === state);
      return [state, row?.count ?? 0] as const;
    });
    return { channelId, states: Object.fromEntries(counts) as Record<State, number> };
  });
}

/** What is expected in the place of a channel of which nothing is forwarded, nor ever was; nothing where it is one. */
export function expectedChannel(
  counts: readonly ChannelCounts[],
  channelId: string | undefined,
): string | undefined {
  const ids = counts.map((one) => one.channelId);
  if (channelId === undefined || ids.includes(channelId)) return undefined;
  return ids.length > 0 ? `one of ${ids.join(', ')}` : 'none, since nothing is forwarded';
}

/** States in which a person may decide that it is sent, again. */
const MAY_SEND: readonly State[] = ['waiting', 'unknown', 'uncertain', 'given-up'];
/** States in which a person may have found it at the city. */
const MAY_BE_THERE: readonly State[] = ['unknown', 'uncertain', 'given-up'];

/** Why something cannot be decided. */
export class NotDecidable extends Error {
  override readonly name = 'NotDecidable';
}

async function change(db: Db, text: string, from: readonly State[], set: Change): Promise<string> {
  const reference = normalizeReference(text);
  const row = await db
    .selectFrom('open311Requests')
    .innerJoin('feedback', 'feedback.id', 'open311Requests.feedbackId')
    .select(['feedbackId', 'state'])
    .where('feedback.reference', '=', reference)
    .executeTakeFirst();
  if (!row) throw new NotDecidable(`${reference}: no feedback with this reference is forwarded`);
  const { numUpdatedRows } = await db
    .updateTable('open311Requests')
    .set(set)
    .where('feedbackId', '=', row.feedbackId)
    .where('state', 'in', from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new NotDecidable(`${reference}: expected ${from.join(', ')}, received "${row.state}"`);
  }
  return reference;
}

/** A new beginning: what was tried counts no more. */
const anew = (now: Date): Change => ({
  state: 'waiting',
  nextAt: now.toISOString(),
  firstAt: null,
  tries: 0,
});

/**
 * Sends it now, also where it may be at the city already.
 *
 * @throws NotDecidable - When it is there, or on its way.
 */
export function sendAgain(db: Db, reference: string, now: Date): Promise<string> {
  return change(db, reference, MAY_SEND, anew(now));
}

/** Sends whatever was given up. What may be at the city is not touched. */
export async function sendGivenUp(db: Db, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('open311Requests')
    .set(anew(now))
    .where('state', '=', 'given-up')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Somebody has found it at the city.
 *
 * @param requestId - Under which; without it nothing can be read back.
 * @throws NotDecidable
 */
export function markSent(
  db: Db,
  reference: string,
  { requestId, now }: { readonly requestId: string | undefined; readonly now: Date },
): Promise<string> {
  const at = now.toISOString();
  return change(db, reference, MAY_BE_THERE, {
    state: 'sent',
    sentAt: at,
    nextAt: null,
    error: null,
    requestId: requestId ?? null,
    checkAt: requestId === undefined ? null : at,
  });
}

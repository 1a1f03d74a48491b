/** What goes to cities, and how far it has come. Written by the receiver, and by commands while it runs. */
import { randomUUID } from 'node:crypto';

import { type Selectable, sql } from 'kysely';

import type { FeedbackSubmission } from '@puntari/contracts';

import type { Db, Queryable } from '../database/database.js';
import type { Open311RequestTable } from '../database/schema.js';
import type { WhenStored } from '../submissions/feedback.js';
import { type Outgoing, serviceOf } from './fields.js';
import type { CitySettings, Open311Settings } from './settings.js';

/**
 * `waiting` to be sent; `sending`; `unknown`: sent, and no answer was seen; `uncertain`: only a person can find out;
 * `sent`: the city has it; `given-up`: tried for days.
 */
export const STATES = ['waiting', 'sending', 'unknown', 'uncertain', 'sent', 'given-up'] as const;
export type State = (typeof STATES)[number];

export type OutboxRow = Omit<Selectable<Open311RequestTable>, 'state'> & { readonly state: State };

/**
 * Puts feedback that is stored into the outbox, or what replaces it in its place. Nothing is called back: what a city has
 * already stays there as it was sent, and the newer revision tells that there is another.
 */
export function queueFor(settings: Open311Settings): WhenStored {
  return async (db, { recordId, reference, at, submission }) => {
    const city = settings.get(recordId);
    if (!city) return;
    const { id: feedbackId, revision } = await db
      .selectFrom('feedback')
      .select(['id', 'revision'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    if (serviceOf(city, submission) === undefined) {
      await db
        .deleteFrom('open311Requests')
        .where('feedbackId', '=', feedbackId)
        .where('state', 'in', ['waiting', 'given-up'])
        .execute();
    } else {
      await db
        .insertInto('open311Requests')
        .values({ feedbackId, channelId: recordId, state: 'waiting', revision, nextAt: at })
        .onConflict((conflict) => conflict.column('feedbackId').doUpdateSet({ revision }))
        .execute();
    }
  };
}

/** The next thing to be done for a channel. */
export async function nextDue(
  db: Db,
  channelId: string,
  now: Date,
): Promise<OutboxRow | undefined> {
  const row = await db
    .selectFrom('open311Requests')
    .selectAll()
    .where('channelId', '=', channelId)
    .where('state', 'in', ['waiting', 'sending', 'unknown', 'uncertain'])
    .where('nextAt', '<=', now.toISOString())
    .orderBy('nextAt')
    .orderBy('feedbackId')
    .limit(1)
    .executeTakeFirst();
  return row as OutboxRow | undefined;
}

async function contactOf(
  db: Queryable,
  feedbackId: string,
  revision: number,
): Promise<FeedbackSubmission['contact']> {
  const row = await db
    .selectFrom('feedbackContacts')
    .select('contact')
    .where('feedbackId', '=', feedbackId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row && (JSON.parse(row.contact) as FeedbackSubmission['contact']);
}

/** What was taken out of the outbox to be sent. */
export interface Claimed {
  /** Names this try: what comes of it is written only where nothing else was since. */
  readonly claim: string;
  readonly serviceCode: string;
  readonly outgoing: Omit<Outgoing, 'mediaUrls'>;
}

/**
 * Marks a row as being sent, before anything is. What a process that is killed leaves behind is then known to have
 * perhaps been sent.
 *
 * @returns Nothing when another process was faster, or there is nothing to send any more.
 */
export function claimRow(
  db: Db,
  { feedbackId }: OutboxRow,
  city: CitySettings,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<Claimed | undefined> {
  return db.transaction().execute(async (within) => {
    const feedback = await within
      .selectFrom('feedback')
      .innerJoin('open311Requests', 'open311Requests.feedbackId', 'feedback.id')
      .select(['feedback.reference', 'feedback.receivedAt', 'feedback.submission'])
      .select(['feedback.revision', 'feedback.forgottenAt', 'open311Requests.firstAt'])
      .where('feedback.id', '=', feedbackId)
      .where('open311Requests.state', '=', 'waiting')
      .executeTakeFirst();
    if (!feedback) return undefined;
    const submission = JSON.parse(feedback.submission) as FeedbackSubmission;
    const serviceCode = serviceOf(city, submission);
    // Of what was deleted here there is nothing left to send but that it came.
    if (feedback.forgottenAt !== null || serviceCode === undefined) {
      await within.deleteFrom('open311Requests').where('feedbackId', '=', feedbackId).execute();
      return undefined;
    }
    const { reference, receivedAt, revision, firstAt } = feedback;
    const claim = randomUUID();
    const at = now.toISOString();
    await within
      .updateTable('open311Requests')
      .set({ state: 'sending', claim, serviceCode, sendingAt: at, nextAt: until.toISOString() })
      .set({ firstAt: firstAt ?? at, revision, sentRevision: revision })
      .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
      .where('feedbackId', '=', feedbackId)
      .execute();
    const contact = await contactOf(within, feedbackId, revision);
    return { claim, serviceCode, outgoing: { reference, receivedAt, submission, contact } };
  });
}

export type Change = Partial<Omit<OutboxRow, 'feedbackId' | 'channelId'>>;

/**
 * A value that is kept of feedback only as long as its words are: what a city answers can quote them, and of what was
 * deleted here it is asked nothing more.
 */
const unlessForgotten = <T extends string>(feedbackId: string, value: T) =>
  sql<T | null>`CASE
    WHEN EXISTS (SELECT 1 FROM feedback WHERE id = ${feedbackId} AND forgotten_at IS NOT NULL) THEN NULL
    ELSE ${value}
  END`;

/**
 * Writes down what came of a try. It may have been deleted here since the try began.
 *
 * @param from - The states that it may come from.
 * @returns Whether it was written; not when something else was meanwhile.
 */
export async function settle(
  db: Queryable,
  { feedbackId, claim }: Pick<OutboxRow, 'feedbackId' | 'claim'>,
  from: readonly State[],
  change: Change,
): Promise<boolean> {
  const { error, checkAt } = change;
  const { numUpdatedRows } = await db
    .updateTable('open311Requests')
    .set({
      ...change,
      ...(error ? { error: unlessForgotten(feedbackId, error) } : {}),
      ...(checkAt ? { checkAt: unlessForgotten(feedbackId, checkAt) } : {}),
    })
    .where('feedbackId', '=', feedbackId)
    .where('claim', 'is', claim)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

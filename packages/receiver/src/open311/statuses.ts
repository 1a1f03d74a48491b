/** What a city says of the requests that it has, and what that does to the feedback here. */
import type { FeedbackStatus } from '@puntari/contracts';

import type { Db, Queryable } from '../database/database.js';
import type { CityStatus } from './answers.js';
import { type CityClient, NoAnswer } from './client.js';
import { type OutboxRow, settle, type State } from './outbox.js';
import type { CitySettings } from './settings.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** GeoReport gives requests of the last 90 days. */
const KNOWN_MS = 90 * DAY_MS;
/** How many are asked for at once: their ids stand in one address. */
const TOGETHER = 50;

/** Statuses that closing at the city changes. Who has an answer from here keeps it. */
const BEFORE_CLOSED: readonly FeedbackStatus[] = ['received', 'moderated', 'in-progress'];
/** Who made a change, as the history of the feedback has it. */
const CITY = 'open311';

async function dueRows(db: Db, channelId: string, now: Date): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('open311Requests')
    .innerJoin('feedback', 'feedback.id', 'open311Requests.feedbackId')
    .selectAll('open311Requests')
    .where('open311Requests.channelId', '=', channelId)
    .where('open311Requests.state', '=', 'sent')
    .where('feedback.forgottenAt', 'is', null)
    .where('checkAt', '<=', now.toISOString())
    .orderBy('checkAt')
    .limit(TOGETHER)
    .execute();
  return rows as OutboxRow[];
}

/** When the city is asked again: an open one often, a closed one daily, since it can be opened again. */
function nextCheck(
  row: OutboxRow,
  city: CitySettings,
  now: Date,
  isClosed: boolean,
): string | null {
  const age = now.getTime() - Date.parse(row.sentAt ?? '');
  if (!(age < KNOWN_MS)) return null;
  const usual = city.statusMinutes * MINUTE_MS;
  const young = Math.max(age / 2, city.retrySeconds * SECOND_MS);
  const hasId = row.requestId !== null;
  const wait = isClosed ? Math.max(usual, DAY_MS) : hasId ? usual : Math.min(usual, young);
  return new Date(now.getTime() + wait).toISOString();
}

/** The feedback is closed here when the city closes it. That it is open there says nothing that is not known. */
async function close(db: Queryable, id: string, comment: string | null, now: Date): Promise<void> {
  const feedback = await db
    .selectFrom('feedback')
    .select(['status', 'revision'])
    .where('id', '=', id)
    .where('status', 'in', BEFORE_CLOSED)
    .executeTakeFirst();
  if (!feedback) return;
  const at = now.toISOString();
  await db
    .updateTable('feedback')
    .set({ status: 'closed', updatedAt: at })
    .where('id', '=', id)
    .execute();
  await db
    .insertInto('feedbackHistory')
    .values({
      entryId: id,
      revision: feedback.revision,
      at,
      fromStatus: feedback.status,
      toStatus: 'closed',
      by: CITY,
      comment,
      submission: null,
    })
    .execute();
}

async function store(
  db: Db,
  row: OutboxRow,
  told: CityStatus,
  { now, checkAt }: { readonly now: Date; readonly checkAt: string | null },
): Promise<void> {
  await db.transaction().execute(async (within) => {
    const kept = await within
      .selectFrom('feedback')
      .select('id')
      .where('id', '=', row.feedbackId)
      .where('forgottenAt', 'is', null)
      .executeTakeFirst();
    // Deleted while the city was asked: its note can quote what was written.
    if (!kept) return;
    const isStored = await settle(within, row, ['sent'], {
      requestId: told.requestId,
      cityStatus: told.status ?? row.cityStatus,
      statusNotes: told.statusNotes ?? null,
      agency: told.agency ?? null,
      expectedAt: told.expectedAt ?? null,
      cityUpdatedAt: told.updatedAt ?? null,
      checkedAt: now.toISOString(),
      checkAt,
    });
    const isNew = told.status === 'closed' && row.cityStatus !== 'closed';
    if (isStored && isNew) await close(within, row.feedbackId, told.statusNotes ?? null, now);
  });
}

/** The rows with the ids that their tokens have become by now. */
async function withIds(rows: readonly OutboxRow[], client: CityClient): Promise<OutboxRow[]> {
  const known: OutboxRow[] = [];
  for (const row of rows) {
    const { requestId, token } = row;
    const found = requestId ?? (token === null ? undefined : await client.requestIdOf(token));
    known.push({ ...row, requestId: found ?? null });
  }
  return known;
}

async function askAbout(
  rows: readonly OutboxRow[],
  client: CityClient,
): Promise<{
  readonly rows: readonly OutboxRow[];
  readonly told: ReadonlyMap<string, CityStatus>;
}> {
  try {
    const known = await withIds(rows, client);
    const statuses = await client.statusesOf(known.flatMap(({ requestId }) => requestId ?? []));
    return { rows: known, told: new Map(statuses.map((one) => [one.requestId, one])) };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { rows, told: new Map() };
  }
}

/** Asks the city about what it has, as far as that is due. What it does not tell is asked again later. */
export async function checkStatuses(
  db: Db,
  city: CitySettings,
  client: CityClient,
  now: Date,
): Promise<void> {
  const { rows, told } = await askAbout(await dueRows(db, city.channelId, now), client);
  for (const row of rows) {
    const status = told.get(row.requestId ?? '');
    const isClosed = (status?.status ?? row.cityStatus) === 'closed';
    const checkAt = nextCheck(row, city, now, isClosed);
    if (status) await store(db, row, status, { now, checkAt });
    else await settle(db, row, ['sent'], { requestId: row.requestId, checkAt });
  }
}

/** What is known at the city of feedback that was forwarded, for pages and programs. */
export interface Open311State {
  readonly state: State;
  readonly requestId: string | undefined;
  readonly status: 'open' | 'closed' | undefined;
  /** In the words of the city, in its language, and as it wrote them: a page has to escape them. */
  readonly statusNotes: string | undefined;
  readonly agency: string | undefined;
  readonly sentAt: string | undefined;
  readonly expectedAt: string | undefined;
  readonly updatedAt: string | undefined;
  /** What was written was changed after it was sent; the city has the older text. */
  readonly isOutdated: boolean;
}

export const stateOf = (row: OutboxRow): Open311State => ({
  state: row.state,
  requestId: row.requestId ?? undefined,
  status: row.cityStatus ?? undefined,
  statusNotes: row.statusNotes ?? undefined,
  agency: row.agency ?? undefined,
  sentAt: row.sentAt ?? undefined,
  expectedAt: row.expectedAt ?? undefined,
  updatedAt: row.cityUpdatedAt ?? undefined,
  isOutdated: row.state === 'sent' && row.sentRevision !== null && row.sentRevision < row.revision,
});

/** How far feedback has come on its way to the city, and there; nothing when it is not forwarded. */
export async function open311StateOf(
  db: Queryable,
  feedbackId: string,
): Promise<Open311State | undefined> {
  const row = await db
    .selectFrom('open311Requests')
    .selectAll()
    .where('feedbackId', '=', feedbackId)
    .executeTakeFirst();
  return row && stateOf(row as OutboxRow);
}

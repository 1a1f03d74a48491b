import { createHmac } from 'node:crypto';

import { sql } from 'kysely';

import {
  DEFAULT_TIME_ZONE,
  normalizeInvitationCode,
  type Panel,
  type Submission,
} from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';

export const INVITATION_STATES = ['valid', 'unknown', 'used', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** A code in a panel, as the database knows it: who reads the database cannot sign up with what stands there. */
export function hashOfCode(secret: string, panelId: string, code: string): string {
  const normalized = normalizeInvitationCode(code);
  return createHmac('sha256', secret)
    .update(`invitation\n${panelId}\n${normalized}`)
    .digest('base64url');
}

/** A code that somebody gives at a moment. */
export interface Given {
  readonly secret: string;
  readonly panel: Panel;
  readonly code: string;
  readonly now: Date;
  /** Whose own code it may be: what one has used oneself stays valid. */
  readonly registrationId: string | undefined;
}

/** The day is read from the clock of the panel, and the last day still counts. */
function isOver(expires: string | null, { now, panel }: Given): boolean {
  const timeZone = panel.timeZone ?? DEFAULT_TIME_ZONE;
  // Sweden writes dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
  return expires !== null && today > expires;
}

/** A panel for which no codes were made takes any: its letters may be numbered by others. */
async function hasCodes(db: Queryable, panelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitations')
    .select('panelId')
    .where('panelId', '=', panelId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What can be said of a code, and nothing of whose it is. */
export async function invitationState(db: Queryable, given: Given): Promise<InvitationState> {
  const { secret, panel, code, registrationId } = given;
  if (panel.registration.mode !== 'invited') return 'valid';
  const found = await db
    .selectFrom('invitations')
    .select(['registrationId', 'expires'])
    .where('panelId', '=', panel.id)
    .where('codeHash', '=', hashOfCode(secret, panel.id, code))
    .executeTakeFirst();
  if (!found) return (await hasCodes(db, panel.id)) ? 'unknown' : 'valid';
  if (found.registrationId !== null) {
    return found.registrationId === registrationId ? 'valid' : 'used';
  }
  return isOver(found.expires, given) ? 'expired' : 'valid';
}

/** Makes a code that a registration used free for another. */
export async function releaseCode(db: Queryable, registrationId: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ registrationId: null })
    .where('registrationId', '=', registrationId)
    .execute();
}

/**
 * Uses a code for a registration, in the transaction that stores it: of two at once one wins. A code that it used before
 * and no longer does becomes free.
 *
 * @throws HttpProblem - `invalid`, with what is wrong with the code; whatever was stored with it is rolled back.
 */
export async function claimCode(
  db: Queryable,
  given: Given & { readonly registrationId: string },
): Promise<void> {
  const { secret, panel, code, registrationId } = given;
  const state = await invitationState(db, given);
  if (state !== 'valid') {
    throw new HttpProblem('invalid', { errors: [{ pointer: '/invitationCode', code: state }] });
  }
  await releaseCode(db, registrationId);
  await db
    .updateTable('invitations')
    .set({ registrationId })
    .where('panelId', '=', panel.id)
    .where('codeHash', '=', hashOfCode(secret, panel.id, code))
    .execute();
}

export interface NewCodes {
  readonly secret: string;
  readonly panelId: string;
  readonly codes: readonly { readonly code: string; readonly expires: string | null }[];
}

/** Who has signed up with which code before codes were made; where it was several, the first. */
async function usersOf(db: Queryable, panelId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('registrations')
    .select(['id', 'submission'])
    .where('panelId', '=', panelId)
    .where('status', 'not in', ['withdrawn', 'deleted'])
    .where('id', 'not in', (used) =>
      used
        .selectFrom('invitations')
        .select('registrationId')
        .where('registrationId', 'is not', null)
        .$castTo<{ registrationId: string }>(),
    )
    .orderBy('receivedAt', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ id, submission }) => {
      const { invitationCode } = JSON.parse(submission) as Submission;
      return invitationCode === undefined ? [] : [[invitationCode, id] as const];
    }),
  );
}

/** Rows of one statement: enough for speed, few enough to be held as one text. */
const ROWS_TOGETHER = 10_000;

/**
 * Adds codes; those that are there already stay as they are. Gives how many were new. Many in one statement, as JSON: one
 * by one they would hold the database longer than a resident who signs up meanwhile can wait.
 */
export async function addCodes(
  db: Queryable,
  { secret, panelId, codes }: NewCodes,
): Promise<number> {
  const users = await usersOf(db, panelId);
  let added = 0;
  for (let first = 0; first < codes.length; first += ROWS_TOGETHER) {
    const rows = codes.slice(first, first + ROWS_TOGETHER).map(({ code, expires }) => ({
      hash: hashOfCode(secret, panelId, code),
      expires,
      user: users.get(normalizeInvitationCode(code)) ?? null,
    }));
    const { numAffectedRows = 0n } = await sql`
      INSERT INTO invitations (panel_id, code_hash, expires, registration_id)
      SELECT ${panelId}, value ->> 'hash', value ->> 'expires', value ->> 'user'
      FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT DO NOTHING`.execute(db);
    added += Number(numAffectedRows);
  }
  return added;
}

/** What a person does with a registration of their own, by its private link. */
import type { Panel, Receipt, Submission } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { hashOfId } from './private-link.js';
import type { RegistrationAction } from './registrations.js';
import { canBecome } from './status.js';
import { CHANGED_COLUMNS, changeStatus } from './status-change.js';
import { setReceipt } from './store.js';

export interface Managed {
  readonly id: string;
  readonly reference: string;
  readonly panelId: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly updatedAt: string;
  /** In which times are told. */
  readonly timeZone: string;
  readonly pageId: string;
  readonly receipt: Receipt;
  /** The answers, support needs among them; nothing once they were deleted. */
  readonly submission: Submission | undefined;
}

async function supportOf(
  db: Queryable,
  registrationId: string,
  revision: number,
): Promise<Pick<Submission, 'support'>> {
  const row = await db
    .selectFrom('registrationSupport')
    .select(['needs', 'note'])
    .where('registrationId', '=', registrationId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (!row) return {};
  const needs = JSON.parse(row.needs) as NonNullable<Submission['support']>['needs'];
  return { support: row.note === null ? { needs } : { needs, note: row.note } };
}

/** The registration behind a private link. */
export async function findManaged(db: Db, privateId: string): Promise<Managed | undefined> {
  const row = await db
    .selectFrom('registrations as own')
    .innerJoin('receipts', 'receipts.reference', 'own.reference')
    .select(['own.id', 'own.reference', 'own.panelId', 'own.status', 'own.revision'])
    .select(['own.receivedAt', 'own.updatedAt', 'own.submission'])
    .select(['receipts.timeZone', 'receipts.pageId', 'receipts.receipt'])
    .where('own.manageHash', '=', hashOfId(privateId))
    .executeTakeFirst();
  if (!row) return undefined;
  const { revision, receipt, submission: json, ...rest } = row;
  const submission = JSON.parse(json) as Submission | null;
  const support = await supportOf(db, row.id, revision);
  return {
    ...rest,
    receipt: JSON.parse(receipt) as Receipt,
    submission: submission === null ? undefined : { ...submission, ...support },
  };
}

/** Takes a registration back, or has it forgotten. Done twice it is done once. */
export async function leave(
  db: Db,
  { id }: Pick<Managed, 'id'>,
  status: 'withdrawn' | 'deleted',
  now: Date,
): Promise<void> {
  const change = { status, by: 'resident', comment: null, at: now.toISOString() };
  await db.transaction().execute(async (within) => {
    const registration = await within
      .selectFrom('registrations')
      .select(CHANGED_COLUMNS)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (canBecome(registration.status, status)) await changeStatus(within, registration, change);
  });
  if (status === 'deleted') await emptyLog(db);
}

export interface Correction {
  readonly panel: Panel;
  readonly submission: Submission;
  readonly now: Date;
}

/**
 * Puts corrected answers in the place of those that were there, which the history keeps.
 *
 * @throws HttpProblem - `closed` when somebody counts on the answers already.
 */
export async function correct(
  db: Db,
  action: RegistrationAction,
  { reference, pageId }: Pick<Managed, 'reference' | 'pageId'>,
  { panel, submission, now }: Correction,
): Promise<void> {
  const at = now.toISOString();
  const told = { fillSeconds: null, suspicions: [] };
  const entry = { reference, pageId, recordId: panel.id, at, ...told, submission };
  await db.transaction().execute(async (within) => {
    await setReceipt(within, { ...action.receipt(panel, entry), replaced: true });
    await action.replace(within, entry);
  });
  if (action.forgets(submission)) await emptyLog(db);
}

/**
 * The end of retention: what a panel promised its volunteers to delete is deleted, wherever it stands. The promise is
 * `privacy.retainUntil`, "deleted by that day at the latest", so it is kept when the day begins.
 */
import { DEFAULT_TIME_ZONE, type Panel } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { midnight } from '../submissions/correcting.js';

export interface Expired {
  readonly panelId: string;
  /** The date that was promised. */
  readonly retainUntil: string;
  /** How many registrations there are. */
  readonly count: number;
}

/**
 * Writes down what each panel promises. Of a panel whose record leaves the content folder the answers stay, and the
 * promise with them.
 */
export async function rememberRetention(db: Db, panels: Iterable<Panel>): Promise<void> {
  await db.transaction().execute(async (within) => {
    for (const { id: panelId, privacy, timeZone = DEFAULT_TIME_ZONE } of panels) {
      const promise = { retainUntil: privacy.retainUntil, timeZone };
      await within
        .insertInto('retention')
        .values({ panelId, ...promise })
        .onConflict((conflict) => conflict.column('panelId').doUpdateSet(promise))
        .execute();
    }
  });
}

/** The panels whose day has come and that have registrations left, or codes that nobody used. */
export async function findExpired(db: Queryable, now: Date): Promise<Expired[]> {
  const rows = await db
    .selectFrom('retention')
    .leftJoin('registrations', 'registrations.panelId', 'retention.panelId')
    .select(['retention.panelId', 'retention.retainUntil', 'retention.timeZone'])
    .select(({ fn }) => fn.count<number>('registrations.id').as('count'))
    .groupBy(['retention.panelId', 'retention.retainUntil', 'retention.timeZone'])
    .having(({ or, eb, exists, selectFrom, fn }) =>
      or([
        eb(fn.count('registrations.id'), '>', 0),
        exists(
          selectFrom('invitations')
            .select('panelId')
            .whereRef('invitations.panelId', '=', 'retention.panelId'),
        ),
      ]),
    )
    .orderBy('retention.panelId')
    .execute();
  return rows
    .filter(({ retainUntil, timeZone }) => now.getTime() >= midnight(retainUntil, timeZone))
    .map(({ panelId, retainUntil, count }) => ({ panelId, retainUntil, count }));
}

/** Everything that there is of the volunteers of a panel, counts among it. */
async function deletePanel(within: Queryable, panelId: string): Promise<void> {
  const registrations = within
    .selectFrom('registrations')
    .select(['id', 'reference'])
    .where('panelId', '=', panelId);
  const gone = await registrations.execute();
  await within.deleteFrom('invitations').where('panelId', '=', panelId).execute();
  for (const { id, reference } of gone) {
    await within.deleteFrom('registrationHistory').where('entryId', '=', id).execute();
    await within.deleteFrom('registrationSupport').where('registrationId', '=', id).execute();
    await within.deleteFrom('sentKeys').where('reference', '=', reference).execute();
    await within.deleteFrom('registrations').where('id', '=', id).execute();
    await within.deleteFrom('receipts').where('reference', '=', reference).execute();
  }
}

/** Deletes what has to be deleted by now, and tells how much that was. */
export async function purge(db: Db, now: Date): Promise<Expired[]> {
  const expired = await db.transaction().execute(async (within) => {
    const found = await findExpired(within, now);
    for (const { panelId } of found) await deletePanel(within, panelId);
    return found;
  });
  if (expired.length > 0) await emptyLog(db);
  return expired;
}

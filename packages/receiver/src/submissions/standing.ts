/** Where a person stands in the draw, as far as it can be told to them. */
import { DEFAULT_TIME_ZONE, type Panel } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import { correctableUntil, midnight } from './correcting.js';
import { DRAWN, type Drawn, isDrawn, isInPool } from './status.js';

/** `waiting`: the day of the draw has come, and nobody has been told anything yet. */
export type Standing = 'pool' | 'waiting' | 'notSelected' | Drawn;

/** Whether the outcome of a draw has been written down for anybody in the panel. */
async function hasOutcome(db: Queryable, panelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('registrations')
    .select('id')
    .where('panelId', '=', panelId)
    .where('status', 'in', DRAWN)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Registered {
  readonly panelId: string;
  readonly status: string;
}

/**
 * That somebody was not drawn is said only when others were, and when the day by which everybody is told has come: an
 * officer who writes down one after the other has not said anything of the rest.
 */
export async function standingOf(
  db: Queryable,
  { panelId, status }: Registered,
  { panel, now }: { readonly panel: Panel | undefined; readonly now: Date },
): Promise<Standing | undefined> {
  if (isDrawn(status)) return status;
  if (!isInPool(status)) return undefined;
  if (!panel || now.getTime() < correctableUntil(panel)) return 'pool';
  const { registration, timeZone = DEFAULT_TIME_ZONE } = panel;
  const { toldBy } = registration;
  if (toldBy !== undefined && now.getTime() < midnight(toldBy, timeZone)) return 'waiting';
  return (await hasOutcome(db, panelId)) ? 'notSelected' : 'waiting';
}

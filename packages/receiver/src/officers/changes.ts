/** What officers write down of registrations: the outcome of a draw, and what somebody asked for on the telephone. */
import type { FieldError, RegistrationStatus } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import { normalizeReference } from '../submissions/reference.js';
import { canBecome } from '../submissions/status.js';
import { CHANGED_COLUMNS, changeStatus } from '../submissions/status-change.js';

export interface Change {
  /** As it was written down; see `normalizeReference`. */
  readonly reference: string;
  readonly status: RegistrationStatus;
}

export interface Changes {
  readonly panelId: string;
  readonly changes: readonly Change[];
  /** The officer. */
  readonly by: string;
  readonly comment?: string | undefined;
  readonly now: Date;
}

/** Why one of the changes cannot be made. */
export type Obstacle =
  | { readonly code: 'unknown'; readonly reference: string }
  | { readonly code: 'repeated'; readonly reference: string }
  | {
      readonly code: 'impossible';
      readonly reference: string;
      readonly from: string;
      readonly to: string;
    };

/** Says which changes are impossible, by their place in the list. None was made. */
export class ChangesError extends Error {
  override readonly name = 'ChangesError';
  readonly obstacles: ReadonlyMap<number, Obstacle>;

  constructor(obstacles: ReadonlyMap<number, Obstacle>) {
    super('Some of these changes are not possible');
    this.obstacles = obstacles;
  }
}

/** In a sentence, for whoever made the list. */
export function explain(obstacle: Obstacle): string {
  const { reference, code } = obstacle;
  if (code === 'unknown') return `${reference}: the panel has no registration with this reference`;
  if (code === 'repeated') return `${reference}: expected each reference once`;
  return `${reference}: is "${obstacle.from}" and cannot become "${obstacle.to}"`;
}

/** The same as an error of a field, for a program. */
export function fieldErrorOf(place: number, obstacle: Obstacle): FieldError {
  const { code, ...params } = obstacle;
  const field = code === 'impossible' ? 'status' : 'reference';
  return { pointer: `/changes/${String(place)}/${field}`, code, params };
}

interface Made {
  /** How many have another status now. */
  readonly changed: number;
  /** How many had it already: a list can be handed in twice. */
  readonly unchanged: number;
}

type Registration = Parameters<typeof changeStatus>[1];

/** By reference; only those of the list. */
async function findAll(
  within: Queryable,
  { panelId, changes }: Changes,
): Promise<Map<string, Registration>> {
  const wanted = new Set(changes.map(({ reference }) => normalizeReference(reference)));
  const rows = await within
    .selectFrom('registrations')
    .select(CHANGED_COLUMNS)
    .where('panelId', '=', panelId)
    .execute();
  return new Map(
    rows.filter((row) => wanted.has(row.reference)).map((row) => [row.reference, row]),
  );
}

/**
 * Makes all of the changes, or none of them. The history gets who made each, and when.
 *
 * @throws ChangesError - With every change that is impossible, and why.
 */
export async function applyChanges(db: Db, list: Changes): Promise<Made> {
  const { changes, by, comment = null, now } = list;
  const line = { by: `officer: ${by}`, comment, at: now.toISOString() };
  const made = await db.transaction().execute(async (within) => {
    const found = await findAll(within, list);
    const obstacles = new Map<number, Obstacle>();
    const seen = new Set<string>();
    let changed = 0;
    for (const [place, { reference: written, status }] of changes.entries()) {
      const reference = normalizeReference(written);
      const registration = found.get(reference);
      if (!registration) obstacles.set(place, { code: 'unknown', reference: written });
      else if (seen.has(reference)) obstacles.set(place, { code: 'repeated', reference });
      else if (registration.status === status) seen.add(reference);
      else if (!canBecome(registration.status, status)) {
        const from = registration.status;
        obstacles.set(place, { code: 'impossible', reference, from, to: status });
      } else {
        await changeStatus(within, registration, { status, ...line });
        changed += 1;
      }
      seen.add(reference);
    }
    if (obstacles.size > 0) throw new ChangesError(obstacles);
    return { changed, unchanged: changes.length - changed };
  });
  if (changes.some(({ status }) => status === 'deleted')) await emptyLog(db);
  return made;
}

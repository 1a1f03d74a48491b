/** How a call for volunteers goes, in numbers that can be shown to others. */
import {
  type Channel,
  CHANNELS,
  type Panel,
  REGISTRATION_STATUSES,
  type RegistrationStatus,
  type Submission,
} from '@puntari/contracts';

import { AGE, type Quotas, valuesOf } from '../content/quotas.js';
import type { Db } from '../database/database.js';
import { hasLeft } from '../submissions/status.js';
import { HIDDEN_BELOW, tellCount, tellCounts, type Told } from './small-counts.js';
import { strataOf } from './sortition.js';

/** Who has no answer to a question that was added later. */
const UNANSWERED = 'unanswered';

interface Counted {
  readonly count: Told;
  /** The quota beside it, where there is one. */
  readonly min?: number;
  readonly max?: number;
}

export interface Numbers {
  readonly panel: string;
  readonly at: string;
  readonly hiddenBelow: number;
  readonly note: string;
  readonly seats: number;
  /** Of all that stand: who has left is counted apart. The tables below all have this total. */
  readonly total: Told;
  readonly statuses: Readonly<Record<string, Told>>;
  readonly channels: Readonly<Record<string, Told>>;
  readonly strata: Readonly<Record<string, Readonly<Record<string, Counted>>>>;
  readonly left: Readonly<Record<string, Told>>;
}

const NOTE =
  'A count that is null is small, or would give a small one away; it may also be zero. Those who have withdrawn or had ' +
  'their details deleted are counted under "left" only.';

function countBy<T, K extends string>(
  items: readonly T[],
  names: readonly K[],
  nameOf: (item: T) => K,
): Map<K, number> {
  const counts = new Map<K, number>(names.map((name) => [name, 0]));
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return counts;
}

interface Row {
  readonly status: RegistrationStatus;
  readonly channel: Channel;
  readonly submission: string;
}

async function rowsOf(db: Db, panelId: string): Promise<Row[]> {
  const rows = await db
    .selectFrom('registrations')
    .select(['status', 'channel', 'submission'])
    .where('panelId', '=', panelId)
    .execute();
  return rows as Row[];
}

function stratum(
  feature: string,
  people: readonly Map<string, string | undefined>[],
  { panel, quotas }: { panel: Panel; quotas: Quotas | undefined },
): Readonly<Record<string, Counted>> {
  const values = quotas || feature !== AGE ? valuesOf(feature, panel, quotas?.ageBands ?? []) : [];
  const counts = countBy(people, values, (person) => person.get(feature) ?? UNANSWERED);
  const told = tellCounts(new Map([...counts].sort(byPlaceIn(values))));
  // Without quotas the bands are those that there are people in: one that is hidden is not named either, since its name
  // would tell that there is somebody, and the names of five that they are one each.
  const named = [...told].filter(([, count]) => values.length > 0 || count !== null);
  return Object.fromEntries(
    named.map(([value, count]) => [value, { count, ...quotas?.features[feature]?.[value] }]),
  );
}

/** As in the record; what is not in it by its name. */
const byPlaceIn =
  (values: readonly string[]) =>
  ([a]: readonly [string, number], [b]: readonly [string, number]): number => {
    const places = [a, b].map((value) => values.indexOf(value));
    const [left = -1, right = -1] = places.map((place) => (place === -1 ? values.length : place));
    return left - right || (a < b ? -1 : 1);
  };

interface NumbersOptions {
  readonly panel: Panel;
  readonly quotas: Quotas | undefined;
  readonly now: Date;
}

export async function numbersOf(db: Db, { panel, quotas, now }: NumbersOptions): Promise<Numbers> {
  const rows = await rowsOf(db, panel.id);
  const standing = rows.filter(({ status }) => !hasLeft(status));
  const people = standing.map(({ submission }) =>
    strataOf(JSON.parse(submission) as Submission, panel, quotas?.ageBands),
  );
  const statuses = REGISTRATION_STATUSES.filter((status) => !hasLeft(status));
  const features = [...panel.questions.map(({ id }) => id), AGE];
  const left = countBy(
    rows.filter(({ status }) => hasLeft(status)),
    REGISTRATION_STATUSES.filter(hasLeft),
    ({ status }) => status,
  );
  return {
    panel: panel.id,
    at: now.toISOString(),
    hiddenBelow: HIDDEN_BELOW,
    note: NOTE,
    seats: quotas?.seats ?? panel.seats,
    total: tellCount(standing.length),
    statuses: Object.fromEntries(tellCounts(countBy(standing, statuses, (row) => row.status))),
    channels: Object.fromEntries(tellCounts(countBy(standing, CHANNELS, (row) => row.channel))),
    strata: Object.fromEntries(
      features.map((feature) => [feature, stratum(feature, people, { panel, quotas })]),
    ),
    left: Object.fromEntries([...left].map(([status, count]) => [status, tellCount(count)])),
  };
}

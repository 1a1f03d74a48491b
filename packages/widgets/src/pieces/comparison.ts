/** A panel compared with the population and those who volunteered; the composition and the statement show it alike. */
import {
  type CompositionRow,
  type PanelFigures,
  pickText,
  SOURCE_LANGUAGE,
} from '@puntari/contracts';
// Not from the index: it goes into each widget that compares, and no other pays for it.
import { tellCounts } from '@puntari/contracts/small-counts';

/** Whom a share is counted from, in the order in which they are compared. */
export const GROUPS = ['population', 'pool', 'panel'] as const;
export type Group = (typeof GROUPS)[number];

/** What is told of one value in one group: nothing is known, or it is kept back, or a share with its count. */
export type Figure =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'told'; readonly share: number; readonly count?: number };

export interface ComparedValue {
  readonly name: CompositionRow['value'];
  readonly figures: Readonly<Record<Group, Figure>>;
}

export interface Feature {
  readonly name: CompositionRow['feature'];
  readonly values: readonly ComparedValue[];
}

export interface Comparison {
  /** The groups that the record tells anything of. */
  readonly groups: readonly Group[];
  readonly features: readonly Feature[];
  /** Whether anything is kept back. */
  readonly hides: boolean;
}

/** Half a percent, by which a share that was rounded can be wrong. */
const ROUNDING = 0.005;

/** How many people the shares of a group are counted from, where the record says so. */
export function baseOf(panel: PanelFigures, group: Group): number | undefined {
  if (group === 'population') return panel.residents;
  return group === 'pool' ? panel.volunteers : (panel.tookPart ?? panel.seats);
}

/**
 * How many people the shares of a group are counted from, as far as a record tells, and so a reader can know: where it does
 * not say so, a count beside its share tells.
 */
function countedFrom(panel: PanelFigures, group: 'pool' | 'panel'): number | undefined {
  const base = baseOf(panel, group);
  if (base !== undefined) return base;
  for (const { counts, [group]: share } of panel.composition ?? []) {
    const count = counts?.[group];
    if (count && share) return count / share;
  }
  return undefined;
}

function countOf(row: CompositionRow, group: 'pool' | 'panel', base?: number): number | undefined {
  const share = row[group];
  const computed = share === undefined || base === undefined ? undefined : share * base;
  return row.counts?.[group] ?? (computed === undefined ? undefined : Math.round(computed));
}

/**
 * The people whom the rows leave out, or say nothing of: they can be computed as well. What the rounding of shares explains is
 * nobody; counts are not rounded.
 */
function othersOf(
  rows: readonly CompositionRow[],
  panel: PanelFigures,
  group: 'pool' | 'panel',
): number {
  const base = countedFrom(panel, group);
  if (base === undefined) return 0;
  const isExact = baseOf(panel, group) !== undefined;
  let missing = base;
  let rounded = 0;
  for (const { counts, [group]: share } of rows) {
    const count = counts?.[group];
    missing -= count ?? (share ?? 0) * base;
    const isRounded = count === undefined ? share !== undefined : !isExact;
    if (isRounded) rounded += ROUNDING * base;
  }
  return missing > rounded ? Math.round(missing) : 0;
}

/**
 * What may be told of a group. People are protected by the same rule as in the receiver's numbers; of the population
 * nobody can be recognized.
 */
function figuresOf(rows: readonly CompositionRow[], panel: PanelFigures, group: Group): Figure[] {
  const toldOf = (row: CompositionRow): Figure => {
    const share = row[group];
    if (share === undefined) return { kind: 'unknown' };
    const count = group === 'population' ? undefined : row.counts?.[group];
    return { kind: 'told', share, ...(count === undefined ? {} : { count }) };
  };
  if (group === 'population') return rows.map(toldOf);
  const base = countedFrom(panel, group);
  const counts = rows.flatMap((row, place) => {
    const count = countOf(row, group, base);
    return count === undefined ? [] : [[String(place), count] as const];
  });
  const others = othersOf(rows, panel, group);
  const told = tellCounts(new Map(others > 0 ? [...counts, ['others', others]] : counts));
  return rows.map((row, place) =>
    told.get(String(place)) === null ? { kind: 'hidden' } : toldOf(row),
  );
}

/** Rows of one feature stand together, in the order of the record, in whatever language it is read. */
function byFeature(rows: readonly CompositionRow[]): CompositionRow[][] {
  const features = new Map<string, CompositionRow[]>();
  for (const row of rows) {
    const { text } = pickText(row.feature, SOURCE_LANGUAGE);
    features.set(text, [...(features.get(text) ?? []), row]);
  }
  return [...features.values()];
}

function featureOf(rows: readonly CompositionRow[], panel: PanelFigures): Feature[] {
  const [first] = rows;
  if (!first) return [];
  const [population, pool, members] = GROUPS.map((group) => figuresOf(rows, panel, group));
  const unknown: Figure = { kind: 'unknown' };
  const values = rows.map(({ value }, place) => ({
    name: value,
    figures: {
      population: population?.[place] ?? unknown,
      pool: pool?.[place] ?? unknown,
      panel: members?.[place] ?? unknown,
    },
  }));
  return [{ name: first.feature, values }];
}

/** The panel beside the others, without anything by which somebody could be recognized. */
export function compare(panel: PanelFigures): Comparison {
  const features = byFeature(panel.composition ?? []).flatMap((rows) => featureOf(rows, panel));
  const all = features.flatMap(({ values }) => values);
  const has = (group: Group, kinds: readonly Figure['kind'][]): boolean =>
    all.some(({ figures }) => kinds.includes(figures[group].kind));
  return {
    groups: GROUPS.filter((group) => has(group, ['told', 'hidden'])),
    features,
    hides: GROUPS.some((group) => has(group, ['hidden'])),
  };
}

/** Counts of people so few that somebody could be recognized in them. */

/** Fewer than this are not told, and neither is that there are none. */
export const HIDDEN_BELOW = 5;

/** A count that may be told; `null` for one that may not. */
export type Told = number | null;

export const tellCount = (count: number): Told => (count < HIDDEN_BELOW ? null : count);

/**
 * Whether what is hidden could be computed. One alone is what is missing to the total, and always too few; of several that
 * are nothing together, or all as many as a hidden count can be, each is known.
 */
function isKnown(hidden: readonly number[]): boolean {
  const together = hidden.reduce((sum, count) => sum + count, 0);
  const most = (HIDDEN_BELOW - 1) * hidden.length;
  const areAllFew = hidden.every((count) => tellCount(count) === null);
  return together < HIDDEN_BELOW || (areAllFew && together === most);
}

/**
 * The counts of a table whose total is known. What is few is hidden, and then others too, until what is hidden cannot be
 * computed from what is told. Which others is decided by their places, not by how many they are: who knows the rule would
 * otherwise learn from the choice.
 */
export function tellCounts<K extends string>(counts: ReadonlyMap<K, number>): Map<K, Told> {
  const names = [...counts.keys()];
  const isFew = (name: K): boolean => tellCount(counts.get(name) ?? 0) === null;
  const hidden = new Set(names.filter(isFew));
  const first = names.findIndex(isFew);
  const around = [...names.slice(first), ...names.slice(0, Math.max(first, 0))];
  for (const name of around) {
    const values = [...hidden].map((one) => counts.get(one) ?? 0);
    if (values.length === 0 || !isKnown(values)) break;
    hidden.add(name);
  }
  return new Map([...counts].map(([name, count]) => [name, hidden.has(name) ? null : count]));
}

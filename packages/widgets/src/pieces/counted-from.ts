import type { PanelFigures } from '@puntari/contracts';

/**
 * How many people the shares of a group are counted from, as far as a record tells, and so a reader can know: where it does
 * not say so, a count beside its share tells.
 */
export function countedFrom(panel: PanelFigures, group: 'pool' | 'panel'): number | undefined {
  const base = group === 'pool' ? panel.volunteers : (panel.tookPart ?? panel.seats);
  if (base !== undefined) return base;
  for (const { counts, [group]: share } of panel.composition ?? []) {
    const count = counts?.[group];
    if (count && share) return count / share;
  }
  return undefined;
}

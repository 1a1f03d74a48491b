import type { PanelFigures } from '@puntari/contracts';

/**
 * How many people the shares of a group are counted from, as far as a record tells, and so a reader can know: where it does
 * not say so, a count beside its share tells.
 */
export function countedFrom(panel: PanelFigures, group: 'pool' | 'panel'): number | undefined {
  const base = group === 'pool' ? panel.volunteers : (panel.tookPart ?? panel.seats);
  if (base !== undefined) return base;
  let computed: number | undefined;
  let most = 0;
  for (const { counts, [group]: share = 0 } of panel.composition ?? []) {
    const count = counts?.[group] ?? 0;
    // By the largest: rounding changes it least.
    if (share === 0 || count <= most) continue;
    most = count;
    computed = Math.round(count / share);
  }
  return computed;
}

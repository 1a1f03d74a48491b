import type { CompositionRow, PanelComposition, PanelFigures } from '@puntari/contracts';

/** A value of a feature, with its shares as percentages. */
export function row(
  feature: string,
  value: string,
  panel: number,
  others: { population?: number; pool?: number; counts?: CompositionRow['counts'] } = {},
): CompositionRow {
  const { population, pool, counts } = others;
  return {
    feature,
    value,
    panel: panel / 100,
    ...(population === undefined ? {} : { population: population / 100 }),
    ...(pool === undefined ? {} : { pool: pool / 100 }),
    ...(counts === undefined ? {} : { counts }),
  };
}

/** A panel of 40 whose shares are all told, small enough to read in a test. */
export function compositionWith(panel: Partial<PanelFigures> = {}): PanelComposition {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'liikenne-2026-kokoonpano',
    panel: {
      name: { fi: 'Liikennepaneeli', sv: 'Trafikpanelen', en: 'Traffic panel' },
      seats: 40,
      volunteers: 200,
      residents: 305_000,
      composition: [
        row('Ikä', '16–39 vuotta', 40, { population: 42, pool: 31 }),
        row('Ikä', '40 vuotta tai yli', 60, { population: 58, pool: 69 }),
      ],
      ...panel,
    },
  };
}

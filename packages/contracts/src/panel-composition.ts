import * as v from 'valibot';

import { count, recordBase } from './common.js';
import { localizedText } from './text-schema.js';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1, 'a share from 0 to 1'));

/** One value of one feature: how many of the residents, of those who volunteered and of the panel have it. */
export const compositionRow = v.object({
  feature: localizedText,
  value: localizedText,
  /** Shares from 0 to 1. */
  population: v.optional(share),
  pool: v.optional(share),
  panel: share,
  /** The people behind the shares, where they are told. Small ones are not shown, but the record itself tells them. */
  counts: v.optional(v.object({ pool: v.optional(count), panel: v.optional(count) })),
});
export type CompositionRow = v.InferOutput<typeof compositionRow>;

/** Who the panel was, in numbers. */
export const panelFigures = v.object({
  name: v.optional(localizedText),
  seats: v.optional(count),
  tookPart: v.optional(count),
  invited: v.optional(count),
  volunteers: v.optional(count),
  days: v.optional(count),
  /** What the shares of the population are counted from. */
  residents: v.optional(count),
  composition: v.optional(v.array(compositionRow)),
});
export type PanelFigures = v.InferOutput<typeof panelFigures>;

/** A panel beside the population. Every statement is such a record too. */
export const panelComposition = v.object({ ...recordBase, panel: panelFigures });
export type PanelComposition = v.InferOutput<typeof panelComposition>;

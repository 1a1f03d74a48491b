import * as v from 'valibot';

import { isoDate, link, recordBase } from './common.js';
import { localizedText } from './text-schema.js';
import { DELIBERATION_ELEMENTS } from './vocabularies.js';

/** One element of a panel's work, with its days. A first day alone is that one day. */
export const processStep = v.object({
  element: v.picklist(DELIBERATION_ELEMENTS),
  text: v.optional(localizedText),
  from: v.optional(isoDate),
  to: v.optional(isoDate),
  /** What was read, heard or made then. */
  materials: v.optional(v.array(link)),
});
export type ProcessStep = v.InferOutput<typeof processStep>;

/** How a panel works, from the draw to the handover. Every panel is such a record too. */
export const panelProcess = v.object({
  ...recordBase,
  title: v.optional(localizedText),
  process: v.optional(v.array(processStep)),
});
export type PanelProcess = v.InferOutput<typeof panelProcess>;

import * as v from 'valibot';

import { recordBase } from './common.js';
import { PARTICIPATION_LEVELS } from './vocabularies.js';

/** How much say there is in a matter. Every topic is such a record too. */
export const participationLevel = v.object({
  ...recordBase,
  level: v.optional(v.picklist(PARTICIPATION_LEVELS)),
});

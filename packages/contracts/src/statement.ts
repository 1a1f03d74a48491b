import * as v from 'valibot';

import {
  body,
  contact,
  count,
  eachOnce,
  id,
  isoDate,
  link,
  purpose,
  recordBase,
  url,
} from './common.js';

import {
  ITEM_KINDS,
  RESPONSE_STATUSES,
  STATEMENT_KINDS,
  TEXT_FORMATS,
  VOTE_BASES,
  VOTE_METHODS,
} from './vocabularies.js';
import { panelFigures } from './panel-composition.js';
import { localizedText } from './text-schema.js';

/** How the panel voted on an item. `base` says what a percentage is counted from; without it none is shown. */
export const vote = v.object({
  method: v.picklist(VOTE_METHODS),
  for: v.optional(count),
  against: v.optional(count),
  blank: v.optional(count),
  absent: v.optional(count),
  scale: v.optional(v.array(count)),
  base: v.picklist(VOTE_BASES),
  threshold: v.optional(v.number()),
});
export type Vote = v.InferOutput<typeof vote>;

/** One body's handling of an item; an answer may pass several. */
export const handling = v.object({
  body,
  date: v.optional(isoDate),
  /** As in the minutes: `§ 89`. */
  section: v.optional(v.string()),
  /** Who brought the matter to the meeting: `Apulaiskaupunginjohtaja`. */
  presenter: v.optional(localizedText),
  proposal: v.optional(localizedText),
  decision: v.optional(localizedText),
  url: v.optional(url),
});

/** What the authority did with an item, and why. */
export const response = v.object({
  status: v.picklist(RESPONSE_STATUSES),
  text: v.optional(localizedText),
  /** Owed where the status is not a yes: partly, rejected, another authority's. */
  reason: v.optional(localizedText),
  body: v.optional(body),
  handling: v.optional(v.array(handling), []),
  due: v.optional(isoDate),
  decidedOn: v.optional(isoDate),
  contact: v.optional(contact),
  next: v.optional(
    v.object({ text: localizedText, by: v.optional(isoDate), owner: v.optional(localizedText) }),
  ),
  progress: v.optional(
    v.array(
      v.object({
        on: isoDate,
        status: v.picklist(RESPONSE_STATUSES),
        note: v.optional(localizedText),
      }),
    ),
    [],
  ),
  attachments: v.optional(v.array(link)),
});
export type Response = v.InferOutput<typeof response>;

export const statementItem = v.object({
  /** Stable and safe in a URL; the visible number may be "4a" or absent. */
  id,
  number: v.optional(v.string()),
  kind: v.picklist(ITEM_KINDS),
  theme: v.optional(id),
  title: v.optional(localizedText),
  text: localizedText,
  rationale: v.optional(localizedText),
  vote: v.optional(vote),
  response: v.optional(response),
  /** The panel's own rating of the answer. */
  rating: v.optional(
    v.object({ mean: v.number(), of: v.number(), n: count, comment: v.optional(localizedText) }),
  ),
});
export type StatementItem = v.InferOutput<typeof statementItem>;

/** What a panel said, and what was answered to each part of it. */
export const statement = v.object({
  ...recordBase,
  panelId: v.optional(id),
  title: localizedText,
  kind: v.picklist(STATEMENT_KINDS),
  /** How the longer texts are written, `plain` unless said; titles, labels and names are always plain. */
  textFormat: v.optional(v.picklist(TEXT_FORMATS)),
  question: v.optional(localizedText),
  summary: v.optional(localizedText),
  adoptedOn: isoDate,
  handedOverOn: v.optional(isoDate),
  handedOverTo: v.optional(body),
  publishedOn: v.optional(isoDate),
  /** By when every item is to be answered. */
  answerBy: v.optional(isoDate),
  panel: panelFigures,
  evidence: v.optional(
    v.object({
      experts: v.array(
        v.object({
          name: v.string(),
          affiliation: v.optional(localizedText),
          role: v.optional(localizedText),
        }),
      ),
      materials: v.optional(v.array(link)),
    }),
  ),
  general: v.optional(localizedText),
  themes: v.optional(
    v.pipe(
      v.array(v.object({ id, label: localizedText })),
      eachOnce((theme) => theme.id, 'each theme id once'),
    ),
  ),
  items: v.pipe(
    v.array(statementItem),
    eachOnce((item) => item.id, 'each item id once'),
  ),
  dissents: v.optional(
    v.array(
      v.object({
        text: localizedText,
        supporters: v.optional(count),
        itemIds: v.optional(v.array(id)),
      }),
    ),
  ),
  documents: v.optional(v.array(link)),
  thanks: v.optional(localizedText),
  /** How to name this statement in a text. Made from panel, title and date where it is absent. */
  citation: v.optional(localizedText),
  contact: v.optional(contact),
  purpose: v.optional(purpose, {}),
});
export type Statement = v.InferOutput<typeof statement>;

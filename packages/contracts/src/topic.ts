import * as v from 'valibot';

import {
  body,
  contact,
  count,
  instant,
  isoDate,
  link,
  privacy,
  purpose,
  recordBase,
  url,
  year,
} from './common.js';

import {
  ATTACH_POINTS,
  CORNERSTONES,
  PANEL_KINDS,
  PARTICIPATION_FORMS,
  PARTICIPATION_LEVELS,
  PREPARATION_STAGES,
  SUITABILITY_REASONS,
  TOPIC_STATUSES,
} from './vocabularies.js';
import { localizedText } from './text-schema.js';

/** The yearly round in which topics are proposed and chosen. */
export const topicCall = v.pipe(
  v.object({
    ...recordBase,
    title: localizedText,
    year,
    asks: localizedText,
    opens: instant,
    closes: instant,
    chosenBy: body,
    contact,
    purpose: v.optional(purpose, {}),
    privacy,
    limits: v.optional(v.object({ titleMax: count, textMax: count })),
  }),
  v.check(({ opens, closes }) => Date.parse(opens) < Date.parse(closes), 'to close after it opens'),
);
export type TopicCall = v.InferOutput<typeof topicCall>;

/** A matter that is coming to a decision and may be given to a panel. */
export const topic = v.object({
  ...recordBase,
  title: localizedText,
  /** The open question a panel would answer. */
  question: v.optional(localizedText),
  summary: localizedText,
  background: v.optional(localizedText),
  url: v.optional(url),
  year,
  status: v.picklist(TOPIC_STATUSES),
  /** Why the status is what it is; owed when the topic was not chosen. */
  statusReason: v.optional(localizedText),
  suitability: v.optional(
    v.object({
      reasons: v.array(v.picklist(SUITABILITY_REASONS)),
      text: v.optional(localizedText),
    }),
  ),
  decision: v.object({
    body,
    plannedOn: v.optional(isoDate),
    attach: v.optional(v.array(v.picklist(ATTACH_POINTS))),
  }),
  level: v.optional(v.picklist(PARTICIPATION_LEVELS)),
  forms: v.optional(v.array(v.picklist(PARTICIPATION_FORMS))),
  panelKind: v.optional(v.picklist(PANEL_KINDS)),
  stage: v.optional(v.picklist(PREPARATION_STAGES)),
  cornerstone: v.optional(v.picklist(CORNERSTONES)),
  area: v.optional(v.array(localizedText)),
  unit: v.optional(localizedText),
  contact: v.optional(contact),
  purpose: v.optional(purpose, {}),
  /** Shown only where that person agreed to it. */
  proposedBy: v.optional(localizedText),
  supporters: v.optional(count),
  precedents: v.optional(v.array(link)),
  links: v.optional(v.array(link)),
  history: v.optional(
    v.array(
      v.object({
        on: isoDate,
        status: v.picklist(TOPIC_STATUSES),
        text: v.optional(localizedText),
      }),
    ),
  ),
  answer: v.optional(v.object({ text: localizedText, body, on: isoDate })),
});
export type Topic = v.InferOutput<typeof topic>;

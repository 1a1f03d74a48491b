import * as v from 'valibot';

import {
  body,
  contact,
  count,
  eachOnce,
  id,
  instant,
  isoDate,
  link,
  privacy,
  purpose,
  recordBase,
  year,
} from './common.js';

import { NOT_STATED, PANEL_KINDS, REGISTRATION_MODES, SUPPORT_NEEDS } from './vocabularies.js';
import { processStep } from './panel-process.js';
import { localizedText } from './text-schema.js';

/** One background question: a stratum of the draw, with the reason residents are given. */
export const panelQuestion = v.object({
  /** The name of the stratum in the submission and in the export: `gender`, `education`, `area`. */
  // The two ids are names of every object's own workings; a checked submission would lose the answer.
  id: v.pipe(id, v.notValues(['constructor', 'prototype'], 'another id')),
  label: localizedText,
  hint: v.optional(localizedText),
  /** Why it is asked; shown before the options. */
  reason: localizedText,
  options: v.pipe(
    v.array(v.object({ code: id, label: localizedText })),
    v.minLength(2, 'at least two options'),
    eachOnce((option) => option.code, 'each code once'),
    v.check(
      (options) => !options.some((option) => option.code === NOT_STATED),
      'no option with the code "not-stated": set "declinable" instead',
    ),
  ),
  /** Adds "I prefer not to say", last. */
  declinable: v.optional(v.boolean(), false),
  /** A free text beside the options, kept out of the draw. */
  ownWords: v.optional(v.boolean(), false),
});
export type PanelQuestion = v.InferOutput<typeof panelQuestion>;

export const panelSession = v.pipe(
  v.object({
    id,
    title: v.optional(localizedText),
    starts: instant,
    ends: instant,
    place: v.optional(localizedText),
  }),
  v.check(({ starts, ends }) => Date.parse(starts) < Date.parse(ends), 'to end after it starts'),
);
export type PanelSession = v.InferOutput<typeof panelSession>;

/** A citizens' panel that people can volunteer for. */
export const panel = v.object({
  ...recordBase,
  title: localizedText,
  summary: v.optional(localizedText),
  kind: v.picklist(PANEL_KINDS),
  /** The years of a standing panel. */
  term: v.optional(
    v.pipe(
      v.object({ from: year, to: year }),
      v.check(({ from, to }) => from <= to, 'to end after it starts'),
    ),
  ),
  /** Set by the organizer when dates alone do not tell. */
  status: v.optional(v.picklist(['full', 'cancelled'])),
  organizer: body,
  contact,
  purpose: v.optional(purpose, {}),
  registration: v.pipe(
    v.object({
      opens: instant,
      closes: instant,
      mode: v.picklist(REGISTRATION_MODES),
      minimumAge: count,
      maximumAge: v.optional(count),
      /** The day on which ages are counted. */
      referenceDate: isoDate,
      /** Whose panel this is, as a question to the resident: "Asutko Espoossa?" */
      residence: localizedText,
      /** Who cannot take part, as a question: "Oletko valtuutettu …?" */
      excluded: v.optional(localizedText),
      /** Day of the draw, and the day by which everyone has heard of it. */
      drawnOn: v.optional(isoDate),
      toldBy: v.optional(isoDate),
    }),
    v.check(
      ({ opens, closes }) => Date.parse(opens) < Date.parse(closes),
      'to close after it opens',
    ),
    v.check(
      ({ minimumAge, maximumAge }) => maximumAge === undefined || minimumAge <= maximumAge,
      'a maximum age that is not below the minimum age',
    ),
  ),
  seats: count,
  sessions: v.pipe(
    v.array(panelSession),
    eachOnce((session) => session.id, 'each session id once'),
  ),
  process: v.optional(v.array(processStep)),
  questions: v.pipe(
    v.array(panelQuestion),
    eachOnce((question) => question.id, 'each question id once'),
  ),
  support: v.optional(
    v.object({
      needs: v.pipe(
        v.array(v.picklist(SUPPORT_NEEDS)),
        eachOnce((need) => need, 'each need once'),
      ),
      note: v.optional(localizedText),
    }),
  ),
  reward: v.optional(localizedText),
  /** More to read. */
  links: v.optional(v.array(link)),
  /** How else to be heard: for those who cannot take part, come too late or do not want to. */
  otherWays: v.optional(v.array(link)),
  privacy,
});
export type Panel = v.InferOutput<typeof panel>;

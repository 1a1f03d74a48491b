import {
  type LocalizedText,
  asksForAnswer,
  RESPONSE_STATUSES,
  type Statement,
  type StatementItem,
  type Vote,
} from '@puntari/contracts';
import { Locale } from '@puntari/core';

import { dayIn } from '../pieces/day.js';

/** Where the answer to an item stands; `late` is a wait beyond its day, `unknown` a code newer than this widget. */
export const ANSWER_STATES = [...RESPONSE_STATUSES, 'late', 'unknown'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

const MILLISECONDS_OF_DAY = 24 * 60 * 60 * 1000;

/** Whether a day is over. */
export type IsOver = (day: string) => boolean;

/**
 * Tells whether a day is over somewhere. It is this day or one beside it all over the world, so the calendar of a zone,
 * whose first use costs a slowed phone 60 ms, is asked only about these.
 */
export function overIn(timeZone?: string, now = new Date()): IsOver {
  const dayFromNow = (days: number): string =>
    new Date(now.getTime() + days * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
  const [yesterday, tomorrow] = [dayFromNow(-1), dayFromNow(1)];
  return (day) => day < yesterday || (day < tomorrow && day < dayIn(timeZone, now));
}

/** By when an item is to be answered: its own day, or the day for all. */
export function dueOf(item: StatementItem, statement: Statement): string | undefined {
  return item.response?.due ?? statement.answerBy;
}

/**
 * Where the answer to an item stands; nothing for an item that asks for none. Late is only what still waits: a noted or
 * studied item was handled in time.
 *
 * @param isOver - On the day itself it is not late yet.
 */
export function stateOf(
  item: StatementItem,
  statement: Statement,
  isOver: IsOver,
): AnswerState | undefined {
  const status: string | undefined =
    item.response?.status ?? (asksForAnswer(item.kind) ? 'awaiting' : undefined);
  if (status === undefined) return undefined;
  if (!(RESPONSE_STATUSES as readonly string[]).includes(status)) return 'unknown';
  const due = dueOf(item, statement);
  return status === 'awaiting' && due !== undefined && isOver(due)
    ? 'late'
    : (status as AnswerState);
}

/** How many items stand where, in the order of the vocabulary; only what occurs. */
export function countStates(
  statement: Statement,
  isOver: IsOver,
): { state: AnswerState; count: number }[] {
  const counts = new Map<AnswerState, number>();
  for (const item of statement.items) {
    const state = stateOf(item, statement, isOver);
    if (state) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return ANSWER_STATES.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
}

type Theme = NonNullable<Statement['themes']>[number];
export interface ThemeGroup {
  /** Absent for items that belong to no theme. */
  readonly theme?: Theme;
  readonly items: readonly StatementItem[];
}

/** Items under their themes, in the order of the themes; those without one come last. No item is left out. */
export function groupByTheme({ items, themes = [] }: Statement): ThemeGroup[] {
  const groups = themes.map((theme) => ({
    theme,
    items: items.filter((item) => item.theme === theme.id),
  }));
  const known = new Set(themes.map(({ id }) => id));
  const others = items.filter(({ theme }) => theme === undefined || !known.has(theme));
  return [...groups, { items: others }].filter((group) => group.items.length > 0);
}

const COUNTED = ['for', 'against', 'blank', 'absent'] as const;
export type Ballot = (typeof COUNTED)[number];

/** What a percentage of each base is counted from. Whoever is present votes or leaves it blank. */
const BASES: Readonly<Record<string, readonly Ballot[] | undefined>> = {
  // No other name is one.
  __proto__: null as never,
  cast: ['for', 'against', 'blank'],
  present: ['for', 'against', 'blank'],
  forAgainst: ['for', 'against'],
  all: ['for', 'against', 'blank', 'absent'],
};

export interface Tally {
  /** The votes as given; a share only where it can be counted from the base. */
  readonly counts: readonly { ballot: Ballot; count: number; share?: number }[];
  /** What the shares are counted from; absent where none are shown. */
  readonly baseTotal?: number;
  /** False when the votes given cannot be those of this panel. */
  readonly addsUp: boolean;
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, n) => total + n, 0);

/** Whether so many votes can have come from so many people. What the record does not tell is no contradiction. */
function fits(
  given: number,
  isComplete: boolean,
  { tookPart, seats }: Statement['panel'],
): boolean {
  const sizes = [tookPart, seats].filter((size) => size !== undefined);
  if (sizes.length === 0) return true;
  return isComplete ? sizes.includes(given) : given <= Math.max(...sizes);
}

/**
 * A vote, counted. Shares come from the stated base alone: none where a part of the base is missing, where the base is
 * not known, or where the votes do not add up.
 */
export function tally(vote: Vote, panel: Statement['panel']): Tally {
  const given = COUNTED.flatMap((ballot) => {
    const count = vote[ballot];
    return count === undefined ? [] : [{ ballot, count }];
  });
  // Blank votes are often left out when there were none; the others are needed.
  const isTold = (ballot: Ballot): boolean => ballot === 'blank' || vote[ballot] !== undefined;
  const addsUp =
    fits(sum(given.map(({ count }) => count)), COUNTED.every(isTold), panel) &&
    fits(sum(vote.scale ?? []), false, panel);
  const base = BASES[vote.base] ?? [];
  const parts = given.filter(({ ballot }) => base.includes(ballot));
  const baseTotal = sum(parts.map(({ count }) => count));
  if (!addsUp || !base.every(isTold) || baseTotal === 0) return { counts: given, addsUp };
  return {
    counts: given.map(({ ballot, count }) =>
      base.includes(ballot) ? { ballot, count, share: count / baseTotal } : { ballot, count },
    ),
    baseTotal,
    addsUp,
  };
}

/** The easy version of a language: `fi` to `fi-simple`. */
const easyLanguage = (lang: string): string => `${lang.split('-')[0] ?? lang}-simple`;

/** Whether a text is there in easy language and in full. */
export function hasEasy(text: LocalizedText, lang: string): boolean {
  if (typeof text === 'string') return false;
  const easy = easyLanguage(lang);
  return easy in text && Object.keys(text).some((tag) => !isEasy(tag));
}

/** Whether a page as a whole speaks easy language. */
export const isEasy = (lang: string): boolean => lang.endsWith('-simple');

const speaking = (lang: string, { namespaces, timeZone }: Locale): Locale =>
  Object.assign(new Locale(lang, namespaces), { timeZone });

/** The same words, and the texts in easy language where the record has them. */
export const inEasyLanguage = (locale: Locale): Locale =>
  speaking(easyLanguage(locale.lang), locale);

/** The language whose easy version a locale speaks; the locale itself where it speaks none. */
export const inFullLanguage = (locale: Locale): Locale =>
  isEasy(locale.lang) ? speaking(locale.lang.replace('-simple', ''), locale) : locale;

/** The id that an item can be linked by: `liikenne-2026-4a`. */
export function anchorOf(statement: Statement, itemId: string): string {
  return `${statement.id}-${itemId}`;
}

/** Equal as long as the text would be the same; a day that makes an answer late makes another text. */
export function documentKey(
  statement: Statement,
  lang: string,
  level: number,
  isOver: IsOver,
): string {
  const late = statement.items.filter((item) => stateOf(item, statement, isOver) === 'late').length;
  return `${statement.id}@${statement.version}@${lang}@h${String(level)}@late${String(late)}`;
}

/** What an authority records about one item of a statement, and what it makes of the answer that stood there. */
import * as v from 'valibot';

import {
  asksForAnswer,
  type FieldError,
  handling,
  type Response,
  response,
  type StatementItem,
} from '@puntari/contracts';

import { changedMembers, parseStrict } from '../records/strict.js';

/** Long enough for a name, a title and a unit. */
export const MAX_RECORDED_BY = 200;
const MAX_NOTE = 2000;

const { handling: _handling, progress: steps, ...answerEntries } = response.entries;

/** The answer without what is added to it one by one. Strict: a misspelled field would otherwise be lost without a word. */
const answer = v.strictObject(answerEntries);
const handled = v.strictObject(handling.entries);
const step = v.strictObject(steps.wrapped.item.entries);

/** Which one of those already there is put right, counted from 0. Without it one is added. */
const place = v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(0)));

/** What every change tells of itself, whatever it is about. */
export const about = {
  /** Who records it. For the history that officers read; never published. */
  recordedBy: v.pipe(
    v.string(),
    v.regex(/\S/, 'the name of who records it'),
    v.maxLength(MAX_RECORDED_BY, `at most ${String(MAX_RECORDED_BY)} characters`),
  ),
  /** Why something was put right. For officers. */
  note: v.optional(
    v.pipe(v.string(), v.maxLength(MAX_NOTE, `at most ${String(MAX_NOTE)} characters`)),
  ),
};

export const change = v.variant('kind', [
  v.strictObject({ kind: v.literal('response'), response: answer, ...about }),
  v.strictObject({
    kind: v.literal('handling'),
    /** `null` takes the one at `place` away. */
    handling: v.nullable(handled),
    place,
    ...about,
  }),
  v.strictObject({
    kind: v.literal('progress'),
    progress: v.nullable(step),
    place,
    /** Whether the status of the step becomes that of the answer. */
    setsStatus: v.optional(v.boolean()),
    ...about,
  }),
]);
export type Change = v.InferOutput<typeof change>;
export type ChangeKind = Change['kind'];
export const CHANGE_KINDS = ['response', 'handling', 'progress'] as const satisfies ChangeKind[];

/** A draft as a change, or everything that is wrong with it. Takes any JSON. */
export function parseChange(
  draft: unknown,
): { readonly change: Change } | { readonly errors: readonly FieldError[] } {
  const parsed = parseStrict(change, draft);
  return 'errors' in parsed ? parsed : { change: parsed.output };
}

const NO_STEPS = { handling: [], progress: [] };

/**
 * Where an item stands that a body has dealt with before anybody answered it. A fact or an argument is owed no answer: what
 * was done with it is that it was noted, and nobody must count it among those that wait.
 */
const unanswered = (kind: StatementItem['kind']): Response => ({
  status: asksForAnswer(kind) ? 'awaiting' : 'noted',
  ...NO_STEPS,
});

function listWith<T>(list: readonly T[], entry: T | null, at: number | undefined): T[] {
  const changed: T[] = [...list];
  if (at === undefined) return entry === null ? changed : [...changed, entry];
  changed.splice(at, 1, ...(entry === null ? [] : [entry]));
  return changed;
}

/** What is wrong with the place that a change puts right. */
export function placeErrors(before: Response | undefined, change: Change): FieldError[] {
  if (change.kind === 'response') return [];
  // What stands in a record may be without the lists that are added to.
  const { [change.kind]: list } = { ...NO_STEPS, ...before };
  const entry = change.kind === 'handling' ? change.handling : change.progress;
  if (change.place === undefined) {
    return entry === null ? [{ pointer: '/place', code: 'missing' }] : [];
  }
  if (change.place < list.length) return [];
  return [{ pointer: '/place', code: 'range', params: { min: 0, max: list.length - 1 } }];
}

/**
 * The answer after a change. What the change does not speak of stays.
 *
 * @param kind - Of the item: not every one is owed an answer.
 */
export function applyChange(
  before: Response | undefined,
  change: Change,
  kind: StatementItem['kind'],
): Response {
  const now: Response = { ...unanswered(kind), ...before };
  if (change.kind === 'response') {
    const { handling: handlings, progress } = now;
    return { ...change.response, handling: handlings, progress };
  }
  if (change.kind === 'handling') {
    return { ...now, handling: listWith(now.handling, change.handling, change.place) };
  }
  const progress = listWith(now.progress, change.progress, change.place);
  const status = change.setsStatus && change.progress ? change.progress.status : now.status;
  return { ...now, status, progress };
}

/** The fields of an answer that a change made other than they were. */
export const changedFields = (before: Response | null, after: Response): string[] =>
  changedMembers(before, after);

/** What an authority records about one item of a statement, and what it makes of the answer that stood there. */
import * as v from 'valibot';

import { type FieldError, handling, type Response, response, toPointer } from '@puntari/contracts';

import { hashBody } from '../submissions/body.js';

/** Long enough for a name, a title and a unit. */
const MAX_NAME = 200;
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
    v.maxLength(MAX_NAME, `at most ${String(MAX_NAME)} characters`),
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

/** Enough of a wrong value to find it by. */
const MAX_RECEIVED = 80;

function codeOf({ type, expected, received }: v.BaseIssue<unknown>): FieldError['code'] {
  if (received === 'undefined') return 'missing';
  if (type === 'max_length') return 'tooLong';
  // Of a key that nobody knows, Valibot says that it expected nothing there.
  return type === 'picklist' || type === 'variant' || expected === 'never' ? 'unknown' : 'format';
}

function errorOf(issue: v.BaseIssue<unknown>): FieldError {
  const { message, expected, received } = issue;
  return {
    pointer: toPointer((issue.path ?? []).map(({ key }) => key)),
    code: codeOf(issue),
    params: {
      expected: message.startsWith('Invalid') ? (expected ?? message) : message,
      received: received.slice(0, MAX_RECEIVED),
    },
  };
}

/** A draft in the shape of a schema, or everything that is wrong with it. Takes any JSON. */
export function parseDraft<T>(
  schema: v.GenericSchema<unknown, T>,
  draft: unknown,
): { readonly change: T } | { readonly errors: readonly FieldError[] } {
  const result = v.safeParse(schema, draft);
  return result.success ? { change: result.output } : { errors: result.issues.map(errorOf) };
}

/** A draft as a change, or everything that is wrong with it. */
export const parseChange = (draft: unknown): ReturnType<typeof parseDraft<Change>> =>
  parseDraft(change, draft);

const UNANSWERED: Response = { status: 'awaiting', handling: [], progress: [] };

/** What stands in a record may be without the lists that are added to. */
const whole = (before: Response | undefined): Response => ({ ...UNANSWERED, ...before });

function listWith<T>(list: readonly T[], entry: T | null, at: number | undefined): T[] {
  const changed: T[] = [...list];
  if (at === undefined) return entry === null ? changed : [...changed, entry];
  changed.splice(at, 1, ...(entry === null ? [] : [entry]));
  return changed;
}

/** What is wrong with the place that a change puts right. */
export function placeErrors(before: Response | undefined, change: Change): FieldError[] {
  if (change.kind === 'response') return [];
  const { [change.kind]: list } = whole(before);
  const entry = change.kind === 'handling' ? change.handling : change.progress;
  if (change.place === undefined) {
    return entry === null ? [{ pointer: '/place', code: 'missing' }] : [];
  }
  if (change.place < list.length) return [];
  return [{ pointer: '/place', code: 'range', params: { min: 0, max: list.length - 1 } }];
}

/** The answer after a change. What the change does not speak of stays. */
export function applyChange(before: Response | undefined, change: Change): Response {
  const now = whole(before);
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

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** The fields of an answer that a change made other than they were. */
export function changedFields(before: Response | null, after: Response): string[] {
  const [was, is] = [before ?? {}, after] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter((field) => {
    const [old, now] = [was?.[field], is?.[field]];
    return !(isNothing(old) && isNothing(now)) && hashBody(old) !== hashBody(now);
  });
}

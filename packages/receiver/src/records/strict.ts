/** What records that officers add to have in common: a misspelled field is wrong, and not dropped. */
import * as v from 'valibot';

import { type FieldError, toPointer } from '@puntari/contracts';

import { hashBody } from '../submissions/body.js';

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

/** Any JSON as what a schema says, or everything that is wrong with it. */
export function parseStrict<T>(
  schema: v.GenericSchema<unknown, T>,
  draft: unknown,
): { readonly output: T } | { readonly errors: readonly FieldError[] } {
  const result = v.safeParse(schema, draft);
  return result.success ? { output: result.output } : { errors: result.issues.map(errorOf) };
}

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** The members that are other than they were. */
export function changedMembers(before: object | null, after: object): string[] {
  const [was, is] = [before ?? {}, after] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter((field) => {
    const [old, now] = [was?.[field], is?.[field]];
    return !(isNothing(old) && isNothing(now)) && hashBody(old) !== hashBody(now);
  });
}

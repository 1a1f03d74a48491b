/** What records that officers add to have in common: a misspelled field is wrong, and not dropped. */
import * as v from 'valibot';

import { type FieldError, toPointer } from '@puntari/contracts';

import { hashBody } from '../submissions/body.js';

/** Enough of a wrong value to find it by. */
const MAX_RECEIVED = 80;

type Issue = v.BaseIssue<unknown>;

function codeOf({ type, expected, received }: Issue): FieldError['code'] {
  if (received === 'undefined') return 'missing';
  if (type === 'max_length') return 'tooLong';
  // Of a key that nobody knows, Valibot says that it expected nothing there.
  return type === 'picklist' || type === 'variant' || expected === 'never' ? 'unknown' : 'format';
}

/** What would be right, in words: what Valibot says of it where no schema does is for whoever writes schemas. */
function expectedBy({ message, expected, received, type, requirement }: Issue): string {
  if (!message.startsWith('Invalid')) return message;
  if (expected === 'never') return 'no field of this name';
  if (type === 'max_length') return `at most ${String(requirement)} characters`;
  if (type.endsWith('object')) return received === 'undefined' ? 'a value' : 'an object';
  return expected ?? message;
}

function errorOf(issue: Issue): FieldError {
  const { received } = issue;
  return {
    pointer: toPointer((issue.path ?? []).map(({ key }) => key)),
    code: codeOf(issue),
    params: {
      expected: expectedBy(issue),
      received: received === 'undefined' ? 'nothing' : received.slice(0, MAX_RECEIVED),
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

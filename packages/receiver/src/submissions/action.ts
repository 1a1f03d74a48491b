import * as v from 'valibot';

import type {
  Contact,
  FeedbackChannel,
  FieldError,
  FieldValues,
  Panel,
  Receipt,
} from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import type { ProblemCode } from '../http/problem.js';
import type { FormKind } from '../pages/form-renderer.js';

export type EntryKind = 'registration' | 'feedback';

/** What is about to be stored, already checked. */
export interface Entry<S> {
  readonly reference: string;
  /** The id of the panel or the channel. */
  readonly recordId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly fillSeconds: number | null;
  readonly submission: S;
}

export type Checked<S> = { readonly submission: S } | { readonly errors: readonly FieldError[] };

/** What the two kinds of things that residents send differ in. Everything else is the same for both. */
export interface Action<R extends Panel | FeedbackChannel, S extends { readonly lang: string }> {
  readonly kind: EntryKind;
  readonly form: FormKind;
  /** The route, with `:id` for the record. */
  readonly path: string;
  readonly records: ReadonlyMap<string, R>;
  contact(record: R): Contact;
  /** Why nothing is taken now; `undefined` when it is. */
  refusal(record: R, now: Date): ProblemCode | undefined;
  /** Numbers that a form needs to know beforehand. */
  limits(record: R): Readonly<Record<string, number>>;
  fromFields(record: R, values: FieldValues, lang: string): unknown;
  check(record: R, draft: unknown): Checked<S>;
  receipt(record: R, entry: Entry<S>): Receipt;
  insert(db: Queryable, entry: Entry<S>): Promise<void>;
  /** Puts the entry in the place of the one with the same reference, which is kept in the history. */
  replace(db: Queryable, entry: Entry<S>): Promise<void>;
}

/** No form has more fields that could be wrong at once. */
const MAX_ERRORS = 100;

/**
 * Where a draft holds something of another type than it should. The rules read a draft's fields as what they should be,
 * so this is asked before them.
 */
function wrongTypes(schema: v.GenericSchema, draft: unknown): FieldError[] {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) {
    return [{ pointer: '', code: 'format' }];
  }
  const { issues = [] } = v.safeParse(schema, draft);
  return issues
    .filter(({ kind, type, input }) => kind === 'schema' && type !== 'picklist' && input !== undefined)
    .map(({ path = [] }) => ({
      pointer: path.map(({ key }) => `/${String(key)}`).join(''),
      code: 'format',
    }));
}

/**
 * A draft as a submission without unknown fields, or what is wrong with it.
 *
 * @param rules - What the contracts ask of this record's submissions.
 */
export function checkDraft<S>(
  schema: v.GenericSchema<unknown, S>,
  draft: unknown,
  rules: () => FieldError[],
): Checked<S> {
  const ofType = wrongTypes(schema, draft);
  const errors = ofType.length > 0 ? ofType : rules();
  if (errors.length > 0) return { errors: errors.slice(0, MAX_ERRORS) };
  return { submission: v.parse(schema, draft) };
}

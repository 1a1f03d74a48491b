import * as v from 'valibot';

import type {
  Contact,
  FeedbackChannel,
  FieldError,
  FieldValues,
  Panel,
  Receipt,
  TopicCall,
} from '@puntari/contracts';

import type { Db, Queryable } from '../database/database.js';
import type { ProblemCode } from '../http/problem.js';
import type { FormKind } from '../pages/form-renderer.js';
import type { TimesTold } from '../pages/problem-page.js';
import type { FormBody } from './form-body.js';
import type { Suspicion } from './suspicions.js';

export type EntryKind = 'registration' | 'feedback' | 'proposal';

/** The records that residents can send something to. */
export type Asking = Panel | FeedbackChannel | TopicCall;

/** What is about to be stored, already checked. */
export interface Entry<S> {
  readonly reference: string;
  /** The unguessable part of the address of its receipt. */
  readonly pageId: string;
  /** The id of the panel or the channel. */
  readonly recordId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly fillSeconds: number | null;
  /** What an officer should look at. */
  readonly suspicions: readonly Suspicion[];
  readonly submission: S;
}

export type Checked<S> = { readonly submission: S } | { readonly errors: readonly FieldError[] };

export interface SentForm {
  readonly form: FormBody;
  /** By which its files are known again when it is sent twice. */
  readonly keyOf: (text: string) => string;
  /** The address that it comes from. */
  readonly ip: string;
  readonly now: Date;
}

export interface TakenFiles {
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
}

export interface Filled {
  readonly draft: unknown;
  readonly errors: readonly FieldError[];
}

/** What the kinds of things that residents send differ in. Everything else is the same for both. */
export interface Action<R extends Asking, S extends { readonly lang: string }> {
  readonly kind: EntryKind;
  readonly form: FormKind;
  /** The route, with `:id` for the record. */
  readonly path: string;
  /** A route for all records, and the member of the body that says for which. Where there is one record, it need not. */
  readonly common?: { readonly path: string; readonly member: string };
  readonly records: ReadonlyMap<string, R>;
  /** Members that are taken from officers only. */
  readonly ofOfficers?: readonly string[];
  contact(record: R): Contact;
  /** From when until when something is taken, where that is told before. */
  times?(record: R): TimesTold;
  /** Whether a code of invitation is asked for, which can be wrong and must not be found by trying. */
  asksCode?(record: R): boolean;
  /**
   * Why nothing is taken now; `undefined` when it is.
   *
   * @param draft - What was sent, where it was: an officer may be later than a resident.
   */
  refusal(record: R, now: Date, draft?: unknown): ProblemCode | undefined;
  /** Numbers that a form needs to know beforehand. */
  limits(record: R): Readonly<Record<string, number>>;
  fromFields(record: R, values: FieldValues, lang: string): unknown;
  /** Keeps the files of a form post, and puts them among its values; each that cannot be kept is an error. */
  takeFiles?(db: Db, record: R, sent: SentForm): Promise<TakenFiles>;
  /** Puts what is known here in the place of what was said about it, and tells what is not. */
  fill?(db: Queryable, record: R, draft: unknown): Promise<Filled>;
  check(record: R, draft: unknown): Checked<S>;
  receipt(record: R, entry: Entry<S>): Receipt;
  /** Where the person manages what was sent, where that can be done. Never stored with the receipt. */
  managePath?(pageId: string): string;
  insert(db: Queryable, entry: Entry<S>): Promise<void>;
  /** Puts the entry in the place of the one with the same reference, which is kept in the history. */
  replace(db: Queryable, entry: Entry<S>): Promise<void>;
  /** Whether something that was sent before is not kept in the history either. */
  forgets?(submission: S): boolean;
}

/**
 * A draft as a submission without unknown fields, or what is wrong with it.
 *
 * @param errors - What the contracts find wrong with it. They take any JSON, whatever its shape.
 */
export function checkDraft<S>(
  schema: v.GenericSchema<unknown, S>,
  draft: unknown,
  errors: readonly FieldError[],
): Checked<S> {
  return errors.length > 0 ? { errors } : { submission: v.parse(schema, draft) };
}

/** What checks of submissions share: how they note what is wrong, and what an address and a number look like. */
import * as v from 'valibot';

import { isAnswer } from './answers.js';
import { type FieldError, toPointer } from './problem.js';

/** In an address only between quotation marks, which no mail service gives out; or never to be seen. */
const NOT_IN_EMAIL = String.raw`\s@<>,;:\p{Default_Ignorable_Code_Point}`;
export const EMAIL = new RegExp(
  `^[^${NOT_IN_EMAIL}]+@[^.${NOT_IN_EMAIL}]+(\\.[^.${NOT_IN_EMAIL}]+)+$`,
  'u',
);
export const PHONE = /^\+?\d{5,15}$/;
/** More than any form has fields; keeps the answer to a hostile submission short. */
const MAX_ERRORS = 200;

/** Errors in the order of the form: the order in which the checks below were called. */
export class Findings {
  readonly #errors = new Map<string, FieldError>();

  get errors(): FieldError[] {
    return [...this.#errors.values()];
  }

  add(pointer: string, code: FieldError['code'], params?: FieldError['params']): void {
    // One error a field, the first one found: the most important.
    if (this.#errors.has(pointer) || this.#errors.size >= MAX_ERRORS) return;
    this.#errors.set(pointer, params ? { pointer, code, params } : { pointer, code });
  }

  need(value: unknown, pointer: string): boolean {
    const missing =
      value === undefined || value === null || (typeof value === 'string' && !isAnswer(value));
    if (missing) this.add(pointer, 'missing');
    return !missing;
  }

  /** @param value - Any JSON: a pattern would make a text of it, which fails for an object with a `toString` of its own. */
  format(value: unknown, pattern: RegExp, pointer: string): void {
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) return;
    this.add(pointer, 'format');
  }

  /** Lengths and types from the schema, so that a limit is written once. */
  shape(schema: v.GenericSchema, value: unknown): void {
    const result = v.safeParse(schema, value);
    for (const issue of result.issues ?? []) {
      const path = issue.path ?? [];
      // A list is one field, with one place for its error.
      const list = path.findIndex((item) => item.type === 'array');
      const pointer = toPointer(
        path.slice(0, list === -1 ? undefined : list).map(({ key }) => key),
      );
      if (issue.type === 'max_code_points')
        this.add(pointer, 'tooLong', { max: Number(issue.requirement) });
      else if (issue.type === 'picklist') this.add(pointer, 'unknown');
      else if (issue.input === undefined) this.add(pointer, 'missing');
      else this.add(pointer, 'format');
    }
  }
}

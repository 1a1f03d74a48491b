import type { FieldError, FieldValues, LocalizedText, PickedText } from '@puntari/contracts';

import type { Locale } from '../locale/locale.js';
import type { Translate } from '../locale/words.js';

/** What a field needs to know of the form it stands in. */
export interface FieldContext {
  readonly t: Translate;
  readonly locale: Locale;
  readonly values: FieldValues;
  /** Field name to message, for the fields that are wrong now. */
  readonly errors: ReadonlyMap<string, string>;
  /** On a page without JavaScript: nothing there changes while somebody writes. */
  readonly isStatic?: boolean;
}

/** What every field has. */
export interface FieldOptions {
  /** The JSON Pointer of its place in the submission, without the first slash. */
  readonly name: string;
  readonly label: unknown;
  /** One short sentence; read with the field. No links. */
  readonly hint?: unknown;
  /** Says "(optional)" in the label. */
  readonly optional?: boolean;
  /**
   * Neither optional nor required: one of several fields of which one is enough, or a box that says something which is so or
   * not.
   */
  readonly isAlternative?: boolean;
}

/** One choice of a group. */
export interface Choice {
  readonly value: string;
  readonly label: unknown;
  /** The label as plain text with its language, for an entry of a list, which holds no markup. */
  readonly said?: PickedText;
  readonly hint?: LocalizedText;
  /** Stands last, after "or": the choice that declines. */
  readonly isApart?: boolean;
}

/** The name of the field an error is about. */
export function nameOf({ pointer }: Pick<FieldError, 'pointer'>): string {
  return pointer.replace(/^\//, '');
}

/** A field name as an element id: ids of records are safe already, the slash of the pointer is not. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('/', '-')}`;
}

/** The one value of a field. */
export function valueOf(values: FieldValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a field of several checkboxes. */
export function valuesOf(values: FieldValues, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** The ids a control is described by, hint before error; `undefined` when there is nothing to read. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  const present = ids.filter(Boolean);
  return present.length > 0 ? present.join(' ') : undefined;
}

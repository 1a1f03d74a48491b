/** What a browser keeps of a form for Back: never more than the state a person sees, and nothing sensitive. */
import type { FieldValues } from '@puntari/contracts';

export interface KeptForm {
  readonly recordId: string;
  readonly values: FieldValues;
  /** Where in the form the person was. */
  readonly view: string;
  /** The submission's key: coming back must not make a second submission. */
  readonly key: string;
}

/** What was kept, or nothing where it cannot be read. */
export function readKept(kept: string): KeptForm | undefined {
  try {
    return JSON.parse(kept) as KeptForm;
  } catch {
    return undefined;
  }
}

/** @param sensitive - Names, or beginnings of names, of fields that are left out. */
export function keptValues(values: FieldValues, sensitive: readonly string[]): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !sensitive.some((field) => name.startsWith(field))),
  );
}

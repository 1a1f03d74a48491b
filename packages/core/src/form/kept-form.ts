/** What a browser keeps of a form for Back: never more than the state a person sees, and nothing sensitive. */
import type { FieldValues, Receipt } from '@puntari/contracts';

export interface KeptForm {
  readonly recordId: string;
  readonly values: FieldValues;
  /** Where in the form the person was. */
  readonly view: string;
  /** The submission's key, once it was sent or saved: coming back must not make a second submission. */
  readonly key?: string | undefined;
  /** Once it was sent: who comes back sees that, and not an empty form. */
  readonly receipt?: Receipt | undefined;
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
  const left = leftOut(values, sensitive);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !left.includes(name)));
}

/** The names of the answered fields that are not kept. */
export function leftOut(values: FieldValues, sensitive: readonly string[]): string[] {
  return Object.entries(values)
    .filter(([name]) => sensitive.some((field) => name.startsWith(field)))
    .filter(([, value]) => (value?.length ?? 0) > 0)
    .map(([name]) => name);
}

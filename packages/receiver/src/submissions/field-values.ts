import type { FieldValues, Submission } from '@puntari/contracts';

type Pair = readonly [string, string | readonly string[]];

function pairsOf(value: unknown, name: string): Pair[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(String)]];
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object') return [[name, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, part]) =>
    pairsOf(part, name === '' ? key : `${name}/${key}`),
  );
}

/** A submission as what stands in the fields of its form: the way back of `submissionFromFields`. */
export function fieldValuesOf(submission: Submission): FieldValues {
  return Object.fromEntries(pairsOf(submission, ''));
}

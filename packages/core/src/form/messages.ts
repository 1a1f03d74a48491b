import type { FieldError } from '@puntari/contracts';

import type { Locale } from '../locale/locale.js';

/**
 * The sentence for an error. The field's own message comes first, since it can name the field in the words of its
 * label; a field of the record (a background question) has the general one, with its label filled in.
 */
export function messageFor(
  locale: Locale,
  { pointer, code, params }: FieldError,
  values: Readonly<Record<string, unknown>> = {},
): string {
  const field = pointer.replace(/^\//, '').replaceAll('/', '.');
  const numbers = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      // A year is not a count of things: no thousands mark.
      typeof value === 'number' && code !== 'range' ? locale.number(value) : value,
    ]),
  );
  const { min, max } = params ?? {};
  return locale.t([`error.${field}.${code}`, `error.any.${code}`, 'error.any.unknown'], {
    count: min ?? max,
    ...numbers,
    ...values,
  });
}

import * as v from 'valibot';

import { instant, isoDate } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';

/** The day of a moment where the clock shows it; Sweden writes dates as ISO 8601 does. */
export const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));

const MAX_SHOWN = 40;

/**
 * Before which moment a list asks for what is older, as the database writes moments: texts are compared there.
 *
 * @throws HttpProblem - `date-malformed`, with what was expected: an empty list would look as if there were nothing older.
 */
export function beforeOf(query: unknown): string | undefined {
  const { before } = (query ?? {}) as { readonly before?: unknown };
  if (before === undefined || before === '') return undefined;
  if (v.is(v.union([instant, isoDate]), before)) return new Date(before).toISOString();
  const received = (typeof before === 'string' ? before : JSON.stringify(before)).slice(
    0,
    MAX_SHOWN,
  );
  throw new HttpProblem('date-malformed', {
    detail: `before: expected a time such as 2027-01-31T09:00:00Z or a day such as 2027-01-31, received "${received}"`,
  });
}

import * as v from 'valibot';

import { DEFAULT_TIME_ZONE, type FeedbackChannel, instant, isoDate } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { midnight } from '../submissions/correcting.js';
import type { feedbackRows } from './record.js';

type FeedbackRows = ReturnType<typeof feedbackRows>;

/** The day of a moment where the clock shows it; Sweden writes dates as ISO 8601 does. */
export const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));

const MAX_SHOWN = 40;

/** The moment before which something came, for those who live in a time zone: as the database writes moments. */
export type Before = (timeZone: string) => string;

export const EXPECTED_BEFORE = 'a time such as 2027-01-31T09:00:00Z or a day such as 2027-01-31';

/** A time is the same everywhere; a day begins where the clock shows midnight. Nothing for what is neither. */
export function readBefore(text: unknown): Before | undefined {
  if (v.is(instant, text)) return () => new Date(text).toISOString();
  if (!v.is(isoDate, text)) return undefined;
  // The clock of a year with fewer than four digits is written in another way.
  return (timeZone) => new Date(text < '1001' ? text : midnight(text, timeZone)).toISOString();
}

/**
 * Before when a list asks for what is older.
 *
 * @throws HttpProblem - `date-malformed`, with what was expected: an empty list would look as if there were nothing older.
 */
export function beforeOf(query: unknown): Before | undefined {
  const { before } = (query ?? {}) as { readonly before?: unknown };
  if (before === undefined || before === '') return undefined;
  const read = readBefore(before);
  if (read) return read;
  const received = (typeof before === 'string' ? before : JSON.stringify(before)).slice(
    0,
    MAX_SHOWN,
  );
  throw new HttpProblem('date-malformed', {
    detail: `before: expected ${EXPECTED_BEFORE}, received "${received}"`,
  });
}

/** Of some feedback what came before, by the clock of the channel that it came by. */
export function receivedBefore(
  rows: FeedbackRows,
  before: Before | undefined,
  channels: ReadonlyMap<string, FeedbackChannel>,
): FeedbackRows {
  if (!before) return rows;
  const elsewhere = [...channels.values()].flatMap(({ id, timeZone = DEFAULT_TIME_ZONE }) =>
    timeZone === DEFAULT_TIME_ZONE ? [] : [{ id, timeZone }],
  );
  const ids = elsewhere.map(({ id }) => id);
  return rows.where(({ eb, and, or }) =>
    or([
      and([
        eb('receivedAt', '<', before(DEFAULT_TIME_ZONE)),
        ...(ids.length > 0 ? [eb('channelId', 'not in', ids)] : []),
      ]),
      ...elsewhere.map(({ id, timeZone }) =>
        and([eb('channelId', '=', id), eb('receivedAt', '<', before(timeZone))]),
      ),
    ]),
  );
}

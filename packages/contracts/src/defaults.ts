/**
 * What a record means where it says nothing. The schemas fill these in; a widget that shows a record before it has been
 * checked does the same.
 */
import type { RecordKind, RecordOf } from './records.js';

/** Shortest and longest feedback where a channel says nothing else, in characters (code points). */
export const FEEDBACK_TEXT_MIN = 10;
export const FEEDBACK_TEXT_MAX = 4000;

export const FEEDBACK_LIMITS = { textMin: FEEDBACK_TEXT_MIN, textMax: FEEDBACK_TEXT_MAX } as const;

/** The zone in which instants are shown when a record names none. */
export const DEFAULT_TIME_ZONE = 'Europe/Helsinki';

/** What feedback can be about; see `subject`. */
export const SUBJECT =
  /^(page:\/[^\s]*|(topic|panel|statement):[A-Za-z0-9][A-Za-z0-9._-]*(#[A-Za-z0-9][A-Za-z0-9._-]*)?)$/;

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/**
 * The record as far as can be told without its schema: the mark of one of ours, and what it leaves unsaid filled in.
 *
 * @returns `undefined` for anything that does not claim to be a record.
 */
export function assumeRecord<K extends RecordKind>(
  kind: K,
  data: unknown,
): RecordOf<K> | undefined {
  if (!isObject(data) || data['schemaVersion'] !== 1 || typeof data['id'] !== 'string')
    return undefined;
  const channel = { limits: FEEDBACK_LIMITS, asksExperience: true, offersReply: true };
  return {
    purpose: {},
    ...(kind === 'feedbackChannel' ? channel : {}),
    ...data,
  } as unknown as RecordOf<K>;
}

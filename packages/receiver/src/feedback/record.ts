/** Recording what becomes of feedback: the one way in for the route and the command. */
import {
  type Feedback,
  type FeedbackStatus,
  type FeedbackSubmission,
  type FieldError,
  type LocalizedText,
  personalDataIn,
} from '@puntari/contracts';
import type { SelectQueryBuilder } from 'kysely';

import type { Db, Queryable } from '../database/database.js';
import type { Tables } from '../database/schema.js';
import { HttpProblem } from '../http/problem.js';
import { parseStrict } from '../records/strict.js';
import { hashBody } from '../submissions/body.js';
import { normalizeReference } from '../submissions/reference.js';
import { type FeedbackChange, feedbackChange, statusAfter } from './change.js';
import { addEntry, entriesOf, type FeedbackEntry, entryUnderKey } from './store.js';

/** Some feedback and everything that was recorded about it. */
export interface FeedbackState {
  readonly id: string;
  readonly reference: string;
  readonly channelId: string;
  readonly receivedAt: string;
  readonly status: FeedbackStatus;
  readonly revision: number;
  /** When its words were deleted. */
  readonly forgottenAt: string | null;
  readonly submission: FeedbackSubmission;
  /**
   * How many times something was recorded about it, or its writer sent other words; what a change has to name. Nothing is
   * said of words that whoever says it has not seen.
   */
  readonly version: number;
  readonly entries: readonly FeedbackEntry[];
}

const STATE_COLUMNS = [
  'id',
  'reference',
  'channelId',
  'receivedAt',
  'status',
  'revision',
  'forgottenAt',
  'submission',
] as const;

interface Row extends Omit<FeedbackState, 'status' | 'submission' | 'version' | 'entries'> {
  readonly status: string;
  readonly submission: string;
}

export const stateFrom = (row: Row, entries: readonly FeedbackEntry[]): FeedbackState => ({
  ...row,
  status: row.status as FeedbackStatus,
  submission: JSON.parse(row.submission) as FeedbackSubmission,
  version: entries.length + row.revision - 1,
  entries,
});

/** The rows of feedback, as far as its state needs them. */
export const feedbackRows = (db: Queryable): SelectQueryBuilder<Tables, 'feedback', Row> =>
  db.selectFrom('feedback').select(STATE_COLUMNS);

/** @throws HttpProblem - `not-found`. */
export async function stateOf(db: Queryable, reference: string): Promise<FeedbackState> {
  const row = await feedbackRows(db)
    .where('reference', '=', normalizeReference(reference))
    .executeTakeFirst();
  if (!row) throw new HttpProblem('not-found');
  return stateFrom(row, await entriesOf(db, row.id));
}

type Of<K extends FeedbackChange['kind']> = Extract<FeedbackChange, { kind: K }>;

/** The last change of a kind, with the entry that it stands in. */
export function lastOf<K extends FeedbackChange['kind']>(
  entries: readonly FeedbackEntry[],
  kind: K,
): (FeedbackEntry & { readonly change: Of<K> }) | undefined {
  const isOfKind = (entry: FeedbackEntry): entry is FeedbackEntry & { readonly change: Of<K> } =>
    entry.change.kind === kind;
  return entries.filter(isOfKind).at(-1);
}

/**
 * What may be shown of the words: only with the writer's leave and after an officer has looked at these very words.
 * Nothing where they may not.
 */
export function publicText({ submission, revision, entries }: FeedbackState): string | undefined {
  const moderation = lastOf(entries, 'moderation');
  const isAllowed = submission.mayBePublished && moderation?.change.decision === 'publish';
  if (!isAllowed || moderation.revision !== revision) return undefined;
  return moderation.change.text ?? submission.text;
}

/** As its record: with the newest outcome and the newest note. */
export function recordOf(state: FeedbackState): Feedback {
  const { id, reference, channelId, receivedAt, status, revision, submission, entries } = state;
  const outcome = lastOf(entries, 'outcome')?.change.outcome;
  const statusNote = lastOf(entries, 'status')?.change.statusNote;
  return {
    ...{ id, reference, channelId, receivedAt, status, revision, submission },
    ...(statusNote === undefined ? {} : { statusNote }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

const textsOf = (text: LocalizedText): string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

/** What is published must not hold what nobody may read: the code of a person, the number of an account. */
function personalDataErrors(state: FeedbackState, change: FeedbackChange): FieldError[] {
  const found = (pointer: string, texts: readonly string[]): FieldError[] =>
    texts.some((text) => personalDataIn(text).length > 0) ? [{ pointer, code: 'unsafe' }] : [];
  if (change.kind === 'moderation' && change.decision === 'publish') {
    return found('/text', [change.text ?? state.submission.text ?? '']);
  }
  if (change.kind !== 'outcome') return [];
  return (['said', 'decided', 'why'] as const).flatMap((part) =>
    found(`/outcome/${part}`, textsOf(change.outcome[part])),
  );
}

function checked(
  state: FeedbackState,
  draft: unknown,
): { change: FeedbackChange; status: FeedbackStatus } {
  const parsed = parseStrict(feedbackChange, draft);
  if ('errors' in parsed) throw new HttpProblem('invalid', { errors: parsed.errors });
  const { output: change } = parsed;
  const status = statusAfter(state.status, change);
  if (status === undefined) {
    const params = { from: state.status };
    throw new HttpProblem('invalid', {
      errors: [{ pointer: '/status', code: 'impossible', params }],
    });
  }
  const isPublished = change.kind === 'moderation' && change.decision === 'publish';
  if (isPublished && !state.submission.mayBePublished) {
    const detail = 'Its writer has not allowed it to be published.';
    throw new HttpProblem('invalid', {
      detail,
      errors: [{ pointer: '/decision', code: 'impossible' }],
    });
  }
  const errors = personalDataErrors(state, change);
  if (errors.length > 0) throw new HttpProblem('invalid', { errors });
  return { change, status };
}

export interface FeedbackAttempt {
  readonly reference: string;
  /** Any JSON. */
  readonly draft: unknown;
  /** What its author has seen; see `FeedbackState`. */
  readonly version: number;
  /** The same for a repeat. */
  readonly key: string;
  readonly now: Date;
}

export interface RecordedFeedback {
  readonly entry: FeedbackEntry;
  readonly isRepeat: boolean;
}

/** A new status, and a line in the history where it is another one. */
async function setStatus(
  db: Queryable,
  { id, status: before, revision }: FeedbackState,
  { status, by, at }: { status: FeedbackStatus; by: string; at: string },
): Promise<void> {
  await db.updateTable('feedback').set({ status, updatedAt: at }).where('id', '=', id).execute();
  if (status === before) return;
  const line = { fromStatus: before, toStatus: status, comment: null, submission: null };
  await db
    .insertInto('feedbackHistory')
    .values({ ...line, entryId: id, revision, at, by: `officer: ${by}` })
    .execute();
}

/**
 * Records a change, all of it or nothing. Of two at once one is recorded, and the other is told.
 *
 * @throws HttpProblem - `not-found`, `version-changed`, `key-used`, or `invalid` with everything that is wrong.
 */
export function recordFeedbackChange(db: Db, attempt: FeedbackAttempt): Promise<RecordedFeedback> {
  const { reference, draft, key, now } = attempt;
  const bodyHash = hashBody(draft);
  return db.transaction().execute(async (within) => {
    const state = await stateOf(within, reference);
    const known = await entryUnderKey(within, state.id, key);
    if (known) {
      // A repeat names the version that it saw, which is not the last any more: so keys go before versions.
      if (known.bodyHash === bodyHash) return { entry: known.entry, isRepeat: true };
      throw new HttpProblem('key-used');
    }
    if (attempt.version !== state.version) {
      const detail = `It is at version ${String(state.version)}, and you have seen ${String(attempt.version)}. Nothing was recorded.`;
      throw new HttpProblem('version-changed', { detail });
    }
    if (state.forgottenAt !== null) throw new HttpProblem('not-found');
    const { change, status } = checked(state, draft);
    const { recordedBy } = change;
    const at = now.toISOString();
    await setStatus(within, state, { status, by: recordedBy, at });
    const entry = await addEntry(within, {
      feedbackId: state.id,
      version: state.version + 1,
      recordedAt: at,
      revision: state.revision,
      ...{ recordedBy, change, key, bodyHash },
    });
    return { entry, isRepeat: false };
  });
}

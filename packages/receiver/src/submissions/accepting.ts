/** From something that was sent to its receipt, whatever way it came: as JSON, or as a form. */
import type { FieldError } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import type { Action, Asking } from './action.js';
import type { SubmissionContext } from './routes.js';
import { type Accepted, findAccepted, type SentKey } from './store.js';
import { suspicionsOf } from './suspicions.js';
import { tokenAge } from './token.js';

/** What came with the answers, and is none of them. */
export interface SentAlong {
  readonly token: unknown;
  readonly hidden?: string | undefined;
  /** What is wrong with it already. */
  readonly errors?: readonly FieldError[];
}

export interface Sent<R> {
  readonly record: R;
  readonly key: SentKey;
  readonly draft: unknown;
  readonly along: SentAlong;
  /** The address it came from. */
  readonly ip: string;
}

/** @throws HttpProblem - Why nothing is taken now, or `invalid` with what has to be corrected. */
export async function accept<R extends Asking, S extends { readonly lang: string }>(
  action: Action<R, S>,
  context: SubmissionContext,
  { record, key, draft, along, ip }: Sent<R>,
): Promise<Accepted> {
  const { db, store, secret, wrongCodes } = context;
  const { token, hidden, errors = [] } = along;
  const now = context.now();
  // A retry whose first answer was lost gets that answer, even when registration has closed since.
  const before = errors.length > 0 ? undefined : await findAccepted(db, key, now);
  if (before) return before;
  const refusal = action.refusal(record, now, draft);
  if (refusal) throw new HttpProblem(refusal, { about: action.kind });
  const filled = (await action.fill?.(db, record, draft)) ?? { draft, errors: [] };
  const checked = action.check(record, filled.draft);
  const wrong = 'errors' in checked ? checked.errors : [];
  if ('errors' in checked || filled.errors.length + errors.length > 0) {
    throw new HttpProblem('invalid', { errors: [...wrong, ...filled.errors, ...errors] });
  }
  const fillSeconds = tokenAge(secret, key.target, token, now);
  const attempt = {
    ...key,
    record,
    recordId: record.id,
    submission: checked.submission,
    fillSeconds,
    suspicions: suspicionsOf(fillSeconds, hidden),
    now,
  };
  const storeIt = (): Promise<Accepted> => store.accept(action, attempt);
  return action.asksCode?.(record) ? wrongCodes.guard(ip, now, storeIt) : storeIt();
}

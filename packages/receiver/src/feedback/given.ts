/** Feedback as its writer sees it, by the private link that came with the receipt. */
import type { FeedbackSubmission, LocalizedText, Receipt } from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { hashOfId } from '../submissions/private-link.js';
import { entriesOf } from './store.js';
import { feedbackRows, lastOf, publicText, recordOf, stateFrom } from './record.js';

export interface GivenFeedback {
  readonly id: string;
  readonly forgottenAt: string | null;
  readonly timeZone: string;
  readonly receipt: Receipt;
  readonly submission: FeedbackSubmission;
  readonly told: ToldFeedback;
}

/** What is told of it: how far it is, who has it, by when, and what came of it. */
export interface ToldFeedback {
  readonly reference: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly statusNote?: LocalizedText | undefined;
  readonly handler: LocalizedText;
  readonly answerBy?: string | undefined;
  readonly answerAt?: LocalizedText | undefined;
  readonly outcome?: ReturnType<typeof recordOf>['outcome'];
  /** What everybody can read of it; nothing where nobody can. */
  readonly publicText?: string | undefined;
}

export async function findGiven(db: Db, privateId: string): Promise<GivenFeedback | undefined> {
  const row = await feedbackRows(db)
    .where('manageHash', '=', hashOfId(privateId))
    .executeTakeFirst();
  if (!row) return undefined;
  const found = await db
    .selectFrom('receipts')
    .select(['receipt', 'timeZone'])
    .where('reference', '=', row.reference)
    .executeTakeFirstOrThrow();
  const state = stateFrom(row, await entriesOf(db, row.id));
  const receipt = JSON.parse(found.receipt) as Receipt;
  const { reference, receivedAt, status, statusNote, outcome } = recordOf(state);
  const { answerBy, answerAt, readBy } = receipt;
  const handlers = state.entries.map(({ change }) =>
    change.kind === 'status' ? change.handler : undefined,
  );
  const handler = handlers.filter((one) => one !== undefined).at(-1) ?? readBy;
  // What is not published yet is not told: it is only once an answer stands beside it.
  const shown = lastOf(state.entries, 'outcome') ? publicText(state) : undefined;
  return {
    id: row.id,
    forgottenAt: row.forgottenAt,
    timeZone: found.timeZone,
    receipt,
    submission: state.submission,
    told: {
      ...{ reference, receivedAt, status, statusNote, handler, answerBy, answerAt, outcome },
      publicText: shown,
    },
  };
}

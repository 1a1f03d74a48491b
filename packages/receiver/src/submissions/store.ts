import { DEFAULT_TIME_ZONE, type Receipt } from '@puntari/contracts';

import { type Db, emptyLog, type Queryable } from '../database/database.js';
import type { Action, Asking, Entry, EntryKind } from './action.js';
import { createPageId, createReference } from './reference.js';
import type { Suspicion } from './suspicions.js';

/** Keys of form posts are made from what was posted, and mean something only for a while. */
export const FORM_KEY = 'form:';
/** The first text that sorts after every form key. */
export const AFTER_FORM_KEYS = 'form;';
const FORM_KEY_MS = 10 * 60 * 1000;

/** A key in its own space, so that no page can take the place of another by sending a key that looks like it. */
export const formKey = (hash: string): string => `${FORM_KEY}${hash}`;

export interface SentKey {
  /** The action, as its URL path. */
  readonly target: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** A submission that was checked and is to be stored under a key. */
export interface Attempt<R, S> extends SentKey {
  readonly recordId: string;
  readonly record: R;
  readonly submission: S;
  readonly fillSeconds: number | null;
  readonly suspicions: readonly Suspicion[];
  readonly now: Date;
}

export interface Accepted {
  readonly receipt: Receipt;
  readonly pageId: string;
}

interface Known extends Accepted {
  readonly bodyHash: string;
  readonly reference: string;
  readonly sentAt: string;
}

/** From when on those count that mean something at a moment. */
export const formKeysSince = (now: Date): string =>
  new Date(now.getTime() - FORM_KEY_MS).toISOString();

async function findKey(db: Queryable, { target, key }: SentKey): Promise<Known | undefined> {
  const row = await db
    .selectFrom('sentKeys')
    .innerJoin('receipts', 'receipts.reference', 'sentKeys.reference')
    .select(['sentKeys.bodyHash', 'sentKeys.sentAt'])
    .select(['receipts.reference', 'receipts.pageId', 'receipts.receipt'])
    .where('sentKeys.target', '=', target)
    .where('sentKeys.key', '=', key)
    .executeTakeFirst();
  return row && { ...row, receipt: JSON.parse(row.receipt) as Receipt };
}

/** The answer that was given to the same body under the same key before. */
export async function findAccepted(
  db: Queryable,
  sent: SentKey,
  now: Date,
): Promise<Accepted | undefined> {
  const known = await findKey(db, sent);
  if (known?.bodyHash !== sent.bodyHash) return undefined;
  return sent.key.startsWith(FORM_KEY) && known.sentAt < formKeysSince(now) ? undefined : known;
}

/** By the order of the primary key, so that the time it takes does not grow with what is stored. */
async function dropOldFormKeys(db: Queryable, target: string, now: Date): Promise<void> {
  await db
    .deleteFrom('sentKeys')
    .where('target', '=', target)
    .where('key', '>=', FORM_KEY)
    .where('key', '<', AFTER_FORM_KEYS)
    .where('sentAt', '<', formKeysSince(now))
    .execute();
}

/** References are few enough to meet twice; so many misses in a row mean that they have run out. */
const MAX_TRIES = 50;

interface ReceiptRow {
  readonly kind: EntryKind;
  readonly timeZone: string;
  readonly pageId: string;
}

/** Takes a reference that nothing has yet; the receipt follows when it is known. */
async function takeReference(
  db: Queryable,
  row: ReceiptRow,
  create: () => string,
): Promise<string> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const reference = create();
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('receipts')
      .values({ reference, receipt: '{}', ...row })
      .onConflict((conflict) => conflict.column('reference').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return reference;
  }
  throw new Error('No free reference was found');
}

/** Stores submissions; each with its key, its history and its receipt, or none of them. */
export class Store {
  readonly #db: Db;
  readonly #createReference: () => string;

  constructor(db: Db, reference: () => string = createReference) {
    this.#db = db;
    this.#createReference = reference;
  }

  /**
   * Stores what was sent. The same key and body again changes nothing; the same key with another body takes the place of
   * what was there.
   */
  async accept<R extends Asking, S extends { readonly lang: string }>(
    action: Action<R, S>,
    attempt: Attempt<R, S>,
  ): Promise<Accepted> {
    const accepted = await this.#db.transaction().execute(async (db) => {
      await dropOldFormKeys(db, attempt.target, attempt.now);
      const known = await findKey(db, attempt);
      if (known?.bodyHash === attempt.bodyHash) return known;
      return known ? replaceKnown(db, action, attempt, known) : this.#insert(db, action, attempt);
    });
    if (action.forgets?.(attempt.submission)) await emptyLog(this.#db);
    return accepted;
  }

  async #insert<R extends Asking, S extends { readonly lang: string }>(
    db: Queryable,
    action: Action<R, S>,
    attempt: Attempt<R, S>,
  ): Promise<Accepted> {
    const { target, key, bodyHash, record } = attempt;
    const pageId = createPageId();
    const row = { kind: action.kind, timeZone: record.timeZone ?? DEFAULT_TIME_ZONE, pageId };
    const reference = await takeReference(db, row, this.#createReference);
    const entry = entryOf(attempt, { reference, pageId });
    const receipt = action.receipt(record, entry);
    await setReceipt(db, receipt);
    await action.insert(db, entry);
    await db
      .insertInto('sentKeys')
      .values({ target, key, bodyHash, reference, sentAt: entry.at })
      .execute();
    return { receipt, pageId };
  }
}

const entryOf = <S>(
  attempt: Attempt<unknown, S>,
  { reference, pageId }: Pick<Entry<S>, 'reference' | 'pageId'>,
): Entry<S> => ({
  reference,
  pageId,
  recordId: attempt.recordId,
  at: attempt.now.toISOString(),
  fillSeconds: attempt.fillSeconds,
  suspicions: attempt.suspicions,
  submission: attempt.submission,
});

export async function setReceipt(db: Queryable, receipt: Receipt): Promise<void> {
  await db
    .updateTable('receipts')
    .set({ receipt: JSON.stringify(receipt) })
    .where('reference', '=', receipt.reference)
    .execute();
}

async function replaceKnown<R extends Asking, S extends { readonly lang: string }>(
  db: Queryable,
  action: Action<R, S>,
  attempt: Attempt<R, S>,
  { reference, pageId }: Known,
): Promise<Accepted> {
  const { target, key, bodyHash, record } = attempt;
  const entry = entryOf(attempt, { reference, pageId });
  const receipt = { ...action.receipt(record, entry), replaced: true };
  await setReceipt(db, receipt);
  await action.replace(db, entry);
  await db
    .updateTable('sentKeys')
    .set({ bodyHash, sentAt: entry.at })
    .where('target', '=', target)
    .where('key', '=', key)
    .execute();
  return { receipt, pageId };
}

export interface FoundReceipt {
  readonly kind: EntryKind;
  readonly timeZone: string;
  readonly receipt: Receipt;
  /** Of a registration or a proposal; `deleted` also of feedback whose words were. */
  readonly status: string | undefined;
}

/** The receipt behind the address of its page. */
export async function findReceipt(db: Db, pageId: string): Promise<FoundReceipt | undefined> {
  const row = await db
    .selectFrom('receipts')
    .leftJoin('registrations', 'registrations.reference', 'receipts.reference')
    .leftJoin('feedback', 'feedback.reference', 'receipts.reference')
    .leftJoin('topicProposals', 'topicProposals.reference', 'receipts.reference')
    .select(['kind', 'timeZone', 'receipt', 'feedback.forgottenAt'])
    .select(({ fn }) => fn.coalesce('registrations.status', 'topicProposals.status').as('status'))
    .where('pageId', '=', pageId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: row.kind as EntryKind,
    timeZone: row.timeZone,
    receipt: JSON.parse(row.receipt) as Receipt,
    status: row.forgottenAt === null ? (row.status ?? undefined) : 'deleted',
  };
}

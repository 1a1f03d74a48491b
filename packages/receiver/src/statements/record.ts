/** Recording an answer: the one way in for the route, the page and the command. */
import {
  type FieldError,
  publishingProblems,
  type Response,
  type Statement,
  type StatementItem,
} from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Db, Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { VersionChanged } from '../http/version-changed.js';
import { hashBody } from '../submissions/body.js';
import { applyChange, type Change, parseChange, placeErrors } from './change.js';
import { addEntry, byItem, entriesOf, type Entry, entryUnderKey } from './store.js';

/** One item of a published statement, and where it stands now. */
export interface ItemState {
  readonly statement: Statement;
  readonly item: StatementItem;
  /** As it is now: recorded, or else that of the content folder. */
  readonly response: Response | undefined;
  /** How many entries there are; what a change has to name. */
  readonly version: number;
  readonly entries: readonly Entry[];
  /** Whether the content folder says something else since the first entry, which nobody is shown. */
  readonly differsInContent: boolean;
}

/** @throws HttpProblem - `not-found`, with what there is instead. */
function statementIn(content: Content, id: string): Statement {
  const statement = content.statements.get(id);
  if (statement) return statement;
  const ids = [...content.statements.keys()].join(', ');
  const detail = `There is no statement "${id}". There are: ${ids}`;
  throw new HttpProblem('not-found', { detail });
}

/**
 * Whether the author of the record changed an answer that is recorded here already. Who put a record with its answers into the
 * content folder changed none, also when more was recorded since.
 */
function differsInContent({ response }: StatementItem, entries: readonly Entry[]): boolean {
  const known = [entries[0]?.before ?? undefined, ...entries.map(({ after }) => after)].map(
    hashBody,
  );
  return entries.length > 0 && !known.includes(hashBody(response));
}

const stateFrom = (
  statement: Statement,
  item: StatementItem,
  entries: readonly Entry[],
): ItemState => ({
  statement,
  item,
  response: entries.at(-1)?.after ?? item.response,
  version: entries.length,
  entries,
  differsInContent: differsInContent(item, entries),
});

/** @throws HttpProblem - `not-found`, with what there is instead. */
export async function stateOfItem(
  db: Queryable,
  content: Content,
  statementId: string,
  itemId: string,
): Promise<ItemState> {
  const statement = statementIn(content, statementId);
  const item = statement.items.find(({ id }) => id === itemId);
  if (!item) {
    const ids = statement.items.map(({ id }) => id).join(', ');
    const detail = `The statement "${statementId}" has no item "${itemId}". It has: ${ids}`;
    throw new HttpProblem('not-found', { detail });
  }
  return stateFrom(statement, item, await entriesOf(db, statementId, itemId));
}

/** All items of a statement. */
export async function statesOf(
  db: Queryable,
  content: Content,
  statementId: string,
): Promise<{ readonly statement: Statement; readonly states: readonly ItemState[] }> {
  const statement = statementIn(content, statementId);
  const entries = byItem(await entriesOf(db, statementId));
  const states = statement.items.map((item) =>
    stateFrom(statement, item, entries.get(item.id) ?? []),
  );
  return { statement, states };
}

/** What somebody wants to record. */
export interface Attempt {
  readonly statementId: string;
  readonly itemId: string;
  /** Any JSON. */
  readonly draft: unknown;
  /** Of the answer that they have seen. */
  readonly version: number;
  /** The same for a repeat, so that nothing is recorded twice. */
  readonly key: string;
  readonly now: Date;
}

export interface Recorded {
  readonly entry: Entry;
  /** Whether it was there already, from an earlier try. */
  readonly isRepeat: boolean;
}

/** What the statement would owe its readers with this answer in it: a reason for a no, first of all. */
function answerErrors({ statement, item }: ItemState, response: Response): FieldError[] {
  const data = { ...statement, items: [{ ...item, response }] };
  return publishingProblems('statement', data).flatMap(({ pointer, expected, received }) => {
    const [, inItem] = /^\/items\/0(\/response.*)$/.exec(pointer) ?? [];
    if (inItem === undefined) return [];
    const code = received === 'nothing' ? 'missing' : 'format';
    return [{ pointer: inItem, code, params: { expected, received } }];
  });
}

function checked(state: ItemState, draft: unknown): { change: Change; after: Response } {
  const parsed = parseChange(draft);
  if ('errors' in parsed) throw new HttpProblem('invalid', { errors: parsed.errors });
  const { change } = parsed;
  const misplaced = placeErrors(state.response, change);
  if (misplaced.length > 0) throw new HttpProblem('invalid', { errors: misplaced });
  const after = applyChange(state.response, change, state.item.kind);
  // A handling or a step is not kept from being added by what was wrong with the answer before.
  const { response: before } = state;
  const known = before && change.kind !== 'response' ? answerErrors(state, before) : [];
  const errors = answerErrors(state, after).filter(
    ({ pointer }) => !known.some((error) => error.pointer === pointer),
  );
  if (errors.length > 0) throw new HttpProblem('invalid', { errors });
  return { change, after };
}

function demandVersion({ version, item, entries }: ItemState, seen: number): void {
  if (seen === version) return;
  const last = entries.at(-1);
  const since = last ? ` The last change was recorded at ${last.recordedAt}.` : '';
  const what = `The answer to "${item.id}" is at version ${String(version)}, and you have seen ${String(seen)}.${since}`;
  throw new VersionChanged(what, version);
}

/**
 * Records a change to the answer of an item, all of it or nothing. Of two at once one is recorded, and the other is told.
 *
 * @throws HttpProblem - `not-found`, `version-changed`, `key-used`, or `invalid` with everything that is wrong.
 */
export function recordChange(db: Db, content: Content, attempt: Attempt): Promise<Recorded> {
  const { statementId, itemId, draft, key, now } = attempt;
  const bodyHash = hashBody(draft);
  return db.transaction().execute(async (within) => {
    const state = await stateOfItem(within, content, statementId, itemId);
    const known = await entryUnderKey(within, { statementId, itemId, key });
    if (known) {
      // A repeat names the version that it saw, which is not the last any more: so keys go before versions.
      if (known.bodyHash === bodyHash) return { entry: known.entry, isRepeat: true };
      throw new HttpProblem('key-used');
    }
    demandVersion(state, attempt.version);
    const { change, after } = checked(state, draft);
    const entry = await addEntry(within, {
      statementId,
      itemId,
      version: state.version + 1,
      recordedAt: now.toISOString(),
      change,
      before: state.response ?? null,
      after,
      key,
      bodyHash,
    });
    return { entry, isRepeat: false };
  });
}

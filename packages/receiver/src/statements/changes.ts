/** What was answered and done since a day, for those who follow a statement. Nothing in it tells who typed it in. */
import * as v from 'valibot';

import {
  DEFAULT_TIME_ZONE,
  isoDate,
  type LocalizedText,
  type Response,
  type ResponseStatus,
  type Statement,
  type StatementItem,
} from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { changedFields, type ChangeKind } from './change.js';
import { byItem, type Entry } from './store.js';

/** One thing that readers learn. */
export interface PublicChange {
  /** The id of the item. */
  readonly item: string;
  readonly number?: string;
  readonly title: LocalizedText;
  readonly kind: ChangeKind;
  /** Of the answer or the step: as it was then, or of what the record brought along, as it is. */
  readonly status: ResponseStatus;
  /** The day on which it was recorded here. Of what the record brought along: the day it tells itself. */
  readonly on: string;
  /** The instant, where it was recorded here. */
  readonly at?: string;
  /** Whether it puts right what was said before. */
  readonly corrected?: true;
}

/** A change with what only this house needs of it. */
export interface DatedChange extends PublicChange {
  /** What it can be told apart by. */
  readonly key: string;
  /** In what order it became known. */
  readonly order: string;
  /** What was said. */
  readonly texts: readonly LocalizedText[];
}

const said = (...texts: readonly (LocalizedText | undefined)[]): LocalizedText[] =>
  texts.filter((text) => text !== undefined);

const about = (item: StatementItem): Pick<PublicChange, 'item' | 'number' | 'title'> => ({
  item: item.id,
  ...(item.number === undefined ? {} : { number: item.number }),
  title: item.title ?? item.text,
});

type Told = Pick<DatedChange, 'kind' | 'status' | 'on' | 'texts'>;

/** What an answer that came with the record tells itself, where it tells when. */
function toldByRecord({ status, text, reason, decidedOn, handling, progress }: Response): Told[] {
  return [
    ...(decidedOn === undefined
      ? []
      : [{ kind: 'response' as const, status, on: decidedOn, texts: said(text, reason) }]),
    ...handling.flatMap(({ date, body, decision, proposal }) =>
      date === undefined
        ? []
        : [
            {
              kind: 'handling' as const,
              status,
              on: date,
              texts: said(body.name, decision ?? proposal),
            },
          ],
    ),
    ...progress.map((step) => ({
      kind: 'progress' as const,
      status: step.status,
      on: step.on,
      texts: said(step.note),
    })),
  ];
}

function textsOf({ change, after }: Entry): LocalizedText[] {
  if (change.kind === 'response') return said(after.text, after.reason);
  if (change.kind === 'progress') return said(change.progress?.note);
  const { body, decision, proposal } = change.handling ?? {};
  return said(body?.name, decision ?? proposal);
}

/** Whether an entry says anew what was said before, and not something more. */
function isCorrection({ change, before }: Entry): boolean {
  if (change.kind !== 'response') return change.place !== undefined;
  return (
    before !== null &&
    before.status === change.response.status &&
    said(before.text, before.reason).length > 0
  );
}

const dayIn = (timeZone: string) => (instant: string) =>
  // Sweden writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));

function changesOfItem(
  item: StatementItem,
  entries: readonly Entry[],
  dayOf: (instant: string) => string,
): DatedChange[] {
  const [first] = entries;
  // From the first entry on the content folder says nothing about this answer any more.
  const brought = first ? first.before : (item.response ?? null);
  const told = brought === null ? [] : toldByRecord(brought);
  return [
    ...told.map((change, index) => ({
      ...about(item),
      ...change,
      key: `${item.id}/${change.kind}/${String(index)}/${change.on}`,
      order: change.on,
    })),
    ...entries
      .filter(({ before, after }) => changedFields(before, after).length > 0)
      .map((entry) => ({
        ...about(item),
        kind: entry.change.kind,
        status:
          entry.change.kind === 'progress' && entry.change.progress
            ? entry.change.progress.status
            : entry.after.status,
        on: dayOf(entry.recordedAt),
        at: entry.recordedAt,
        ...(isCorrection(entry) ? { corrected: true as const } : {}),
        texts: textsOf(entry),
        key: entry.id,
        order: entry.recordedAt,
      })),
  ];
}

/**
 * What became known about a statement, newest first.
 *
 * @param since - The first day that counts, in the time zone of the record.
 */
export function changesOf(
  statement: Statement,
  entries: readonly Entry[],
  since?: string,
): DatedChange[] {
  const dayOf = dayIn(statement.timeZone ?? DEFAULT_TIME_ZONE);
  const recorded = byItem(entries);
  return statement.items
    .flatMap((item) => changesOfItem(item, recorded.get(item.id) ?? [], dayOf))
    .filter(({ on }) => since === undefined || on >= since)
    .sort((a, b) => (a.order === b.order ? 0 : a.order < b.order ? 1 : -1));
}

/** Only what is for everybody. */
export function publicChange(change: DatedChange): PublicChange {
  const { key: _key, order: _order, texts: _texts, ...rest } = change;
  return rest;
}

const MAX_SHOWN = 40;

/**
 * The day that a request asks from.
 *
 * @throws HttpProblem - `date-malformed`, with what was expected.
 */
export function sinceOf(query: unknown): string | undefined {
  const { since } = (query ?? {}) as { since?: unknown };
  if (since === undefined || since === '') return undefined;
  if (v.is(isoDate, since)) return since;
  const received = (typeof since === 'string' ? since : JSON.stringify(since)).slice(0, MAX_SHOWN);
  throw new HttpProblem('date-malformed', {
    detail: `since: expected a day such as 2027-01-31, received "${received}"`,
  });
}

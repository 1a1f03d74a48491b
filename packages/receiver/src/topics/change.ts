/** What an office records about a topic, and what it makes of the topic as it stood. */
import * as v from 'valibot';

import {
  DEFAULT_TIME_ZONE,
  type FieldError,
  localizedText,
  isoDate,
  publishingProblems,
  topic,
  type Topic,
  type TopicStatus,
} from '@puntari/contracts';

import { parseStrict } from '../records/strict.js';
import { about } from '../statements/change.js';

const { choice: choiceEntry, answer: answerEntry, ...entries } = topic.entries;
const {
  $schema: _schema,
  schemaVersion: _shape,
  version: _version,
  id: _id,
  status: _status,
  statusReason: _reason,
  history: _history,
  ...fields
} = entries;

type Fields = Partial<Omit<Topic, 'schemaVersion' | 'version' | 'id' | 'status' | 'history'>>;
type Nullable<T> = { [K in keyof T]?: T[K] | null };

/** Strict: a misspelled field would otherwise be lost without a word. `null` takes a field away. */
const said = v.strictObject(
  Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [
      name,
      v.optional(v.nullable(schema as v.GenericSchema)),
    ]),
  ),
) as unknown as v.GenericSchema<unknown, Nullable<Fields>>;

const reference = v.pipe(v.string(), v.regex(/\S/, 'the reference of a proposal'));

/** Statuses that are set by hand. The others follow from a choice or an answer. */
export const SET_BY_HAND = [
  'checked',
  'on-list',
  'panel-running',
  'statement-given',
] as const satisfies TopicStatus[];

export const change = v.variant('kind', [
  v.strictObject({
    kind: v.literal('create'),
    topic: said,
    /** The proposal that becomes this topic. What it says stands where `topic` says nothing, not even `null`. */
    proposal: v.optional(reference),
    /** Of a topic that comes from elsewhere and has come further there. */
    status: v.optional(v.picklist(topic.entries.status.options)),
    /** Why the status is what it is; owed by one that was not chosen there. */
    reason: v.optional(localizedText),
    /** When it got that status. */
    on: v.optional(isoDate),
    ...about,
  }),
  v.strictObject({
    kind: v.literal('merge'),
    proposal: reference,
    /** Why, for who proposed. It stays in the history of the topic. */
    reason: v.optional(localizedText),
    ...about,
  }),
  v.strictObject({ kind: v.literal('edit'), topic: said, ...about }),
  v.strictObject({
    kind: v.literal('status'),
    status: v.picklist(SET_BY_HAND),
    on: v.optional(isoDate),
    /** Shown in the history of the topic. */
    text: v.optional(localizedText),
    /** Why the status is what it is. */
    reason: v.optional(localizedText),
    ...about,
  }),
  v.strictObject({
    kind: v.literal('choice'),
    chosen: v.boolean(),
    choice: v.strictObject(choiceEntry.wrapped.entries),
    ...about,
  }),
  v.strictObject({
    kind: v.literal('answer'),
    answer: v.strictObject(answerEntry.wrapped.entries),
    ...about,
  }),
]);
export type Change = v.InferOutput<typeof change>;
export type ChangeKind = Change['kind'];

/** A draft as a change, or everything that is wrong with it. Takes any JSON. */
export const parseChange = (
  draft: unknown,
): { readonly output: Change } | { readonly errors: readonly FieldError[] } =>
  parseStrict(change, draft);

/** Around a change: where and when it is made. */
export interface Making {
  readonly id: string;
  readonly now: Date;
  /** What a proposal says of the topic that is made of it. */
  readonly proposed?: Fields | undefined;
}

const dayOf = (now: Date, timeZone = DEFAULT_TIME_ZONE): string =>
  // Sweden writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);

type Step = NonNullable<Topic['history']>[number];

const withStep = (before: Topic, step: Step, more: Partial<Topic> = {}): Topic => {
  const { statusReason: _old, ...rest } = before;
  return { ...rest, ...more, status: step.status, history: [...(before.history ?? []), step] };
};

const withChanges = (before: object, changes: Nullable<Fields>): Topic =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null),
  ) as unknown as Topic;

/** Whether it is complete is told by `topicErrors`. */
function create(making: Making, made: Extract<Change, { kind: 'create' }>): Topic {
  const { id, now, proposed } = making;
  const { topic: fieldsSaid, status = 'checked', reason, on } = made;
  const start = withChanges({ schemaVersion: 1, version: '1', id, ...proposed }, fieldsSaid);
  const step = { on: on ?? dayOf(now, start.timeZone), status };
  return withStep(start, step, reason === undefined ? {} : { statusReason: reason });
}

/** The topic after a change. What the change does not speak of stays. */
export function applyChange(before: Topic | undefined, made: Change, making: Making): Topic {
  if (made.kind === 'create' || !before) {
    return create(making, made as Extract<Change, { kind: 'create' }>);
  }
  const today = dayOf(making.now, before.timeZone);
  if (made.kind === 'edit') return withChanges(before, made.topic);
  if (made.kind === 'merge') return before;
  if (made.kind === 'status') {
    const { status, on = today, text, reason } = made;
    const step = { on, status, ...(text === undefined ? {} : { text }) };
    return withStep(before, step, reason === undefined ? {} : { statusReason: reason });
  }
  if (made.kind === 'answer') {
    const { answer } = made;
    return withStep(before, { on: answer.on, status: 'answered' }, { answer });
  }
  const { chosen, choice } = made;
  const { on, reasons } = choice;
  const reason = reasons === undefined ? {} : { statusReason: reasons };
  const status = chosen ? 'chosen' : 'not-chosen';
  return withStep(before, { on, status }, { choice, ...reason });
}

/** Where in the change the field stands that the topic would be wrong by. */
function pointerIn(made: Change, pointer: string): string {
  if (pointer === '/statusReason') return made.kind === 'choice' ? '/choice/reasons' : '/reason';
  return made.kind === 'create' || made.kind === 'edit' ? `/topic${pointer}` : pointer;
}

/** What a topic would owe its readers after a change. */
export function topicErrors(after: Topic, made: Change): FieldError[] {
  return publishingProblems('topic', after).map(({ pointer, expected, received }) => ({
    pointer: pointerIn(made, pointer),
    code: received === 'nothing' ? 'missing' : 'format',
    params: { expected, received },
  }));
}

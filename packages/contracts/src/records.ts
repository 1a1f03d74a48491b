import { purposeGaps } from './purpose.js';
import * as v from 'valibot';

import { feedbackChannel } from './feedback.js';
import { panel } from './panel.js';
import { toPointer } from './problem.js';
import { statement } from './statement.js';
import { topic, topicCall } from './topic.js';
import { STATUSES_WITH_REASON } from './vocabularies.js';

/** The records a page can show, by the name of their kind. */
export const RECORD_SCHEMAS = { panel, topic, topicCall, statement, feedbackChannel } as const;
export type RecordKind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof RECORD_SCHEMAS)[K]>;

/** One thing wrong with a record: where (JSON Pointer) and what was expected there. For authors, in English. */
export interface RecordProblem {
  readonly pointer: string;
  readonly expected: string;
  readonly received: string;
}

export interface ParsedRecord<K extends RecordKind> {
  /** Absent when the data cannot be shown at all. */
  readonly record?: RecordOf<K>;
  readonly problems: readonly RecordProblem[];
}

/** Enough of a wrong value to find it by. */
const MAX_RECEIVED = 80;

function problemOf(issue: v.BaseIssue<unknown>): RecordProblem {
  const { expected, message, received } = issue;
  const pointer = toPointer((issue.path ?? []).map((item) => item.key));
  // Of a key that is missing, Valibot says that it expected the name of the key.
  if (received === 'undefined') return { pointer, expected: 'a value', received: 'nothing' };
  return {
    pointer,
    // A custom message is written as the thing expected; Valibot's own starts with "Invalid".
    expected: message.startsWith('Invalid') ? (expected ?? message) : message,
    received: received.length > MAX_RECEIVED ? `${received.slice(0, MAX_RECEIVED)}…` : received,
  };
}

const isUnknownCode = ({ type, input }: v.BaseIssue<unknown>): boolean =>
  type === 'picklist' && (typeof input === 'string' || typeof input === 'number');

/**
 * Checks data against the shape of a record. Unknown fields are dropped. A code that is not in our vocabulary is
 * reported but does not make the record unusable: a newer receiver must not break an older widget.
 *
 * @param kind - Which record the data should be.
 * @param data - Anything, usually parsed JSON.
 */
export function parseRecord<K extends RecordKind>(kind: K, data: unknown): ParsedRecord<K> {
  const result = v.safeParse(RECORD_SCHEMAS[kind], data);
  if (result.success) return { record: result.output, problems: [] };
  const problems = result.issues.map(problemOf);
  return result.issues.every(isUnknownCode)
    ? { record: result.output as RecordOf<K>, problems }
    : { problems };
}

/** Records that ask something of residents and so owe them the purpose block. */
const ASKING_KINDS: readonly RecordKind[] = ['panel', 'topicCall', 'feedbackChannel'];

/** Whether a record of this kind asks something of residents and so owes them the purpose block. */
export function asksOfResidents(kind: RecordKind): boolean {
  return ASKING_KINDS.includes(kind);
}

/** Ways to reach somebody; a name alone is none. */
const WAYS = ['phone', 'email', 'address', 'hours', 'url'] as const;

/**
 * Everything that keeps a record from being published: its shape, unknown codes, gaps in the purpose block, answers
 * that owe a reason. The receiver starts only when this is empty for every record.
 */
export function publishingProblems(kind: RecordKind, data: unknown): RecordProblem[] {
  const { record, problems } = parseRecord(kind, data);
  const found = [...problems];
  if (!record) return found;
  if (asksOfResidents(kind)) {
    const { contact, purpose } = record as RecordOf<'panel' | 'topicCall' | 'feedbackChannel'>;
    if (!WAYS.some((way) => contact[way])) {
      found.push({
        pointer: '/contact',
        expected: 'a way to reach somebody when a form fails',
        received: 'nothing',
      });
    }
    for (const gap of purposeGaps(purpose)) {
      found.push({
        pointer: `/purpose${gap}`,
        expected: 'to be told to residents before publishing',
        received: 'nothing',
      });
    }
  }
  if (kind === 'statement') found.push(...missingReasons(record as RecordOf<'statement'>));
  if (kind === 'topic') {
    const { status, statusReason } = record as RecordOf<'topic'>;
    if (status === 'not-chosen' && !statusReason) {
      found.push({
        pointer: '/statusReason',
        expected: 'a reason why the topic was not chosen',
        received: 'nothing',
      });
    }
  }
  return found;
}

function missingReasons(record: RecordOf<'statement'>): RecordProblem[] {
  return record.items.flatMap((item, index) => {
    const { response } = item;
    const owesReason = (STATUSES_WITH_REASON as readonly string[]).includes(response?.status ?? '');
    if (!owesReason || response?.reason) return [];
    return [
      {
        pointer: `/items/${String(index)}/response/reason`,
        expected: `a reason, because the status is "${String(response?.status)}"`,
        received: 'nothing',
      },
    ];
  });
}

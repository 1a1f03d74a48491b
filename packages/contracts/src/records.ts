import * as v from 'valibot';

import { feedbackAnswers, feedbackChannel } from './feedback.js';
import { panel } from './panel.js';
import { panelComposition } from './panel-composition.js';
import { panelProcess } from './panel-process.js';
import { participationLevel } from './participation-level.js';
import { toPointer } from './problem.js';
import { statement } from './statement.js';
import { topic, topicCall, topicList } from './topic.js';

/** The records a page can show, by the name of their kind. */
export const RECORD_SCHEMAS = {
  panel,
  topic,
  topicCall,
  topicList,
  statement,
  feedbackChannel,
  feedbackAnswers,
  panelComposition,
  panelProcess,
  participationLevel,
} as const;
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

/**
 * Whether a record is one, and what its author is told. A module of its own, because a widget shows its record before
 * the schemas have come.
 */
import {
  asksOfResidents,
  parseRecord,
  purposeGaps,
  type RecordKind,
  type RecordOf,
  type RecordProblem,
} from '@puntari/contracts';

import { logError, warnOnce } from './log.js';

/**
 * @param tag - Of the widget that shows it.
 * @param from - What to call its origin.
 * @returns the record without what we do not know; nothing when it cannot be shown.
 */
export function checkRecord<K extends RecordKind>(
  tag: string,
  kind: K,
  data: unknown,
  from: string,
): RecordOf<K> | undefined {
  const { record, problems } = parseRecord(kind, data);
  if (problems.length > 0)
    logError(`<${tag}> cannot use ${from} as it is:\n${problems.map(lineOf).join('\n')}`);
  if (record && asksOfResidents(kind)) warnPurposeGaps(tag, record as RecordOf<'panel'>);
  return record;
}

const lineOf = ({ pointer, expected, received }: RecordProblem): string =>
  `  ${pointer || '/'}: expected ${expected}, received ${received}`;

/** Tells the author which parts of the purpose block residents are not told. A receiver would refuse such a record. */
function warnPurposeGaps(
  tag: string,
  { id, purpose }: Pick<RecordOf<'panel'>, 'id' | 'purpose'>,
): void {
  const gaps = purposeGaps(purpose);
  if (gaps.length === 0) return;
  const missing = gaps.map((gap) => `/purpose${gap}`).join(', ');
  warnOnce(
    `<${tag}> shows "${id}", which does not tell residents all they must know. Missing: ${missing}.`,
  );
}

/** Tells the developer of a widget that nobody gave a record to. */
export function tellNothing(tag: string): void {
  logError(`<${tag}> has nothing to show: set src, record, or put a JSON script into it.`);
}

/** Tells the developer of a form that sends to nobody. */
export function tellNobodyTakesIt(tag: string): void {
  logError(
    `<${tag}> has no action and nobody listens to puntari-before-submit, so it shows the other channel in place of a ` +
      'form. Set action, or add the listener after customElements.whenDefined().',
  );
}

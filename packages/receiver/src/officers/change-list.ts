/** A list of changes as a program that draws panels gives it back, or as an officer keeps it in a spreadsheet. */
import { REGISTRATION_STATUSES, type RegistrationStatus } from '@puntari/contracts';

import { isStatus } from '../submissions/status.js';
import type { TextTable } from '../table.js';
import type { Change } from './changes.js';

/** Ours, and that of the file we give to a draw. */
const REFERENCE_COLUMNS = ['reference', 'unique_id'];

export const STATUS_WORDS = REGISTRATION_STATUSES.join(', ');

/** A status as it is written in a list; other programs shout. */
export function readStatus(text: string): RegistrationStatus | undefined {
  const word = text.trim().toLowerCase();
  return isStatus(word) ? word : undefined;
}

export interface ChangeList {
  readonly changes: readonly (Change & { readonly row: number })[];
  /** What is wrong with the list, in sentences; with any of them nothing can be done with it. */
  readonly problems: readonly string[];
}

/**
 * Other columns are passed over.
 *
 * @param status - For all of them; goes before a column of that name.
 */
export function readChangeList(
  { columns, rows }: TextTable,
  status?: RegistrationStatus,
): ChangeList {
  const column = REFERENCE_COLUMNS.find((name) => columns.includes(name));
  const received = `received "${columns.join(',')}"`;
  if (column === undefined) {
    const problem = `expected a column "reference" or "unique_id", ${received}`;
    return { changes: [], problems: [problem] };
  }
  if (status === undefined && !columns.includes('status')) {
    const problem = `expected a column "status", or one status for all, ${received}`;
    return { changes: [], problems: [problem] };
  }
  const problems: string[] = [];
  const changes = rows.flatMap(({ number: row, cell }) => {
    const found = status ?? readStatus(cell('status'));
    const reference = cell(column);
    if (reference === '')
      problems.push(`row ${String(row)}: expected a reference, received nothing`);
    if (found !== undefined) return [{ reference, status: found, row }];
    const problem = `expected one of ${STATUS_WORDS}, received "${cell('status')}"`;
    problems.push(`row ${String(row)}: ${problem}`);
    return [];
  });
  if (rows.length === 0) problems.push('expected at least one row, received none');
  return { changes, problems };
}

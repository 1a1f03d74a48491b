/** What the tables of registrations, feedback and proposals have in common, and what their histories have. */
import { randomUUID } from 'node:crypto';

import type { Entry } from './action.js';

type Arrived = Pick<Entry<unknown>, 'reference' | 'at' | 'fillSeconds'>;

/** What may change of an entry when another takes its place. */
interface NextRow {
  readonly updatedAt: string;
  readonly revision: number;
  readonly lang: string;
  readonly fillSeconds: number | null;
  readonly submission: string;
}

interface Row extends NextRow {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly status: string;
}

/** Of the entry that another takes the place of. */
type Before = Pick<Row, 'id' | 'revision' | 'status' | 'submission'>;

/** Who did something, and what an officer should know of it. */
interface Told {
  readonly by?: string;
  readonly comment: string | null;
}

interface Line extends Required<Told> {
  readonly entryId: string;
  readonly revision: number;
  readonly at: string;
  readonly fromStatus: string;
  readonly toStatus: string;
  /** What stood there before; nothing where nothing did. */
  readonly submission: string | null;
}

interface Words {
  readonly lang: string;
}

export const nextRow = (
  { at, fillSeconds }: Arrived,
  { revision }: Pick<Before, 'revision'>,
  words: Words,
): NextRow => ({
  updatedAt: at,
  revision: revision + 1,
  lang: words.lang,
  fillSeconds,
  submission: JSON.stringify(words),
});

/** An entry as it arrived. */
export const newRow = (entry: Arrived, status: string, words: Words): Row => ({
  ...nextRow(entry, { revision: 0 }, words),
  id: randomUUID(),
  reference: entry.reference,
  receivedAt: entry.at,
  status,
});

/** The first line of the history of an entry. */
export const arrivalOf = ({ id, status }: Row, { at }: Arrived, told: Told): Line => ({
  entryId: id,
  revision: 1,
  at,
  fromStatus: '',
  toStatus: status,
  by: 'resident',
  submission: null,
  ...told,
});

/** The line of the history that keeps what stood there before. */
export const replacementOf = (before: Before, { at }: Arrived, told: Told): Line => ({
  entryId: before.id,
  revision: before.revision + 1,
  at,
  fromStatus: before.status,
  toStatus: before.status,
  by: 'resident',
  submission: before.submission,
  ...told,
});

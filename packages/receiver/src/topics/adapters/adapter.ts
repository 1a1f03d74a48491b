/** What every adapter gives: topics that can be published, and what could not be read, row by row. */
import {
  type LocalizedText,
  parseRecord,
  publishingProblems,
  type Topic,
} from '@puntari/contracts';

/** One thing that was not what it had to be. In English, for whoever imports. */
export interface RowProblem {
  /** As a spreadsheet counts it, or from 1 in a list. */
  readonly row: number;
  /** The name of the column or of the member. */
  readonly column: string;
  readonly expected: string;
  readonly received: string;
}

export interface Adapted {
  readonly topics: readonly Topic[];
  readonly problems: readonly RowProblem[];
}

/** What the source does not say. */
export interface Defaults {
  readonly year?: number | undefined;
  /** Who decides. */
  readonly body?: LocalizedText | undefined;
}

const MAX_RECEIVED = 80;
const MAX_ID = 80;

export function received(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > MAX_RECEIVED ? `${text.slice(0, MAX_RECEIVED)}…` : text;
}

/** `Rantaraitin valaistus, Espoo` is `rantaraitin-valaistus-espoo`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID)
    .replaceAll(/^-+|-+$/g, '');
}

/** Collects topics and problems of one source. */
export class Collector {
  readonly #topics = new Map<string, Topic>();
  readonly #problems: RowProblem[] = [];
  /** The columns that the fields of a topic are read from. */
  readonly #columnOf: (field: string) => string;

  constructor(columnOf: (field: string) => string) {
    this.#columnOf = columnOf;
  }

  get result(): Adapted {
    return { topics: [...this.#topics.values()], problems: this.#problems };
  }

  problem(row: number, column: string, expected: string, value: unknown): void {
    this.#problems.push({ row, column, expected, received: received(value) });
  }

  /** Takes a topic, or says what keeps it from being one. */
  add(row: number, data: Readonly<Record<string, unknown>>): void {
    const { record } = parseRecord('topic', data);
    const problems = publishingProblems('topic', data);
    for (const { pointer, expected, received: value } of problems) {
      const column = this.#columnOf(pointer.split('/')[1] ?? '');
      this.#problems.push({ row, column, expected, received: value });
    }
    if (!record || problems.length > 0) return;
    if (this.#topics.has(record.id)) {
      this.problem(row, this.#columnOf('id'), 'another id than in a row before', record.id);
      return;
    }
    this.#topics.set(record.id, record);
  }
}

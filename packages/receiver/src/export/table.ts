import type { Cell } from '@puntari/contracts';

/** One column of an export. Its name is that of the form's field, or of the register's own fact. */
export interface Column<T> {
  readonly name: string;
  readonly cell: (item: T) => Cell;
}

/** One export: the same items as JSON, and as rows. */
export interface Table<T = unknown> {
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
}

export const column = <T>(name: string, cell: (item: T) => Cell): Column<T> => ({ name, cell });

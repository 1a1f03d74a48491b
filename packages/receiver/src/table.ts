/** Tables that officers hand in: what a spreadsheet or another program saved as CSV. */

export interface TableRow {
  /** As a spreadsheet counts it: the names of the columns are the first. */
  readonly number: number;
  /** The cell under a name; empty where there is none. */
  cell(name: string): string;
}

export interface TextTable {
  /** In small letters. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/** The one that the names of the columns are parted by: others may stand in a cell of any other row. */
function separatorOf(text: string): string {
  const [names = ''] = text.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((sign) => ({ sign, count: names.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** One cell and what ends it. Of a quotation mark that is never closed the rest of the file is the cell. */
const cellPattern = (sign: string): RegExp =>
  new RegExp(
    `("(?:[^"]|"")*(?:"|$)[^${sign}\\r\\n]*|[^${sign}\\r\\n]*)(${sign}|\\r\\n|\\n|\\r|$)`,
    'g',
  );

const unquoted = (cell: string): string =>
  cell.startsWith('"')
    ? cell.slice(1).replace(/"\s*$/, '').replaceAll('""', '"').trim()
    : cell.trim();

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.matchAll(cellPattern(separatorOf(text)))) {
    rows.at(-1)?.push(unquoted(cell));
    if (end === '') break;
    if (/[\r\n]/.test(end)) rows.push([]);
  }
  return rows;
}

/** Reads CSV with a first row of names. A Finnish Excel parts cells by semicolons, what is copied from it by tabs. */
export function readTable(text: string): TextTable {
  const [names = [], ...rows] = cellsOf(text);
  const columns = names.map((name) => name.toLowerCase());
  const numbered = rows.map((cells, index) => ({ cells, number: index + 2 }));
  return {
    columns,
    rows: numbered
      .filter(({ cells }) => !isBlank(cells))
      .map(({ cells, number }) => ({
        number,
        cell: (name) => cells[columns.indexOf(name)] ?? '',
      })),
  };
}

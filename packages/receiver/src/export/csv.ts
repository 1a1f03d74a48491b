/** What a person wrote in their own words. Anything else is a code, a number or an id and stays byte for byte. */
export class FreeText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Cell = string | number | boolean | null | undefined | FreeText;

/** Absent where the person answered nothing. */
export const freeText = (text: string | undefined | null): FreeText | undefined =>
  text === undefined || text === null ? undefined : new FreeText(text);

/** With one of these first a spreadsheet takes a text for a formula, and would run what a stranger wrote. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function textOf(cell: Cell): string {
  if (cell === undefined || cell === null) return '';
  if (!(cell instanceof FreeText)) return String(cell).normalize('NFC');
  const text = cell.text.normalize('NFC');
  return FORMULA.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** RFC 4180: comma, quotes where needed, CRLF; UTF-8 without a mark, composed letters. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines: (readonly Cell[])[] = [columns, ...rows];
  return lines
    .map((cells) => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`)
    .join('');
}

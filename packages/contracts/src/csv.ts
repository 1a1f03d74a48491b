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

/**
 * A spreadsheet takes a text that begins with one of these for a formula, and would run what a stranger wrote. A cell
 * begins at the start of the text; in a program that parts cells at semicolons, tabs or lines, as a Finnish Excel does
 * with a file that it is handed, also behind one of those, whatever quotation marks stand there.
 */
const BEFORE_FORMULA = /(^|[;\t\r\n][ "]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])/g;

function textOf(cell: Cell): string {
  if (cell === undefined || cell === null) return '';
  if (!(cell instanceof FreeText)) return String(cell).normalize('NFC');
  return cell.text.normalize('NFC').replaceAll(BEFORE_FORMULA, "$1'");
}

const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** RFC 4180: comma, quotes where needed, CRLF; UTF-8 without a mark, composed letters. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines: (readonly Cell[])[] = [columns, ...rows];
  return lines
    .map((cells) => `${cells.map((cell) => quoted(textOf(cell))).join(',')}\r\n`)
    .join('');
}

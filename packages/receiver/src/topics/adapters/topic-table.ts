/** Topics from a spreadsheet, saved as CSV with commas, semicolons or tabs. */
import { cleanText, type LocalizedText, SOURCE_LANGUAGE, TOPIC_STATUSES } from '@puntari/contracts';

import { OFFICIAL_LANGUAGES, wordsIn } from '../../pages/words.js';
import { readTable, type TableRow } from '../../table.js';
import { type Adapted, Collector, type Defaults, slugOf } from './adapter.js';

/** Names of the columns, Finnish and English. A text may have one column for each language: `title sv`. */
export const COLUMNS = {
  id: ['tunnus', 'id'],
  title: ['otsikko', 'title'],
  question: ['kysymys', 'question'],
  summary: ['tiivistelmä', 'summary'],
  background: ['tausta', 'background'],
  suitability: ['perustelut', 'reasons'],
  year: ['vuosi', 'year'],
  status: ['tila', 'status'],
  statusReason: ['tilan syy', 'status reason'],
  body: ['toimielin', 'body'],
  plannedOn: ['päätöspäivä', 'planned on'],
  level: ['taso', 'level'],
  area: ['alue', 'area'],
  unit: ['yksikkö', 'unit'],
  supporters: ['kannattajia', 'supporters'],
  url: ['linkki', 'link'],
} as const;
type Column = keyof typeof COLUMNS;

const NAMES = Object.keys(COLUMNS) as Column[];
const TEXTS: readonly Column[] = [
  'title',
  'question',
  'summary',
  'background',
  'suitability',
  'statusReason',
  'body',
  'area',
  'unit',
];
/** In one cell; a comma may stand in the name of a place. */
const BETWEEN_AREAS = /\s*[\n|/]\s*/;

const languageNames = (name: string): string[] =>
  OFFICIAL_LANGUAGES.map((lang) => `${name} ${lang}`);

/** A name of a column as it is compared: spreadsheets put in what cannot be seen, or write a letter in two parts. */
const plain = (name: string): string =>
  name.normalize('NFC').replaceAll('\uFEFF', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** The columns that a table has, by what they mean. */
class Sheet {
  readonly #names: ReadonlyMap<string, string>;

  constructor(columns: readonly string[]) {
    this.#names = new Map(columns.map((name) => [plain(name), name]));
  }

  /** Names that mean nothing here. */
  get unknown(): string[] {
    const known = NAMES.flatMap((column) =>
      COLUMNS[column].flatMap((name) =>
        TEXTS.includes(column) ? [name, ...languageNames(name)] : [name],
      ),
    );
    return [...this.#names.keys()].filter((name) => name !== '' && !known.includes(name));
  }

  /** How a column is called in this table; in English where it has none. */
  nameOf(column: Column): string {
    return COLUMNS[column].find((name) => this.#names.has(name)) ?? COLUMNS[column][1];
  }

  cell(row: TableRow, column: Column, suffix = ''): string {
    for (const name of COLUMNS[column]) {
      const written = this.#names.get(`${name}${suffix}`);
      const text = written === undefined ? '' : cleanText(row.cell(written));
      if (text !== '') return text;
    }
    return '';
  }

  /** A text without a language is in the first, which is Finnish. */
  text(row: TableRow, column: Column): LocalizedText | undefined {
    const said = OFFICIAL_LANGUAGES.flatMap((lang) => {
      const text = this.cell(row, column, ` ${lang}`);
      return text === '' ? [] : [[lang, text] as const];
    });
    const plainText = this.cell(row, column);
    const all = Object.fromEntries([
      ...(plainText === '' ? [] : [[SOURCE_LANGUAGE, plainText] as const]),
      ...said,
    ]);
    return Object.keys(all).length > 0 ? all : undefined;
  }
}

/** `14.3.2027` and `2027-03-14` are one day. */
function dayOf(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  // `Date` takes 30 February for 2 March.
  return isDay && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date) ? date : undefined;
}

/** A status by its code, or by what it is called in one of the languages: as cards say it, or as people do. */
function statusOf(text: string): string | undefined {
  const wanted = plain(text);
  return TOPIC_STATUSES.find((status) => {
    const names = OFFICIAL_LANGUAGES.flatMap((lang) => {
      const { t } = wordsIn(lang);
      return [t(`topicStatus.${status}`), t(`topicStatusInShort.${status}`)];
    });
    return [status, ...names.map(plain)].includes(wanted);
  });
}

/** `1 234` with any space is a count; so is nothing else that is not only digits. */
const countOf = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.replaceAll(/\s/g, '')) ? Number(text.replaceAll(/\s/g, '')) : undefined;

const levelOf = (text: string): number | undefined =>
  /^[1-5]$/.test(text) ? Number(text) : undefined;

const addressOf = (text: string): string | undefined =>
  /^https?:\/\/\S+$/i.test(text) ? text : undefined;

/** Reads the cells of one row; what is no value of its column is told, and left out. */
function reader(found: Collector, sheet: Sheet, row: TableRow) {
  return <T>(
    column: Column,
    expected: string,
    read: (text: string) => T | undefined,
  ): T | undefined => {
    const text = sheet.cell(row, column);
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) found.problem(row.number, sheet.nameOf(column), expected, text);
    return value;
  };
}

/** Without what nothing stands in. */
const compact = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const anyOf = (text: LocalizedText | undefined): string =>
  (typeof text === 'string' ? text : Object.values(text ?? {})[0]) ?? '';

function areasOf(text: LocalizedText | undefined): LocalizedText[] | undefined {
  if (text === undefined || typeof text === 'string') return undefined;
  const parts = Object.entries(text).map(
    ([lang, said]) => [lang, said.split(BETWEEN_AREAS)] as const,
  );
  const count = Math.max(...parts.map(([, said]) => said.length));
  return Array.from({ length: count }, (_, place) =>
    Object.fromEntries(
      parts.flatMap(([lang, said]) => {
        const name = said[place]?.trim() ?? '';
        return name === '' ? [] : [[lang, name] as const];
      }),
    ),
  ).filter((area) => Object.keys(area).length > 0);
}

function readRow(found: Collector, sheet: Sheet, row: TableRow, defaults: Defaults): void {
  const read = reader(found, sheet, row);
  const [title, question] = [sheet.text(row, 'title'), sheet.text(row, 'question')];
  const suitability = sheet.text(row, 'suitability');
  const body = sheet.text(row, 'body') ?? defaults.body;
  const plannedOn = read('plannedOn', 'a day such as 2027-03-14 or 14.3.2027', dayOf);
  const status = read('status', `one of ${TOPIC_STATUSES.join(', ')}`, statusOf);
  if (body === undefined) {
    found.problem(row.number, sheet.nameOf('body'), 'the body that decides', undefined);
    return;
  }
  found.add(
    row.number,
    compact({
      schemaVersion: 1,
      version: '1',
      id: sheet.cell(row, 'id') || slugOf(anyOf(title)),
      title,
      question,
      summary: sheet.text(row, 'summary') ?? question,
      background: sheet.text(row, 'background'),
      suitability: suitability && { reasons: [], text: suitability },
      year: read('year', 'a year such as 2027', countOf) ?? defaults.year,
      status: status ?? 'proposed',
      statusReason: sheet.text(row, 'statusReason'),
      decision: compact({ body: { name: body }, plannedOn }),
      level: read('level', 'a number from 1 to 5', levelOf),
      area: areasOf(sheet.text(row, 'area')),
      unit: sheet.text(row, 'unit'),
      supporters: read('supporters', 'a count', countOf),
      url: read('url', 'a web address', addressOf),
    }),
  );
}

/**
 * Topics of a table, one a row.
 *
 * @param text - CSV with a first row of names; see `COLUMNS`.
 * @param defaults - What stands in no column: the year, and the body that decides.
 */
export function readTopicTable(text: string, defaults: Defaults = {}): Adapted {
  const { columns, rows } = readTable(text.replace(/^\uFEFF/, ''));
  const sheet = new Sheet(columns);
  const found = new Collector((field) => {
    const column = field === 'decision' ? 'body' : NAMES.find((name) => name === field);
    return column === undefined ? field : sheet.nameOf(column);
  });
  for (const name of sheet.unknown) {
    const known = NAMES.map((column) => COLUMNS[column].join('/')).join(', ');
    found.problem(1, name, `one of ${known}`, name);
  }
  for (const row of rows) readRow(found, sheet, row, defaults);
  return found.result;
}

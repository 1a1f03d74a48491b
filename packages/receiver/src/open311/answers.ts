/**
 * Reading what a city answers. Services differ from the specification and from each other: numbers with leading zeros,
 * trailing commas, one object in place of a list of one, texts for numbers, empty texts for nothing, a page in HTML for an
 * error. Nothing here throws, whatever it is given.
 */
import { jsonrepair } from 'jsonrepair';

/** What was answered, as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** `Retry-After`, in seconds from now. */
  readonly retryAfter?: number | undefined;
  /** Where a redirection leads, without its query. */
  readonly location?: string | undefined;
}

export type Row = Readonly<Record<string, unknown>>;

/** Longest error that is kept: the operator needs its beginning. */
const ERROR_LENGTH = 300;
/** How much of a page is read for it. */
const PAGE_LENGTH = 5000;

/**
 * Ids as texts before they are read as numbers: `00638344` would lose its zeros, a long one its last digits. Inside a text
 * the quotation marks of a name would have a backslash before them.
 */
const quoteIds = (text: string): string =>
  text.replaceAll(
    /("(?:service_request_id|service_code|token|code)"\s*:\s*)(-?\d[\d.]*)(?=\s*[,}\]])/g,
    '$1"$2"',
  );

/** What is broken in a way that such services break it. What was cut off is not repaired: an id could be half of one. */
function parseJson(text: string): unknown {
  const quoted = quoteIds(text.replace(/^\uFEFF/, '').trim());
  if (!/^(?:\[[^]*\]|\{[^]*\})$/.test(quoted)) return undefined;
  try {
    return JSON.parse(quoted) as unknown;
  } catch {
    try {
      return JSON.parse(jsonrepair(quoted)) as unknown;
    } catch {
      return undefined;
    }
  }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of objects, or one object, which is taken for a list of one; nothing when it is neither. */
export function rowsOf(text: string): readonly Row[] | undefined {
  const data = parseJson(text);
  if (isRow(data)) return [data];
  return Array.isArray(data) ? data.filter(isRow) : undefined;
}

/** Longest text that is kept of any field. */
const TEXT_LENGTH = 5000;

/** A text, whatever it came as. An empty one is none. */
export function textIn(row: Row, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = row[name];
    const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, TEXT_LENGTH);
  }
  return undefined;
}

/** An instant; nothing when it is none. */
export function timeIn(row: Row, name: string): string | undefined {
  const time = Date.parse(textIn(row, name) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

const plain = (html: string): string =>
  html
    .replaceAll(/<(script|style)\b[^]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What an answer says is wrong: the descriptions of its errors, or the words of its page. */
export function errorOf({ status, text, location }: RawAnswer): string {
  const rows = rowsOf(text) ?? [];
  const told = rows.map((row) => textIn(row, 'description', 'message', 'error')).filter(Boolean);
  // A page may be long, and its title stands at its beginning.
  const page = text.slice(0, PAGE_LENGTH);
  const html = /<title[^>]*>([^]*?)<\/title>/i.exec(page)?.[1] ?? page;
  const words = told.length > 0 ? told.join('; ') : plain(html);
  const leads = location === undefined ? '' : ` to ${location}`;
  return `${String(status)}${leads} ${words}`.trim().slice(0, ERROR_LENGTH);
}

/** What became of a request that was sent. */
export type Sending =
  | {
      readonly kind: 'taken';
      readonly requestId?: string | undefined;
      readonly token?: string | undefined;
    }
  /** The city certainly has not got it. */
  | {
      readonly kind: 'refused';
      readonly error: string;
      /** It said no to this request, and may say yes to the next. */
      readonly isAboutThis: boolean;
      readonly retryAfter?: number | undefined;
    }
  /** The city may have it or not. */
  | { readonly kind: 'unknown'; readonly error: string };

const MARKS_OF_TAKEN = ['service_request_id', 'token', 'service_notice', 'account_id'];

function readTaken(answer: RawAnswer): Sending {
  const row = rowsOf(answer.text)?.find((one) => MARKS_OF_TAKEN.some((name) => name in one));
  // Something was done, and it does not say what.
  if (!row) return { kind: 'unknown', error: errorOf(answer) };
  // A service of the type "blackbox" gives neither id nor token.
  return {
    kind: 'taken',
    requestId: textIn(row, 'service_request_id'),
    token: textIn(row, 'token'),
  };
}

const ABOUT_THIS = [400, 409, 413, 422];

/**
 * What an answer to a sent request means. Only what a service says before it does anything counts as refused: behind a
 * proxy 500, 502 and 504 come also when the request went through, and so does 503, unless it says when to come again. A
 * redirection to a page (302, 303) is what some programs answer when they have taken a form.
 */
export function readSending(answer: RawAnswer): Sending {
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return readTaken(answer);
  const error = errorOf(answer);
  const isRefused =
    (status >= 400 && status < 500 && status !== 408) ||
    (status === 503 && retryAfter !== undefined) ||
    [301, 307, 308].includes(status);
  if (!isRefused) return { kind: 'unknown', error };
  return { kind: 'refused', error, retryAfter, isAboutThis: ABOUT_THIS.includes(status) };
}

/** Whether the city has a request. */
export type LookUp =
  | { readonly kind: 'found'; readonly requestId: string | undefined }
  | { readonly kind: 'absent' }
  /** It cannot be known from this city, now or later. */
  | { readonly kind: 'unable'; readonly error: string }
  | { readonly kind: 'later'; readonly error: string; readonly retryAfter?: number | undefined };

const NO_SUCH_METHOD = [405, 501];

/**
 * Looks for a mark in a list of requests.
 *
 * @param most - A list with as many rows may go on.
 */
export function readLookUp(answer: RawAnswer, mark: string, most: number): LookUp {
  const { status, text, retryAfter } = answer;
  if (NO_SUCH_METHOD.includes(status)) return { kind: 'unable', error: errorOf(answer) };
  const rows = status === 200 ? rowsOf(text) : undefined;
  if (!rows) return { kind: 'later', error: errorOf(answer), retryAfter };
  const found = rows.find((row) =>
    Object.values(row).some((value) => typeof value === 'string' && value.includes(mark)),
  );
  if (found) return { kind: 'found', requestId: textIn(found, 'service_request_id') };
  if (rows.length >= most) {
    return { kind: 'unable', error: `a list of ${String(rows.length)} requests, which may go on` };
  }
  // What the specification calls an error stands in a list too.
  const isList = rows.every((row) => 'service_request_id' in row || 'status' in row);
  return isList ? { kind: 'absent' } : { kind: 'later', error: errorOf(answer) };
}

/** What a city says of a request. */
export interface CityStatus {
  readonly requestId: string;
  readonly status: 'open' | 'closed' | undefined;
  readonly statusNotes: string | undefined;
  readonly agency: string | undefined;
  readonly expectedAt: string | undefined;
  readonly updatedAt: string | undefined;
}

function statusOf(row: Row): CityStatus | undefined {
  const requestId = textIn(row, 'service_request_id');
  if (requestId === undefined) return undefined;
  const status = textIn(row, 'status')?.toLowerCase();
  return {
    requestId,
    status: status === 'open' || status === 'closed' ? status : undefined,
    statusNotes: textIn(row, 'status_notes'),
    agency: textIn(row, 'agency_responsible'),
    expectedAt: timeIn(row, 'expected_datetime'),
    updatedAt: timeIn(row, 'updated_datetime'),
  };
}

/** What an answer says of requests; nothing when it is no list of any. */
export function readStatuses({ status, text }: RawAnswer): readonly CityStatus[] | undefined {
  const rows = status === 200 ? rowsOf(text) : undefined;
  return rows?.map(statusOf).filter((one) => one !== undefined);
}

/** The id behind a token; nothing while the city has none yet. */
export function readToken({ status, text }: RawAnswer, token: string): string | undefined {
  const rows = (status === 200 ? rowsOf(text) : undefined) ?? [];
  const row = rows.find((one) => (textIn(one, 'token') ?? token) === token);
  return row && textIn(row, 'service_request_id');
}

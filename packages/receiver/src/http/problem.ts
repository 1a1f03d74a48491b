import type { FieldError, Problem } from '@puntari/contracts';

/** What can go wrong with a request, as the machine word of a problem answer, with its status. */
export const PROBLEMS = {
  malformed: { status: 400, title: 'The request could not be read' },
  'key-missing': { status: 400, title: 'The header Idempotency-Key is missing' },
  'key-malformed': { status: 400, title: 'The header Idempotency-Key is not a UUID' },
  'version-malformed': { status: 400, title: 'The header If-Match is not one version in quotes' },
  'date-malformed': { status: 400, title: 'The date could not be read' },
  unauthorized: { status: 401, title: 'The operator token is missing or wrong' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  closed: { status: 409, title: 'This is closed' },
  upcoming: { status: 409, title: 'This has not opened yet' },
  full: { status: 409, title: 'The panel is full' },
  cancelled: { status: 409, title: 'The panel has been cancelled' },
  'not-drawable': { status: 409, title: 'This panel cannot be drawn as it is' },
  'no-attachments': { status: 409, title: 'This channel takes no files' },
  'key-used': {
    status: 409,
    title: 'Something else was recorded under this Idempotency-Key',
  },
  'impossible-change': { status: 409, title: 'Some of these changes are not possible' },
  'method-not-allowed': { status: 405, title: 'This method is not taken here' },
  timeout: { status: 408, title: 'The request did not arrive in time' },
  'version-changed': { status: 412, title: 'Somebody has changed it since you looked' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-type': { status: 415, title: 'The content type is not supported' },
  invalid: { status: 422, title: 'Some fields need to be corrected' },
  'version-missing': {
    status: 428,
    title: 'The header If-Match is missing: say which version you have seen',
  },
  'rate-limited': { status: 429, title: 'Too many requests in a short time' },
  'headers-too-large': { status: 431, title: 'The headers of the request are too large' },
  failed: { status: 500, title: 'Something went wrong here' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  /** What to do instead, in English, for whoever writes the program. */
  readonly detail?: string | undefined;
  /** What it keeps somebody from, where a person reads other words of it for that. */
  readonly about?: string;
  /** Seconds until the next try is taken. */
  readonly retryAfter?: number;
}

/** Thrown to answer with a problem; everything a client may know of it, and nothing more. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly detail: string | undefined;
  readonly about: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, { errors, detail, about, retryAfter }: ProblemDetails = {}) {
    super(PROBLEMS[code].title);
    this.code = code;
    this.statusCode = PROBLEMS[code].status;
    this.errors = errors;
    this.detail = detail;
    this.about = about;
    this.retryAfter = retryAfter;
  }
}

/** The body of the answer, RFC 9457. */
export function problemBody({ code, errors, detail }: HttpProblem): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    code,
    ...(errors ? { errors: [...errors] } : {}),
  };
}

const CODES_BY_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
};

const CODES_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthorized',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'rate-limited',
};

/**
 * Any error as a problem. What the framework found wrong with a request keeps its meaning; everything else is ours, and
 * the client is told only that.
 */
export function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && CODES_BY_FASTIFY[code]) {
    return new HttpProblem(CODES_BY_FASTIFY[code]);
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new HttpProblem(CODES_BY_STATUS[statusCode] ?? 'malformed');
  }
  return new HttpProblem('failed');
}

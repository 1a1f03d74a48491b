/** Building blocks of the OpenAPI document. */

export const ref = (path) => ({ $ref: `#/components/${path}` });

export const STRING = { type: 'string' };
export const TIME = { type: 'string', format: 'date-time' };
export const FORM = ref('schemas/FormFields');

export const object = (properties, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});

export const json = (schema) => ({ 'application/json': { schema } });
export const text = (type) => ({ [type]: { schema: STRING } });
export const HTML = text('text/html');

/** Of an operation that needs the operator token. */
export const OPERATOR = [{ operator: [] }];

export const response = (description, content, headers) => ({
  description,
  ...(headers ? { headers } : {}),
  ...(content ? { content } : {}),
});

const PROBLEM = { 'application/problem+json': { schema: ref('schemas/Problem') } };

/** An answer that says what is wrong, where it is more than what `problems` says of its status. */
export const problem = (description) => response(description, PROBLEM);

/** The same of a page with more on it than a problem; a program that asks for JSON gets that. */
export const refusal = (description) => response(description, { ...PROBLEM, ...HTML });

export const inPath = (name, description, schema = STRING) => ({
  name,
  in: 'path',
  required: true,
  ...(description === undefined ? {} : { description }),
  schema,
});

export const RECORD_ID = inPath('id', undefined, ref('schemas/Id'));

/** What each status says, and the machine words that the problem has as its `code`. */
const PROBLEMS = {
  400: 'The request could not be read, its letters are not UTF-8, or its key is missing or no UUID: `malformed`, `key-missing`, `key-malformed`.',
  401: 'The operator token is missing or wrong: `unauthorized`.',
  404: 'There is nothing at this address: `not-found`.',
  409: 'Nothing is taken now: `upcoming`, `closed`, `full`, `cancelled`; or no file: `no-attachments`.',
  413: 'The request is too large: `too-large`.',
  415: 'The content type is not supported, or not in UTF-8: `unsupported-type`.',
  429: 'Too many requests in a short time: `rate-limited`.',
  500: 'Something went wrong on the server; nothing was stored by halves: `failed`.',
};

const HEADERS = {
  401: { 'WWW-Authenticate': { description: '`Bearer`', schema: STRING } },
  429: { 'Retry-After': ref('headers/RetryAfter') },
};

/** Answers that say what is wrong: to a program as a problem (RFC 9457), to a person as a page. */
export function problems(...statuses) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      response(PROBLEMS[status], { ...PROBLEM, ...HTML }, HEADERS[status]),
    ]),
  );
}

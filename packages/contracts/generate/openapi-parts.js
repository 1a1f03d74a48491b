/** Building blocks of the OpenAPI document. */

export const ref = (path) => ({ $ref: `#/components/${path}` });

export const HTML = { 'text/html': { schema: { type: 'string' } } };
export const FORM = ref('schemas/FormFields');

export const json = (schema) => ({ 'application/json': { schema } });

export const response = (description, content, headers) => ({
  description,
  ...(headers ? { headers } : {}),
  ...(content ? { content } : {}),
});

export const RECORD_ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: ref('schemas/Id'),
};

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
  401: { 'WWW-Authenticate': { description: '`Bearer`', schema: { type: 'string' } } },
  429: { 'Retry-After': ref('headers/RetryAfter') },
};

/** Answers that say what is wrong: to a program as a problem (RFC 9457), to a person as a page. */
export function problems(...statuses) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      response(
        PROBLEMS[status],
        {
          'application/problem+json': { schema: ref('schemas/Problem') },
          'text/html': { schema: { type: 'string' } },
        },
        HEADERS[status],
      ),
    ]),
  );
}

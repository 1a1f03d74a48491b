/**
 * What officers record about a topic, an item of a statement or feedback: an entry after those before, by whoever has seen
 * the last one.
 */
import { json, OPERATOR, problem, problems, ref, response, STRING } from './openapi-parts.js';

export const RECORDED_BY = {
  ...STRING,
  maxLength: 200,
  description: 'Who records it. Never published.',
};

export const noteOf = (description) => ({ ...STRING, maxLength: 2000, description });

export const VERSION = {
  ETag: { description: 'The version, in quotes, to be sent back as If-Match.', schema: STRING },
};

export const CHANGED = {
  type: 'array',
  items: STRING,
  description: 'The fields that are other than before.',
};

const SEEN_VERSION = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that the sender has seen: `"0"` where nothing was recorded.',
  schema: STRING,
};

const KEY_USED = 'Something else was recorded under this key: `key-used`.';

/**
 * `POST …/entries`.
 *
 * @param about - `operationId`, `summary` and `description` of the operation.
 * @param schemas - Of the `change` that is sent and of the `entry` that is made of it.
 * @param said - What is said when it was recorded, and when it was not because of something else that was.
 */
export const recordEntry = (about, { change, entry }, { recorded, conflict = KEY_USED }) => ({
  ...about,
  security: OPERATOR,
  parameters: [ref('parameters/IdempotencyKey'), SEEN_VERSION],
  requestBody: { required: true, content: json(change) },
  responses: {
    200: response('A repeat; it was recorded before.', json(entry), VERSION),
    201: response(recorded, json(entry), VERSION),
    ...problems(400, 401, 404, 413, 415, 429, 500),
    409: problem(conflict),
    412: problem('Somebody recorded something since; nothing was stored: `version-changed`.'),
    422: problem('Some fields need to be corrected: `errors` says which.'),
    428: problem('Without a version nothing is recorded: `version-missing`.'),
  },
});

/** What officers write down, with the operator token. */
import { REGISTRATION_STATUSES } from '../dist/index.js';
import {
  json,
  OPERATOR,
  problem,
  problems,
  RECORD_ID,
  ref,
  response,
  STRING,
  text,
} from './openapi-parts.js';

const CHANGES = {
  type: 'object',
  required: ['by', 'changes'],
  properties: {
    by: { type: 'string', description: 'Who makes the change. Stands in the history.' },
    comment: { type: 'string', description: 'Why. Stands in the history.' },
    changes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['reference', 'status'],
        properties: {
          reference: {
            type: 'string',
            description: 'Of the receipt; spaces, hyphens and case play no part.',
          },
          status: { enum: [...REGISTRATION_STATUSES] },
        },
      },
    },
  },
};

const MADE = {
  type: 'object',
  required: ['changed', 'unchanged'],
  properties: {
    changed: { type: 'integer' },
    unchanged: { type: 'integer', description: 'Those that had the status already.' },
  },
};

const ofList = (name, description) => ({
  name,
  in: 'query',
  description: `With a list as CSV: ${description}`,
  schema: STRING,
});

const PATHS = {
  '/operator/panels/{id}/statuses': {
    parameters: [RECORD_ID],
    post: {
      operationId: 'changeStatuses',
      summary:
        'Gives registrations another status: the outcome of a draw, or what somebody asked for by telephone',
      description:
        'All of the changes are made, or none. As JSON; or as CSV with a column `reference` or `unique_id`, and `status` ' +
        'where the query does not name one for all. `withdrawn` and `deleted` do what the person can do by the private link.',
      security: OPERATOR,
      parameters: [
        ofList('by', 'who makes the changes.'),
        ofList('status', 'the status of all of them.'),
        ofList('comment', 'why. Stands in the history.'),
      ],
      requestBody: {
        required: true,
        content: {
          ...json(CHANGES),
          ...text('text/csv'),
        },
      },
      responses: {
        200: response('Done.', json(MADE), { 'Cache-Control': ref('headers/NoStore') }),
        409: problem(
          'Nothing was changed: `impossible-change`. Each of `errors` is `unknown`, `repeated` or `impossible`, and ' +
            '`detail` says the same in sentences.',
        ),
        422: problem('Something is missing or unknown: `invalid`, with `errors`.'),
        ...problems(400, 401, 404, 413, 415, 429, 500),
      },
    },
  },
};

export const officerPaths = () => PATHS;

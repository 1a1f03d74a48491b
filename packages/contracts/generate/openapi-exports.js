/** What an officer takes out of the receiver. */
import {
  json,
  object,
  OPERATOR,
  problem,
  problems,
  RECORD_ID,
  ref,
  response,
  STRING,
  text,
  TIME,
} from './openapi-parts.js';

const SUPPORT_ITEM = object(
  {
    reference: STRING,
    status: STRING,
    lang: STRING,
    needs: { type: 'array', items: STRING },
    note: STRING,
  },
  ['reference', 'status', 'lang', 'needs'],
);

const CONTACT_ITEM = object({
  reference: STRING,
  lang: STRING,
  contact: { type: 'object', additionalProperties: STRING },
});

const EXPORTS = [
  {
    path: '/api/export/panels/{id}/registrations',
    name: 'Registrations',
    summary: 'The volunteers of a panel, without their support needs',
    items: ref('schemas/Registration'),
  },
  {
    path: '/api/export/panels/{id}/support',
    name: 'SupportNeeds',
    summary: 'What the volunteers of a panel need to take part',
    items: SUPPORT_ITEM,
  },
  {
    path: '/api/export/feedback/{id}',
    name: 'Feedback',
    summary: 'The feedback of a channel, without the contacts of those who wrote it',
    items: ref('schemas/Feedback'),
  },
  {
    path: '/api/export/feedback/{id}/contacts',
    name: 'FeedbackContacts',
    summary: 'Whom to reply to, by reference',
    items: CONTACT_ITEM,
  },
  {
    path: '/api/export/topic-calls/{id}/proposals',
    name: 'Proposals',
    summary: 'The proposals to a call for topics, without the contacts of those who made them',
    items: ref('schemas/StoredProposal'),
  },
  {
    path: '/api/export/topic-calls/{id}/contacts',
    name: 'ProposalContacts',
    summary: 'Whom to tell what became of a proposal, by reference',
    items: CONTACT_ITEM,
  },
];

const FILE_HEADERS = {
  'Content-Disposition': { description: 'Names the file.', schema: STRING },
  'Cache-Control': ref('headers/NoStore'),
};

const exportPath = (operationId, summary, content) => ({
  parameters: [RECORD_ID],
  get: {
    operationId,
    summary,
    security: OPERATOR,
    responses: {
      200: response('The export.', content, FILE_HEADERS),
      ...problems(401, 404, 429, 500),
    },
  },
});

const query = (name, description, schema) => ({ name, in: 'query', description, schema });

const CSV = text('text/csv');

/** What programs that draw panels read; only as CSV. */
function drawPath(operationId, summary, parameter) {
  const path = exportPath(operationId, summary, CSV);
  const refused = problem(
    'It cannot be drawn as it is: `not-drawable`, with the reason as `detail`.',
  );
  const responses = { ...path.get.responses, ...problems(400), 409: refused };
  return { ...path, get: { ...path.get, parameters: [parameter], responses } };
}

const counts = { type: 'object', additionalProperties: { type: ['integer', 'null'] } };

const NUMBERS = object({
  panel: STRING,
  at: TIME,
  hiddenBelow: { type: 'integer', description: 'Counts below it are null.' },
  note: STRING,
  seats: { type: 'integer' },
  total: { type: ['integer', 'null'] },
  statuses: counts,
  channels: counts,
  strata: {
    type: 'object',
    description: 'By feature and value; `min` and `max` where there are quotas.',
    additionalProperties: {
      type: 'object',
      additionalProperties: object(
        {
          count: { type: ['integer', 'null'] },
          min: { type: 'integer' },
          max: { type: 'integer' },
        },
        ['count'],
      ),
    },
  },
  left: counts,
});

const DRAW_PATHS = {
  '/api/export/panels/{id}/numbers.json': exportPath(
    'getNumbers',
    'How many there are by status, channel and answer; small counts are hidden',
    json(NUMBERS),
  ),
  '/api/export/panels/{id}/sortition.csv': drawPath(
    'exportSortitionCsv',
    'The people in the pool of a panel, as programs that draw panels read them',
    query('contact', '`1` for names, addresses of mail and phone numbers too.', { const: '1' }),
  ),
  '/api/export/panels/{id}/categories.csv': drawPath(
    'exportCategoriesCsv',
    'The quotas of a panel, as programs that draw panels read them',
    query('dialect', 'How the columns are named.', { enum: ['new', 'old'], default: 'new' }),
  ),
};

/** Each export as JSON and as CSV: one column for each field, named as the field of the form. */
export function exportPaths() {
  const tables = Object.fromEntries(
    EXPORTS.flatMap(({ path, name, summary, items }) => [
      [
        `${path}.json`,
        exportPath(`export${name}Json`, summary, json(object({ items: { type: 'array', items } }))),
      ],
      [`${path}.csv`, exportPath(`export${name}Csv`, `${summary}, as rows`, CSV)],
    ]),
  );
  return { ...tables, ...DRAW_PATHS };
}

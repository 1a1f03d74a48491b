/** Answers to the items of a statement: recorded by officers, followed by everybody. */
import { HTML, json, problems, ref, response } from './openapi-parts.js';

const ID = { name: 'id', in: 'path', required: true, schema: ref('schemas/Id') };
const ITEM = { ...ID, name: 'item', description: 'The id of the item.' };

const STRING = { type: 'string' };
const STATUS = { type: 'string', description: 'A code, as in the answer.' };
const KIND = { enum: ['response', 'handling', 'progress'] };

const object = (properties, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});

const problem = (description) =>
  response(description, { 'application/problem+json': { schema: ref('schemas/Problem') } });

const CHANGE = object(
  {
    kind: KIND,
    recordedBy: { ...STRING, maxLength: 200, description: 'Who records it. Never published.' },
    note: {
      ...STRING,
      maxLength: 2000,
      description: 'Why something was put right. Never published.',
    },
    response: {
      ...ref('schemas/Response'),
      description: 'With `kind: response`. Without `handling` and `progress`.',
    },
    handling: {
      anyOf: [ref('schemas/Handling'), { type: 'null' }],
      description: 'With `kind: handling`; `null` takes the one at `place` away.',
    },
    progress: {
      type: ['object', 'null'],
      description: 'With `kind: progress`; `null` takes the one at `place` away.',
      required: ['on', 'status'],
      properties: {
        on: ref('schemas/IsoDate'),
        status: STATUS,
        note: ref('schemas/LocalizedText'),
      },
    },
    place: {
      type: 'integer',
      minimum: 0,
      description: 'Which handling or step is put right, from 0. Without it one is added.',
    },
    setsStatus: {
      type: 'boolean',
      description: 'Whether the status of the step becomes that of the answer.',
    },
  },
  ['kind', 'recordedBy'],
);

const ENTRY = object({
  item: ref('schemas/Id'),
  version: { type: 'integer', description: 'How many entries the item has with this one.' },
  recordedAt: { type: 'string', format: 'date-time' },
  change: CHANGE,
  changed: { type: 'array', items: STRING, description: 'The fields that are other than before.' },
  before: { anyOf: [ref('schemas/Response'), { type: 'null' }] },
  after: ref('schemas/Response'),
});

const ENTRIES = { type: 'array', items: ENTRY };
const operator = [{ operator: [] }];
const VERSION = { ETag: { description: 'The version, in quotes.', schema: STRING } };

const ofItem = {
  parameters: [ID, ITEM],
  get: {
    operationId: 'getAnswer',
    summary: 'The answer to an item, and how it came about',
    security: operator,
    responses: {
      200: response(
        'The answer.',
        json(
          object(
            {
              statement: ref('schemas/Id'),
              item: ref('schemas/Id'),
              version: { type: 'integer' },
              response: ref('schemas/Response'),
              differsInContent: {
                type: 'boolean',
                description: 'Whether the file of the statement says something else since.',
              },
              entries: ENTRIES,
            },
            ['statement', 'item', 'version', 'differsInContent', 'entries'],
          ),
        ),
        VERSION,
      ),
      ...problems(401, 404, 429, 500),
    },
  },
  post: {
    operationId: 'recordAnswer',
    summary: 'Records an answer, a handling or a step of progress',
    description:
      'Nothing is overwritten: whoever has not seen the last version is told, and the history keeps each.',
    security: operator,
    parameters: [
      ref('parameters/IdempotencyKey'),
      {
        name: 'If-Match',
        in: 'header',
        required: true,
        description: 'The version that the sender has seen: `"0"` where nothing was recorded.',
        schema: STRING,
      },
    ],
    requestBody: { required: true, content: json(CHANGE) },
    responses: {
      200: response('A repeat; it was recorded before.', json(ENTRY), VERSION),
      201: response('It was recorded, and is public.', json(ENTRY), VERSION),
      ...problems(400, 401, 404, 413, 415, 429, 500),
      409: problem('Something else was recorded under this key: `key-used`.'),
      412: problem('Somebody recorded something since; nothing was stored: `version-changed`.'),
      422: problem('Some fields need to be corrected: `errors` says which.'),
      428: problem('Without a version nothing is recorded: `version-missing`.'),
    },
  },
};

const ofStatement = {
  parameters: [ID],
  get: {
    operationId: 'getAnswerHistory',
    summary: 'Everything that was recorded about a statement',
    security: operator,
    responses: {
      200: response(
        'The history.',
        json(object({ statement: ref('schemas/Id'), entries: ENTRIES })),
      ),
      ...problems(401, 404, 429, 500),
    },
  },
};

const PUBLIC_CHANGE = object(
  {
    item: ref('schemas/Id'),
    number: STRING,
    title: ref('schemas/LocalizedText'),
    kind: KIND,
    status: STATUS,
    on: { ...ref('schemas/IsoDate'), description: 'The day on which it became known.' },
    at: { type: 'string', format: 'date-time' },
    corrected: { const: true },
  },
  ['item', 'title', 'kind', 'status', 'on'],
);

const FOR_ALL = {
  ETag: { description: 'Of these bytes.', schema: STRING },
  'Cache-Control': { description: '`max-age=60`', schema: STRING },
  'Access-Control-Allow-Origin': { description: '`*`', schema: STRING },
};

const changes = (operationId, summary, content) => ({
  parameters: [ID],
  get: {
    operationId,
    summary,
    parameters: [
      {
        name: 'since',
        in: 'query',
        description: 'The first day that counts. Without it everything is told.',
        schema: ref('schemas/IsoDate'),
      },
      ref('parameters/Lang'),
      ref('parameters/IfNoneMatch'),
    ],
    responses: {
      200: response('What changed, newest first.', content, FOR_ALL),
      304: response('It has not changed.'),
      ...problems(404),
      400: problem('`since` is no day: `date-malformed`.'),
    },
  },
});

export const answerPaths = () => ({
  '/api/statements/{id}/items/{item}/entries': ofItem,
  '/api/statements/{id}/entries': ofStatement,
  '/statements/{id}/changes': changes('getChanges', 'What was answered and done since a day', {
    ...json(
      object(
        {
          statement: ref('schemas/Id'),
          since: ref('schemas/IsoDate'),
          items: { type: 'array', items: PUBLIC_CHANGE },
        },
        ['statement', 'items'],
      ),
    ),
    ...HTML,
  }),
  '/statements/{id}/changes.atom': changes('getChangesFeed', 'The same as an Atom feed', {
    'application/atom+xml': { schema: STRING },
  }),
});

/** Answers to the items of a statement: recorded by officers, followed by everybody. */
import { CHANGED, noteOf, recordEntry, RECORDED_BY, VERSION } from './openapi-entries.js';
import {
  HTML,
  inPath,
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

const ITEM = inPath('item', 'The id of the item.', ref('schemas/Id'));

const STATUS = { type: 'string', description: 'A code, as in the answer.' };
const KIND = { enum: ['response', 'handling', 'progress'] };

const CHANGE = object(
  {
    kind: KIND,
    recordedBy: RECORDED_BY,
    note: noteOf('Why something was put right. Never published.'),
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
  recordedAt: TIME,
  change: CHANGE,
  changed: CHANGED,
  before: { anyOf: [ref('schemas/Response'), { type: 'null' }] },
  after: ref('schemas/Response'),
});

const ENTRIES = { type: 'array', items: ENTRY };

const ofItem = {
  parameters: [RECORD_ID, ITEM],
  get: {
    operationId: 'getAnswer',
    summary: 'The answer to an item, and how it came about',
    security: OPERATOR,
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
  post: recordEntry(
    {
      operationId: 'recordAnswer',
      summary: 'Records an answer, a handling or a step of progress',
      description:
        'Nothing is overwritten: whoever has not seen the last version is told, and the history keeps each.',
    },
    { change: CHANGE, entry: ENTRY },
    { recorded: 'It was recorded, and is public.' },
  ),
};

const ofStatement = {
  parameters: [RECORD_ID],
  get: {
    operationId: 'getAnswerHistory',
    summary: 'Everything that was recorded about a statement',
    security: OPERATOR,
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
    at: TIME,
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
  parameters: [RECORD_ID],
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
  '/statements/{id}/changes.atom': changes(
    'getChangesFeed',
    'The same as an Atom feed',
    text('application/atom+xml'),
  ),
});

/** Topics: supported by everybody, brought from a proposal to a choice by officers. */
import { CHANGED, noteOf, recordEntry, RECORDED_BY, VERSION } from './openapi-entries.js';
import { backToPage, given, takeBack } from './openapi-given.js';
import {
  HTML,
  inPath,
  json,
  object,
  OPERATOR,
  problem,
  problems,
  ref,
  refusal,
  response,
  STRING,
  TIME,
} from './openapi-parts.js';

const ID = inPath('id', 'The id of the topic.', ref('schemas/Id'));
const NULLABLE_TOPIC = {
  type: 'object',
  description: 'Fields of a Topic without id, versions, status, history, choice and answer.',
};

const WHO = {
  recordedBy: RECORDED_BY,
  note: noteOf('Why it was done. Never published.'),
};

const kind = (name, properties, required = Object.keys(properties)) => ({
  ...object({ kind: { const: name }, ...properties, ...WHO }, ['kind', 'recordedBy', ...required]),
  additionalProperties: false,
});

const CHANGE = {
  oneOf: [
    kind(
      'create',
      {
        topic: {
          ...NULLABLE_TOPIC,
          description:
            'Fields of a Topic. Where it says nothing, what the proposal says stands. `proposedBy` only without a proposal.',
        },
        proposal: {
          ...STRING,
          description: 'The reference of the proposal that becomes the topic.',
        },
        status: { ...STRING, description: 'Without it `checked`.' },
        on: ref('schemas/IsoDate'),
      },
      ['topic'],
    ),
    kind(
      'merge',
      {
        proposal: { ...STRING, description: 'The reference of a proposal.' },
        reason: { ...ref('schemas/LocalizedText'), description: 'Told to who proposed.' },
      },
      ['proposal'],
    ),
    kind('edit', {
      topic: { ...NULLABLE_TOPIC, description: 'Fields of a Topic; `null` takes one away.' },
    }),
    kind(
      'status',
      {
        status: { enum: ['checked', 'on-list', 'panel-running', 'statement-given'] },
        on: ref('schemas/IsoDate'),
        text: { ...ref('schemas/LocalizedText'), description: 'For the history of the topic.' },
        reason: ref('schemas/LocalizedText'),
      },
      ['status'],
    ),
    kind('choice', {
      chosen: { type: 'boolean' },
      choice: {
        ...object(
          {
            body: ref('schemas/Body'),
            on: ref('schemas/IsoDate'),
            section: STRING,
            reasons: {
              ...ref('schemas/LocalizedText'),
              description: 'Owed when the topic was not chosen.',
            },
            minutes: ref('schemas/Link'),
          },
          ['body', 'on'],
        ),
      },
    }),
    kind('answer', {
      answer: object({
        text: ref('schemas/LocalizedText'),
        body: ref('schemas/Body'),
        on: ref('schemas/IsoDate'),
      }),
    }),
  ],
};

const ENTRY = object({
  topic: ref('schemas/Id'),
  version: { type: 'integer', minimum: 1 },
  recordedAt: TIME,
  change: CHANGE,
  before: { anyOf: [ref('schemas/Topic'), { type: 'null' }] },
  after: ref('schemas/Topic'),
  changed: CHANGED,
});

const entries = {
  parameters: [ID],
  get: {
    operationId: 'getTopicEntries',
    summary: 'A topic as it stands, and how it came about',
    security: OPERATOR,
    responses: {
      200: response(
        'The topic and its history, oldest first.',
        json(
          object({
            topic: ref('schemas/Topic'),
            version: { type: 'integer', minimum: 0 },
            differsInContent: {
              type: 'boolean',
              description: 'Whether the file of the topic says something else since.',
            },
            entries: { type: 'array', items: ENTRY },
          }),
        ),
        VERSION,
      ),
      ...problems(401, 404, 429, 500),
    },
  },
  post: recordEntry(
    {
      operationId: 'recordTopicChange',
      summary: 'Makes a topic, or records what became of it',
      description:
        'Nothing is overwritten: whoever has not seen the last version is told, and the history keeps each.',
    },
    { change: CHANGE, entry: ENTRY },
    {
      recorded: 'It was recorded, and is public.',
      conflict:
        'Something else was recorded under this key, there is such a topic already, or the proposal has become something else: `key-used`, `impossible-change`.',
    },
  ),
};

const proposal = {
  parameters: [inPath('reference', 'Of the receipt. Spaces, hyphens and case play no part.')],
  post: {
    operationId: 'settleProposal',
    summary: 'Declines, withdraws or deletes a proposal, or hides the name of who made it',
    security: OPERATOR,
    requestBody: {
      required: true,
      content: json(
        object(
          {
            status: { enum: ['declined', 'withdrawn', 'deleted', 'name-hidden'] },
            by: { ...STRING, maxLength: 200 },
            comment: {
              ...STRING,
              maxLength: 1000,
              description: 'Needed to decline, and then told to who proposed.',
            },
          },
          ['status', 'by'],
        ),
      ),
    },
    responses: {
      200: response(
        'It is so now. `changed` is false where it was so before.',
        json(object({ reference: STRING, status: STRING, changed: { type: 'boolean' } })),
      ),
      ...problems(400, 401, 404, 413, 415, 429, 500),
      409: problem('It cannot become that: `impossible-change`, with the reason as `detail`.'),
      422: problem('Some fields need to be corrected: `errors` says which.'),
    },
  },
};

const SUPPORT_HEADERS = {
  'Cache-Control': ref('headers/NoStore'),
  'Access-Control-Allow-Origin': ref('headers/AllowOrigin'),
};

const supports = {
  parameters: [ID],
  post: {
    operationId: 'supportTopic',
    summary: 'Supports a topic',
    description:
      'One key counts once. Nothing is stored but a keyed hash of the key. The body is not read.',
    parameters: [ref('parameters/IdempotencyKey')],
    responses: {
      200: response('It counted already.', json(ref('schemas/TopicSupport')), SUPPORT_HEADERS),
      201: response('It counts.', json(ref('schemas/TopicSupport')), SUPPORT_HEADERS),
      ...problems(400, 404, 429, 500),
      409: problem('The topic takes no support now: `closed`.'),
    },
  },
  delete: {
    operationId: 'takeBackSupport',
    summary: 'Takes a support back',
    description: 'Also when the topic takes no more. A key that was never sent changes nothing.',
    parameters: [ref('parameters/IdempotencyKey')],
    responses: {
      200: response('It does not count.', json(ref('schemas/TopicSupport')), SUPPORT_HEADERS),
      ...problems(400, 404, 429, 500),
    },
  },
  options: {
    operationId: 'preflightSupport',
    summary: 'Answers the question of a browser before it sends from another origin',
    responses: {
      204: response('`Access-Control-Allow-Methods: POST, DELETE` for the origins configured.'),
    },
  },
};

const agenda = {
  parameters: [inPath('year', undefined, { type: 'string', pattern: '^\\d{4}$' })],
  get: {
    operationId: 'getAgenda',
    summary: 'The topics of a year for those who choose among them, as a page to read and print',
    parameters: [
      ref('parameters/Lang'),
      ref('parameters/AcceptLanguage'),
      ref('parameters/IfNoneMatch'),
    ],
    responses: {
      200: response('The page, in Finnish, Swedish or English.', HTML),
      304: response('It has not changed.'),
      ...problems(404),
    },
  },
};

const withdrawing = takeBack('proposal', {
  ask: {
    operationId: 'askToWithdrawProposal',
    summary: 'Asks once more before it is withdrawn',
    responses: { 303: backToPage('Somebody has dealt with it: back to the page.') },
  },
  act: {
    operationId: 'withdrawProposal',
    summary: 'Withdraws a proposal that nobody has dealt with, and deletes who made it',
    responses: {
      409: refusal('Somebody has dealt with it: `impossible-change`; as HTML the page.'),
    },
  },
  done: 'Withdrawn',
});

/** `/topics.json` besides what every record has. */
export const YEAR = {
  name: 'year',
  in: 'query',
  description: 'Only topics of this year.',
  schema: { type: 'integer' },
};

export const topicPaths = () => ({
  '/api/topics/{id}/supports': supports,
  '/topics/{year}/agenda': agenda,
  '/given-proposals/{private}': given('proposal', {
    operationId: 'getGivenProposal',
    summary: 'Where a proposal stands, for who proposed',
  }),
  '/given-proposals/{private}/withdraw': withdrawing,
  '/operator/topics/{id}/entries': entries,
  '/operator/topics/proposals/{reference}': proposal,
});

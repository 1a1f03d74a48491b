/** Feedback besides its sending: its files, how it is handled, what is published of it, and what its writer sees. */
import { optionsAction } from './openapi-invitation.js';
import { HTML, json, problems, RECORD_ID, ref, response } from './openapi-parts.js';

const OPERATOR = [{ operator: [] }];

const DISPOSITION = {
  name: 'Content-Disposition',
  in: 'header',
  description: "The name: `attachment; filename*=UTF-8''kuva.jpg`. Folders are taken off.",
  schema: { type: 'string' },
};

const CHANNEL_QUERY = {
  name: 'channelId',
  in: 'query',
  description: 'The channel; needless where there is only one.',
  schema: ref('schemas/Id'),
};

const BINARY = { schema: { type: 'string', format: 'binary' } };

/** `POST {action}/attachments`: one file, before the feedback that it belongs to. */
const sendFile = (operationId, parameters, query = []) => ({
  parameters,
  post: {
    operationId,
    summary: 'Sends a file for feedback that is still to come',
    description:
      'The bytes of the file, whatever their type. What it is is told from them; what they tell of their maker is taken ' +
      'out. A file that no feedback with it has come for within a day is deleted.',
    parameters: [ref('parameters/IdempotencyKey'), DISPOSITION, ...query],
    requestBody: { required: true, content: { 'application/octet-stream': BINARY } },
    responses: {
      201: response(
        'It is kept. The same key again gives the same answer.',
        json(ref('schemas/FeedbackAttachment')),
      ),
      422: response(
        'It cannot be kept; the `code` of the one error is `wrongType`, `unreadable` or `unsafe`.',
        { 'application/problem+json': { schema: ref('schemas/Problem') } },
      ),
      ...problems(400, 404, 409, 413, 429, 500),
    },
  },
  options: optionsAction(`preflight${operationId}`),
});

const file = {
  parameters: [{ name: 'file', in: 'path', required: true, schema: { type: 'string' } }],
  get: {
    operationId: 'getFeedbackFile',
    summary: 'Gives a file of feedback to an officer',
    security: OPERATOR,
    responses: {
      200: response('The file, to be saved.', { '*/*': BINARY }),
      ...problems(401, 404, 429),
    },
  },
};

const STRING = { type: 'string' };
const VERSION = { ETag: { description: 'The version, in quotes.', schema: STRING } };
const REFERENCE = { name: 'reference', in: 'path', required: true, schema: STRING };

const problem = (description) =>
  response(description, { 'application/problem+json': { schema: ref('schemas/Problem') } });

const CHANGE = {
  type: 'object',
  required: ['kind', 'recordedBy'],
  properties: {
    kind: { enum: ['moderation', 'status', 'outcome'] },
    recordedBy: { ...STRING, maxLength: 200, description: 'Who records it. Never published.' },
    note: { ...STRING, maxLength: 2000, description: 'For officers. Never published.' },
    decision: { enum: ['publish', 'hide'], description: 'With `kind: moderation`.' },
    text: {
      ...STRING,
      description: 'With `publish`: what is shown in the place of what was written, which stays.',
    },
    status: { ...STRING, description: 'With `kind: status`: a status of feedback.' },
    statusNote: { ...ref('schemas/LocalizedText'), description: 'For the writer.' },
    handler: { ...ref('schemas/LocalizedText'), description: 'Who has it. For the writer.' },
    outcome: {
      type: 'object',
      description: 'With `kind: outcome`.',
      required: ['said', 'decided', 'why'],
      properties: {
        said: ref('schemas/LocalizedText'),
        decided: ref('schemas/LocalizedText'),
        why: ref('schemas/LocalizedText'),
        on: ref('schemas/IsoDate'),
        link: { type: 'object' },
      },
    },
  },
};

const ENTRY = {
  type: 'object',
  required: ['version', 'recordedAt', 'recordedBy', 'revision', 'change'],
  properties: {
    version: { type: 'integer' },
    recordedAt: { type: 'string', format: 'date-time' },
    recordedBy: STRING,
    revision: { type: 'integer', description: 'How often the writer had sent it by then.' },
    change: CHANGE,
  },
};

const HANDLED = {
  allOf: [
    ref('schemas/Feedback'),
    {
      type: 'object',
      required: ['version', 'entries'],
      properties: {
        version: { type: 'integer' },
        forgottenAt: { type: 'string', format: 'date-time' },
        entries: { type: 'array', items: ENTRY },
      },
    },
  ],
};

const list = {
  get: {
    operationId: 'listFeedback',
    summary: 'The newest 200 feedback, without contacts',
    security: OPERATOR,
    parameters: [
      ...['channelId', 'status'].map((name) => ({ name, in: 'query', schema: STRING })),
      {
        name: 'before',
        in: 'query',
        description:
          'Only what was received before this time or day, such as `receivedAt` of the last one listed.',
        schema: STRING,
      },
    ],
    responses: {
      200: response(
        'The feedback.',
        json({
          type: 'object',
          required: ['items'],
          properties: { items: { type: 'array', items: { type: 'object' } } },
        }),
      ),
      ...problems(401, 429),
      400: problem('`before` is no time: `date-malformed`; `status` is none of ours: `malformed`.'),
    },
  },
};

const one = {
  parameters: [REFERENCE],
  get: {
    operationId: 'getFeedback',
    summary: 'Feedback, and what was recorded about it',
    security: OPERATOR,
    responses: {
      200: response('The feedback.', json(HANDLED), VERSION),
      ...problems(401, 404, 429),
    },
  },
};

const entries = {
  parameters: [REFERENCE],
  post: {
    operationId: 'recordFeedback',
    summary: 'Records what may be shown of feedback, how far it is, or what came of it',
    description: 'Nothing is overwritten: whoever has not seen the last version is told.',
    security: OPERATOR,
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
      201: response('It was recorded.', json(ENTRY), VERSION),
      ...problems(400, 401, 404, 413, 415, 429, 500),
      409: problem('Something else was recorded under this key: `key-used`.'),
      412: problem('Somebody recorded something since; nothing was stored: `version-changed`.'),
      422: problem('Some fields need to be corrected: `errors` says which.'),
      428: problem('Without a version nothing is recorded: `version-missing`.'),
    },
  },
};

const CHANNEL = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The channel.',
  schema: ref('schemas/Id'),
};

/** What everybody can read, for every origin. */
const published = (operationId, summary, content, parameters = []) => ({
  parameters: [CHANNEL],
  get: {
    operationId,
    summary,
    parameters: [ref('parameters/IfNoneMatch'), ...parameters],
    responses: {
      200: response('It.', content, { ETag: { description: 'Of these bytes.', schema: STRING } }),
      304: response('It has not changed.'),
      ...problems(404),
    },
  },
});

const text = (type) => ({ [type]: { schema: STRING } });

const report = {
  parameters: [{ name: 'format', in: 'path', required: true, schema: { enum: ['csv', 'json'] } }],
  get: {
    operationId: 'getFeedbackReport',
    summary: 'Counts of feedback by month, channel, form, kind of subject and language',
    security: OPERATOR,
    parameters: [
      {
        name: 'publish',
        in: 'query',
        description: '`1`: only how many there are, and nothing of fewer than five.',
        schema: STRING,
      },
    ],
    responses: {
      200: response('The report.', { ...text('text/csv'), ...json({ type: 'object' }) }),
      ...problems(401, 404, 429),
    },
  },
};

const PRIVATE = {
  name: 'private',
  in: 'path',
  required: true,
  description: 'From `manage` of the receipt. Whoever has it sees the feedback.',
  schema: STRING,
};

const given = {
  parameters: [PRIVATE],
  get: {
    operationId: 'getGivenFeedback',
    summary: 'Where feedback stands, for its writer',
    parameters: [ref('parameters/Lang')],
    responses: {
      200: response('Where it stands.', { ...json({ type: 'object' }), ...HTML }),
      ...problems(404, 429),
    },
  },
};

const forgetting = {
  parameters: [PRIVATE],
  get: {
    operationId: 'askToForgetFeedback',
    summary: 'Asks the writer once more before it is deleted',
    parameters: [ref('parameters/Lang')],
    responses: { 200: response('A page.', HTML), ...problems(404, 429) },
  },
  post: {
    operationId: 'forgetFeedback',
    summary: 'Deletes words, contact and files; what can be counted stays',
    responses: {
      204: response('Deleted.'),
      303: response('Deleted; of a form.', undefined, {
        Location: { description: 'The page.', schema: STRING },
      }),
      ...problems(404, 429),
    },
  },
};

export const feedbackPaths = () => ({
  '/api/feedback/{id}/attachments': sendFile('sendFeedbackFile', [RECORD_ID]),
  '/api/feedback/attachments': sendFile('sendCommonFeedbackFile', [], [CHANNEL_QUERY]),
  '/operator/feedback': list,
  '/operator/feedback/{reference}': one,
  '/operator/feedback/{reference}/entries': entries,
  '/operator/feedback/files/{file}': file,
  '/operator/report/feedback.{format}': report,
  '/feedback/{id}/answers.json': published(
    'getFeedbackAnswers',
    'Answers to feedback that may be shown',
    json(ref('schemas/FeedbackAnswers')),
  ),
  '/feedback/{id}/answers.atom': published(
    'followFeedbackAnswers',
    'The same as a feed',
    text('application/atom+xml'),
    [ref('parameters/Lang')],
  ),
  '/feedback/{id}/numbers.json': published(
    'getFeedbackNumbers',
    'Answers to the survey and the one-line question, counted; what is few is hidden',
    json({ type: 'object' }),
  ),
  '/feedback/{id}/numbers.csv': published(
    'getFeedbackNumbersTable',
    'The same as a table',
    text('text/csv'),
  ),
  '/given-feedback/{private}': given,
  '/given-feedback/{private}/delete': forgetting,
});

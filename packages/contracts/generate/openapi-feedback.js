/** Feedback besides its sending: its files, how it is handled, what is published of it, and what its writer sees. */
import { optionsAction } from './openapi-invitation.js';
import { noteOf, recordEntry, RECORDED_BY, VERSION } from './openapi-entries.js';
import { given, takeBack } from './openapi-given.js';
import {
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

const DISPOSITION = {
  name: 'Content-Disposition',
  in: 'header',
  description: "The name: `attachment; filename*=UTF-8''kuva.jpg`. Folders are taken off.",
  schema: STRING,
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
      422: problem(
        'It cannot be kept; the `code` of the one error is `wrongType`, `unreadable` or `unsafe`.',
      ),
      ...problems(400, 404, 409, 413, 429, 500),
    },
  },
  options: optionsAction(`preflight${operationId}`),
});

const file = {
  parameters: [inPath('file')],
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

const REFERENCE = inPath('reference');

const CHANGE = object(
  {
    kind: { enum: ['moderation', 'status', 'outcome'] },
    recordedBy: RECORDED_BY,
    note: noteOf('For officers. Never published.'),
    decision: { enum: ['publish', 'hide'], description: 'With `kind: moderation`.' },
    text: {
      ...STRING,
      description: 'With `publish`: what is shown in the place of what was written, which stays.',
    },
    status: { ...STRING, description: 'With `kind: status`: a status of feedback.' },
    statusNote: { ...ref('schemas/LocalizedText'), description: 'For the writer.' },
    handler: { ...ref('schemas/LocalizedText'), description: 'Who has it. For the writer.' },
    outcome: {
      description: 'With `kind: outcome`.',
      ...object(
        {
          said: ref('schemas/LocalizedText'),
          decided: ref('schemas/LocalizedText'),
          why: ref('schemas/LocalizedText'),
          on: ref('schemas/IsoDate'),
          link: { type: 'object' },
        },
        ['said', 'decided', 'why'],
      ),
    },
  },
  ['kind', 'recordedBy'],
);

const ENTRY = object({
  version: { type: 'integer' },
  recordedAt: TIME,
  recordedBy: STRING,
  revision: { type: 'integer', description: 'How often the writer had sent it by then.' },
  change: CHANGE,
});

const HANDLED = {
  allOf: [
    ref('schemas/Feedback'),
    object(
      {
        version: { type: 'integer' },
        forgottenAt: TIME,
        entries: { type: 'array', items: ENTRY },
      },
      ['version', 'entries'],
    ),
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
        json(object({ items: { type: 'array', items: { type: 'object' } } })),
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
  post: recordEntry(
    {
      operationId: 'recordFeedback',
      summary: 'Records what may be shown of feedback, how far it is, or what came of it',
      description: 'Nothing is overwritten: whoever has not seen the last version is told.',
    },
    { change: CHANGE, entry: ENTRY },
    { recorded: 'It was recorded.' },
  ),
};

const CHANNEL = inPath('id', 'The channel.', ref('schemas/Id'));

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

const report = {
  parameters: [inPath('format', undefined, { enum: ['csv', 'json'] })],
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

const forgetting = takeBack('feedback', {
  ask: {
    operationId: 'askToForgetFeedback',
    summary: 'Asks the writer once more before it is deleted',
  },
  act: {
    operationId: 'forgetFeedback',
    summary: 'Deletes words, contact and files; what can be counted stays',
  },
  done: 'Deleted',
});

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
  '/given-feedback/{private}': given('feedback', {
    operationId: 'getGivenFeedback',
    summary: 'Where feedback stands, for its writer',
  }),
  '/given-feedback/{private}/delete': forgetting,
});

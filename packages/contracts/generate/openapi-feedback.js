/** Feedback besides its sending: its files. */
import { optionsAction } from './openapi-invitation.js';
import { json, problems, RECORD_ID, ref, response } from './openapi-parts.js';

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

export const feedbackPaths = () => ({
  '/api/feedback/{id}/attachments': sendFile('sendFeedbackFile', [RECORD_ID]),
  '/api/feedback/attachments': sendFile('sendCommonFeedbackFile', [], [CHANNEL_QUERY]),
  '/operator/feedback/files/{file}': file,
});

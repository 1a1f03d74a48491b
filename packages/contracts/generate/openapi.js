/** The HTTP interface as OpenAPI 3.1. The receiver implements it; any other server behind the widgets may too. */
import { readFileSync } from 'node:fs';

import { answerPaths } from './openapi-answers.js';
import { exportPaths } from './openapi-exports.js';
import { feedbackPaths } from './openapi-feedback.js';
import {
  FORM,
  HTML,
  inPath,
  json,
  problems,
  RECORD_ID,
  ref,
  refusal,
  response,
  STRING,
} from './openapi-parts.js';
import { invitation, optionsAction } from './openapi-invitation.js';
import { officerPaths } from './openapi-officers.js';
import { open311Paths } from './openapi-open311.js';
import { privatePaths } from './openapi-private.js';
import { topicPaths, YEAR } from './openapi-topics.js';
import { allSchemas } from './schemas.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const FILE = inPath('id', 'The id of the record, as in the record itself.', ref('schemas/Id'));

/** A body as JSON for a program, as a page for a person. */
const jsonOrPage = (schema) => ({ ...json(schema), ...HTML });

/** `GET {action}`: where it stands. */
function getAction(what, operationId) {
  return {
    operationId,
    summary: `Tells whether ${what} can be sent`,
    description:
      'As JSON: whether it is open, the time of the server, a token to send along, and limits. As HTML: the whole form ' +
      'on one page, or why there is none. A missing token never keeps anybody from sending.',
    parameters: [ref('parameters/Lang'), ref('parameters/AcceptLanguage')],
    responses: {
      200: response('Where it stands.', jsonOrPage(ref('schemas/FormStatus')), {
        'Cache-Control': ref('headers/NoStore'),
        Vary: ref('headers/Vary'),
      }),
      ...problems(404),
    },
  };
}

/** `POST {action}`: takes a submission, from a widget or from a form without JavaScript. */
function postAction(what, schema, operationId, more = '') {
  return {
    operationId,
    summary: `Sends ${what}`,
    description:
      'The same key with the same body gives the same receipt again, also after closing. The same key with another body ' +
      'replaces what was sent: the reference stays, the history is kept, and the receipt says so. A form post has no ' +
      'key; the same post from the same address within ten minutes is taken for the same.' +
      more,
    parameters: [
      ref('parameters/IdempotencyKey'),
      ref('parameters/AcceptLanguage'),
      ref('parameters/Lang'),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            allOf: [
              ref(`schemas/${schema}`),
              {
                type: 'object',
                properties: {
                  token: { type: 'string', description: 'From the GET; no part of what is kept.' },
                },
              },
            ],
          },
        },
        'application/x-www-form-urlencoded': { schema: FORM },
        'multipart/form-data': { schema: FORM },
      },
    },
    responses: {
      200: response('The form, for a post in which nothing was answered yet.', HTML),
      201: response('It has arrived.', json(ref('schemas/Receipt'))),
      303: response(
        'It has arrived; of a form post. The receipt is a page of its own.',
        undefined,
        {
          Location: {
            description: 'The page.',
            schema: { type: 'string', format: 'uri-reference' },
          },
        },
      ),
      422: refusal(
        'Some fields need to be corrected: as a problem with `errors`, or as the form again with its values and errors.',
      ),
      ...problems(400, 404, 409, 413, 415, 429, 500),
    },
  };
}

/** What officers may say besides, with the operator token. */
const OF_OFFICERS =
  ' A `channel` is taken with the operator token only; without it `web` is recorded. Of an address that is `protected` ' +
  'nothing else is kept.';

const action = (what, schema, name, parameters = [RECORD_ID], more = '') => ({
  parameters,
  get: getAction(what, `get${name}Status`),
  post: postAction(what, schema, `send${name}`, more),
  options: optionsAction(`preflight${name}`),
});

/** The address of all channels: the body names the one that is meant, where there are several. */
const commonFeedback = {
  ...action('feedback', 'FeedbackSubmission', 'CommonFeedback', []),
  description:
    'The same as the address of a channel, for the channel that the body names by `channelId`, or that is the only one. ' +
    'Where there are several and none of them is named, the `detail` of the problem (404) lists their addresses.',
};

/** The address of all calls for topics, in the same way. */
const commonTopics = {
  ...action('a proposal of a topic', 'TopicProposal', 'CommonProposal', []),
  description:
    'The same as the address of a call, for the call that the body names by `callId`, or that is the only one.',
};

/** A record as its author wrote it, for every origin. */
const record = (schema, operationId, parameters = [FILE]) => ({
  parameters,
  get: {
    operationId,
    summary: 'Gives a record',
    parameters: [ref('parameters/IfNoneMatch')],
    responses: {
      200: response('The record.', json(schema), {
        ETag: { description: 'Of these bytes.', schema: STRING },
        'Cache-Control': { description: '`max-age=60`', schema: STRING },
        'Access-Control-Allow-Origin': { description: '`*`', schema: STRING },
      }),
      304: response('It has not changed.'),
      ...problems(404),
    },
  },
});

const listOfTopics = record(ref('schemas/TopicList'), 'getTopics', []);

const recordPaths = {
  '/panels/{id}.json': record(ref('schemas/Panel'), 'getPanel'),
  '/topics.json': {
    ...listOfTopics,
    get: {
      ...listOfTopics.get,
      parameters: [YEAR, ...listOfTopics.get.parameters],
      responses: { ...listOfTopics.get.responses, ...problems(400) },
    },
  },
  '/topics/{id}.json': record(ref('schemas/Topic'), 'getTopic'),
  '/topic-calls/{id}.json': record(ref('schemas/TopicCall'), 'getTopicCall'),
  '/statements/{id}.json': record(ref('schemas/Statement'), 'getStatement'),
  '/feedback/{id}.json': record(ref('schemas/FeedbackChannel'), 'getFeedbackChannel'),
};

const receiptPage = {
  parameters: [inPath('pageId', 'Cannot be guessed; the address is the only key to the page.')],
  get: {
    operationId: 'getReceiptPage',
    summary: 'Shows the receipt of a form post',
    parameters: [ref('parameters/Lang')],
    responses: { 200: response('The receipt, as a page.', HTML), ...problems(404) },
  },
};

const parameters = {
  Lang: {
    name: 'lang',
    in: 'query',
    description: 'The language of a page; goes before Accept-Language.',
    schema: ref('schemas/LanguageTag'),
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Texts of a receipt come in all their languages; this is for pages.',
    schema: STRING,
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Made in the browser at the first edit and kept until the receipt. Required with JSON, unused with a form post. ' +
      'Never written into HTML: a cached page would hand one resident the receipt of another.',
    schema: { type: 'string', format: 'uuid' },
  },
  IfNoneMatch: { name: 'If-None-Match', in: 'header', schema: STRING },
};

const headers = {
  RetryAfter: { description: 'Seconds until the next try is taken.', schema: { type: 'integer' } },
  NoStore: { description: '`no-store`', schema: STRING },
  Vary: { description: 'What the answer depends on.', schema: STRING },
  AllowOrigin: {
    description: 'The origin that asked, when it is one of those configured.',
    schema: STRING,
  },
};

const formFields = {
  title: 'FormFields',
  type: 'object',
  description:
    'The fields of a form. Each name is the JSON Pointer of a place in the submission without its first slash, ' +
    '`contact/firstName`, and is repeated for a list. `lang` and `token` may stand beside them.',
  additionalProperties: {
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  },
};

/** The whole document. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Puntari receiver',
      version,
      description: 'What the widgets send to, and where their records come from.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/panels/{id}/registrations': action(
        'a registration',
        'Submission',
        'Registration',
        undefined,
        OF_OFFICERS,
      ),
      '/api/panels/{id}/registrations/invitation': invitation(),
      '/api/feedback/{id}': action('feedback', 'FeedbackSubmission', 'Feedback'),
      '/api/feedback': commonFeedback,
      '/api/topics/{id}': action('a proposal of a topic', 'TopicProposal', 'Proposal'),
      '/api/topics': commonTopics,
      '/receipts/{pageId}': receiptPage,
      ...privatePaths(),
      ...recordPaths,
      ...answerPaths(),
      ...topicPaths(),
      ...exportPaths(),
      ...feedbackPaths(),
      ...officerPaths(),
      ...open311Paths(),
    },
    components: {
      schemas: { ...allSchemas('#/components/schemas/'), FormFields: formFields },
      parameters,
      headers,
      securitySchemes: {
        operator: {
          type: 'http',
          scheme: 'bearer',
          description: 'The operator token of the receiver. Without one the exports do not exist.',
        },
      },
    },
  };
}

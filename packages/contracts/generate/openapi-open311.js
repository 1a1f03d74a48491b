/** How forwarding to a city's own system goes. */
import { inPath, json, OPERATOR, problems, ref, response } from './openapi-parts.js';

const STATES = ['waiting', 'sending', 'unknown', 'uncertain', 'sent', 'given-up'];

const text = (description) => ({ type: 'string', description });
const time = (description) => ({ type: 'string', format: 'date-time', description });

const ITEM = {
  type: 'object',
  required: ['reference', 'channelId', 'state', 'tries', 'isOutdated', 'isCut'],
  properties: {
    reference: text('Of the receipt.'),
    channelId: text('Through which the feedback came.'),
    state: {
      enum: STATES,
      description:
        '`unknown`: sent, and no answer was seen; it is looked up at the city. `uncertain`: a person has to decide. ' +
        '`given-up`: tried for days.',
    },
    tries: { type: 'integer' },
    nextAt: time('When something is done about it.'),
    sendingAt: time('When the last try began.'),
    sentAt: time('When the city is known to have it.'),
    error: text('What the city answered last, or why there was no answer.'),
    token: text('What the city gave in place of an id.'),
    requestId: text('The id at the city.'),
    status: { enum: ['open', 'closed'], description: 'At the city.' },
    statusNotes: text('In the words of the city, in its language.'),
    agency: text('Who does it.'),
    expectedAt: time('When the city means to have done it.'),
    updatedAt: time('When the city changed it last.'),
    isOutdated: {
      type: 'boolean',
      description: 'It was changed after it was sent; the city has the older text.',
    },
    isCut: { type: 'boolean', description: 'The end of a long text was not sent.' },
  },
};

const COUNTS = {
  type: 'object',
  required: ['channelId', 'states'],
  properties: {
    channelId: { type: 'string' },
    states: {
      type: 'object',
      required: STATES,
      properties: Object.fromEntries(STATES.map((state) => [state, { type: 'integer' }])),
    },
  },
};

const FORWARDED = {
  type: 'object',
  required: ['channels', 'items'],
  properties: {
    channels: { type: 'array', items: COUNTS },
    items: { type: 'array', items: ITEM },
  },
};

const PATHS = {
  '/forwarded-files/{id}/{key}': {
    parameters: [inPath('id'), inPath('key')],
    get: {
      operationId: 'getForwardedFile',
      summary: 'A file of feedback, for the city that the feedback was forwarded to',
      description:
        'Only where the settings of forwarding say of an address for files. Always a download.',
      responses: {
        200: response('The file.', {
          '*/*': { schema: { type: 'string', format: 'binary' } },
        }),
        ...problems(404, 429, 500),
      },
    },
  },
  '/operator/open311': {
    get: {
      operationId: 'getForwarded',
      summary: "Tells how forwarding of feedback to a city's own system goes",
      description: 'Without the words of the feedback and without the person.',
      security: OPERATOR,
      parameters: [
        { name: 'state', in: 'query', description: 'Only these.', schema: { enum: STATES } },
        { name: 'channel', in: 'query', description: 'Only these.', schema: { type: 'string' } },
      ],
      responses: {
        200: response('How it goes.', json(FORWARDED), { 'Cache-Control': ref('headers/NoStore') }),
        ...problems(400, 401, 404, 429, 500),
      },
    },
  },
};

export const open311Paths = () => PATHS;

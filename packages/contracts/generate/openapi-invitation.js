/** Asking about a code of invitation, and what every address answers to browsers of other origins. */
import { json, problems, RECORD_ID, ref, response } from './openapi-parts.js';

export function optionsAction(operationId) {
  return {
    operationId,
    summary: 'Answers a browser that asks before it sends from another origin',
    responses: {
      204: response('The origin may send, if the headers say so.', undefined, {
        'Access-Control-Allow-Origin': ref('headers/AllowOrigin'),
        'Access-Control-Allow-Methods': {
          description: '`GET, POST`',
          schema: { type: 'string' },
        },
        'Access-Control-Allow-Headers': {
          description: '`Content-Type, Idempotency-Key, Accept-Language`',
          schema: { type: 'string' },
        },
      }),
    },
  };
}

/** Tells early whether a code can be used. */
export const invitation = () => ({
  parameters: [RECORD_ID],
  post: {
    operationId: 'askInvitation',
    summary: 'Tells whether a code of invitation can be used, and nothing more',
    description:
      'The code that the form with this Idempotency-Key has used itself is valid. So is every code where the panel has none.',
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string' } },
      }),
    },
    responses: {
      200: response(
        'Its state.',
        json({
          type: 'object',
          required: ['state'],
          properties: { state: { enum: ['valid', 'unknown', 'used', 'expired'] } },
        }),
      ),
      ...problems(400, 404, 413, 415, 429, 500),
    },
  },
  options: optionsAction('preflightInvitation'),
});

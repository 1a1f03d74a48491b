/** Pages about one registration: those behind private links, and the form for a pen. */
import {
  FORM,
  HTML,
  inPath,
  problems,
  RECORD_ID,
  ref,
  refusal,
  response,
} from './openapi-parts.js';

const PRIVATE_ID = inPath(
  'id',
  'From the receipt. Cannot be guessed; the address is the only key to the page.',
);

const BACK = response('Done; back to the page.', undefined, {
  Location: { description: 'The page.', schema: { type: 'string', format: 'uri-reference' } },
});

/** Answers can be corrected until the draw; everything else at any time. */
const correctPost = {
  operationId: 'correctRegistration',
  summary: 'Corrects a registration',
  parameters: [ref('parameters/Lang')],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': { schema: FORM },
      'multipart/form-data': { schema: FORM },
    },
  },
  responses: {
    303: BACK,
    409: refusal('Too late: the page, which says whom to call.'),
    200: response(
      'The form with what was posted, for a post that carries `start`: the way back from the page below.',
      HTML,
    ),
    422: refusal(
      'Some fields need to be corrected: the form again. Or somebody could no longer take part: why, and what to do.',
    ),
    ...problems(400, 404, 413, 415, 429, 500),
  },
};

const page = (operationId, summary) => ({
  operationId,
  summary,
  parameters: [ref('parameters/Lang')],
  responses: { 200: response('The page.', HTML), ...problems(404, 429) },
});

const leaving = (name, summary) => ({
  parameters: [PRIVATE_ID],
  get: page(`ask${name}`, 'Asks once more; changes nothing'),
  post: {
    operationId: `do${name}`,
    summary,
    parameters: [ref('parameters/Lang')],
    responses: { 303: BACK, ...problems(404, 429, 500) },
  },
});

const PATHS = {
  '/api/panels/{id}/registrations/paper': {
    parameters: [RECORD_ID],
    get: {
      operationId: 'getPaperForm',
      summary: 'The form to print and fill in with a pen',
      parameters: [ref('parameters/Lang'), ref('parameters/AcceptLanguage')],
      responses: { 200: response('The form.', HTML), ...problems(404, 409) },
    },
  },
  '/registrations/{id}': {
    parameters: [PRIVATE_ID],
    get: page('getOwnRegistration', 'Shows a registration to the person whose it is'),
    post: correctPost,
  },
  '/registrations/{id}/correct': {
    parameters: [PRIVATE_ID],
    get: page('getCorrectionForm', 'The whole form, filled in'),
  },
  '/registrations/{id}/withdraw': leaving('Withdraw', 'Withdraws a registration'),
  '/registrations/{id}/delete': leaving('Delete', 'Deletes a registration'),
};

export const privatePaths = () => PATHS;

/** What is behind the private link of something that a resident gave: feedback, or a proposal. */
import { HTML, inPath, json, problems, ref, response, STRING } from './openapi-parts.js';

const privateId = (what) =>
  inPath('private', `From \`manage\` of the receipt. Whoever has it sees the ${what}.`);

/** Back to the page. */
export const backToPage = (description) =>
  response(description, undefined, { Location: { description: 'The page.', schema: STRING } });

/** The page itself. */
export const given = (what, about) => ({
  parameters: [privateId(what)],
  get: {
    ...about,
    parameters: [ref('parameters/Lang')],
    responses: {
      200: response('Where it stands.', { ...json({ type: 'object' }), ...HTML }),
      ...problems(404, 429),
    },
  },
});

/**
 * Takes it back: asked about once more, and done.
 *
 * @param ask - `operationId` and `summary` of the question; `responses` besides those that every such page has.
 * @param act - The same of what is then done.
 * @param done - In a word.
 */
export const takeBack = (what, { ask, act, done }) => ({
  parameters: [privateId(what)],
  get: {
    ...ask,
    parameters: [ref('parameters/Lang')],
    responses: { 200: response('A page.', HTML), ...ask.responses, ...problems(404, 429) },
  },
  post: {
    ...act,
    responses: {
      204: response(`${done}.`),
      303: backToPage(`${done}; of a form.`),
      ...act.responses,
      ...problems(404, 429),
    },
  },
});

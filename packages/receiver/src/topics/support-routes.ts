import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Topic, TopicSupport } from '@puntari/contracts';

import { allowOrigin, answerPreflight } from '../http/cors.js';
import { keyOf } from '../http/idempotency.js';
import { HttpProblem } from '../http/problem.js';
import { Tries } from '../http/tries.js';
import type { TopicContext } from './context.js';
import { publishedTopic } from './published.js';
import {
  addSupport,
  hasSupported,
  type Support,
  takeBackSupport,
  takesSupport,
} from './supports.js';

/** A class of a school, and far fewer than somebody needs who wants to push a topic. */
export const MAX_SUPPORTS = 30;

const PATH = '/api/topics/:id/supports';
const METHODS = 'POST, DELETE';
/** Nothing is asked; what is sent along is not read. */
const BODY_LIMIT = 1024;

/** Whatever comes along is passed over. */
function readNothing(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
  app.addContentTypeParser('*', options, (_request, _body, done) => {
    done(null, undefined);
  });
}

/** For the buttons of pages: supporting a topic, and taking it back. */
export function supportRoutes(app: FastifyInstance, context: TopicContext): void {
  const { db, content, secret, origins, limitTries, now } = context;
  const tries = new Tries(context.supportLimit ?? MAX_SUPPORTS);
  readNothing(app);
  const onRequest = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    allowOrigin(request, reply, origins);
    reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff');
    done();
  };
  const options = { onRequest, ...(limitTries ? { config: limitTries } : {}) };

  const ask = async (request: FastifyRequest): Promise<{ topic: Topic; support: Support }> => {
    const { id } = request.params as { id: string };
    const topic = await publishedTopic(db, content, id);
    if (!topic) throw new HttpProblem('not-found', { detail: `There is no topic "${id}"` });
    return { topic, support: { topicId: id, secret, key: keyOf(request) } };
  };
  const answer = async (topicId: string, supported: boolean): Promise<TopicSupport> => {
    const topic = await publishedTopic(db, content, topicId);
    return { topicId, supported, supporters: topic?.supporters ?? 0 };
  };

  app.options(PATH, { onRequest }, (_request, reply) =>
    answerPreflight(reply, { methods: METHODS }),
  );

  app.post(PATH, options, async (request, reply): Promise<FastifyReply> => {
    const { topic, support } = await ask(request);
    // A retry whose first answer was lost gets that answer, even when the topic takes no more since.
    if (await hasSupported(db, support)) return reply.send(await answer(topic.id, true));
    if (!takesSupport(topic, now())) {
      throw new HttpProblem('closed', { detail: `The topic "${topic.id}" takes no support now` });
    }
    tries.demand(request.ip, now());
    tries.count(request.ip, now());
    await addSupport(db, support);
    return reply.code(201).send(await answer(topic.id, true));
  });

  // Also of a topic that takes no more: nobody has to stand by what they once thought.
  app.delete(PATH, options, async (request) => {
    const { topic, support } = await ask(request);
    await takeBackSupport(db, support);
    return answer(topic.id, false);
  });
}

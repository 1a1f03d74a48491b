import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type FeedbackChannel, pickText } from '@puntari/contracts';

import { type ServedRecord, servedRecord } from '../content/content.js';
import { languageOf, spokenLanguage } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { openToAll, sendServed } from '../http/records.js';
import { permanentId, renderFeed } from '../pages/feed.js';
import { OFFICIAL_LANGUAGES, wordsIn } from '../pages/words.js';
import type { FeedbackContext } from './context.js';
import { numbersCsv, numbersOf } from './numbers.js';
import { answersMarkOf, answersOf, answersRecord, type DatedAnswer, markOf } from './published.js';

const EPOCH = '1970-01-01T00:00:00Z';

interface FeedOptions {
  readonly tag: string;
  readonly origin: string;
  readonly secret: string;
}

function atomOf(
  channel: FeedbackChannel,
  answers: readonly DatedAnswer[],
  { tag, origin, secret }: FeedOptions,
): string {
  const { lang, t } = wordsIn(tag);
  const title = pickText(channel.title, lang).text;
  return renderFeed({
    id: permanentId(secret, `feedback\n${channel.id}\n${lang}`),
    lang,
    title: t('feedbackFeed.title', { title }),
    author: pickText(channel.readBy, lang).text,
    begun: EPOCH,
    self: `${origin}/feedback/${channel.id}/answers.atom?lang=${lang}`,
    entries: answers.map(({ answer, at }) => ({
      id: permanentId(secret, `feedback\n${channel.id}\n${answer.reference}\n${at}`),
      title: t('feedbackFeed.entry', { reference: answer.reference }),
      updated: at,
      texts: [answer.said, answer.decided, answer.why],
    })),
  });
}

function channelOf(request: FastifyRequest, { content }: FeedbackContext): FeedbackChannel {
  const { channel: id } = request.params as { channel: string };
  const channel = content.channels.get(id);
  if (!channel) throw new HttpProblem('not-found');
  return channel;
}

interface Made {
  readonly file: string;
  readonly type: string;
  /** Changes with what is made. */
  readonly mark: typeof markOf;
}

/** Serves what is made of a channel, made once until something of the channel changes. */
function serveMade(
  app: FastifyInstance,
  context: FeedbackContext,
  { file, type, mark: markNow }: Made,
  make: (channel: FeedbackChannel) => Promise<string>,
): void {
  const made = new Map<string, { readonly mark: string; readonly record: ServedRecord }>();
  app.get(`/feedback/:channel/${file}`, async (request, reply): Promise<FastifyReply> => {
    openToAll(reply);
    const channel = channelOf(request, context);
    const mark = await markNow(context.db, channel.id);
    const known = made.get(channel.id);
    if (known?.mark === mark) return sendServed(request, reply, known.record, type);
    const record = servedRecord(await make(channel));
    made.set(channel.id, { mark, record });
    return sendServed(request, reply, record, type);
  });
}

/** What everybody can read: what was answered, and numbers. */
export function feedbackPublicRoutes(app: FastifyInstance, context: FeedbackContext): void {
  const { db, content, secret } = context;
  const json = 'application/json';
  serveMade(
    app,
    context,
    { file: 'answers.json', type: json, mark: answersMarkOf },
    async (channel) => JSON.stringify(answersRecord(channel, await answersOf(db, channel))),
  );
  serveMade(app, context, { file: 'numbers.json', type: json, mark: markOf }, async (channel) =>
    JSON.stringify(await numbersOf(db, channel, content)),
  );
  serveMade(
    app,
    context,
    { file: 'numbers.csv', type: 'text/csv', mark: markOf },
    async (channel) => numbersCsv(await numbersOf(db, channel, content)),
  );
  app.get('/feedback/:channel/answers.atom', async (request, reply): Promise<FastifyReply> => {
    openToAll(reply).header('Vary', 'Accept-Language');
    const channel = channelOf(request, context);
    const tag = spokenLanguage(languageOf(request, OFFICIAL_LANGUAGES), OFFICIAL_LANGUAGES);
    const options = { tag, origin: `${request.protocol}://${request.host}`, secret };
    const feed = atomOf(channel, await answersOf(db, channel), options);
    return sendServed(request, reply, servedRecord(feed), 'application/atom+xml');
  });
}

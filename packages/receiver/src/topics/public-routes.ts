import type { FastifyInstance, FastifyRequest } from 'fastify';

import * as v from 'valibot';

import { year as yearSchema } from '@puntari/contracts';

import { servedRecord } from '../content/content.js';
import { languageOf, spokenLanguage } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { openToAll, sendServed } from '../http/records.js';
import { addPageHeaders } from '../http/security-headers.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { AGENDA_STYLES, AGENDA_STYLES_PATH, isListed, renderAgendaPage } from './agenda-page.js';
import type { TopicContext } from './context.js';
import { publishedTopics, servedList, servedTopic } from './published.js';

const RECORD = /^(.+)\.json$/;

const yearIn = (text: unknown): number | undefined => {
  const year = typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : undefined;
  return v.is(yearSchema, year) ? year : undefined;
};

/** @throws HttpProblem - `malformed`, when a year is asked for that is none. */
function yearAsked({ query }: FastifyRequest): number | undefined {
  const { year } = (query ?? {}) as { year?: unknown };
  if (year === undefined || year === '') return undefined;
  const found = yearIn(year);
  if (found !== undefined) return found;
  throw new HttpProblem('malformed', { detail: 'year: expected a year such as 2027' });
}

const langOf = (request: FastifyRequest): string =>
  spokenLanguage(languageOf(request, OFFICIAL_LANGUAGES), OFFICIAL_LANGUAGES);

/** What everybody can read: topics as records, and the list of a year as a page. */
export function publicRoutes(app: FastifyInstance, { db, content, policy }: TopicContext): void {
  app.get('/topics.json', async (request, reply) => {
    openToAll(reply);
    return sendServed(request, reply, await servedList(db, content, yearAsked(request)));
  });

  app.get('/topics/:file', async (request, reply) => {
    openToAll(reply);
    const [, id = ''] = RECORD.exec((request.params as { file: string }).file) ?? [];
    const record = await servedTopic(db, content, id);
    if (!record) throw new HttpProblem('not-found');
    return sendServed(request, reply, record);
  });

  app.get('/topics/:year/agenda', async (request, reply) => {
    openToAll(reply).header('Vary', 'Accept-Language');
    const year = yearIn((request.params as { year: string }).year);
    if (year === undefined) throw new HttpProblem('not-found');
    const topics = (await publishedTopics(db, content, year)).filter(isListed);
    const lang = langOf(request);
    const address = `${request.protocol}://${request.host}/topics/${String(year)}/agenda`;
    const page = servedRecord(renderAgendaPage({ year, topics, lang, address }));
    return sendServed(request, addPageHeaders(reply, policy), page, 'text/html');
  });

  app.get(AGENDA_STYLES_PATH, (_request, reply) =>
    reply
      .header('Cache-Control', 'max-age=3600')
      .header('X-Content-Type-Options', 'nosniff')
      .type('text/css; charset=utf-8')
      .send(AGENDA_STYLES),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import type { Panel } from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { numbersOf } from './numbers.js';
import { categoriesCsv, type Dialect, DIALECTS, peopleCsv } from './sortition.js';

interface DrawContext {
  readonly db: Db;
  readonly content: Content;
  now(): Date;
  /** With the guard of the exports. */
  readonly options: RouteShorthandOptions;
}

const queryOf = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
  request.query as Record<string, unknown>;

function dialectOf(request: FastifyRequest): Dialect {
  const { dialect = 'new' } = queryOf(request);
  const names = Object.keys(DIALECTS) as Dialect[];
  const found = names.find((name) => name === dialect);
  if (found) return found;
  throw new HttpProblem('malformed', { detail: `dialect: expected one of ${names.join(', ')}` });
}

const addFileHeaders = (reply: FastifyReply, file: string): FastifyReply =>
  reply
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Disposition', `attachment; filename="${file}"`);

const sendCsv = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  addFileHeaders(reply, `${name}.csv`).type('text/csv; charset=utf-8').send(text);

/** What a program that draws panels reads, and how many there are to draw from. */
export function drawRoutes(app: FastifyInstance, { db, content, options, now }: DrawContext): void {
  // Without its record nobody knows what was asked.
  const panelOf = (request: FastifyRequest): Panel => {
    const panel = content.panels.get((request.params as { id: string }).id);
    if (!panel) throw new HttpProblem('not-found');
    return panel;
  };

  app.get('/api/export/panels/:id/sortition.csv', options, async (request, reply) => {
    const panel = panelOf(request);
    const withContact = queryOf(request)['contact'] === '1';
    const quotas = content.quotas.get(panel.id);
    const text = await peopleCsv(db, { panel, quotas, withContact });
    return sendCsv(reply, `${panel.id}-sortition`, text);
  });

  app.get('/api/export/panels/:id/numbers.json', options, async (request, reply) => {
    const panel = panelOf(request);
    const quotas = content.quotas.get(panel.id);
    addFileHeaders(reply, `${panel.id}-numbers.json`);
    return reply.send(await numbersOf(db, { panel, quotas, now: now() }));
  });

  app.get('/api/export/panels/:id/categories.csv', options, (request, reply) => {
    const panel = panelOf(request);
    const dialect = dialectOf(request);
    const quotas = content.quotas.get(panel.id);
    if (!quotas) {
      const detail = `There are no quotas: write quotas/${panel.id}.json in the content folder`;
      throw new HttpProblem('not-drawable', { detail });
    }
    return sendCsv(reply, `${panel.id}-categories`, categoriesCsv(panel, quotas, dialect));
  });
}

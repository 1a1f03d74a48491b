import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { operatorOnly } from '../http/operator.js';
import { HttpProblem } from '../http/problem.js';
import { toCsv } from '@puntari/contracts';
import { drawRoutes } from './draw-routes.js';
import { contactTable, feedbackTable } from './feedback.js';
import { registrationTable, supportTable } from './registrations.js';
import { proposalTable, proposerTable } from './proposals.js';
import type { Table } from './table.js';

export interface ExportContext {
  readonly db: Db;
  readonly content: Content;
  /** Without one nothing can be exported over HTTP. */
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
  now(): Date;
}

const FILE = /^([A-Za-z0-9][A-Za-z0-9._-]*)\.(csv|json)$/;

/** Splits `registrations.csv`. */
function fileOf(request: FastifyRequest): { name: string; format: string } {
  const { file } = request.params as { file: string };
  const [, name, format] = FILE.exec(file) ?? [];
  if (name === undefined || format === undefined) throw new HttpProblem('not-found');
  return { name, format };
}

function sendTable<T>(
  reply: FastifyReply,
  { items, columns }: Table<T>,
  file: { name: string; format: string },
): FastifyReply {
  reply
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Disposition', `attachment; filename="${file.name}.${file.format}"`);
  if (file.format === 'json') return reply.send({ items });
  const rows = items.map((item) => columns.map(({ cell }) => cell(item)));
  const names = columns.map(({ name }) => name);
  return reply.type('text/csv; charset=utf-8').send(toCsv(names, rows));
}

/** What was stored can be taken out also after its record has left the content folder. */
function known<T>(isPublished: boolean, table: Table<T>): Table<T> {
  if (!isPublished && table.items.length === 0) throw new HttpProblem('not-found');
  return table;
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

function proposalExports(
  app: FastifyInstance,
  { db, content }: ExportContext,
  options: RouteShorthandOptions,
): void {
  app.get('/api/export/topic-calls/:id/:file', options, async (request, reply) => {
    const id = idOf(request);
    const { name, format } = fileOf(request);
    if (name !== 'proposals' && name !== 'contacts') throw new HttpProblem('not-found');
    const file = { name: `${id}-${name}`, format };
    const isPublished = content.calls.has(id);
    if (name === 'contacts') {
      return sendTable(reply, known(isPublished, await proposerTable(db, id)), file);
    }
    return sendTable(reply, known(isPublished, await proposalTable(db, id)), file);
  });
}

/**
 * What an officer takes out of the receiver: registrations, support needs, feedback and its contacts, proposals
 * and their contacts, each by itself.
 */
export function exportRoutes(app: FastifyInstance, context: ExportContext): void {
  const { db, content, operatorToken, limitTries, now } = context;
  if (!operatorToken) return;
  const options = operatorOnly(operatorToken, limitTries);
  drawRoutes(app, { db, content, options, now });
  proposalExports(app, context, options);

  app.get('/api/export/panels/:id/:file', options, async (request, reply) => {
    const id = idOf(request);
    const { name, format } = fileOf(request);
    const panel = content.panels.get(id);
    const file = { name: `${id}-${name}`, format };
    if (name === 'registrations') {
      const table = await registrationTable(db, id, panel);
      return sendTable(reply, known(panel !== undefined, table), file);
    }
    if (name !== 'support') throw new HttpProblem('not-found');
    return sendTable(reply, known(panel !== undefined, await supportTable(db, id)), file);
  });

  app.get('/api/export/feedback/:file', options, async (request, reply) => {
    const { name: id, format } = fileOf(request);
    const table = await feedbackTable(db, id);
    return sendTable(reply, known(content.channels.has(id), table), { name: id, format });
  });

  app.get('/api/export/feedback/:id/:file', options, async (request, reply) => {
    const id = idOf(request);
    const { name, format } = fileOf(request);
    if (name !== 'contacts') throw new HttpProblem('not-found');
    const table = known(content.channels.has(id), await contactTable(db, id));
    return sendTable(reply, table, { name: `${id}-contacts`, format });
  });
}

import { readFileSync } from 'node:fs';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type Content, FOLDERS, type ServedRecord } from '../content/content.js';
import { HttpProblem } from './problem.js';

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .map((part) => part.trim().replace(/^W\//, ''))
    .some((part) => part === etag || part === '*');
}

function sendRecord(
  request: FastifyRequest,
  reply: FastifyReply,
  record: ServedRecord,
): FastifyReply {
  reply.header('ETag', record.etag).header('Cache-Control', 'max-age=60');
  if (matches(request.headers['if-none-match'], record.etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(record.body);
}

/** Records as their authors wrote them, for any page on any origin. */
export function serveRecords(app: FastifyInstance, content: Content): void {
  const handler =
    (path: string) =>
    (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      reply.header('Access-Control-Allow-Origin', '*').header('X-Content-Type-Options', 'nosniff');
      const { file } = request.params as { file?: string };
      const record = content.served.get(`${path}${file ?? ''}`);
      if (!record) throw new HttpProblem('not-found');
      return sendRecord(request, reply, record);
    };
  app.get('/topics.json', handler('/topics.json'));
  for (const folder of Object.keys(FOLDERS)) app.get(`/${folder}/:file`, handler(`/${folder}/`));
}

/** The description of this interface for programs. */
export function serveOpenApi(app: FastifyInstance, file: string): void {
  const body = readFileSync(file, 'utf8');
  app.get('/openapi.json', (_request, reply) =>
    reply
      .header('Access-Control-Allow-Origin', '*')
      .header('Cache-Control', 'max-age=60')
      .type('application/json; charset=utf-8')
      .send(body),
  );
}

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

/** Answers with something that has a hash, or says that it has not changed. */
export function sendServed(
  request: FastifyRequest,
  reply: FastifyReply,
  record: ServedRecord,
  type = 'application/json',
): FastifyReply {
  reply.header('ETag', record.etag).header('Cache-Control', 'max-age=60');
  if (matches(request.headers['if-none-match'], record.etag)) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(record.body);
}

/** For any page on any origin. */
export const openToAll = (reply: FastifyReply): FastifyReply =>
  reply.header('Access-Control-Allow-Origin', '*').header('X-Content-Type-Options', 'nosniff');

/** Records as their authors wrote them. */
export function serveRecords(app: FastifyInstance, content: Content): void {
  const handler =
    (path: string) =>
    (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      openToAll(reply);
      const { file } = request.params as { file?: string };
      const record = content.served.get(`${path}${file ?? ''}`);
      if (!record) throw new HttpProblem('not-found');
      return sendServed(request, reply, record);
    };
  // Statements have answers in them that are recorded here, and topics what became of them.
  const asAuthored = Object.keys(FOLDERS).filter(
    (folder) => folder !== 'statements' && folder !== 'topics',
  );
  for (const folder of asAuthored) app.get(`/${folder}/:file`, handler(`/${folder}/`));
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

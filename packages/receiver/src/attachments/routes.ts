import type { Readable } from 'node:stream';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { FeedbackChannel } from '@puntari/contracts';

import { allowOrigin, answerPreflight } from '../http/cors.js';
import { keyOf } from '../http/idempotency.js';
import { HttpProblem } from '../http/problem.js';
import type { SubmissionContext } from '../submissions/routes.js';
import type { ExportContext } from '../export/routes.js';
import { officerOrProgram } from '../http/operator.js';
import { nameInDisposition } from './file-name.js';
import { sendFile } from './send-file.js';
import { findByKey, readFile } from './store.js';
import { takeFile, tooLargeFile } from './take.js';

/** The address of a channel's files, and that which serves all channels: there the query says which. */
const PATHS = ['/api/feedback/:id/attachments', '/api/feedback/attachments'] as const;
const REFUSED_METHODS = ['GET', 'PUT', 'PATCH', 'DELETE'];

type Channels = ReadonlyMap<string, FeedbackChannel>;

function channelOf(request: FastifyRequest, channels: Channels): FeedbackChannel | undefined {
  const { channelId } = request.query as { channelId?: unknown };
  const { id = channelId } = request.params as { id?: string };
  if (typeof id === 'string') return channels.get(id);
  return id === undefined && channels.size === 1 ? [...channels.values()][0] : undefined;
}

/** @throws HttpProblem - `not-found`, or `no-attachments` where the channel takes none. */
function maxSizeOf(request: FastifyRequest, channels: Channels): number {
  const channel = channelOf(request, channels);
  if (!channel) throw new HttpProblem('not-found');
  if (!channel.attachments) throw new HttpProblem('no-attachments');
  return channel.attachments.maxSize;
}

/**
 * Reads a body as long as it is not too large. What comes beyond is thrown away as it comes: a browser whose connection is
 * cut before it has sent everything tells its page nothing of the answer.
 *
 * @throws HttpProblem - `too-large`.
 */
async function readWithin(payload: Readable, max: number): Promise<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= max) parts.push(part);
    else parts = [];
  }
  if (size > max) throw new HttpProblem('too-large', { errors: [tooLargeFile(max)] });
  return Buffer.concat(parts);
}

/** The one route of an address, and its answers to everything else. */
function serve(
  scope: FastifyInstance,
  path: string,
  { channels, context }: { readonly channels: Channels; readonly context: SubmissionContext },
): void {
  const { db, origins, limitPosts, now } = context;
  const open = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    allowOrigin(request, reply, origins);
    reply.header('Cache-Control', 'no-store');
    request.contact = channelOf(request, channels)?.contact ?? null;
    done();
  };
  // Before the body: what is not taken at all need not be sent.
  const demand = (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    maxSizeOf(request, channels);
    keyOf(request);
    done();
  };
  const refuse = (_request: FastifyRequest, reply: FastifyReply): never => {
    reply.header('Allow', 'POST, OPTIONS');
    throw new HttpProblem('method-not-allowed');
  };
  scope.options(path, { onRequest: open }, (_request, reply) =>
    answerPreflight(reply, { headers: ['Content-Disposition'] }),
  );
  scope.route({ method: REFUSED_METHODS, url: path, onRequest: open, handler: refuse });
  scope.post(
    path,
    { onRequest: [open, demand], ...(limitPosts ? { config: limitPosts } : {}) },
    async (request, reply) => {
      const channel = channelOf(request, channels);
      // A request without a body meets no reader of bodies.
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!channel) throw new HttpProblem('not-found');
      const key = keyOf(request);
      const name = nameInDisposition(request.headers['content-disposition']);
      const before = await findByKey(db, channel.id, key);
      const sending = { key, ip: request.ip, now: now() };
      const file = before ?? (await takeFile(db, channel, { name, bytes }, sending));
      return reply.code(201).send(file);
    },
  );
}

/** Takes files one by one, each as the bytes that it is, before the feedback that they belong to. */
export function attachmentRoutes(
  app: FastifyInstance,
  channels: Channels,
  context: SubmissionContext,
): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) =>
      readWithin(payload, maxSizeOf(request, channels)),
    );
    for (const path of PATHS) serve(scope, path, { channels, context });
    done();
  });
}

/** Hands files out to officers. */
export function attachmentExportRoutes(
  app: FastifyInstance,
  { db, operatorToken, limitTries }: Pick<ExportContext, 'db' | 'operatorToken' | 'limitTries'>,
): void {
  if (!operatorToken) return;
  const options = officerOrProgram(operatorToken, limitTries);
  app.get('/operator/feedback/files/:file', options, async (request, reply) => {
    const { file: id } = request.params as { file: string };
    const file = await readFile(db, id);
    if (!file) throw new HttpProblem('not-found');
    return sendFile(reply, file);
  });
}

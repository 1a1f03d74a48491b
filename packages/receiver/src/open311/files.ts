/**
 * Files of feedback that goes to a city. GeoReport knows no files, only addresses at which the city fetches them: each has
 * one that nobody can guess, and that serves a download alone.
 */
import { timingSafeEqual } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { readFile } from '../attachments/store.js';
import { sendFile } from '../attachments/send-file.js';
import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { privateId } from '../submissions/private-link.js';
import type { Open311Settings } from './settings.js';

const PATH = '/forwarded-files';

interface FilesContext {
  readonly db: Db;
  readonly secret: string;
  readonly settings: Open311Settings;
}

/** The address of every file of a feedback; none where the settings of its channel say of no address for files. */
export function filesFor({
  db,
  secret,
  settings,
}: FilesContext): (feedbackId: string) => Promise<string[]> {
  return async (feedbackId) => {
    const files = await db
      .selectFrom('attachments')
      .select(['id', 'channelId'])
      .where('feedbackId', '=', feedbackId)
      .orderBy('receivedAt')
      .execute();
    return files.flatMap(({ id, channelId }) => {
      const base = settings.get(channelId)?.filesAt;
      const path = `${PATH.slice(1)}/${id}/${privateId(secret, id, 'file')}`;
      return base === undefined ? [] : [new URL(path, base).href];
    });
  };
}

function isKeyOf(id: string, key: string, secret: string): boolean {
  const right = Buffer.from(privateId(secret, id, 'file'));
  const given = Buffer.from(key);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Only while a channel says of an address for files. What is deleted with its feedback is gone here too. */
export function forwardedFileRoutes(
  app: FastifyInstance,
  { db, secret, settings }: FilesContext,
): void {
  const isUsed = [...settings.values()].some(({ filesAt }) => filesAt !== undefined);
  if (!isUsed) return;
  app.get(`${PATH}/:id/:key`, async (request, reply) => {
    const { id, key } = request.params as { id: string; key: string };
    const file = isKeyOf(id, key, secret) ? await readFile(db, id) : undefined;
    if (!file) throw new HttpProblem('not-found');
    return sendFile(reply, file);
  });
}

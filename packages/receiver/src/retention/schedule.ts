import type { FastifyInstance } from 'fastify';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { faultOf, type Log } from '../http/log.js';
import { purgeCalls, rememberCalls } from '../topics/retention.js';
import { purge, rememberRetention } from './retention.js';

const DAY_MS = 24 * 60 * 60 * 1000;

interface RetentionContext {
  readonly db: Db;
  readonly content: Content;
  readonly log: Log;
  now(): Date;
}

const totalOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** Deletes what has to go at the start, and once a day for as long as the receiver runs. */
export async function keepRetention(
  app: FastifyInstance,
  { db, content, log, now }: RetentionContext,
): Promise<void> {
  const purgeNow = async (): Promise<void> => {
    const purged = totalOf([...(await purge(db, now())), ...(await purgeCalls(db, now()))]);
    if (purged > 0) log({ purged });
  };
  await rememberRetention(db, content.panels.values());
  await rememberCalls(db, content.calls.values());
  await purgeNow();
  const timer = setInterval(() => {
    purgeNow().catch((error: unknown) => {
      log(faultOf(error));
    });
  }, DAY_MS);
  // Nothing that keeps a process alive.
  timer.unref();
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer);
    done();
  });
}

import type { FastifyInstance } from 'fastify';

import { purgeUnusedFiles } from '../attachments/store.js';
import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { faultOf, type Log } from '../http/log.js';
import { purgeCalls, rememberCalls } from '../topics/retention.js';
import { purgeFeedback, rememberFeedbackRetention } from './feedback.js';
import { purge, rememberRetention } from './retention.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

interface RetentionContext {
  readonly db: Db;
  readonly content: Content;
  readonly log: Log;
  now(): Date;
}

const totalOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** Does something at once, and again and again for as long as the receiver runs. */
async function keepDoing(
  app: FastifyInstance,
  log: Log,
  everyMs: number,
  act: () => Promise<void>,
): Promise<void> {
  await act();
  const timer = setInterval(() => {
    act().catch((error: unknown) => {
      log(faultOf(error));
    });
  }, everyMs);
  // Nothing that keeps a process alive.
  timer.unref();
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer);
    done();
  });
}

/** Deletes what has to go at the start, and once a day; files that nothing came of once an hour. */
export async function keepRetention(
  app: FastifyInstance,
  { db, content, log, now }: RetentionContext,
): Promise<void> {
  await rememberRetention(db, content.panels.values());
  await rememberCalls(db, content.calls.values());
  await rememberFeedbackRetention(db, content.channels.values());
  await keepDoing(app, log, DAY_MS, async () => {
    const purged = totalOf([...(await purge(db, now())), ...(await purgeCalls(db, now()))]);
    if (purged > 0) log({ purged });
    const forgotten = totalOf(await purgeFeedback(db, now()));
    if (forgotten > 0) log({ forgotten });
  });
  await keepDoing(app, log, HOUR_MS, async () => {
    const unusedFiles = await purgeUnusedFiles(db, now());
    if (unusedFiles > 0) log({ unusedFiles });
  });
}

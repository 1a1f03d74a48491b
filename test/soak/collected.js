/**
 * Loaded into the receiver before it starts. On `SIGUSR2` it collects what nothing holds any more, and writes down, in
 * bytes, what is left.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const SETTLE_MS = 100;

// `--expose-gc` may not stand in NODE_OPTIONS.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', async () => {
  collect();
  // What held something outside the heap lets go of it after the collection, and the system gets its pages back.
  await setTimeout(SETTLE_MS);
  collect();
  await setTimeout(SETTLE_MS);
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
  const held = { heap: heapUsed + external, rest: rss - heapTotal };
  const file = process.env.HELD_FILE;
  writeFileSync(`${file}.new`, JSON.stringify(held));
  renameSync(`${file}.new`, file);
});

/** Deletes what has to be deleted, or only says what that is. */
import { type Command, misspelled, readOptions } from '../command/command.js';
import { findExpiredCalls, purgeCalls, rememberCalls } from '../topics/retention.js';
import { findExpired, purge, rememberRetention } from './retention.js';

export const PURGE_USAGE = '  purge [--dry-run]';

/** @throws CommandError - With what is wrong. */
export function readPurge(args: readonly string[]): Command {
  const { flags, words } = readOptions(args, [], ['dry-run']);
  const [word] = words;
  if (word !== undefined) throw misspelled('purge', 'nothing but --dry-run', `"${word}"`);
  const isDryRun = flags['dry-run'] === true;
  return async ({ content, db, now, say }) => {
    await rememberRetention(db, content.panels.values());
    await rememberCalls(db, content.calls.values());
    const panels = isDryRun ? await findExpired(db, now()) : await purge(db, now());
    const calls = isDryRun ? await findExpiredCalls(db, now()) : await purgeCalls(db, now());
    const expired = [
      ...panels.map((panel) => ({ ...panel, id: panel.panelId, what: 'registrations' })),
      ...calls.map((call) => ({ ...call, id: call.callId, what: 'proposals' })),
    ];
    for (const { id, what, retainUntil, count } of expired) {
      const done = isDryRun ? 'would be deleted' : 'deleted';
      say(`${id}: ${String(count)} ${what} ${done}, promised by ${retainUntil}`);
    }
    if (expired.length === 0) say('Nothing has to be deleted.');
  };
}

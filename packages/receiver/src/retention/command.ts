/** Deletes what has to be deleted, or only says what that is. */
import { type Command, misspelled, readOptions } from '../command/command.js';
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
    const expired = isDryRun ? await findExpired(db, now()) : await purge(db, now());
    for (const { panelId, retainUntil, count } of expired) {
      const done = isDryRun ? 'would be deleted' : 'deleted';
      say(`${panelId}: ${String(count)} registrations ${done}, promised by ${retainUntil}`);
    }
    if (expired.length === 0) say('Nothing has to be deleted.');
  };
}

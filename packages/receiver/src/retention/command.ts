/** Deletes what has to be deleted, or only says what that is. */
import { type Command, misspelled, readOptions } from '../command/command.js';
import { findExpiredFeedback, purgeFeedback, rememberFeedbackRetention } from './feedback.js';
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
    const done = isDryRun ? 'would be deleted' : 'deleted';
    for (const { panelId, retainUntil, count } of expired) {
      say(`${panelId}: ${String(count)} registrations ${done}, promised by ${retainUntil}`);
    }
    await rememberFeedbackRetention(db, content.channels.values());
    const find = isDryRun ? findExpiredFeedback : purgeFeedback;
    const feedback = await find(db, now());
    for (const { channelId, retainUntil, count } of feedback) {
      say(
        `${channelId}: the words of ${String(count)} feedback ${done}, promised by ${retainUntil}`,
      );
    }
    if (expired.length + feedback.length === 0) say('Nothing has to be deleted.');
  };
}

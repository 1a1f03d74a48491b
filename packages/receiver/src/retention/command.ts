/** Deletes what has to be deleted, or only says what that is. */
import { type Command, misspelled, readOptions } from '../command/command.js';
import { findExpiredCalls, purgeCalls, rememberCalls } from '../topics/retention.js';
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
    await rememberCalls(db, content.calls.values());
    const panels = isDryRun ? await findExpired(db, now()) : await purge(db, now());
    const calls = isDryRun ? await findExpiredCalls(db, now()) : await purgeCalls(db, now());
    const expired = [
      ...panels.map((panel) => ({ ...panel, id: panel.panelId, what: 'registrations' })),
      ...calls.map((call) => ({ ...call, id: call.callId, what: 'proposals' })),
    ];
    const done = isDryRun ? 'would be deleted' : 'deleted';
    for (const { id, what, retainUntil, count } of expired) {
      say(`${id}: ${String(count)} ${what} ${done}, promised by ${retainUntil}`);
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

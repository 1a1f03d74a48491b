/** Every command that the receiver has. */
import { FEEDBACK_USAGE, readFeedback } from '../feedback/command.js';
import { INVITATION_USAGE, readInvitations } from '../invitations/command.js';
import { OPEN311_USAGE, readOpen311 } from '../open311/command.js';
import { readRegistrations, REGISTRATION_USAGE } from '../officers/command.js';
import { PURGE_USAGE, readPurge } from '../retention/command.js';
import { ANSWER_USAGE, readAnswer, readAnswers } from '../statements/command.js';
import { readTopics, TOPIC_USAGE } from '../topics/command.js';
import { type Command, CommandError, misspelled } from './command.js';

const USAGE = [
  'Usage:',
  INVITATION_USAGE,
  REGISTRATION_USAGE,
  PURGE_USAGE,
  FEEDBACK_USAGE,
  TOPIC_USAGE,
  OPEN311_USAGE,
  ANSWER_USAGE,
].join('\n');

/** What the program is asked by who does not know it yet. Needs no settings, since they may be what is looked for. */
export function helpFor(args: readonly string[]): string | undefined {
  if (args[0] !== 'help' && !args.includes('--help')) return undefined;
  return `Without a command the receiver starts. Its settings are environment variables: docs/receiver.md\n${USAGE}`;
}

const READERS: Readonly<Record<string, (args: readonly string[]) => Command>> = {
  invitations: readInvitations,
  registrations: readRegistrations,
  purge: readPurge,
  feedback: readFeedback,
  answer: readAnswer,
  answers: readAnswers,
  topics: readTopics,
  open311: readOpen311,
};

function read([noun = '', ...args]: readonly string[]): Command {
  const reader = Object.hasOwn(READERS, noun) ? READERS[noun] : undefined;
  if (reader) return reader(args);
  const names = Object.keys(READERS).map((name) => `"${name}"`);
  throw misspelled('The command', `one of ${names.join(', ')}`, `"${noun}"`);
}

/**
 * The command that the arguments of the program are; nothing without arguments: then the receiver starts.
 *
 * @throws CommandError - With what is wrong, and how commands are written.
 */
export function readCommand(args: readonly string[]): Command | undefined {
  if (args.length === 0) return undefined;
  try {
    return read(args);
  } catch (error) {
    if (!(error instanceof CommandError) || !error.isMisspelled) throw error;
    throw new CommandError(`${error.message}\n${USAGE}`, true);
  }
}

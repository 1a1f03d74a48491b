/** Every command that the receiver has. */
import { readFileSync } from 'node:fs';

import { FEEDBACK_USAGE, readFeedback } from '../feedback/command.js';
import { INVITATION_USAGE, readInvitations } from '../invitations/command.js';
import { OPEN311_USAGE, readOpen311 } from '../open311/command.js';
import { readRegistrations, REGISTRATION_USAGE } from '../officers/command.js';
import { PURGE_USAGE, readPurge } from '../retention/command.js';
import { ANSWER_USAGE, readAnswer, readAnswers } from '../statements/command.js';
import { readTopics, TOPIC_USAGE } from '../topics/command.js';
import { type Command, CommandError, misspelled } from './command.js';

interface Told {
  read(args: readonly string[]): Command;
  readonly usage: string;
}

const COMMANDS: Readonly<Record<string, Told>> = {
  invitations: { read: readInvitations, usage: INVITATION_USAGE },
  registrations: { read: readRegistrations, usage: REGISTRATION_USAGE },
  purge: { read: readPurge, usage: PURGE_USAGE },
  feedback: { read: readFeedback, usage: FEEDBACK_USAGE },
  answer: { read: readAnswer, usage: ANSWER_USAGE },
  answers: { read: readAnswers, usage: ANSWER_USAGE },
  topics: { read: readTopics, usage: TOPIC_USAGE },
  open311: { read: readOpen311, usage: OPEN311_USAGE },
};

const commandOf = (noun: string): Told | undefined =>
  Object.hasOwn(COMMANDS, noun) ? COMMANDS[noun] : undefined;

/** How a command is written; how each is, where there is none of that name. */
function usageOf(noun: string): string {
  const all = Object.values(COMMANDS).map(({ usage }) => usage);
  return ['Usage:', commandOf(noun)?.usage ?? [...new Set(all)].join('\n')].join('\n');
}

const isCallForHelp = (arg: string): boolean => arg === '--help' || arg === '-h';

const readVersion = (): string => {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
};

/** What the program is asked by who does not know it yet. Needs no settings, since they may be what is looked for. */
export function helpFor(args: readonly string[]): string | undefined {
  // Behind a command it is the version of what was recorded.
  if (args[0] === '--version') return readVersion();
  if (args[0] !== 'help' && !args.some(isCallForHelp)) return undefined;
  const noun = args.find((arg) => arg !== 'help' && !isCallForHelp(arg)) ?? '';
  if (commandOf(noun)) return usageOf(noun);
  return `Without a command the receiver starts. Its settings are environment variables: docs/receiver.md\n${usageOf('')}`;
}

function read([noun = '', ...args]: readonly string[]): Command {
  const command = commandOf(noun);
  if (command) return command.read(args);
  const names = Object.keys(COMMANDS).map((name) => `"${name}"`);
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
    throw new CommandError(`${error.message}\n${usageOf(args[0] ?? '')}`, true);
  }
}

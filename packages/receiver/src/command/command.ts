/** What the commands of the receiver have in common. They are given on its machine, with its environment. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import type { Open311Settings } from '../open311/settings.js';
import { readTable, type TextTable } from '../table.js';
import { decodeUtf8 } from '../utf8.js';

/** What is wrong with a command, for whoever gave it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Whether it is told how commands are written. */
  readonly isMisspelled: boolean;

  constructor(problem: string, isMisspelled = false) {
    super(problem);
    this.isMisspelled = isMisspelled;
  }
}

/** A part of a command that is not what it has to be. */
export const misspelled = (what: string, expected: string, received = 'nothing'): CommandError =>
  new CommandError(`${what}: expected ${expected}, received ${received}`, true);

export interface Surroundings {
  readonly content: Content;
  readonly db: Db;
  /** What is forwarded to cities; nothing where that is not set up. */
  readonly open311?: Open311Settings;
  now(): Date;
  /** For programs: what is piped into a file. */
  out(text: string): void;
  /** For whoever gave the command. */
  say(text: string): void;
}

/**
 * A command that was read, ready to be done.
 *
 * @throws CommandError - When it cannot be done.
 */
export type Command = (surroundings: Surroundings) => Promise<void>;

interface Given<Text extends string, Flag extends string> {
  readonly texts: Readonly<Partial<Record<Text, string>>>;
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>;
  readonly words: readonly string[];
}

/**
 * The words and options of a command.
 *
 * @throws CommandError - When there is an option that is none.
 */
export function readOptions<Text extends string = never, Flag extends string = never>(
  args: readonly string[],
  texts: readonly Text[],
  flags: readonly Flag[] = [],
): Given<Text, Flag> {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of texts) options[name] = { type: 'string' };
  for (const name of flags) options[name] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return {
      texts: values as Given<Text, Flag>['texts'],
      flags: values as Given<Text, Flag>['flags'],
      words: positionals,
    };
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), true);
  }
}

/**
 * What is too much would else be passed over: a second file, or a second reference, of which nothing is done.
 *
 * @throws CommandError - When there are more words than a command has places for.
 */
export function demandNoMore(words: readonly string[], places: number): void {
  const more = words.slice(places);
  if (more.length > 0) throw new CommandError(`Received also "${more.join(' ')}"`, true);
}

/**
 * What a command has no use for would be passed over too: a reason or a day that is recorded nowhere.
 *
 * @param own - The options of the command; those of texts without the language that may stand behind them.
 * @throws CommandError - When another was given.
 */
export function demandOwn(given: object, own: readonly string[]): void {
  const names = Object.keys(given);
  const other = names.find((name) => !own.includes(name.replace(/-(?:fi|sv|en)$/, '')));
  if (other === undefined) return;
  throw new CommandError(`Received also "--${other}", which this command does not take`, true);
}

/** A word in quotation marks, for an error; nothing where there is none. */
export const quoted = (word: string | undefined): string | undefined =>
  word === undefined || word === '' ? undefined : `"${word}"`;

/**
 * Reads a file that the command names.
 *
 * @throws CommandError - When there is no such file, or it is not UTF-8.
 */
export function readTextFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`${file}: expected a file that can be read, received ${String(code)}`);
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    throw new CommandError(`${file}: expected UTF-8, received another encoding`);
  }
  return text;
}

/** @throws CommandError - When there is no such file, or it is not UTF-8. */
export const readTableFile = (file: string): TextTable => readTable(readTextFile(file));

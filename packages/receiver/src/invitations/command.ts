/** What an officer does with codes of invitation, on the machine of the receiver. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import { isoDate, normalizeInvitationCode } from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Db } from '../database/database.js';
import { getSecret } from '../database/secret.js';
import { toCsv } from '@puntari/contracts';
import { decodeUtf8 } from '../utf8.js';
import { createCode, isCode } from './codes.js';
import { addCodes } from './invitations.js';

const USAGE = `Usage:
  invitations create <panel> --count 5000 [--expires 2027-03-31] > codes.csv
  invitations import <panel> codes.csv
Answers to statements: answer, answers handling, answers progress, answers history, answers since`;
const MAX_COUNT = 100_000;

/** What is wrong with a command, for whoever gave it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(problem: string, isMisspelled = false) {
    super(isMisspelled ? `${problem}\n${USAGE}` : problem);
  }
}

export type Command =
  | {
      readonly name: 'create';
      readonly panel: string;
      readonly count: number;
      readonly expires: string | null;
    }
  | { readonly name: 'import'; readonly panel: string; readonly file: string };

const wrong = (what: string, expected: string, received = 'nothing'): CommandError =>
  new CommandError(`${what}: expected ${expected}, received ${received}`, true);

const isDay = (text: string): boolean => v.is(isoDate, text);

function optionsOf(args: readonly string[]): {
  values: { count?: string; expires?: string };
  positionals: string[];
} {
  try {
    return parseArgs({
      args: [...args],
      options: { count: { type: 'string' }, expires: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), true);
  }
}

/**
 * The command that the arguments of the program are; nothing without arguments: then the receiver starts.
 *
 * @throws CommandError - With what is wrong, and how it is written.
 */
export function readCommand(args: readonly string[]): Command | undefined {
  if (args.length === 0) return undefined;
  const { values, positionals } = optionsOf(args);
  const [noun, name, panel, file] = positionals;
  if (noun !== 'invitations') throw wrong('The command', '"invitations"', `"${String(noun)}"`);
  if (panel === undefined) throw wrong('<panel>', 'the id of a panel');
  if (name === 'import') {
    if (file === undefined) throw wrong('The file', 'the name of a CSV file');
    return { name, panel, file };
  }
  if (name !== 'create') throw wrong('The command', '"create" or "import"', `"${String(name)}"`);
  const { count = '', expires } = values;
  if (!/^\d{1,6}$/.test(count) || Number(count) < 1 || Number(count) > MAX_COUNT) {
    throw wrong('--count', `a whole number from 1 to ${String(MAX_COUNT)}`, `"${count}"`);
  }
  if (expires !== undefined && !isDay(expires)) {
    throw wrong('--expires', 'a date such as 2027-03-31', `"${expires}"`);
  }
  return { name, panel, count: Number(count), expires: expires ?? null };
}

interface Code {
  readonly code: string;
  readonly expires: string | null;
}

/** One row a line: codes and dates hold neither quotation marks nor separators. A Finnish Excel writes semicolons. */
function rowsOf(file: string): string[][] {
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
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.split(/[,;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
}

/** @throws CommandError - With every line that is wrong: half a file is never imported. */
function readCodes(file: string): Code[] {
  const [names = [], ...rows] = rowsOf(file);
  const columns = names.map((name) => name.toLowerCase());
  const [codeAt, expiresAt] = [columns.indexOf('code'), columns.indexOf('expires')];
  if (codeAt === -1) {
    throw new CommandError(`${file}: expected a column "code", received "${names.join(',')}"`);
  }
  const problems: string[] = [];
  const seen = new Set<string>();
  const codes = rows.flatMap((row, index): Code[] => {
    if (row.every((cell) => cell === '')) return [];
    const [code = '', expires = ''] = [row[codeAt], row[expiresAt]];
    const line = `${file}: line ${String(index + 2)}`;
    const normalized = normalizeInvitationCode(code);
    if (!isCode(code)) problems.push(`${line}: expected a code, received "${code}"`);
    else if (seen.has(normalized))
      problems.push(`${line}: expected each code once, received "${code}"`);
    else if (expires !== '' && !isDay(expires)) {
      problems.push(`${line}: expected a date such as 2027-03-31, received "${expires}"`);
    }
    seen.add(normalized);
    return [{ code, expires: expires === '' ? null : expires }];
  });
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
  return codes;
}

export interface Surroundings {
  readonly content: Content;
  readonly db: Db;
  /** For programs: what is piped into a file. */
  out(text: string): void;
  /** For whoever gave the command. */
  say(text: string): void;
}

async function create(
  command: Extract<Command, { name: 'create' }>,
  { db, out, say }: Surroundings,
): Promise<void> {
  const { panel, count, expires } = command;
  const secret = await getSecret(db);
  const made = new Set<string>();
  await db.transaction().execute(async (within) => {
    while (made.size < count) made.add(createCode());
    const codes = [...made].map((code) => ({ code, expires }));
    const added = await addCodes(within, { secret, panelId: panel, codes });
    // One that was there already is another letter's; it happens once in many million codes.
    if (added < count)
      throw new CommandError('A code was drawn twice. Nothing was made: try again');
  });
  out(
    toCsv(
      ['code', 'expires'],
      [...made].map((code) => [code, expires]),
    ),
  );
  say(`Made ${String(count)} codes for ${panel}. They are written nowhere else: keep the list.`);
}

async function importCodes(
  { panel, file }: Extract<Command, { name: 'import' }>,
  { db, say }: Surroundings,
): Promise<void> {
  const codes = readCodes(file);
  const secret = await getSecret(db);
  const added = await db
    .transaction()
    .execute((within) => addCodes(within, { secret, panelId: panel, codes }));
  say(
    `Added ${String(added)} of ${String(codes.length)} codes to ${panel}; the others were there.`,
  );
}

/** @throws CommandError - When it cannot be done. */
export async function runCommand(command: Command, surroundings: Surroundings): Promise<void> {
  const panel = surroundings.content.panels.get(command.panel);
  if (!panel) {
    const ids = [...surroundings.content.panels.keys()].join(', ');
    throw new CommandError(`<panel>: expected one of ${ids}, received "${command.panel}"`);
  }
  if (panel.registration.mode !== 'invited') {
    throw new CommandError(`${panel.id} is open to all: its registration has the mode "open"`);
  }
  if (command.name === 'create') await create(command, surroundings);
  else await importCodes(command, surroundings);
}

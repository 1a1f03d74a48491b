/** What an officer does with codes of invitation, on the machine of the receiver. */
import * as v from 'valibot';

import { isoDate, normalizeInvitationCode, type Panel, toCsv } from '@puntari/contracts';

import {
  type Command,
  CommandError,
  demandNoMore,
  demandOwn,
  misspelled,
  quoted,
  readOptions,
  readTableFile,
  type Surroundings,
} from '../command/command.js';
import { getSecret } from '../database/secret.js';
import { createCode, isCode } from './codes.js';
import { addCodes } from './invitations.js';

export const INVITATION_USAGE = `  invitations create <panel> --count 5000 [--expires 2027-03-31] > codes.csv
  invitations import <panel> codes.csv`;
const MAX_COUNT = 100_000;

const isDay = (text: string): boolean => v.is(isoDate, text);

/** @throws CommandError - When the panel is not there, or takes no codes. */
function invitedPanel(id: string, { content }: Surroundings): Panel {
  const panel = content.panels.get(id);
  if (!panel) {
    const ids = [...content.panels.keys()].join(', ');
    throw new CommandError(`<panel>: expected one of ${ids}, received "${id}"`);
  }
  if (panel.registration.mode !== 'invited') {
    throw new CommandError(`${panel.id} is open to all: its registration has the mode "open"`);
  }
  return panel;
}

/** @throws CommandError - With what is wrong. */
export function readInvitations(args: readonly string[]): Command {
  const { texts, words } = readOptions(args, ['count', 'expires']);
  const [name, panel, file] = words;
  if (name !== 'create' && name !== 'import') {
    throw misspelled('The command', '"create" or "import"', quoted(name));
  }
  if (panel === undefined) throw misspelled('<panel>', 'the id of a panel');
  if (name === 'import') {
    if (file === undefined) throw misspelled('The file', 'the name of a CSV file');
    demandNoMore(words, 3);
    if (texts.expires !== undefined) {
      throw misspelled('--expires', 'a column "expires" in the file', quoted(texts.expires));
    }
    demandOwn(texts, []);
    return (surroundings) => importCodes(invitedPanel(panel, surroundings), file, surroundings);
  }
  demandNoMore(words, 2);
  const { count = '', expires } = texts;
  if (!/^\d{1,6}$/.test(count) || Number(count) < 1 || Number(count) > MAX_COUNT) {
    throw misspelled('--count', `a whole number from 1 to ${String(MAX_COUNT)}`, `"${count}"`);
  }
  if (expires !== undefined && !isDay(expires)) {
    throw misspelled('--expires', 'a date such as 2027-03-31', `"${expires}"`);
  }
  const wish = { count: Number(count), expires: expires ?? null };
  return (surroundings) => create(invitedPanel(panel, surroundings), wish, surroundings);
}

interface Code {
  readonly code: string;
  readonly expires: string | null;
}

/** @throws CommandError - With every line that is wrong: half a file is never imported. */
function readCodes(file: string): Code[] {
  const { columns, rows } = readTableFile(file);
  if (!columns.includes('code')) {
    throw new CommandError(`${file}: expected a column "code", received "${columns.join(',')}"`);
  }
  const problems: string[] = [];
  const seen = new Set<string>();
  const codes = rows.map(({ cell, number }): Code => {
    const [code, expires] = [cell('code'), cell('expires')];
    const line = `${file}: line ${String(number)}`;
    const normalized = normalizeInvitationCode(code);
    if (!isCode(code)) problems.push(`${line}: expected a code, received "${code}"`);
    else if (seen.has(normalized))
      problems.push(`${line}: expected each code once, received "${code}"`);
    else if (expires !== '' && !isDay(expires)) {
      problems.push(`${line}: expected a date such as 2027-03-31, received "${expires}"`);
    }
    seen.add(normalized);
    return { code, expires: expires === '' ? null : expires };
  });
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
  return codes;
}

async function create(
  { id: panel }: Panel,
  { count, expires }: { readonly count: number; readonly expires: string | null },
  { db, out, say }: Surroundings,
): Promise<void> {
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
  { id: panel }: Panel,
  file: string,
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

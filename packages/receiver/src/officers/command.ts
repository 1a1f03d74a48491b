/** What an officer writes down of registrations, on the machine of the receiver. */
import { cleanText, isSaid, type RegistrationStatus } from '@puntari/contracts';

import {
  type Command,
  CommandError,
  demandNoMore,
  misspelled,
  quoted,
  readOptions,
  readTableFile,
  type Surroundings,
} from '../command/command.js';
import { readChangeList, readStatus, STATUS_WORDS } from './change-list.js';
import { applyChanges, type Change, ChangesError, explain } from './changes.js';

export const REGISTRATION_USAGE = `  registrations set <panel> <reference> <status> --by <name> [--comment <text>]
  registrations import <panel> outcome.csv --by <name> [--status <status>] [--comment <text>]`;

interface Officer {
  readonly by: string;
  readonly comment: string | undefined;
}

function officerOf({ by = '', comment }: { by?: string; comment?: string }): Officer {
  if (!isSaid(by)) throw misspelled('--by', 'the name of who makes the change');
  return { by: cleanText(by), comment: comment === undefined ? undefined : cleanText(comment) };
}

function statusOf(text: string | undefined, what: string): RegistrationStatus {
  const status = readStatus(text ?? '');
  if (status) return status;
  throw misspelled(what, `one of ${STATUS_WORDS}`, text === undefined ? undefined : `"${text}"`);
}

/** @param nameOf - How a change is named where it is told what is wrong with it. */
async function apply(
  panelId: string,
  changes: readonly Change[],
  { by, comment }: Officer,
  { db, now, say, nameOf }: Surroundings & { nameOf(place: number): string },
): Promise<void> {
  try {
    const list = { panelId, changes, by, comment, now: now() };
    const { changed, unchanged } = await applyChanges(db, list);
    say(`Changed ${String(changed)} in ${panelId}; ${String(unchanged)} had that status already.`);
  } catch (error) {
    if (!(error instanceof ChangesError)) throw error;
    const lines = [...error.obstacles].map(
      ([place, obstacle]) => `${nameOf(place)}${explain(obstacle)}`,
    );
    throw new CommandError(['Nothing was changed:', ...lines].join('\n'));
  }
}

function importList(
  panelId: string,
  file: string,
  status: string | undefined,
  officer: Officer,
): Command {
  const forAll = status === undefined ? undefined : statusOf(status, '--status');
  return (surroundings) => {
    const { changes, problems } = readChangeList(readTableFile(file), forAll);
    if (problems.length > 0) {
      throw new CommandError(problems.map((problem) => `${file}: ${problem}`).join('\n'));
    }
    const nameOf = (place: number): string => `${file}: row ${String(changes[place]?.row)}: `;
    return apply(panelId, changes, officer, { ...surroundings, nameOf });
  };
}

/** @throws CommandError - With what is wrong. */
export function readRegistrations(args: readonly string[]): Command {
  const { texts, words } = readOptions(args, ['by', 'comment', 'status']);
  const [name, panel, what, status] = words;
  if (name !== 'set' && name !== 'import') {
    throw misspelled('The command', '"set" or "import"', quoted(name));
  }
  if (panel === undefined) throw misspelled('<panel>', 'the id of a panel');
  if (name === 'import') {
    if (what === undefined) throw misspelled('The file', 'the name of a CSV file');
    demandNoMore(words, 3);
    return importList(panel, what, texts.status, officerOf(texts));
  }
  if (what === undefined) throw misspelled('<reference>', 'the reference of a receipt');
  demandNoMore(words, 4);
  if (texts.status !== undefined) {
    throw misspelled('--status', 'to be said for all, by "import"', quoted(texts.status));
  }
  const change = { reference: what, status: statusOf(status, '<status>') };
  const officer = officerOf(texts);
  return (surroundings) => apply(panel, [change], officer, { ...surroundings, nameOf: () => '' });
}

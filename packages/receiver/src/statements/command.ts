/** What an officer does with answers, on the machine of the receiver. */
import { randomUUID } from 'node:crypto';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import {
  type Command,
  CommandError,
  demandNoMore,
  misspelled,
  quoted,
  type Surroundings,
} from '../command/command.js';
import { explained } from '../command/explained.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { cleanValue } from '../submissions/body.js';
import { changedFields, type ChangeKind } from './change.js';
import { changesOf, publicChange, sinceOf } from './changes.js';
import { draftOf, leftInOtherLanguages, type Options, PLAIN, TEXTS } from './command-entry.js';
import { type ItemState, recordChange, stateOfItem } from './record.js';
import { entriesOf, type Entry } from './store.js';
import { itemName } from './words.js';

export const ANSWER_USAGE = `  answer <statement> <item> --by "Name" --status rejected --reason-fi "…" [--text-fi "…"] [--body-fi "…"]
      [--decided-on 2027-03-16] [--due 2027-06-30] [--next-fi "…"] [--next-by 2027-09-30] [--next-owner-fi "…"]
  answers handling <statement> <item> --by "Name" --body-fi "…" [--date 2027-03-16] [--section "§ 89"]
      [--proposal-fi "…"] [--decision-fi "…"] [--url https://…]
  answers progress <statement> <item> --by "Name" --on 2027-05-01 --status done [--note-fi "…"] [--sets-status]
  answer <statement> <item> --by "Name" --file entry.json
  answers history <statement> [<item>]
  answers since <date> [<statement>]
Texts also with -sv and -en. Where something was recorded before: --version <the last one you have seen>.
Where something is put right: --place <which one, from 0> --why "…".`;

const wrong = (problem: string): CommandError => new CommandError(problem, true);

const COMMON = ['by', 'version', 'file', 'place', 'why'] as const;

type AnswerCommand =
  | {
      readonly name: 'record';
      readonly kind: ChangeKind;
      readonly statement: string;
      readonly item: string;
      readonly options: Options;
    }
  | { readonly name: 'history'; readonly statement: string; readonly item: string | undefined }
  | { readonly name: 'since'; readonly since: string; readonly statement: string | undefined };

function parsed(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Options; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Options, positionals };
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

/** A text goes with its language; without one it is Finnish. */
function optionsOf(kind: ChangeKind): NonNullable<ParseArgsConfig['options']> {
  const texts = Object.keys(TEXTS[kind]).flatMap((name) => [
    name,
    ...OFFICIAL_LANGUAGES.map((lang) => `${name}-${lang}`),
  ]);
  const names = [...COMMON, ...texts, ...Object.keys(PLAIN[kind])];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  return kind === 'progress' ? { ...options, 'sets-status': { type: 'boolean' } } : options;
}

/** What a file holds is the whole entry. Something said besides it would be lost without a word, and the entry stays for ever. */
function refuseBesidesFile(options: Options): void {
  if (options['file'] === undefined) return;
  const besides = Object.keys(options).filter((name) => !['by', 'version', 'file'].includes(name));
  if (besides.length === 0) return;
  const names = besides.map((name) => `--${name}`).join(', ');
  throw wrong(`--file: expected the whole entry in the file, received also ${names}`);
}

function readRecord(kind: ChangeKind, args: readonly string[]): AnswerCommand {
  const { values, positionals } = parsed(args, optionsOf(kind));
  const [statement, item, ...more] = positionals;
  if (statement === undefined)
    throw wrong('<statement>: expected the id of a statement, received nothing');
  if (item === undefined) throw wrong('<item>: expected the id of an item, received nothing');
  if (more.length > 0) throw wrong(`Expected one item, received also "${more.join(' ')}"`);
  if (values['by'] === undefined)
    throw wrong('--by: expected the name of who records it, received nothing');
  for (const name of ['version', 'place']) {
    const number = values[name];
    if (number !== undefined && !/^\d{1,9}$/.test(String(number))) {
      throw wrong(`--${name}: expected a whole number, received "${String(number)}"`);
    }
  }
  refuseBesidesFile(values);
  return { name: 'record', kind, statement, item, options: values };
}

/** @throws CommandError - With what is wrong. */
export function readAnswer(args: readonly string[]): Command {
  return toRun(readRecord('response', args));
}

/** @throws CommandError - With what is wrong. */
export function readAnswers(args: readonly string[]): Command {
  return toRun(readAbout(args));
}

function readAbout(args: readonly string[]): AnswerCommand {
  const [name, ...others] = args;
  if (name === 'handling' || name === 'progress') return readRecord(name, others);
  const { positionals } = parsed(others, {});
  const [first, second] = positionals;
  demandNoMore(positionals, 2);
  if (name === 'history') {
    if (first === undefined)
      throw wrong('<statement>: expected the id of a statement, received nothing');
    return { name, statement: first, item: second };
  }
  if (name !== 'since') {
    throw misspelled('The command', '"handling", "progress", "history" or "since"', quoted(name));
  }
  if (first === undefined)
    throw wrong('<date>: expected a date such as 2027-01-31, received nothing');
  return { name, since: first, statement: second };
}

const line = ({ itemId, version, recordedAt, change, before, after }: Entry): string =>
  [
    `${itemId}  version ${String(version)}  ${recordedAt}  ${change.recordedBy}`,
    `  ${change.kind}: ${changedFields(before, after).join(', ') || 'nothing changed'}; status ${after.status}`,
    ...(change.note === undefined ? [] : [`  why: ${change.note}`]),
  ].join('\n');

/** Who gives a command has looked at what stands there, or says so. */
function versionOf(
  { options }: Extract<AnswerCommand, { name: 'record' }>,
  state: ItemState,
): number {
  if (options['version'] !== undefined) return Number(options['version']);
  const last = state.entries.at(-1);
  if (!last) return 0;
  throw new CommandError(
    `Something was recorded about "${state.item.id}" already:\n${line(last)}\n` +
      `If you have seen it, say so: --version ${String(state.version)}`,
  );
}

async function record(
  command: Extract<AnswerCommand, { name: 'record' }>,
  { content, db, now, say }: Surroundings,
): Promise<void> {
  const { statement, item } = command;
  const state = await stateOfItem(db, content, statement, item);
  const draft = draftOf(command.kind, command.options, state);
  const { entry } = await recordChange(db, content, {
    statementId: statement,
    itemId: item,
    draft: cleanValue(draft),
    version: versionOf(command, state),
    key: randomUUID(),
    now: now(),
  });
  say(`Recorded:\n${line(entry)}`);
  const left = leftInOtherLanguages(command.kind, command.options, draft);
  if (left.length > 0) {
    say(`Left as it was in other languages; does it still say the same?\n  ${left.join('\n  ')}`);
  }
}

async function showHistory(
  { statement, item }: Extract<AnswerCommand, { name: 'history' }>,
  { content, db, out, say }: Surroundings,
): Promise<void> {
  const entries = await entriesOf(db, statement, item);
  if (entries.length === 0) {
    // A misspelled id is told; what was recorded can be read also after its record has gone.
    if (item !== undefined) await stateOfItem(db, content, statement, item);
    else if (!content.statements.has(statement)) {
      const ids = [...content.statements.keys()].join(', ');
      throw new CommandError(`<statement>: expected one of ${ids}, received "${statement}"`);
    }
    say('Nothing was recorded.');
    return;
  }
  out(`${entries.map(line).join('\n')}\n`);
}

async function showSince(
  { since, statement }: Extract<AnswerCommand, { name: 'since' }>,
  { content, db, out, say }: Surroundings,
): Promise<void> {
  const day = sinceOf({ since });
  if (statement !== undefined && !content.statements.has(statement)) {
    const ids = [...content.statements.keys()].join(', ');
    throw new CommandError(`<statement>: expected one of ${ids}, received "${statement}"`);
  }
  let found = 0;
  for (const one of content.statements.values()) {
    if (statement !== undefined && one.id !== statement) continue;
    for (const change of changesOf(one, await entriesOf(db, one.id), day).map(publicChange)) {
      found += 1;
      const { on, item, kind, status, corrected } = change;
      const name = itemName(change, 'fi');
      out(
        `${on}  ${one.id}#${item}  ${kind}${corrected ? ' (corrected)' : ''}  ${status}  ${name}\n`,
      );
    }
  }
  if (found === 0) say('Nothing has changed.');
}

const toRun =
  (command: AnswerCommand): Command =>
  async (surroundings) => {
    try {
      if (command.name === 'record') await record(command, surroundings);
      else if (command.name === 'history') await showHistory(command, surroundings);
      else await showSince(command, surroundings);
    } catch (error) {
      throw explained(error);
    }
  };

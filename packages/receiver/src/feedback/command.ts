/** What an officer does with feedback, on the machine of the receiver. */
import { randomUUID } from 'node:crypto';

import { FEEDBACK_STATUSES, type FieldError } from '@puntari/contracts';

import {
  type Command,
  CommandError,
  demandNoMore,
  demandOwn,
  misspelled,
  quoted,
  readOptions,
} from '../command/command.js';
import { HttpProblem } from '../http/problem.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { cleanValue } from '../submissions/body.js';
import { expectedChannel } from './channels.js';
import { EXPECTED_BEFORE, readBefore, receivedBefore } from './days.js';
import { feedbackRows, recordFeedbackChange, stateOf } from './record.js';
import { reportCsv, reportOf } from './report.js';

export const FEEDBACK_USAGE = `  feedback list [--channel <id>] [--status received] [--before 2027-01-31]
  feedback show <reference>
  feedback publish|hide <reference> --by "Name" [--text "…"] [--why "…"]
  feedback status <reference> in-progress|closed --by "Name" [--note-fi "…"] [--handler-fi "…"]
  feedback answer <reference> --by "Name" --said-fi "…" --decided-fi "…" --why-fi "…" [--on 2027-03-01]
  feedback report [--publish]`;

type Texts = Readonly<Partial<Record<string, string>>>;

const LOCALIZED = ['note', 'handler', 'said', 'decided', 'why'] as const;
const OPTIONS = [
  ...['by', 'text', 'why', 'on', 'channel', 'status', 'before'],
  ...LOCALIZED.flatMap((name) => OFFICIAL_LANGUAGES.map((lang) => `${name}-${lang}`)),
];

/** A text in those languages in which it was given. */
function localized(texts: Texts, name: (typeof LOCALIZED)[number]): object | undefined {
  const said = OFFICIAL_LANGUAGES.flatMap((lang) => {
    const text = texts[`${name}-${lang}`];
    return text === undefined ? [] : [[lang, text] as const];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** Without what was not said: a change has no room for it. */
const said = (change: object): object =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function changeOf(verb: string, status: string | undefined, texts: Texts): object | undefined {
  const about = { recordedBy: texts['by'] };
  if (verb === 'publish' || verb === 'hide') {
    const { text, why: note } = texts;
    return said({ ...about, kind: 'moderation', decision: verb, text, note });
  }
  if (verb === 'status') {
    const [statusNote, handler] = [localized(texts, 'note'), localized(texts, 'handler')];
    return said({ ...about, kind: 'status', status, statusNote, handler });
  }
  if (verb !== 'answer') return undefined;
  const parts = { said: localized(texts, 'said'), decided: localized(texts, 'decided') };
  const outcome = said({ ...parts, why: localized(texts, 'why'), on: texts['on'] });
  return { ...about, kind: 'outcome', outcome };
}

const errorLine = ({ pointer, code }: FieldError): string => `  ${pointer}: ${code}`;

/** A problem in the words of the command. */
function explained(error: unknown, reference: string): unknown {
  if (!(error instanceof HttpProblem)) return error;
  if (error.code === 'not-found') {
    return new CommandError(`<reference>: expected one of feedback, received "${reference}"`);
  }
  const lines = (error.errors ?? []).map(errorLine).join('\n');
  return new CommandError(`Nothing was recorded. ${error.detail ?? ''}\n${lines}`);
}

const recording =
  (reference: string, change: object): Command =>
  async ({ db, now, say }) => {
    try {
      const { version } = await stateOf(db, reference);
      const draft = cleanValue(change);
      const attempt = { reference, draft, version, key: randomUUID(), now: now() };
      const { entry } = await recordFeedbackChange(db, attempt);
      say(`Recorded as version ${String(entry.version)}.`);
    } catch (error) {
      throw explained(error, reference);
    }
  };

const showing =
  (reference: string): Command =>
  async ({ db, out }) => {
    try {
      out(`${JSON.stringify(await stateOf(db, reference), undefined, 2)}\n`);
    } catch (error) {
      throw explained(error, reference);
    }
  };

const listing =
  ({ channel, status, before }: Texts): Command =>
  async ({ db, content, out, say }) => {
    const expected =
      channel === undefined ? undefined : await expectedChannel(db, content, channel);
    if (expected !== undefined) {
      throw new CommandError(`--channel: expected ${expected}, received "${channel ?? ''}"`);
    }
    const rows = await receivedBefore(feedbackRows(db), readBefore(before), content.channels)
      .$if(channel !== undefined, (query) => query.where('channelId', '=', channel ?? ''))
      .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
      .orderBy('receivedAt')
      .execute();
    for (const row of rows) {
      out(`${row.reference}  ${row.receivedAt}  ${row.channelId}  ${row.status}\n`);
    }
    if (rows.length === 0) say('There is none.');
  };

/** How many words a command has, where it is not a verb and a reference. */
const PLACES: Readonly<Partial<Record<string, number>>> = { list: 1, report: 1, status: 3 };

const MODERATION = ['by', 'text', 'why'];

/** The options that each has a use for. */
const OWN: Readonly<Partial<Record<string, readonly string[]>>> = {
  list: ['channel', 'status', 'before'],
  show: [],
  publish: MODERATION,
  hide: MODERATION,
  status: ['by', 'note', 'handler'],
  answer: ['by', 'said', 'decided', 'why', 'on'],
  report: ['publish'],
};

/** @throws CommandError - With what is wrong. */
export function readFeedback(args: readonly string[]): Command {
  const { texts, flags, words } = readOptions(args, OPTIONS, ['publish']);
  const [verb = '', reference, status] = words;
  demandNoMore(words, PLACES[verb] ?? 2);
  const own = OWN[verb];
  if (own) demandOwn({ ...texts, ...flags }, own);
  if (verb === 'report') {
    return async ({ db, content, out }) => {
      out(reportCsv(await reportOf(db, content, flags.publish === true)));
    };
  }
  const statusAsked = texts['status'];
  if (statusAsked !== undefined && !FEEDBACK_STATUSES.some((known) => known === statusAsked)) {
    throw misspelled('--status', `one of ${FEEDBACK_STATUSES.join(', ')}`, `"${statusAsked}"`);
  }
  const { before } = texts;
  if (before !== undefined && !readBefore(before)) {
    throw misspelled('--before', EXPECTED_BEFORE, `"${before}"`);
  }
  if (verb === 'list') return listing(texts);
  const change = changeOf(verb, status, texts);
  if (!change && verb !== 'show') {
    const expected = 'list, show, publish, hide, status, answer or report';
    throw misspelled('The command', expected, quoted(verb));
  }
  if (reference === undefined) throw misspelled('<reference>', 'the reference of feedback');
  return change ? recording(reference, change) : showing(reference);
}

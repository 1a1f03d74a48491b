/** What an office does with proposals and topics, on the machine of the receiver. */
import { randomUUID } from 'node:crypto';

import { cleanText, MAX_NOTE, pickText, PROPOSAL_STATUSES } from '@puntari/contracts';

import {
  type Command,
  CommandError,
  misspelled,
  quoted,
  readTextFile,
  type Surroundings,
} from '../command/command.js';
import { explained } from '../command/explained.js';
import { inEveryLanguage } from '../pages/words.js';
import { changedMembers } from '../records/strict.js';
import { cleanValue } from '../submissions/body.js';
import { type PlainName, type TextName, TopicOptions } from './command-options.js';
import { readImport } from './import-command.js';
import { findProposal, hideName, proposalsOf, settleProposal } from './proposal-store.js';
import type { StoredWords } from './proposals.js';
import { recordChange, stateOfTopic } from './record.js';
import type { Entry } from './store.js';

export const TOPIC_USAGE = `  topics proposals <call> [--status proposed]
  topics accept <reference> <new topic> --by "Name" --summary-fi "…" [--title-fi "…"] [--question-fi "…"]
      [--background-fi "…"] [--body-fi "…"] [--planned-on 2028-03-14] [--year 2028] [--level 3] [--unit-fi "…"]
  topics merge <reference> <topic> --by "Name" [--reasons-fi "…"]
  topics decline <reference> --by "Name" --comment "why"
  topics withdraw|delete|hide-name <reference> --by "Name" [--comment "why"]
  topics list <topic> --by "Name" [--text-fi "…"]
  topics status <topic> checked|on-list|panel-running|statement-given --by "Name" [--on 2027-05-01]
      [--text-fi "…"] [--reasons-fi "…"]
  topics choose <topic> chosen|not-chosen --by "Name" --body-fi "…" --on 2027-03-16 [--section "§ 12"]
      [--reasons-fi "…"] [--minutes https://…]
  topics record <topic> --by "Name" --file entry.json
  topics history <topic>
  topics import <file> --from kuntalaisaloite|csv [--year 2028] [--body-fi "…"] [--by "Name"]
Where something was recorded about a topic before: --version <the last one you have seen>.`;

type Data = Readonly<Record<string, unknown>>;

/** Without what was not said. */
const said = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const line = ({ version, recordedAt, change, before, after }: Entry): string =>
  [
    `version ${String(version)}  ${recordedAt}  ${change.recordedBy}`,
    `  ${change.kind}: ${changedMembers(before, after).join(', ') || 'nothing changed'}; status ${after.status}`,
    ...(change.note === undefined ? [] : [`  why: ${change.note}`]),
  ].join('\n');

const officer = (options: TopicOptions): string =>
  options.needed('by', 'the name of who records it');

/** Records an entry. Who gives a command has looked at what stands there, or says so. */
async function record(
  topicId: string,
  draft: Data,
  options: TopicOptions,
  { content, db, now, say }: Surroundings,
): Promise<void> {
  const state = await stateOfTopic(db, content, topicId);
  const seen = options.number('version');
  const last = state.entries.at(-1);
  if (last && seen === undefined) {
    throw new CommandError(
      `Something was recorded about "${topicId}" already:\n${line(last)}\n` +
        `If you have seen it, say so: --version ${String(state.version)}`,
    );
  }
  const { entry } = await recordChange(db, content, {
    topicId,
    draft: cleanValue(said({ note: options.plain('comment'), ...draft })),
    version: seen ?? 0,
    key: randomUUID(),
    now: now(),
  });
  say(`Recorded:\n${line(entry)}`);
}

/** The body that decides, and when; nothing where neither is said. */
function decisionOf(options: TopicOptions): Data | undefined {
  const [name, plannedOn] = [options.text('body'), options.plain('planned-on')];
  if (name === undefined && plannedOn === undefined) return undefined;
  return said({ body: name && { name }, plannedOn });
}

/** A text that was added in one language does not take away what the proposal says in another. */
function translated(topic: Data, words: StoredWords | null): Data {
  if (words === null) return topic;
  const texts = (['title', 'question', 'background'] as const).flatMap((name) => {
    const [said, written] = [topic[name], words[name]];
    if (said === undefined || written === undefined) return [];
    return [[name, { [words.lang]: written, ...(said as object) }] as const];
  });
  return { ...topic, ...Object.fromEntries(texts) };
}

function accept(options: TopicOptions): Command {
  const [proposal = '', id = ''] = options.exactly('reference', 'new topic');
  const topic = said({
    title: options.text('title'),
    question: options.text('question'),
    summary: options.text('summary'),
    background: options.text('background'),
    unit: options.text('unit'),
    decision: decisionOf(options),
    year: options.number('year'),
    level: options.number('level'),
  });
  const recordedBy = officer(options);
  return async (surroundings) => {
    const { words } = await findProposal(surroundings.db, proposal);
    const draft = { kind: 'create', proposal, topic: translated(topic, words), recordedBy };
    await record(id, draft, options, surroundings);
  };
}

function merge(options: TopicOptions): Command {
  const [proposal = '', id = ''] = options.exactly('reference', 'topic');
  const reason = options.text('reasons');
  const draft = { kind: 'merge', proposal, recordedBy: officer(options), reason };
  return (surroundings) => record(id, draft, options, surroundings);
}

function setStatus(options: TopicOptions, isList: boolean): Command {
  const [id = '', status = 'on-list'] = isList
    ? options.exactly('topic')
    : options.exactly('topic', 'status');
  const draft = {
    kind: 'status',
    status,
    on: options.plain('on'),
    text: options.text('text'),
    reason: options.text('reasons'),
    recordedBy: officer(options),
  };
  return (surroundings) => record(id, draft, options, surroundings);
}

function choose(options: TopicOptions): Command {
  const [id = '', outcome = ''] = options.exactly('topic', 'outcome');
  if (outcome !== 'chosen' && outcome !== 'not-chosen') {
    throw misspelled('<outcome>', '"chosen" or "not-chosen"', `"${outcome}"`);
  }
  const minutes = options.plain('minutes');
  const choice = said({
    body: said({ name: options.text('body') }),
    on: options.needed('on', 'the day of the decision, such as 2027-03-16'),
    section: options.plain('section'),
    reasons: options.text('reasons'),
    minutes: minutes && { label: inEveryLanguage('agenda.minutes'), url: minutes },
  });
  const draft = { kind: 'choice', chosen: outcome === 'chosen', choice };
  const entry = { ...draft, recordedBy: officer(options) };
  return (surroundings) => record(id, entry, options, surroundings);
}

function recordFile(options: TopicOptions): Command {
  const [id = ''] = options.exactly('topic');
  const file = options.needed('file', 'a file with an entry as JSON');
  const recordedBy = officer(options);
  return (surroundings) => {
    let entry: unknown;
    try {
      entry = JSON.parse(readTextFile(file));
    } catch (error) {
      if (error instanceof CommandError) throw error;
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      throw new CommandError(
        `${file}: expected an entry as a JSON object, received something else`,
      );
    }
    return record(id, { ...entry, recordedBy }, options, surroundings);
  };
}

const SETTLED = {
  decline: 'declined',
  withdraw: 'withdrawn',
  delete: 'deleted',
  'hide-name': 'name-hidden',
} as const;

function settle(options: TopicOptions, act: keyof typeof SETTLED): Command {
  const [reference = ''] = options.exactly('reference');
  const by = cleanText(officer(options));
  const comment = cleanText(options.plain('comment') ?? '') || undefined;
  if (act === 'decline' && comment === undefined) {
    throw misspelled('--comment', 'why it was declined, for whoever is told');
  }
  if (comment !== undefined && comment.length > MAX_NOTE) {
    const received = `${String(comment.length)} characters`;
    throw misspelled('--comment', `at most ${String(MAX_NOTE)} characters`, received);
  }
  return async ({ db, now, say }) => {
    const about = { reference, by, comment, now: now() };
    const status = SETTLED[act];
    const changed =
      status === 'name-hidden'
        ? await hideName(db, about)
        : await settleProposal(db, { ...about, status });
    say(changed ? `${reference}: ${status}.` : `${reference}: was so already.`);
  };
}

function list(options: TopicOptions): Command {
  const [call = ''] = options.exactly('call');
  const wanted = options.plain('status');
  if (wanted !== undefined && !PROPOSAL_STATUSES.some((known) => known === wanted)) {
    throw misspelled('--status', `one of ${PROPOSAL_STATUSES.join(', ')}`, quoted(wanted));
  }
  return async ({ content, db, out, say }) => {
    const proposals = await proposalsOf(db, call);
    if (proposals.length === 0 && !content.calls.has(call)) {
      const ids = [...content.calls.keys()].join(', ');
      throw new CommandError(`<call>: expected one of ${ids}, received "${call}"`);
    }
    const shown = proposals.filter(({ status }) => wanted === undefined || status === wanted);
    for (const { reference, status, receivedAt, topicId, submission } of shown) {
      const where = topicId === undefined ? '' : `  ${topicId}`;
      out(`${reference}  ${status}  ${receivedAt}${where}  ${submission?.title ?? ''}\n`);
    }
    if (shown.length === 0) say('There are none.');
  };
}

function history(options: TopicOptions): Command {
  const [id = ''] = options.exactly('topic');
  return async ({ content, db, out, say }) => {
    const { topic, entries } = await stateOfTopic(db, content, id);
    if (!topic) throw new CommandError(`<topic>: expected the id of a topic, received "${id}"`);
    say(`${id}: ${pickText(topic.title, 'fi').text}`);
    if (entries.length === 0) say('Nothing was recorded.');
    else out(`${entries.map(line).join('\n')}\n`);
  };
}

const READERS: Readonly<Record<string, (options: TopicOptions) => Command>> = {
  proposals: list,
  accept,
  merge,
  decline: (options) => settle(options, 'decline'),
  withdraw: (options) => settle(options, 'withdraw'),
  delete: (options) => settle(options, 'delete'),
  'hide-name': (options) => settle(options, 'hide-name'),
  list: (options) => setStatus(options, true),
  status: (options) => setStatus(options, false),
  choose,
  record: recordFile,
  history,
  import: readImport,
};

const ENTRY = ['by', 'comment', 'version'] as const;
const STATUS = [...ENTRY, 'on', 'text', 'reasons'] as const;
const SETTLING = ['by', 'comment'] as const;

/** The options that each has a use for. */
const OWN: Readonly<Record<string, readonly (PlainName | TextName)[]>> = {
  proposals: ['status'],
  accept: [
    ...ENTRY,
    ...(['title', 'question', 'summary', 'background', 'unit', 'body'] as const),
    ...(['planned-on', 'year', 'level'] as const),
  ],
  merge: [...ENTRY, 'reasons'],
  decline: SETTLING,
  withdraw: SETTLING,
  delete: SETTLING,
  'hide-name': SETTLING,
  list: STATUS,
  status: STATUS,
  choose: [...ENTRY, 'body', 'on', 'section', 'reasons', 'minutes'],
  record: [...ENTRY, 'file'],
  history: [],
  import: ['from', 'year', 'body', 'by'],
};

/** @throws CommandError - With what is wrong. */
export function readTopics([name = '', ...args]: readonly string[]): Command {
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (!reader) {
    const names = Object.keys(READERS).map((known) => `"${known}"`);
    throw misspelled('The command', `one of ${names.join(', ')}`, quoted(name));
  }
  const options = new TopicOptions(args);
  options.only(OWN[name] ?? []);
  const command = reader(options);
  return async (surroundings) => {
    try {
      await command(surroundings);
    } catch (error) {
      throw explained(error);
    }
  };
}

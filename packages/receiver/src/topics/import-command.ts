/** Topics from elsewhere: printed as a list of topics, or taken in. */
import { randomUUID } from 'node:crypto';

import type { Topic, TopicList } from '@puntari/contracts';

import {
  type Command,
  CommandError,
  misspelled,
  readTextFile,
  type Surroundings,
} from '../command/command.js';
import { inEveryLanguage } from '../pages/words.js';
import { type Adapted, type Defaults, type RowProblem } from './adapters/adapter.js';
import { readInitiatives } from './adapters/initiatives.js';
import { readTopicTable } from './adapters/topic-table.js';
import type { TopicOptions } from './command-options.js';
import { recordChange, stateOfTopic } from './record.js';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandError('The file: expected JSON, received something else');
  }
}

const SOURCES: Readonly<Record<string, (text: string, defaults: Defaults) => Adapted>> = {
  kuntalaisaloite: (text, defaults) => readInitiatives(parsed(text), defaults),
  csv: readTopicTable,
};

const problemLine = ({ row, column, expected, received }: RowProblem): string =>
  `row ${String(row)}: ${column === '' ? '' : `${column}: `}expected ${expected}, received ${received}`;

const listOf = (topics: readonly Topic[]): TopicList => ({
  schemaVersion: 1,
  version: '1',
  id: 'topics',
  title: inEveryLanguage('topics.list'),
  topics: [...topics],
});

/** Takes in those that are not there yet. */
async function take(
  topics: readonly Topic[],
  recordedBy: string,
  { content, db, now, say }: Surroundings,
): Promise<void> {
  let taken = 0;
  for (const topic of topics) {
    const { schemaVersion: _shape, version: _version, id, status, history, ...fields } = topic;
    if ((await stateOfTopic(db, content, id)).topic) {
      say(`${id}: is there already, and stays as it is.`);
      continue;
    }
    const on = history?.at(-1)?.on;
    const { statusReason: reason, choice: _choice, answer: _answer, ...said } = fields;
    const draft = {
      kind: 'create',
      status,
      ...(on === undefined ? {} : { on }),
      ...(reason === undefined ? {} : { reason }),
      topic: said,
      recordedBy,
    };
    await recordChange(db, content, {
      topicId: id,
      draft,
      version: 0,
      key: randomUUID(),
      now: now(),
    });
    taken += 1;
  }
  say(`Took in ${String(taken)} of ${String(topics.length)} topics.`);
}

/** @throws CommandError - With what is wrong. */
export function readImport(options: TopicOptions): Command {
  const [file = ''] = options.exactly('file');
  const from = options.needed('from', '"kuntalaisaloite" or "csv"');
  const read = Object.hasOwn(SOURCES, from) ? SOURCES[from] : undefined;
  if (!read) throw misspelled('--from', '"kuntalaisaloite" or "csv"', `"${from}"`);
  const defaults = { year: options.number('year'), body: options.text('body') };
  const by = options.plain('by');
  return async (surroundings) => {
    const { topics, problems } = read(readTextFile(file), defaults);
    for (const problem of problems) surroundings.say(`${file}: ${problemLine(problem)}`);
    // An empty list in the place of a good one would be published as one.
    if (topics.length === 0) throw new CommandError(`${file}: expected topics, received none`);
    if (by === undefined) surroundings.out(`${JSON.stringify(listOf(topics), null, 2)}\n`);
    else await take(topics, by, surroundings);
  };
}

/** What a channel's feedback says in numbers that can be shown to everybody. */
import {
  type Cell,
  type FeedbackChannel,
  type FeedbackSubmission,
  HIDDEN_BELOW,
  SCALE_ANSWERS,
  surveyQuestionsOf,
  tellCount,
  tellCounts,
  toCsv,
  type Told,
} from '@puntari/contracts';
import { sql } from 'kysely';

import type { Content } from '../content/content.js';
import type { Queryable } from '../database/database.js';

interface Counted {
  readonly total: Told;
  readonly answers: Readonly<Record<string, Told>>;
}

export interface FeedbackNumbers {
  readonly channel: string;
  readonly hiddenBelow: number;
  readonly note: string;
  /** Of everything that came. */
  readonly total: Told;
  readonly survey: Readonly<Record<string, Counted>>;
  /** By what it was about. */
  readonly helped: Readonly<Record<string, Counted>>;
}

/** What is counted of feedback. */
type Countable = Pick<FeedbackSubmission, 'helped' | 'subject' | 'survey'>;

const NOTE =
  'A count that is null is small, or would give a small one away; it may also be zero. Pages are counted together, and what ' +
  'is about nothing that is published here as "other".';
const HELPED = { true: 'yes', false: 'no' } as const;
const FOLDERS: Readonly<Record<string, string>> = {
  topic: 'topics',
  statement: 'statements',
  panel: 'panels',
};

/**
 * What feedback is about, as it can be told: anybody can send anything as a subject, so only what is published here is
 * named.
 */
export function subjectOf({ subject = '' }: Countable, { served }: Content): string {
  const [, kind = '', id = ''] = /^(\w+):([^#]*)/.exec(subject) ?? [];
  if (kind === 'page') return 'page';
  const folder = FOLDERS[kind];
  return folder !== undefined && served.has(`/${folder}/${id}.json`) ? `${kind}:${id}` : 'other';
}

/** @param total - Where it is hidden for others, its parts are too. */
function counted(
  answers: readonly string[],
  names: readonly string[],
  total = tellCount(answers.length),
): Counted {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const told = total === null ? names.map((name) => [name, null] as const) : tellCounts(counts);
  return { total, answers: Object.fromEntries(told) };
}

/** Everything that is about nothing of what is counted by subject. */
const REST = '';

/** With everything else they make up the total that is told, so that one of few people could be what is missing to it. */
function totalsOf(
  bySubject: ReadonlyMap<string, readonly unknown[]>,
  all: number,
): Map<string, Told> {
  const counts = [...bySubject].map(([subject, { length }]) => [subject, length] as const);
  if (counts.every(([, count]) => tellCount(count) !== null)) return new Map(counts);
  const rest = counts.reduce((left, [, count]) => left - count, all);
  return tellCounts(new Map([...counts, [REST, rest]]));
}

const partOf = (path: string) => sql<string | null>`submission -> ${path}`;

/** What is counted of all feedback of a channel; its words, which are much more, are not read. */
async function countableOf(db: Queryable, channelId: string): Promise<Countable[]> {
  const rows = await db
    .selectFrom('feedback')
    .select([partOf('$.helped').as('helped'), partOf('$.subject').as('subject')])
    .select([partOf('$.survey').as('survey'), ({ fn }) => fn.countAll<number>().as('count')])
    .where('channelId', '=', channelId)
    .groupBy(['helped', 'subject', 'survey'])
    .execute();
  return rows.flatMap(({ count, ...parts }) => {
    const said = Object.entries(parts).filter(([, json]) => json !== null);
    const one = Object.fromEntries(said.map(([name, json]) => [name, JSON.parse(String(json))]));
    return Array<Countable>(count).fill(one);
  });
}

export async function numbersOf(
  db: Queryable,
  channel: FeedbackChannel,
  content: Content,
): Promise<FeedbackNumbers> {
  const given = await countableOf(db, channel.id);
  const survey = surveyQuestionsOf(channel).map((question) => {
    const answers = given.flatMap((one) => one.survey?.[question] ?? []);
    return [question, counted(answers, SCALE_ANSWERS)] as const;
  });
  const bySubject = new Map<string, Countable[]>();
  for (const one of given.filter(({ helped }) => helped !== undefined)) {
    const subject = subjectOf(one, content);
    const known = bySubject.get(subject);
    if (known) known.push(one);
    else bySubject.set(subject, [one]);
  }
  const sorted = new Map([...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)));
  const totals = totalsOf(sorted, given.length);
  const helped = [...sorted].map(([subject, some]) => {
    const answers = some.map((one) => HELPED[one.helped === true ? 'true' : 'false']);
    return [subject, counted(answers, Object.values(HELPED), totals.get(subject) ?? null)] as const;
  });
  return {
    channel: channel.id,
    hiddenBelow: HIDDEN_BELOW,
    note: NOTE,
    total: tellCount(given.length),
    survey: Object.fromEntries(survey),
    helped: Object.fromEntries(helped),
  };
}

/** The same as rows; what is hidden is an empty cell. */
export function numbersCsv({ total, survey, helped }: FeedbackNumbers): string {
  const rowsOf = (
    question: string,
    subject: string,
    { total: all, answers }: Counted,
  ): Cell[][] => [
    [question, subject, '', all],
    ...Object.entries(answers).map(([answer, count]) => [question, subject, answer, count]),
  ];
  return toCsv(
    ['question', 'subject', 'answer', 'count'],
    [
      ['', '', '', total],
      ...Object.entries(survey).flatMap(([question, all]) => rowsOf(question, '', all)),
      ...Object.entries(helped).flatMap(([subject, all]) => rowsOf('helped', subject, all)),
    ],
  );
}

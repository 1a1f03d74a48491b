/**
 * Indicators of participation for the operator: how much feedback came, about what, how it was answered and what those who
 * gave it said of being heard. Counts only: no words, no references, no addresses of pages.
 */
import {
  type Cell,
  DEFAULT_TIME_ZONE,
  type FeedbackSubmission,
  HEARD_EXPERIENCES,
  HIDDEN_BELOW,
  SURVEY_QUESTIONS,
  tellCounts,
  toCsv,
  type Told,
} from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Queryable } from '../database/database.js';
import { dayOf } from './days.js';

const KEYS = ['month', 'channel', 'form', 'subject', 'lang'] as const;
type Key = (typeof KEYS)[number];

export type ReportRow = Readonly<Record<Key, string>> & Readonly<Record<string, Cell>>;

export interface Report {
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

interface Given {
  readonly keys: Readonly<Record<Key, string>>;
  readonly status: string;
  readonly submission: FeedbackSubmission;
}

type Measure = (given: Given) => boolean;

const AGREES: readonly unknown[] = ['fully-agree', 'partly-agree'];

/** What is counted in each row, besides how many there are. */
const MEASURES: Readonly<Record<string, Measure>> = {
  answered: ({ status }) => status === 'answered' || status === 'closed',
  wantsReply: ({ submission }) => submission.wantsReply,
  'helped/yes': ({ submission }) => submission.helped === true,
  'helped/no': ({ submission }) => submission.helped === false,
  ...Object.fromEntries(
    HEARD_EXPERIENCES.map((code): [string, Measure] => [
      `experience/${code}`,
      ({ submission }) => submission.experience === code,
    ]),
  ),
  ...Object.fromEntries(
    SURVEY_QUESTIONS.flatMap((question): [string, Measure][] => [
      [
        `survey/${question}/agree`,
        ({ submission }) => AGREES.includes(submission.survey?.[question]),
      ],
      [
        `survey/${question}/answers`,
        ({ submission }) => submission.survey?.[question] !== undefined,
      ],
    ]),
  ),
};

/** Of what feedback is about only the kind: an address could tell of somebody. */
const kindOf = ({ subject = '' }: FeedbackSubmission): string =>
  /^(page|topic|statement|panel):/.exec(subject)?.[1] ?? 'none';

async function givenTo(db: Queryable, content: Content): Promise<Given[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['channelId', 'receivedAt', 'status', 'lang', 'submission'])
    .execute();
  return rows.map(({ channelId: channel, receivedAt, status, lang, submission: json }) => {
    const submission = JSON.parse(json) as FeedbackSubmission;
    const { timeZone = DEFAULT_TIME_ZONE } = content.channels.get(channel) ?? {};
    const month = dayOf(receivedAt, timeZone).slice(0, 7);
    const [primary = ''] = lang.toLowerCase().split('-');
    const { form = 'full' } = submission;
    const keys = { month, channel, form, subject: kindOf(submission), lang: primary };
    return { keys, status, submission };
  });
}

interface Group {
  readonly name: string;
  readonly given: readonly Given[];
}

const groupBy = (given: readonly Given[], nameOf: (one: Given) => string): Group[] => {
  const groups = new Map<string, Given[]>();
  for (const one of given) {
    const name = nameOf(one);
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return [...groups]
    .map(([name, some]) => ({ name, given: some }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

const rowName = ({ keys }: Given): string => KEYS.map((key) => keys[key]).join('\n');

const tellGroups = (groups: readonly Group[]): Map<string, Told> =>
  tellCounts(new Map(groups.map(({ name, given }) => [name, given.length])));

/**
 * The counts of a channel's rows that may be told beside its public numbers. Those tell how many came in all, and how many
 * answered the one-line question about each kind of subject: what is few must not be what is missing to either.
 */
function toldOf(channel: readonly Given[]): Map<string, Told> {
  const isQuestion = ({ keys }: Given): boolean => keys.form === 'question';
  const questions = groupBy(channel.filter(isQuestion), ({ keys }) => keys.subject);
  const others = groupBy(
    channel.filter((one) => !isQuestion(one)),
    rowName,
  );
  // Of larger ones the numbers tell how many they are together: hidden, they hide nothing but each other.
  const fewQuestions = questions.filter(({ given }) => given.length < HIDDEN_BELOW);
  const apart = tellGroups([...others, ...fewQuestions]);
  const hidden = [...others, ...fewQuestions].filter(({ name }) => apart.get(name) === null);
  const together = hidden.reduce((sum, { given }) => sum + given.length, 0);
  const needsMore = hidden.length > 0 && together < HIDDEN_BELOW;
  const inQuestions = questions.flatMap(({ given }) => [...tellGroups(groupBy(given, rowName))]);
  return new Map([
    ...others.map(({ name }): [string, Told] => [name, apart.get(name) ?? null]),
    ...inQuestions.map(([name, told]): [string, Told] => [name, needsMore ? null : told]),
  ]);
}

/**
 * The report, newest month last.
 *
 * @param isForPublishing - Tells nothing of fewer than five, nor what they could be computed from, and of each row only how
 *   many there are: from several counts of the same few people more could be put together.
 */
export async function reportOf(
  db: Queryable,
  content: Content,
  isForPublishing: boolean,
): Promise<Report> {
  const all = await givenTo(db, content);
  const channels = groupBy(all, ({ keys }) => keys.channel);
  const told = new Map(channels.flatMap(({ given }) => [...toldOf(given)]));
  const measures = isForPublishing ? [] : Object.entries(MEASURES);
  const rows = groupBy(all, rowName).flatMap(({ name, given }): ReportRow[] => {
    const [first] = given;
    if (!first) return [];
    const count = isForPublishing ? (told.get(name) ?? null) : given.length;
    const counts = measures.map(([measure, is]) => [measure, given.filter(is).length] as const);
    return [{ ...first.keys, count, ...Object.fromEntries(counts) }];
  });
  return { columns: [...KEYS, 'count', ...measures.map(([name]) => name)], rows };
}

export const reportCsv = ({ columns, rows }: Report): string =>
  toCsv(
    columns,
    rows.map((row) => columns.map((name) => row[name])),
  );
